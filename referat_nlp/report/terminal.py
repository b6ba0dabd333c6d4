"""Minutes as a page for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from ..schema import Decision, Item, Meeting, Referat, Section, SummarySentence
from . import people
from .evidence import passages
from .in_short import beside_title, in_short
from .unseen import clean
from .words import WORDS, Language

_WIDTH = 110
_LABEL_WIDTH = 11
# The body's own decision is what most readers come for; the case and what others decided are told in brief.
_DECISION_CHARACTERS = 1500
_OTHER_CHARACTERS = 420
_ATTACHMENTS = 8
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
    """A console that minutes cannot steer, and that leaves it to the caller what a closed pipe means."""

    def on_broken_pipe(self) -> None:
        # rich would end the program.
        raise BrokenPipeError

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(clean(segment.text), segment.style)


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
    asked = item.sections_of("indstilling")
    if item.summary and (whole or not _is_within(beside_title(item), asked)):
        yield words["summary"], Text(in_short(item), "italic")
    for section in asked if not whole else ():
        if section.text.strip():
            yield words["indstilling"], _shortened(section.text, _OTHER_CHARACTERS, words)
    for decision in sorted(item.decisions, key=lambda each: each.own):
        # With evidence indstilling and decision are among the passages, whole and marked.
        if not whole and decision.text.strip():
            yield words["decision" if decision.own else "earlier"], _decision(decision, words)
    for ballot in sorted(item.ballots, key=lambda each: each.motion != "prior"):
        elsewhere = item.decision_of(ballot) if ballot.motion == "prior" else None
        body = elsewhere.body if elsewhere else None
        yield words["ballot"], Group(*people.ballot(ballot, words, body))
    if item.reservations:
        yield words["reservations"], people.people(item.reservations)
    if item.dissent:
        yield words["dissent"], people.people(item.dissent)
    for statement in item.statements if not whole else ():
        by = Text(f"{statement.by}: " if statement.by else "", "cyan")
        yield words["statements"], by.append(_shortened(statement.text, _OTHER_CHARACTERS, words))
    if item.escalated:
        yield words["escalated"], Text(words["escalated_text"])
    if item.absent:
        yield words["absent"], people.absences(item.absent, words)
    if item.attachments:
        shown, more = item.attachments[:_ATTACHMENTS], len(item.attachments) - _ATTACHMENTS
        rest = [words["more"].format(more)] if more > 0 else []
        yield words["attachments"], Text("; ".join([*shown, *rest]), "dim")


def _is_within(sentences: Sequence[SummarySentence], sections: list[Section]) -> bool:
    """Whether the sentences of a summary tell nothing that these sections do not show anyway."""
    spans = [section.span for section in sections]
    return bool(sentences) and all(
        any(start <= sentence.span[0] and sentence.span[1] <= end for start, end in spans) for sentence in sentences
    )


def _decision(decision: Decision, words: Words) -> Text:
    if decision.own:
        return _shortened(decision.text, _DECISION_CHARACTERS, words)
    date = _date(decision.date, words) if decision.date else None
    head = ", ".join(part for part in (decision.body, date) if part)
    text = _shortened(decision.text, _OTHER_CHARACTERS, words)
    text.stylize("dim")
    return Text.assemble((f"{head}: " if head else "", "cyan"), text)


def _shortened(printed: str, most: int, words: Words) -> Text:
    """The text without blank lines and line breaks inside sentences; where it is long, cut and said to be."""
    text = _WRAP.sub(" ", re.sub(r"\n\s*\n", "\n", printed.strip()))
    if len(text) <= most:
        return Text(text)
    return Text.assemble(text[:most].rsplit(maxsplit=1)[0], " … ", (words["rest"], "dim"))


def _offsets(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}"


def _grid(rows: Iterable[tuple[str, RenderableType]]) -> Table:
    """Labels on the left, what they label on the right; a label is not repeated on the next line."""
    rows = list(rows)
    # The offsets of a long document are wider than any label.
    width = max(_LABEL_WIDTH, *(len(label) for label, _ in rows))
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(style="cyan", width=width, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    previous = None
    for label, content in rows:
        grid.add_row(Text(label) if label != previous else Text(), content)
        previous = label
    return grid
