"""Header fields, item boundaries, case numbers, sections, attachments."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Referat, Section
from ..anchors import squeeze
from ..gold.schema import GoldReferat, GoldSection
from ..matching import Pair, header_fields, same_heading, unmatched_sections
from .tally import Metric, Tally, count_sets, f1, share


def tally_header(gold: GoldReferat, referat: Referat) -> Tally:
    """Count the fields of the meeting's header; lists of people count by person."""
    tally: Tally = Tally()
    for field, want, got in header_fields(gold, referat):
        if isinstance(want, list) and isinstance(got, list):
            count_sets(tally, f"header.{field}", got, want)
        else:
            tally["header.expected"] += 1
            tally["header.hit"] += want == got
    return tally


def tally_structure(pair: Pair, *, drawn: bool = False) -> Tally:
    """Count what is right of an item's place among the others and of its parts.

    Args:
        pair: The item.
        drawn: The item was drawn from a record of the library's own: its place says nothing.

    Returns:
        The counts.
    """
    tally: Tally = Tally()
    gold, item = pair.gold, pair.item
    if not drawn:
        tally["items.found"] = int(item is not None)
        tally["items.expected"] = int(gold is not None)
        tally["items.hit"] = int(same_heading(pair))
    if gold is None:
        return tally
    for field in ("case_number", "closed"):
        if gold.labels(field):
            tally[f"{field}.expected"] = 1
            tally[f"{field}.hit"] = int(item is not None and getattr(item, field) == getattr(gold, field))
    if gold.labels("attachments"):
        attachments = item.attachments if item is not None else []
        count_sets(tally, "attachments", map(squeeze, attachments), map(squeeze, gold.attachments))
    if gold.labels("sections"):
        _count_sections(tally, item.sections if item is not None else [], gold.sections)
    return tally


def _count_sections(tally: Tally, found: Sequence[Section], expected: Sequence[GoldSection]) -> None:
    """Count sections in printed order: each labelled one takes the first that is like it."""
    hits = len(expected) - len(unmatched_sections(found, expected)[1])
    tally.update({"sections.found": len(found), "sections.expected": len(expected), "sections.hit": hits})
    tally["section_lists.expected"] = 1
    tally["section_lists.hit"] = int(hits == len(found) == len(expected))


METRICS = (
    Metric("header.accuracy", "header fields, accuracy", "structure", share("header"), "header.expected"),
    Metric(
        "header.participants_f1", "participants, F1 (name and party)", "structure", f1("header.participants"),
        "header.participants.expected",
    ),
    Metric(
        "header.absent_f1", "absent from the meeting, F1 (name and kind)", "structure", f1("header.absent"),
        "header.absent.expected",
    ),
    Metric("items.f1", "item boundaries, F1 (number and title)", "structure", f1("items"), "items.expected"),
    Metric("case_number.accuracy", "case number, accuracy", "structure", share("case_number"), "case_number.expected"),
    Metric("closed.accuracy", "closed or open, accuracy", "structure", share("closed"), "closed.expected"),
    Metric("sections.f1", "sections, F1 (kind, heading, ends)", "structure", f1("sections"), "sections.expected"),
    Metric(
        "sections.exact_item", "items with all sections right", "structure", share("section_lists"),
        "section_lists.expected",
    ),
    Metric("attachments.f1", "attachments, F1", "structure", f1("attachments"), "attachments.expected"),
)  # fmt: skip
