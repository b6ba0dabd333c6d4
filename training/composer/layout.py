"""One item on the page: heading, case number, sections in the house's order."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from referat_nlp.evaluate.gold.schema import GoldDecision, GoldItem, GoldSection
from referat_nlp.schema import SectionKind

from .figures import long_date, short_date
from .houses import House
from .pages import Page
from .rich import Rich, concat

_NUMBER: dict[str, str] = {
    "punkt-colon": "Punkt {n}: {t}",
    "punkt": "Punkt {n} {t}",
    "colon": "{n}: {t}",
    "dot": "{n}. {t}",
    "pkt": "Pkt. {n} {t}",
    "nr-dash": "Nr. {n} - {t}",
    "sag-colon": "Sag {n}: {t}",
    "sag-nr": "Sag nr. {n} {t}",
    "bullet": "- {n}. {t}",
    "agenda-item": "Dagsordenspunkt {n}: {t}",
    "with-year": "{n}/{y} {t}",
    "number-below": "{t}",
    "bare": "{n} {t}",
    "none": "",
}


@dataclass
class Draft:
    """An item before it is laid out: its labels, and the text of its sections.

    Attributes:
        item: The labels; spans are put in when the item is on the page.
        sections: Text by kind.
        priors: Earlier decisions: body and day in the heading, their labels, their text.
        absent_line: Heading and names of a line that closes the decision.
        kle: The case's number in the plan of municipal subjects.
        own: The body's own decision.
    """

    item: GoldItem
    sections: dict[SectionKind, Rich] = field(default_factory=dict)
    priors: list[Prior] = field(default_factory=list)
    absent_line: tuple[str, Rich] | None = None
    kle: str = ""
    own: GoldDecision | None = None


@dataclass
class Prior:
    """An earlier committee's decision."""

    label: GoldDecision
    text: Rich
    heading: str


def case_number(rng: random.Random, form: str, year: int, kle: str) -> str:
    """A case number of a form."""
    serial = rng.randint(1, 4999)
    if form == "kle":
        return f"{kle}-{rng.choice('PAGKS')}{rng.randint(0, 55):02}-{rng.randint(1, 480)}-{year % 100:02}"
    if form == "kle-old":
        return f"{kle}{rng.choice('PAGKS')}{rng.randint(0, 55):02}-{serial:04}"
    if form == "year-slash":
        return f"{year % 100:02}/{serial}"
    if form == "long":
        return f"{rng.randint(206, 849)}-{year}-{serial}"
    if form == "dash":
        return f"{year % 100:02}-{rng.randint(1, 29999):06}"
    return str(rng.randint(100000, 399999))


def lay_out(page: Page, house: House, draft: Draft, rng: random.Random, body: str, day: date, year: int) -> None:
    """Write an item on the page.

    Args:
        page: The page, at the beginning of a line.
        house: How it is to look.
        draft: The item; the spans of its labels are put in from the page's marks afterwards.
        rng: What chance there is.
        body: The own body.
        day: The day of the meeting.
        year: Its year.
    """
    item = draft.item
    start = page.length
    if house.numbers != "none":
        title = item.title or ""
        page.heading(Rich(_NUMBER[house.numbers].format(n=item.number, t=title, y=year)))
        page.write("\n")
        if house.numbers == "number-below":
            page.write(f"Sag nr. {item.number}\n")
    if item.case_number is not None:
        label = house.case_label or ("Sagsnr.: " if house.numbers == "none" else "")
        page.write(label + item.case_number + "\n")
    order = list(house.order)
    if draft.absent_line:
        order.insert(order.index("beslutning") + 1, "fravaer")
    for kind in order:
        if kind == "tidligere_beslutning":
            _priors(page, house, draft)
            continue
        if kind == "fravaer":
            if draft.absent_line:
                heading, names = draft.absent_line
                page.write("\n" + heading + rng.choice((": ", ":\n", "\n")))
                _section(page, item, "fravaer", heading, names)
                page.write("\n")
            continue
        text = draft.sections.get(kind)
        if text is None:
            continue
        page.write("\n")
        if kind == "beslutning" and house.decision_heading == "none":
            _section(page, item, kind, None, text)
            page.write("\n")
            continue
        heading = _heading(house, kind, body, day)
        colon = ":" if house.dress == "colon" else ""
        page.heading(Rich(heading + colon))
        page.write(house.gap)
        _section(page, item, kind, heading, text)
        page.write("\n")
    item.span = (start, page.length - 1)


def _section(page: Page, item: GoldItem, kind: SectionKind, heading: str | None, text: Rich) -> None:
    section = GoldSection(kind=kind, heading=heading)
    item.sections.append(section)
    page.write(text.marked("section", section))


def _heading(house: House, kind: SectionKind, body: str, day: date) -> str:
    heading = house.headings[kind]
    if kind == "beslutning" and heading == "Beslutning" and house.decision_heading != "bare":
        if house.decision_heading == "body-date":
            heading = f"Beslutning {body} den {long_date(day)}"
        else:
            heading = f"Beslutning i {body} den {short_date(day)}"
    return heading.upper() if house.dress == "capitals" else heading


def _priors(page: Page, house: House, draft: Draft) -> None:
    """Earlier committees' decisions, each under a heading of its own or all under one."""
    if not draft.priors:
        return
    if house.prior == "headed":
        for prior in draft.priors:
            page.write("\n")
            page.heading(Rich(prior.heading + ":"))
            page.write(house.gap)
            _section(
                page, draft.item, "tidligere_beslutning", prior.heading, prior.text.marked("decision", prior.label)
            )
            page.write("\n")
        return
    parts = []
    for prior in draft.priors:
        parts.append(
            Rich(prior.heading.removeprefix("Beslutning fra ").replace(", den ", " den ") + ": ")
            + prior.text.marked("decision", prior.label)
        )
    heading = house.headings["tidligere_beslutning"]
    heading = heading.upper() if house.dress == "capitals" else heading
    page.write("\n")
    page.heading(Rich(heading + (":" if house.dress == "colon" else "")))
    page.write(house.gap)
    _section(page, draft.item, "tidligere_beslutning", heading, concat(parts, "\n\n"))
    page.write("\n")
