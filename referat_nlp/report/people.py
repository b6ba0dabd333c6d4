"""People, ballots and absences as styled text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..schema import Absence, Ballot, Participant, Person, Voter

RESULT_STYLE = {"vedtaget": "green", "forkastet": "red"}
_COMMA = Text(", ")


def person(someone: Person) -> Text:
    """A name with its party: "Bo Lind (V)"."""
    if someone.name is None:
        return Text(someone.party or "?")
    text = Text(someone.name)
    if someone.party:
        text.append(f" ({someone.party})", "dim")
    return text


def people(everybody: Sequence[Person]) -> Text:
    """Names with parties, separated by commas."""
    return _COMMA.join(person(someone) for someone in everybody)


def participants(everybody: Sequence[Participant]) -> Text:
    """Names with parties and roles: "Anne Holm (A, formand)"."""
    return _COMMA.join(_with_role(someone) for someone in everybody)


def _with_role(someone: Participant) -> Text:
    details = ", ".join(detail for detail in (someone.party, someone.role) if detail)
    if someone.name is None or not details:
        return person(someone)
    return Text.assemble(someone.name, (f" ({details})", "dim"))


def absences(everybody: Sequence[Absence], words: Mapping[str, str]) -> Text:
    """Who was absent, in what way and why."""
    return Text("; ").join(_absence(absence, words) for absence in everybody)


def _absence(absence: Absence, words: Mapping[str, str]) -> Text:
    text = person(absence)
    details = [] if absence.kind == "absent" else [words[absence.kind]]
    details += [absence.reason] if absence.reason else []
    details += [f"{words['substitute']} {absence.substitute}"] if absence.substitute else []
    return text.append(f", {', '.join(details)}" if details else "", "dim")


def ballot(vote: Ballot, words: Mapping[str, str], body: str | None = None) -> Iterator[RenderableType]:
    """The lines of one ballot: what was voted on (or which other body voted) and how it went, then who voted how."""
    head = Text(body or words[vote.motion], "bold")
    if vote.proposer:
        head.append(f" {words['from']} {vote.proposer}", "not bold")
    if vote.result:
        head.append(f" {vote.result}", f"bold {RESULT_STYLE[vote.result]}")
    if vote.unanimous:
        head.append(f" · {words['unanimous']}", "not bold")
    counts = {"for": vote.counts.for_, "against": vote.counts.against, "abstain": vote.counts.abstain}
    for side, count in counts.items():
        if count is not None:
            head.append(f" · {count} {words[side]}", "not bold")
    if vote.counts_derived:
        head.append(f" ({words['derived']})", "not bold dim")
    yield head
    if vote.subject:
        yield Text(f"  „{' '.join(vote.subject.split())}“", "italic dim")
    sides = {"for": vote.for_, "against": vote.against, "abstain": vote.abstain}
    grid = Table.grid(padding=(0, 1))
    for side, voters in sides.items():
        if voters:
            grid.add_row(Text(words[side], "cyan"), _voters(voters, words))
    if grid.row_count:
        yield Padding(grid, (0, 0, 0, 2))
    for warning in vote.warnings:
        yield Text(f"  ! {words.get(warning, warning)}", "yellow")


def _voters(voters: Sequence[Voter], words: Mapping[str, str]) -> Text:
    printed = [voter for voter in voters if not voter.inferred]
    inferred = [voter for voter in voters if voter.inferred]
    text = people(printed)
    if inferred:
        text.append(" · " if printed else "").append(f"{words['inferred']}: ", "dim italic")
        text.append(people(inferred))
    return text
