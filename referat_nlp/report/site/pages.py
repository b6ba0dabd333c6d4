"""Which pages there are, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...schema import Failure, Person
from .archive import Archive, MeetingPage, anchor
from .charts import chart, split_bar
from .items_data import items_data
from .members import Member, Members
from .parties import Council, councils_of
from .records import Record
from .render import Renderer, script
from .texts import ballot_anchor, blocks
from .trends import trends_of
from .votes import contested_ballots, count, is_contested, party_of

_LATEST = 12
_FEWEST_IN_COMMON = 5
_MULTIPLES = 24
"""Charts of bodies that are drawn; the others are in the table."""

_DOWNLOADS = {
    "items.csv": "download_items",
    "ballots.csv": "download_ballots",
    "votes.csv": "download_votes",
    "absences.csv": "download_absences",
    "minutes.jsonl": "download_jsonl",
}


class Pages:
    """Writes the pages of a site.

    Args:
        archive: All records, without their texts.
        members: The members of it.
        folder: Where the pages go; its folders are there.
    """

    def __init__(self, archive: Archive, members: Members, folder: Path) -> None:
        self._archive = archive
        self._members = members
        self._folder = folder
        self._councils = councils_of(archive)
        self._party_pages = {
            (council.municipality, party.key): party.page for council in self._councils for party in council.parties
        }
        self._renderer = Renderer(
            municipalities=archive.municipalities,
            anchor=anchor,
            ballot_anchor=ballot_anchor,
            count=count,
            is_contested=is_contested,
            split_bar=split_bar,
            member_page=self._member_page,
            party_page=self._party_page,
        )

    def write_record(self, record: Record, meetings: Iterator[MeetingPage]) -> None:
        """Write the page of a meeting.

        Args:
            record: With its texts.
            meetings: The pages of the meetings that are still to come, in the order of the records.
        """
        if isinstance(record, Failure):
            return
        page = next(meetings)
        self._write(page.page, "meeting", page=page, items=record.items, blocks=blocks)

    def write_rest(self) -> None:
        """Write all other pages and the data of the table."""
        self._overview()
        table = items_data(self._archive, self._members)
        self._text("data/items.js", script("REFERAT_ITEMS", table))
        years = sorted({meeting.year for meeting in self._archive.counted if meeting.year}, reverse=True)
        self._write("items.html", "items", table=table, years=years)
        meetings = sorted(self._archive.meetings, key=lambda each: each.meeting.date or "", reverse=True)
        self._write("meetings.html", "meetings", meetings=meetings)
        self._people()
        self._write("parties.html", "parties", councils=self._councils)
        for council in self._councils:
            self._parties(council)
        self._problems()
        sizes = [(name, key, (self._folder / "data" / name).stat().st_size) for name, key in _DOWNLOADS.items()]
        self._write("downloads.html", "downloads", files=sizes)

    def _write(self, at: str, template: str, **values: Any) -> None:
        self._text(at, self._renderer.page(template, at=at, **values))

    def _text(self, at: str, text: str) -> None:
        # A lone surrogate is no character; nothing else fails to encode.
        (self._folder / at).write_bytes(text.encode("utf-8", "replace"))

    def _member_page(self, municipality: str | None, name: str | None) -> str | None:
        member = self._members.find(municipality, name)
        return member.page if member else None

    def _party_page(self, municipality: str | None, printed: Person) -> str | None:
        return self._party_pages.get((municipality, party_of(printed) or ""))

    def _overview(self) -> None:
        trends = trends_of(self._archive)
        by_type = [(year, count.of_types()) for year, count in trends.years.items()]
        by_contest = [(year, [("contested", count.contested)]) for year, count in trends.years.items()]
        multiples = [
            (
                body,
                chart(
                    [
                        (year, [("contested", each.contested_items), ("calm", each.items - each.contested_items)])
                        for year, each in body.years.items()
                    ],
                    width=240,
                    height=120,
                ),
            )
            for body in trends.bodies[:_MULTIPLES]
        ]
        found = list(contested_ballots(self._archive.entries))
        latest = sorted(found, key=lambda each: each[0].meeting.meeting.date or "", reverse=True)[:_LATEST]
        self._write(
            "index.html",
            "overview",
            trends=trends,
            n_members=len(self._members),
            n_failures=len(self._archive.failures),
            by_type=chart(by_type, width=460, height=230),
            by_contest=chart(by_contest, width=460, height=230),
            multiples=multiples,
            outcomes=trends.total.outcomes.most_common(),
            latest=latest,
        )

    def _people(self) -> None:
        self._write("members.html", "members", members=sorted(self._members, key=_by_presence))
        for member in self._members:
            enough = [each for each in member.alike if each.agreement.n >= _FEWEST_IN_COMMON]
            few = [each for each in member.alike if each.agreement.n < _FEWEST_IN_COMMON]
            away = sorted(member.away.values(), key=lambda each: each.meeting.meeting.date or "", reverse=True)
            votes = sorted(member.votes, key=lambda each: each.entry.meeting.meeting.date or "", reverse=True)
            rows = [(vote, [vote.side], vote.inferred) for vote in votes]
            self._write(
                member.page,
                "member",
                member=member,
                enough=enough,
                few=few,
                away=away,
                contested_rows=[row for row in rows if row[0].ballot.contested],
                other_rows=[row for row in rows if not row[0].ballot.contested],
                own_party=self._own_party(member),
            )

    def _own_party(self, member: Member) -> str | None:
        return self._party_page(member.municipality, Person(party=member.party))

    def _parties(self, council: Council) -> None:
        for party in council.parties:
            votes = sorted(party.votes, key=lambda each: each.entry.meeting.meeting.date or "", reverse=True)
            others = [
                (other, council.agreement[party.key, other.key])
                for other in council.parties
                if (party.key, other.key) in council.agreement
            ]
            others.sort(key=lambda each: (-each[1].share, -each[1].n))
            members = [
                member for member in sorted(self._members, key=_by_presence) if self._own_party(member) == party.page
            ]
            rows = [(vote, vote.sides, False) for vote in votes]
            self._write(party.page, "party", party=party, rows=rows, others=others, members=members)

    def _problems(self) -> None:
        archive = self._archive
        doubted = [
            (entry, warning)
            for entry in archive.entries
            for ballot in entry.item.ballots
            for warning in ballot.warnings
        ]
        self._write(
            "problems.html",
            "problems",
            failures=archive.failures,
            warned=[(meeting, warning) for meeting in archive.meetings for warning in meeting.warnings],
            doubted=doubted,
            repeated=[meeting for meeting in archive.meetings if meeting.repeats],
            empty=[meeting for meeting in archive.meetings if not meeting.n_items],
        )


def _by_presence(member: Member) -> tuple[int, int, str]:
    return -member.present, -len(member.votes), member.name
