"""What the cells of a sheet show of an item, and the model's answers in the words that labellers use."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Absence, Ballot, Item, Person, Section, Voter
from ..gold.sheets.columns import ABSENCES, BINDING, CUT, MOTIONS, SUBSTITUTE, YES, danish
from .drawing import Candidate

LONGEST_CELL = 32_000
"""Excel holds 32,767 characters in a cell."""
_NONE = "ingen"


def context(candidate: Candidate, row: int) -> dict[str, str]:
    """The cells that a labeller reads, by column key.

    Args:
        candidate: The item.
        row: Its running number in the sheet.
    """
    item, meeting = candidate.item, candidate.meeting
    header = (meeting.body, meeting.date, meeting.municipality)
    return {
        "row": str(row),
        "number": item.number or "",
        "title": item.title or "",
        "meeting": "\n".join(filter(None, header)),
        "proposal": cut("\n".join(section.text for section in item.sections_of("indstilling"))),
        "case": cut("\n\n".join(map(_headed, _case(item)))),
        "decision": cut(_decided(candidate)),
        "path": candidate.source.path or "",
        "sha256": candidate.source.sha256 or "",
        "id": item.id,
    }


def suggestion(item: Item) -> dict[str, str]:
    """The model's labels of an item, by column key."""
    return {
        "type": item.type or "",
        "types": " + ".join(kind for kind in BINDING if kind in item.types),
        "outcome": item.outcome or _NONE,
        "ballots": str(len(item.ballots)),
        "reservations": people(item.reservations),
        "dissent": people(item.dissent),
        "absent": "; ".join(map(_absence, item.absent)) or _NONE,
        "summary": item.summary.text if item.summary else "",
    }


def ballot_cells(ballot: Ballot, row: int) -> dict[str, str]:
    """The cells of one of the model's ballots, as far as it is printed, by column key."""
    counts = ballot.counts.model_dump(by_alias=True) if not ballot.counts_derived else {}
    sides = {"for": ballot.for_, "against": ballot.against, "abstain": ballot.abstain}
    return {
        "item": str(row),
        "motion": danish(MOTIONS, ballot.motion),
        "proposer": ballot.proposer or "",
        "subject": ballot.subject or "",
        "result": ballot.result or "",
        **{f"{side}_count": "" if counts.get(side) is None else str(counts[side]) for side in sides},
        "unanimous": YES if ballot.unanimous else "",
        **{side: _voters(voters) for side, voters in sides.items()},
    }


def people(named: Sequence[Person]) -> str:
    """People and parties as a labeller writes them; 'ingen' where there are none."""
    return "; ".join(map(_person, named)) or _NONE


def cut(text: str) -> str:
    """A text that fits in a cell; what is cut off is said to be."""
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL].rstrip()} {CUT}"


def _voters(voters: Sequence[Voter]) -> str:
    return "; ".join(_person(voter) for voter in voters if not voter.inferred)


def _person(person: Person) -> str:
    if person.name and person.party:
        return f"{person.name} ({person.party})"
    return person.name or person.party or ""


def _absence(absence: Absence) -> str:
    details = [danish(ABSENCES, absence.kind)] if absence.kind != "absent" else []
    details += [absence.reason] if absence.reason else []
    details += [f"{SUBSTITUTE} {absence.substitute}"] if absence.substitute else []
    return f"{_person(absence)}: {', '.join(details)}" if details else _person(absence)


def _decided(candidate: Candidate) -> str:
    """All that tells what was decided, by whom, and who was not there; the whole item where nothing is marked."""
    item = candidate.item
    sections = item.sections_of("beslutning", "tidligere_beslutning", "fravaer")
    parts = [(section.span, _headed(section)) for section in sections]
    inside = [section.span for section in sections]
    parts += [
        (decision.span, decision.text)
        for decision in item.decisions
        if not any(start <= decision.span[0] < end for start, end in inside)
    ]
    text = "\n\n".join(part for _, part in sorted(parts) if part)
    return text or candidate.text


def _headed(section: Section) -> str:
    # The column says "Beslutning" already; the heading of an earlier committee's tells whose it is.
    plain = section.kind == "beslutning" and (section.heading or "").casefold() == "beslutning"
    return f"{section.heading}:\n{section.text}" if section.heading and not plain else section.text


def _case(item: Item) -> list[Section]:
    apart = ("indstilling", "beslutning", "tidligere_beslutning", "fravaer", "bilag", "resume")
    return [section for section in item.sections if section.kind not in apart]
