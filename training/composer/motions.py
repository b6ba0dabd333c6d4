"""What members move: amendments and procedural proposals, each with the vote on it."""

from __future__ import annotations

from . import votes
from .chamber import Chamber, Voted, new_ballot, result
from .proposals import movers, put_forward, step
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
    free = rng.random() < chamber.voice.free
    ballot = new_ballot("amendment")
    who, mover, ballot.proposer = movers(chamber, Voted(ballot), free)
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
    elif form == 5 and not free:
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
    elif free:
        opening, noun = put_forward(rng, who, change, n + 1)
    elif form == 0:
        opening, noun = who + f' stillede følgende ændringsforslag: "At {stop}"', "Ændringsforslaget"
    elif form == 1:
        opening, noun = who + f" foreslog, at {stop}", rng.choice(("Forslaget", "Ændringsforslaget"))
    elif form == 2:
        opening, noun = "Ændringsforslag fra " + who + f": At {stop}", "Ændringsforslaget"
    elif form == 3:
        opening, noun = who + f" stillede som ændringsforslag, at {stop}", "Ændringsforslaget"
    else:
        opening, noun = who + f" fremsatte forslag om, at {stop}", "Forslaget"
    told = votes.tell(vote, votes.Motion(noun, "vedtaget", ballot), plain=True)
    verdict.ballots.append(ballot)
    between = "\n" if told.text.startswith("- ") else rng.choice((" ", " ", "\n"))
    return (opening + between + told).marked("ballot", ballot)


def procedural(chamber: Chamber, verdict: Verdict, month: str, carried: bool) -> Rich:
    """Somebody proposes to postpone the case or to send it back, and it is voted on.

    Args:
        chamber: Where.
        verdict: The decision; it gets the ballot.
        month: When the case may be taken up again.
        carried: Whether the case is postponed by it; else the proposal falls.

    Returns:
        Proposal and vote.
    """
    rng = chamber.rng
    ballot = new_ballot("procedural")
    who, mover, ballot.proposer = movers(chamber, Voted(ballot), True)
    opening, noun, ballot.subject = step(rng, who, month, chamber.voice.admin.lower(), True if carried else None)
    vote = votes.draw_vote(chamber, carried, proposer=mover)
    text = opening + " " + votes.tell(vote, votes.Motion(noun, "vedtaget", ballot), plain=True)
    verdict.ballots.append(ballot)
    return text.marked("ballot", ballot)
