"""Minutes as a page for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..schema import Decision, Item, Meeting, Referat
from . import people
from .evidence import passages
from .words import WORDS, Language

_WIDTH = 110
_LABEL_WIDTH = 11
_DECISION_CHARACTERS = 420
_OUTCOME_STYLE = {
    "godkendt": "green",
    "anbefalet": "green",
    "taget til efterretning": "green",
    "drøftet": "green",
    "forkastet": "red",
    "udsat": "yellow",
    "oversendt": "yellow",
    "trukket": "yellow",
    "noteret": "default",
}

# A line break that only the width of the printed page asked for.
_WRAP = re.compile(r"(?<![.:;!?])\n(?!\s*(?:[-–•*]|\d+[.)]|[a-z][.)])\s)")

Words = Mapping[str, str]


class _Console(Console):
    """A console that leaves it to the caller what a closed pipe means; rich would end the program."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def page_console() -> Console:
    """The console to print pages on: standard output, coloured where it is a terminal."""
    return _Console()


def page(referat: Referat, *, evidence: bool = False, language: Language = "da") -> RenderableType:
    """Lay minutes out for reading.

    Args:
        referat: An analysed record, with its text.
        evidence: Show the passages that each item's claims stand on, the claims marked, with their offsets.
        language: Of the page's own words.

    Returns:
        Something that a :class:`rich.console.Console` prints, at any width.
    """
    words = WORDS[language]
    parts: list[RenderableType] = [_meeting(referat, words)]
    for item in referat.items:
        parts.append(_item(referat, item, words, evidence))
    return Constrain(Group(*parts), _WIDTH)


def _meeting(referat: Referat, words: Words) -> RenderableType:
    meeting = referat.meeting
    names = [name for name in (meeting.body, meeting.municipality) if name]
    title = Text(" · ".join(names) or referat.source.path or "–", "bold")
    parts: list[RenderableType] = [Rule(characters="━", style="blue"), title]
    when = _when(meeting, words)
    if when:
        parts.append(Text(when))
    rows: list[tuple[str, RenderableType]] = []
    if meeting.participants:
        rows.append((words["participants"], people.participants(meeting.participants)))
    if meeting.absent:
        rows.append((words["absent"], people.absences(meeting.absent, words)))
    rows += [("!", Text(warning, "yellow")) for warning in referat.warnings]
    if rows:
        parts.append(_grid(rows))
    return Group(*parts)


def _when(meeting: Meeting, words: Words) -> str:
    parts = [words[meeting.kind]] if meeting.kind else []
    if meeting.date:
        parts.append(_date(meeting.date, words))
    times = "–".join(time for time in (meeting.start_time, meeting.end_time) if time)
    if times:
        parts.append(f"{words['clock']} {times}".strip())
    if meeting.place:
        parts.append(meeting.place)
    return " · ".join(parts)


def _date(iso: str, words: Words) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}{words['day']} {words['months'].split()[int(month) - 1]} {year}"


def _item(referat: Referat, item: Item, words: Words, evidence: bool) -> RenderableType:
    parts: list[RenderableType] = [Text(), _heading(item, words)]
    rows = list(_rows(item, words, whole=evidence))
    if evidence:
        rows += [(_offsets(span), passage) for span, passage in passages(referat, item)]
    if rows:
        parts.append(Padding(_grid(rows), (0, 0, 0, 2)))
    return Group(*parts)


def _heading(item: Item, words: Words) -> RenderableType:
    title = Table.grid(padding=(0, 1), expand=True)
    title.add_column(no_wrap=True)
    title.add_column(ratio=1)
    title.add_row(Text(item.number or "•", "bold blue"), Text(item.title or words["untitled"], "bold"))
    facts = Text(" → ").join(
        [
            *([Text(" + ".join(item.types) or item.type)] if item.type else []),
            *([Text(item.outcome, f"bold {_OUTCOME_STYLE[item.outcome]}")] if item.outcome else []),
        ]
    )
    for fact in (item.case_number, words["closed"] if item.closed else None):
        if fact:
            facts.append(" · " if facts.plain else "", "dim").append(fact, "dim")
    below = [Padding(facts, (0, 0, 0, 2))] if facts.plain else []
    return Group(Rule(style="dim"), title, *below)


def _rows(item: Item, words: Words, *, whole: bool) -> Iterator[tuple[str, RenderableType]]:
    if item.summary:
        yield words["summary"], Text(item.summary.text, "italic")
    for decision in item.decisions:
        # With evidence the decision is among the passages, whole and marked.
        if not whole and decision.text.strip():
            yield words["decision" if decision.own else "earlier"], _decision(decision, words)
    for ballot in item.ballots:
        yield words["ballot"], Group(*people.ballot(ballot, words))
    if item.reservations:
        yield words["reservations"], people.people(item.reservations)
    if item.dissent:
        yield words["dissent"], people.people(item.dissent)
    for statement in item.statements if not whole else ():
        by = Text(f"{statement.by}: " if statement.by else "", "cyan")
        yield words["statements"], by.append(_shortened(statement.text), "default")
    if item.escalated:
        yield words["escalated"], Text(words["escalated_text"])
    if item.absent:
        yield words["absent"], people.absences(item.absent, words)
    if item.attachments:
        yield words["attachments"], Text("; ".join(item.attachments), "dim")


def _decision(decision: Decision, words: Words) -> Text:
    if decision.own:
        return Text(_shortened(decision.text))
    date = _date(decision.date, words) if decision.date else None
    head = ", ".join(part for part in (decision.body, date) if part)
    return Text.assemble((f"{head}: " if head else "", "cyan"), (_shortened(decision.text), "dim"))


def _shortened(text: str) -> str:
    """The text without blank lines and line breaks inside sentences, cut after a word where it is long."""
    text = _WRAP.sub(" ", re.sub(r"\n\s*\n", "\n", text.strip()))
    if len(text) <= _DECISION_CHARACTERS:
        return text
    return text[:_DECISION_CHARACTERS].rsplit(maxsplit=1)[0] + " …"


def _offsets(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}"


def _grid(rows: Iterable[tuple[str, RenderableType]]) -> Table:
    """Labels on the left, what they label on the right; a label is not repeated on the next line."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(style="cyan", width=_LABEL_WIDTH, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    previous = None
    for label, content in rows:
        grid.add_row(Text(label) if label != previous else Text(), content)
        previous = label
    return grid
