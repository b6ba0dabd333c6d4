"""Elections: votes for persons, of whom one is chosen."""

from __future__ import annotations

import random

from . import votes
from .chamber import Chamber, new_ballot, result
from .figures import in_words
from .people import Member
from .rich import Rich, concat, fill
from .verdict import Verdict

#: {x} gets {n}, {y} gets {m} of the {total}; {b} are blank.
_COUNTED = (
    "{x} blev {done} som {office} med {n} stemmer. {y} fik {m} stemmer.",
    "{x} fik {n} stemmer, {y} {m}. {Done} er {X}.", "{N} pegede på {x} og {m} på {y}, så {X} er {done}.",
    "Foreslået var {x} og {y}. {x2} fik {n} stemmer og {y2} {m}. {X} er hermed {done}.",
    "{y} fik {m} stemmer, og {x} fik {n}. {X} er dermed {done} som {office}.",
    "Der blev afgivet {total} stemmer, heraf {n} på {x} og {m} på {y}. {X} er {done}.",
    "Ved den skriftlige afstemning faldt {n} stemmer på {x} og {m} på {y}. {X} er hermed {done}.",
    "{N} stemte på {x}, {m} på {y}. Dermed er {X} {done}.",
    "Til {office} blev {x} {done} med {n} stemmer mod {m} til {y}.",
    "{x}: {n} stemmer\n{y}: {m} stemmer\n{X} er {done}.",
    "{x} opnåede {n} stemmer og {y} {m} stemmer, hvorefter {X} er {done} som {office}.",
    "{done2} blev {x} med {n} stemmer. {m} stemte på {y}.",
    "Der var kampvalg mellem {x} og {y}. {n} stemte på {x2}, {m} på {y2}. {X} er {done}.",
    "{x} samlede {n} stemmer og {y} {m}. {Done} blev {X}.",
    "Efter skriftlig afstemning ({x} {n}, {y} {m}) er {X} {done}.", "{x} blev {done} med {n}-{m} over {y}.",
    "For {x} stemte {n}. For {y} stemte {m}. {X} er herefter {done} som {office}.",
    "Kandidaterne var {y} og {x}. Stemmerne fordelte sig med {m} på {y2} og {n} på {x2}, som er {done}.",
)  # fmt: skip
_BLANKS = (" {B} stemte blankt.", " Blanke stemmer: {b}.", " {B} stemmesedler var blanke.", " {B} undlod at stemme.",
           " {B} stemte hverken på den ene eller den anden.", " Der var {b} blanke stemmer.")  # fmt: skip
_FIRST_ROUND = (
    "Ved første afstemning opnåede ingen flertal ({x} {k}, {y} {k2}, {z} {k3}). Ved anden afstemning: ",
    "Første runde gav {k} stemmer til {x}, {k2} til {y} og {k3} til {z}, så ingen havde flertal. I anden runde: ",
    "Da ingen fik over halvdelen af stemmerne i første runde, blev der foretaget omvalg. ",
)  # fmt: skip
_NAMED = (
    "{w} pegede på {x}, {l} på {y}. {X} er {done}.", "For {x} stemte {w}. For {y} stemte {l}. {X} er herefter {done}.",
    "{w} ({n}) stemte på {x}, {l} ({m}) på {y}. {X} blev dermed {done} som {office}.",
    "{x} blev {done} med stemmerne fra {w}.", "{x} fik {n} stemmer ({w}), {y} fik {m}. {X} er {done}.",
    "{w} foreslog {x}, {l} foreslog {y}. {x2} fik {n} stemmer og er {done}, {y2} fik {m}.",
)  # fmt: skip
_AGREED = (
    "{x} blev {all} {done} som {office}.", "{All} {done}: {x}.", "{Body} {chose} {all} {x} som {office}.",
    "{x} blev {done} af {everybody}.", "{x} er {all} {done}.",
)  # fmt: skip
_SIMPLE = (
    "Valgt blev {x}.", "{x} blev valgt som {office}.", "{x} er valgt.", "Som {office} udpeges {x}.",
    "{x} blev foreslået og valgt uden modkandidat.", "Udpeget blev {x}.", "{x} udpeges.",
)  # fmt: skip


