"""Cases as items: the text of their sections, their decision, and what is left of them on an agenda."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from referat_nlp.evaluate.gold.schema import GoldBallot, GoldDecision, GoldItem, GoldSummary
from referat_nlp.schema import DecisionPoint

from . import standing
from .absence import Missing
from .cases import Filled, bank, fill_frame
from .chamber import Chamber
from .decisions import TYPE_OF, Decider
from .elections import elect
from .houses import House
from .layout import Draft
from .rich import Rich, concat, sentence
from .slots import Slots
from .verdict import Case, Verdict

_ASKED = {
    "g": (
        "{Udvalg} skal tage stilling til sagen.",
        "Sagen forelægges til beslutning.",
        "{Udvalg} skal træffe afgørelse.",
    ),
    "d": ("{Udvalg} skal drøfte sagen.", "Sagen forelægges til drøftelse.", "Der lægges op til en drøftelse på mødet."),
    "o": (
        "Sagen forelægges til orientering.",
        "{Udvalg} orienteres om sagen.",
        "Redegørelsen er til {udvalg}s orientering.",
    ),
}


def standing_item(
    kind: str, chamber: Chamber, rng: random.Random, agenda: bool, slots: Slots, others: tuple[int, int]
) -> Draft:
    """An item that every meeting has."""
    if kind == "agenda":
        draft = standing.agenda_item(chamber, rng, agenda, others)
    elif kind == "news":
        draft = standing.news(chamber, rng, agenda, slots)
    elif kind == "questions":
        draft = standing.question_time(chamber, rng, agenda)
    elif kind == "signatures":
        draft = standing.signatures(chamber, rng, agenda)
    elif kind == "closed":
        draft = standing.closed(chamber, rng, agenda)
    else:
        draft = standing.other_business(chamber, rng, agenda)
    text = draft.sections.get("beslutning")
    if text is not None:
        _own_decision(draft, text, chamber, [])
    return draft


def case_item(
    rng: random.Random,
    house: House,
    chamber: Chamber,
    fields: Sequence[str],
    slots: Slots,
    agenda: bool,
    others: list[str],
    used: set[str],
    priors: Any,
) -> Draft:
    """A case with its sections, its decision and its labels.

    Args:
        rng: What chance there is.
        house: How the municipality writes.
        chamber: Who decides.
        fields: The fields that come before the body.
        slots: The values of the case.
        agenda: Whether nothing is decided yet.
        others: Other bodies.
        used: Cases that this meeting has had already.
        priors: A maker of earlier decisions and the list of their ballots; None where there are none.

    Returns:
        The item.
    """
    frames, fillers = bank()
    open_ = [frame for frame in frames if frame.area in fields and frame.id not in used] or list(frames)
    frame = rng.choice(open_)
    used.add(frame.id)
    filled = fill_frame(frame, slots, rng)
    recommends = frame.council and not chamber.council
    kinds = [kind for kind, _ in filled.points]
    numbered = len(kinds) > 1 and house.numbered_points[0] == "1"
    case = Case(
        kinds=kinds,
        noun=filled.noun,
        recommends=recommends,
        changes=filled.changes,
        other_bodies=others,
        month=slots["maaned"],
        date=slots["dato"].removesuffix(f" {slots['dato'][-4:]}"),
        numbered=numbered,
    )
    item = GoldItem(title=filled.title, type=None, types=[], outcome=None)
    draft = Draft(item, kle=rng.choice(fillers[frame.area].kle or ["00.01.00"]))
    without_indstilling = agenda and rng.random() < 0.3
    _sections(draft, filled, house, chamber, rng, case, others, without_indstilling)
    if agenda:
        decider = Decider(chamber, case)
        if without_indstilling:
            # What is left must tell what the body is asked, or nobody could say.
            asked = rng.choice(_ASKED[decider.top]).format_map(slots)
            sections = draft.sections
            sections["sagsfremstilling"] = sections["sagsfremstilling"] + " " + asked
        item.types = [TYPE_OF[decider.top]] if without_indstilling else list(decider.types)
        item.type = TYPE_OF[decider.top]
        return draft
    verdict = (
        elect(chamber, frame.noun.removeprefix("valget af "), rng, rng.random() < chamber.voice.free)
        if frame.noun.startswith("valget af ")
        else Decider(chamber, case).decide()
    )
    if priors is not None:
        make, ballots = priors
        draft.priors = make(frame.area, lambda room: _prior(room, case))
        item.ballots += ballots
    _own(draft, verdict, chamber, rng)
    if verdict.outcome == "trukket" and rng.random() < 0.25:
        item.title = (item.title or "") + " - udgår"
    return draft


def _own(draft: Draft, verdict: Verdict, chamber: Chamber, rng: random.Random) -> None:
    """Put the body's decision on the item."""
    item = draft.item
    item.type, item.types, item.outcome = verdict.type, list(verdict.types), verdict.outcome
    item.ballots += verdict.ballots
    item.reservations, item.dissent = verdict.reservations, verdict.dissent
    item.statements = [statement for statement, _ in verdict.statements]
    item.escalated = verdict.escalated
    between = rng.choice((" ", "\n\n", "\n\n", "\n"))
    if any("\n" in part.text for part in verdict.parts) and between == " ":
        between = "\n\n"
    _own_decision(draft, concat(verdict.parts, between), chamber, verdict.points)


