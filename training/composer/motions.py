"""What members move: amendments, procedural proposals, elections."""

from __future__ import annotations

import random

from . import votes
from .chamber import Chamber, Voted, new_ballot, result
from .rich import Rich, sentence
from .verdict import Verdict


def amendment(chamber: Chamber, verdict: Verdict, change: str, n: int, carried: bool) -> Rich:
    """Somebody proposes a change, and it is voted on.

    Args:
        chamber: Where.
        verdict: The decision; it gets the ballot.
        change: The clause that is proposed.
        n: How many amendments there were before.
        carried: Whether it is carried.

    Returns:
        Proposal and vote.
    """
    rng = chamber.rng
    by_party = rng.random() < 0.45 and bool(chamber.parties())
    mover = rng.choice(chamber.members)
    ballot = new_ballot("amendment")
    if by_party and mover.party:
        printed, label = chamber.party(mover.party)
        ballot.proposer = label.party
        who = printed.marked("proposer", Voted(ballot, label))
    else:
        who, label = chamber.named(mover, "proposer", ballot)
        ballot.proposer = label.name
    stop = sentence(change)
    ballot.subject = change
    vote = votes.draw_vote(chamber, carried, blank=rng.random() < 0.25, proposer=mover)
    ordinal = ("Et første ", "Et andet ", "Et tredje ")[n]
    form = rng.randrange(7)
    if form == 6:
        # Several amendments, one count: one ballot.
        opening = who + f" stillede {rng.choice(('to', 'tre', 'fire'))} ændringsforslag, som blev behandlet samlet."
        noun = "Ændringsforslagene"
        ballot.subject = None
    elif form == 0:
        opening = who + f' stillede følgende ændringsforslag: "At {stop}"'
        noun = "Ændringsforslaget"
    elif form == 1:
        opening = who + f" foreslog, at {stop}"
        noun = rng.choice(("Forslaget", "Ændringsforslaget"))
    elif form == 2:
        opening = "Ændringsforslag fra " + who + f": At {stop}"
        noun = "Ændringsforslaget"
    elif form == 3:
        opening = who + f" stillede som ændringsforslag, at {stop}"
        noun = "Ændringsforslaget"
    elif form == 4:
        opening = who + f" fremsatte forslag om, at {stop}"
        noun = "Forslaget"
    else:
        # Proposer, subject and result in one sentence.
        lead = ordinal if rng.random() < 0.4 else ""
        noun = lead + ("ændringsforslag" if lead else "Ændringsforslag")
        head = noun + " fra " + who + f" om, at {change}, blev "
        win = vote.carried
        said = result(ballot, "vedtaget", "vedtaget") if win else result(ballot, "forkastet", "forkastet")
        yes = chamber.votes(ballot, "for", vote.number("for")) + " for og "
        text = head + said + " med " + yes + chamber.votes(ballot, "against", vote.number("against")) + " imod."
        if rng.random() < 0.5 and len(vote.yes) <= 6:
            text += " For stemte " + chamber.voter_list(ballot, "for", vote.yes, len(chamber.members) < 12) + "."
        verdict.ballots.append(ballot)
        return text.marked("ballot", ballot)
    motion = votes.Motion(noun, "vedtaget", ballot)
    told = votes.tell(vote, motion, plain=True)
    verdict.ballots.append(ballot)
    return (opening + rng.choice((" ", " ", "\n")) + told).marked("ballot", ballot)


def procedural(chamber: Chamber, verdict: Verdict, proposal: str, carried: bool) -> Rich:
    """Somebody proposes to postpone the case or to send it back, and it is voted on."""
    rng = chamber.rng
    mover = rng.choice(chamber.members)
    ballot = new_ballot("procedural")
    printed, label = chamber.named(mover, "proposer", ballot)
    ballot.proposer, ballot.subject = label.name, proposal
    vote = votes.draw_vote(chamber, carried, proposer=mover)
    motion = votes.Motion("Forslaget", "vedtaget", ballot)
    text = printed + f" foreslog, at {proposal}. " + votes.tell(vote, motion, plain=True)
    verdict.ballots.append(ballot)
    return text.marked("ballot", ballot)


def elect(chamber: Chamber, office: str, rng: random.Random) -> Verdict:
    """An election: one proposed and chosen, or two of whom one gets the most votes."""
    verdict = Verdict("godkendt", ["godkendelse"])
    chosen, rival = rng.sample(chamber.members, 2)
    ballot = new_ballot("election")
    printed, _ = chamber.named(chosen, "elected", ballot)
    other, _ = chamber.named(rival, "speaker")
    vote = votes.draw_vote(chamber, True, proposer=chosen)
    ballot.result = "vedtaget"
    form = rng.randrange(5)
    if form == 0:
        verdict.parts.append("Valgt blev " + printed + ".")
        return verdict
    if form == 1:
        verdict.parts.append(printed + f" blev valgt som {office}.")
        return verdict
    if form == 2:
        text = printed + " blev " + result(ballot, "vedtaget", "valgt") + f" som {office} med "
        text += chamber.votes(ballot, "for", len(vote.yes)) + ". " + other + f" fik {_votes(len(vote.no))}."
    elif form == 3:
        names = chamber.voter_list(ballot, "for", vote.yes, False)
        text = "Der blev foretaget afstemning. For " + printed + " stemte " + names
        text += (
            " ("
            + chamber.count(ballot, "for", len(vote.yes), False)
            + "). For "
            + other
            + f" stemte {len(vote.no)} {'medlem' if len(vote.no) == 1 else 'medlemmer'}. "
        )
        text += printed.text + f" er herefter valgt som {office}."
    else:
        text = printed + f" blev enstemmigt valgt som {office}."
        ballot.unanimous = True
    verdict.ballots.append(ballot)
    verdict.parts.append(text.marked("ballot", ballot))
    return verdict


def _votes(number: int) -> str:
    return "1 stemme" if number == 1 else f"{number} stemmer"