def elect(chamber: Chamber, office: str, rng: random.Random, free: bool = True) -> Verdict:
    """An election: one proposed and chosen, or two of whom one gets the most votes.

    Args:
        chamber: Who elects.
        office: What to: 'næstformand'.
        rng: What chance there is.
        free: Whether all wordings are open; else the two commonest.

    Returns:
        The decision. Votes for whoever is chosen are for; votes for others are nobody's.
    """
    verdict = Verdict("godkendt", ["godkendelse"])
    chosen, rival, third = rng.sample(chamber.members, 3) if len(chamber.members) > 2 else (*chamber.members, None)
    assert chosen is not None
    assert rival is not None
    ballot = new_ballot("election")
    vote = votes.draw_vote(chamber, True, blank=True, proposer=chosen)
    form = rng.choices(("simple", "counted", "named", "agreed"), (3, 8, 3, 2))[0]
    blank = len(vote.blank)

    def name(member: Member, kind: str) -> Rich:
        return chamber.named(member, kind)[0]

    done = rng.choice(("valgt", "valgt", "udpeget"))
    if form == "simple":
        verdict.parts.append(fill(rng.choice(_SIMPLE), x=name(chosen, "elected"), office=office))
        return verdict
    told = result(ballot, "vedtaget", done)
    words = chamber.voice.words or rng.random() < 0.4
    yes, no = len(vote.yes), len(vote.no)
    slots: dict[str, str | Rich] = {
        "x": name(chosen, "elected"), "X": Rich(chosen.name).marked("elected"),
        "x2": Rich(chosen.name).marked("elected"),
        "y": name(rival, "speaker"), "y2": Rich(rival.name).marked("speaker"), "office": office, "done": told,
        "Done": told.capitalised(), "done2": told.capitalised(), "m": in_words(no) if words and no <= 20 else str(no),
        "total": str(yes + no + blank),
    }  # fmt: skip
    if form == "agreed":
        ballot.unanimous = True
        said = Rich(rng.choice(("enstemmigt", "i enighed"))).marked("agreed", ballot)
        council = chamber.voice.council if chamber.council else "Udvalget"
        everybody = Rich(
            rng.choice(("alle", "samtlige medlemmer", "et enigt udvalg" if not chamber.council else "alle"))
        )
        slots |= {"all": said, "All": said.capitalised(), "everybody": everybody.marked("agreed", ballot)}
        slots |= {"Body": council, "chose": result(ballot, "vedtaget", "valgte")}
        text = fill(rng.choice(_AGREED), **slots)
        # Only one of the words of unanimity and of result stands in the text.
        verdict.ballots.append(ballot)
        verdict.parts.append(text.marked("ballot", ballot))
        return verdict
    template = rng.choice(_COUNTED[:2] if not free else _COUNTED if form == "counted" else _NAMED)
    if yes == 1 or no == 1:
        template = template.replace("{n} stemmer", "{n} stemme" if yes == 1 else "{n} stemmer")
        template = template.replace("{m} stemmer", "{m} stemme" if no == 1 else "{m} stemmer")
    if "{n}" in template or "{N}" in template:
        number = chamber.count(ballot, "for", yes, words and yes <= 20 and "-" not in template)
        slots |= {"n": number, "N": number.capitalised()}
    if "{w}" in template:
        slots["w"] = chamber.voter_list(ballot, "for", vote.yes, False)
    if "{l}" in template:
        slots["l"] = _unlabelled(chamber, vote.no)
    text = fill(template, **slots)
    if "\n" not in template and free and third is not None and rng.random() < 0.12:
        first, second = sorted((rng.randint(2, 9), rng.randint(2, 9)))
        lead = rng.choice(_FIRST_ROUND)
        text = lead.format(x=chosen.name, y=rival.name, z=third.name, k=second, k2=first, k3=1) + text
    if blank and form == "counted" and free:
        count = chamber.count(ballot, "abstain", blank, words)
        text += fill(rng.choice(_BLANKS), b=count, B=count.capitalised())
    ballot.result = "vedtaget"
    verdict.ballots.append(ballot)
    verdict.parts.append(text.capitalised().marked("ballot", ballot))
    return verdict


def _unlabelled(chamber: Chamber, members: list[Member]) -> Rich:
    """Those who voted for somebody else: they appear in no list."""
    parts: list[str | Rich] = []
    for party in dict.fromkeys(member.party for member in members):
        here = [member for member in members if member.party == party]
        if party is not None and len(here) == len(chamber.of(party)):
            parts.append(chamber.party(party)[0])
        else:
            parts += [chamber.named(member, "speaker")[0] for member in here]
    return concat(parts[:-1], ", ") + (" og " if len(parts) > 1 else "") + parts[-1]