def _own_decision(draft: Draft, text: Rich, chamber: Chamber, points: list[DecisionPoint]) -> None:
    label = GoldDecision(body=chamber.body, own=True, points=points)
    draft.sections["beslutning"] = text.marked("decision", label)
    draft.own = label


def _prior(room: Chamber, case: Case) -> tuple[Rich, list[DecisionPoint], list[GoldBallot]]:
    """An earlier committee's decision on the case: it recommends; its votes are earlier votes."""
    earlier = Case(
        case.kinds, case.noun, "g" in case.kinds, case.changes, case.other_bodies, case.month, case.date, case.numbered
    )
    while True:
        verdict = Decider(room, earlier).decide()
        if verdict.outcome not in ("anbefalet", "taget til efterretning", "drøftet") or verdict.escalated:
            continue
        if not (verdict.reservations or verdict.dissent or verdict.statements):
            break
    for ballot in verdict.ballots:
        ballot.motion = "prior"
    return (
        concat(verdict.parts, " " if not any("\n" in part.text for part in verdict.parts) else "\n\n"),
        verdict.points,
        verdict.ballots,
    )


def lay_absence(rng: random.Random, draft: Draft, missing: Missing) -> None:
    """Say who took no part in an item, before or behind its decision.

    Args:
        rng: What chance there is.
        draft: The item; those who are missing had no part in its decision.
        missing: Who they are and how it is told.
    """
    text = draft.sections.get("beslutning")
    if text is None or not (missing.sentences or missing.line):
        return
    draft.item.absent = missing.labels
    label = draft.own
    bare = Rich(text.text, tuple(mark for mark in text.marks if mark.kind != "decision"))
    if missing.sentences:
        told = concat(missing.sentences, " ")
        between = rng.choice((" ", "\n\n", "\n")) if "\n" not in bare.text else rng.choice(("\n\n", "\n"))
        whole = told + between + bare if rng.random() < 0.25 else bare + between + told
        draft.sections["beslutning"] = whole.marked("decision", label)
    else:
        draft.absent_line = (missing.heading, missing.line)


def _sections(
    draft: Draft,
    filled: Filled,
    house: House,
    chamber: Chamber,
    rng: random.Random,
    case: Case,
    others: list[str],
    bare: bool,
) -> None:
    sections = draft.sections
    left = " ".join((filled.title, *filled.paragraphs))
    summary = filled.summary
    if bare and any(fact not in left for fact in filled.facts):
        summary = None
    if summary is not None:
        draft.item.summary = GoldSummary(text=summary)
    if summary is not None and rng.random() < 0.6:
        sections["resume"] = Rich(summary)
    sections["sagsfremstilling"] = Rich(house.paragraphs.join(filled.paragraphs))
    if not bare:
        sections["indstilling"] = Rich(_recommendation(filled, house, chamber, rng, case))
    if rng.random() < 0.55:
        sections["oekonomi"] = Rich(filled.economy)
    if rng.random() < 0.2:
        sections["lovgrundlag"] = Rich(filled.law)
    if rng.random() < 0.15:
        sections["hoering"] = Rich(filled.hearing)
    if rng.random() < 0.15:
        sections["tidsplan"] = Rich(filled.timeline)
    if rng.random() < 0.08:
        sections["kommunikation"] = Rich(filled.communication)
    if rng.random() < 0.2:
        council = chamber.voice.council
        sections["kompetence"] = Rich(rng.choice((council, council + ".")) if filled.frame.council else chamber.body)
    if filled.attachments:
        bullet = rng.choice(("", "- "))
        numbered = rng.random() < 0.25
        titles = [f"Bilag {n} – {title}" if numbered else title for n, title in enumerate(filled.attachments, start=1)]
        draft.item.attachments = titles
        sections["bilag"] = Rich("\n".join(bullet + title for title in titles))
    elif rng.random() < 0.2:
        sections["bilag"] = Rich("Ingen bilag.")


def _recommendation(filled: Filled, house: House, chamber: Chamber, rng: random.Random, case: Case) -> str:
    """The indstilling: who recommends what to whom, in one sentence or point by point."""
    clauses = [clause for _, clause in filled.points]
    admin, council = chamber.voice.admin, chamber.voice.council
    heading = house.headings["indstilling"]
    lead = f"{admin} indstiller"
    if case.recommends:
        lead += rng.choice(
            (
                f" til {chamber.body} at anbefale {council}",
                f", at {chamber.body} over for {council} anbefaler",
                f" til {council}",
            )
        )
    elif rng.random() < 0.4:
        lead += f" til {chamber.body}"
    if "indstille" in heading.lower() and heading.lower() != "indstillinger":
        lead = rng.choice((f"over for {chamber.body}", f"til {chamber.body}"))
        lead = lead[:1].upper() + lead[1:]
    if len(clauses) == 1:
        return sentence(f"{lead}, at {clauses[0]}")
    form = house.numbered_points
    inner = form.endswith("at ")
    lines = []
    for n, clause in enumerate(clauses, start=1):
        mark = form.replace("1", str(n)).replace("a)", "abcdefgh"[n - 1] + ")")
        end = (
            ("" if clause.endswith(".") else ".")
            if n == len(clauses)
            else ", og"
            if n == len(clauses) - 1 and rng.random() < 0.4
            else ","
        )
        lines.append(mark + clause + end)
    return lead + ("," if inner else ", at") + rng.choice(("\n", "\n\n")) + "\n".join(lines)
