"""Who is missing: in the header, in a sentence of a decision, on a line of its own that closes it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from referat_nlp.evaluate.gold import GoldAbsence

from .away import draw_form
from .chamber import Chamber
from .people import Member
from .rich import Rich, fill, listed

_REASONS = ("ferie", "sygdom", "arbejde", "tjenesterejse", "barsel")


@dataclass
class Missing:
    """What one item says about absence.

    Attributes:
        sentences: Sentences that belong to the decision.
        line: Names of a line that closes the decision, for a section of its own.
        heading: The heading of that line.
        gone: Who takes no part in the item.
        left: Who has left the meeting for good.
        labels: The absences as labelled.
    """

    sentences: list[Rich] = field(default_factory=list)
    line: Rich = field(default_factory=Rich)
    heading: str = ""
    gone: list[Member] = field(default_factory=list)
    left: list[Member] = field(default_factory=list)
    labels: list[GoldAbsence] = field(default_factory=list)


def absent_person(
    chamber: Chamber,
    missing: Missing,
    member: Member,
    kind: str,
    reason: str | None = None,
    substitute: str | None = None,
) -> Rich:
    """A missing member as printed; the item gets the absence."""
    printed, label = chamber.named(member, "absent")
    missing.labels.append(
        GoldAbsence.model_validate(
            {"name": label.name, "party": label.party, "reason": reason, "substitute": substitute, "kind": kind}
        )
    )
    return printed


def draw_missing(chamber: Chamber, rng: random.Random, substitutes: Sequence[str], clock: str, number: str) -> Missing:
    """Absence in one item: mostly none.

    Args:
        chamber: Those present when the item begins.
        rng: What chance there is.
        substitutes: Names of people who may stand in.
        clock: The time, for those who leave.
        number: The item's number.

    Returns:
        What is said, and who is gone.
    """
    missing = Missing()
    if rng.random() > 0.13 or len(chamber.members) < 5:
        return missing
    who = rng.sample(chamber.members[1:], 2 if rng.random() < 0.15 else 1)
    if rng.random() < chamber.voice.free:
        return _freely(chamber, rng, who, substitutes, clock)
    form = rng.choices(
        ("part", "absent", "inhabil", "left", "line", "stand-in", "room", "reason"), (6, 5, 5, 3, 7, 2, 2, 2)
    )[0]
    missing.gone = list(who)

    def people(kind: str, reason: str | None = None, substitute: str | None = None) -> Rich:
        return listed([absent_person(chamber, missing, member, kind, reason, substitute) for member in who])

    if form == "part":
        said = rng.choice(
            (
                " deltog ikke i sagens behandling.",
                " deltog ikke i behandlingen af sagen.",
                " deltog ikke i punktets behandling.",
                f" deltog ikke i behandlingen af punkt {number}.",
            )
        )
        if not number and "punkt " in said:
            said = " deltog ikke under punktet."
        missing.sentences.append(people("absent") + said)
    elif form == "absent":
        said = rng.choice((" var fraværende.", " var ikke til stede.", " var fraværende under punktet."))
        missing.sentences.append(people("absent") + said)
    elif form == "inhabil":
        said = rng.choice(
            (
                " erklærede sig inhabil og deltog ikke i behandlingen af punktet.",
                " deltog ikke i sagens behandling på grund af inhabilitet.",
                " var inhabil og deltog ikke i sagens behandling.",
            )
        )
        if len(who) > 1:
            said = said.replace("inhabil og", "inhabile og")
        missing.sentences.append(people("disqualified") + said)
    elif form == "left":
        said = rng.choice(
            (
                f" forlod mødet kl. {clock}.",
                f" gik kl. {clock}.",
                f" forlod mødet kl. {clock} før behandlingen af sagen.",
            )
        )
        missing.left = list(who)
        missing.sentences.append(people("left_early") + said)
    elif form == "line":
        excused = rng.random() < 0.5
        missing.heading = (
            rng.choice(("Afbud", "Afbud", "Fraværende med afbud", "Forfald"))
            if excused
            else rng.choice(("Fraværende", "Fraværende", "Ikke til stede", "Ikke tilstede"))
        )
        missing.line = people("excused" if excused else "absent")
    elif form == "stand-in" and substitutes:
        del who[1:], missing.gone[1:]
        name = rng.choice(list(substitutes))
        stand_in = Rich(name).marked("substitute")
        away = people("absent", None, name)
        text = rng.choice(
            (
                "{stand_in} deltog i stedet for {away}.",
                "{stand_in} deltog som stedfortræder for {away}.",
                "I stedet for {away} deltog {stand_in}.",
            )
        )
        missing.sentences.append(fill(text, away=away, stand_in=stand_in))
    elif form == "room":
        missing.sentences.append(
            people("disqualified")
            + rng.choice(
                (
                    " forlod lokalet under punktet.",
                    " forlod mødelokalet under sagens behandling på grund af inhabilitet.",
                )
            )
        )
    else:
        reason = rng.choice(_REASONS)
        said = rng.choice((f" var fraværende på grund af {reason}.", f" var fraværende pga. {reason}."))
        missing.sentences.append(people("absent", reason) + said)
    return missing


def _freely(chamber: Chamber, rng: random.Random, who: list[Member], substitutes: Sequence[str], clock: str) -> Missing:
    """Absence in the clerk's own words."""
    missing = Missing()
    wording, kind, reason, substitute = draw_form(rng, substitutes)
    if substitute:
        del who[1:]
    told = listed([absent_person(chamber, missing, member, kind, reason, substitute) for member in who])
    if "{who}s " in wording and told.text.endswith(")"):
        wording = "For {who} mødte {s}."
    missing.gone = list(who)
    if kind == "left_early":
        missing.left = list(who)
    missing.sentences.append(
        fill(
            wording,
            who=told,
            s=Rich(substitute or "").marked("substitute"),
            e="e" if len(who) > 1 else "",
            t=clock,
            why=reason or "",
            Body=chamber.voice.council if chamber.council else "Udvalget",
        )
    )
    return missing


def header_absence(
    chamber_voice_party: str | None, member: Member, rng: random.Random, substitutes: list[str]
) -> tuple[GoldAbsence, str]:
    """One absence of the header: its label (kind to be set by the heading) and how it goes on behind the name."""
    tail = ""
    label = GoldAbsence(name=member.name, party=chamber_voice_party)
    if substitutes and rng.random() < 0.3:
        label.substitute = substitutes.pop()
        tail = rng.choice((" (stedfortræder: {})", " – stedfortræder {}", ", stedfortræder {}")).format(
            label.substitute
        )
    return label, tail
