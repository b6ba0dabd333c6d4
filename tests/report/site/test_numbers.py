"""What the pages count, on records small enough to count by hand."""

from __future__ import annotations

import pytest

from referat_nlp.report.site.agreement import agreements
from referat_nlp.report.site.archive import Archive, collect
from referat_nlp.report.site.items_data import FLAGS, items_data
from referat_nlp.report.site.members import Member, Members, members_of
from referat_nlp.report.site.parties import Council, councils_of
from referat_nlp.report.site.trends import trends_of
from tests.report.site.sample import ballot, committee, council, people, records

RAVNSHOLT = "Ravnsholt Kommune"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return collect(records())


@pytest.fixture(scope="module")
def members(archive: Archive) -> Members:
    return members_of(archive)


@pytest.fixture(scope="module")
def parties(archive: Archive) -> Council:
    (only,) = councils_of(archive)
    return only


def find(members: Members, name: str) -> Member:
    member = members.find(RAVNSHOLT, name)
    assert member is not None
    return member


def agreement(one: Member, other: str) -> tuple[int, int]:
    return next(
        ((each.agreement.same, each.agreement.n) for each in one.alike if each.other.name == other),
        (0, 0),
    )


def test_a_ballot_is_contested_where_somebody_votes_against_or_abstains() -> None:
    assert not ballot(**{"for": people("A", "V")}, counts={"for": 5, "against": 0}).contested
    assert ballot(against=people("A")).contested
    assert ballot(counts={"against": 1}).contested
    assert ballot(counts={"abstain": 2}).contested
    assert ballot(abstain=people("V")).abstained
    assert not ballot(against=people("V"), counts={"abstain": 0}).abstained


def test_a_meeting_that_stands_twice_is_counted_once(archive: Archive) -> None:
    assert [bool(meeting.repeats) for meeting in archive.meetings] == [False, False, True]
    assert archive.meetings[2].repeats == archive.meetings[0].page
    assert archive.meetings[2].page != archive.meetings[0].page
    assert len(archive.entries) == 6
    assert len(archive.failures) == 1


def test_a_meeting_without_municipality_is_of_the_one_beside_it(archive: Archive) -> None:
    assert [meeting.municipality for meeting in archive.meetings] == [RAVNSHOLT] * 3


def test_where_the_documents_beside_it_name_two_it_is_of_none() -> None:
    other = council()
    other.meeting.municipality = "Lyngkær Kommune"
    other.items[0].id = "another"
    found = collect([council(), other, committee()])
    assert [meeting.municipality for meeting in found.meetings] == [RAVNSHOLT, "Lyngkær Kommune", None]


def test_names_are_joined_over_titles_blanks_and_capitals(members: Members) -> None:
    assert sorted(member.name for member in members) == ["Anne Holm", "Bo Lind", "Eva Brun", "Ida Krog", "Karl Dam"]
    anne = find(members, "anne holm")
    assert anne.party == "A"
    assert dict(anne.bodies) == {"Byrådet": 1, "Teknik- og Miljøudvalget": 1}
    assert anne.roles == {"borgmester": 1}


def test_names_are_not_joined_over_municipalities() -> None:
    other = committee()
    other.meeting.municipality = "Lyngkær Kommune"
    members = members_of(collect([council(), other]))
    assert {member.municipality for member in members if member.name == "Anne Holm"} == {RAVNSHOLT, "Lyngkær Kommune"}


def test_a_record_holds_the_votes_of_the_own_body_each_once(members: Members) -> None:
    eva = find(members, "Eva Brun")
    sides = [(vote.entry.item.title, vote.side, vote.inferred) for vote in eva.votes]
    assert sides == [
        ("Cykelsti ved Tved Mark", "against", False),
        ("Budget for 2025", "abstain", False),
        ("Godkendelse af dagsorden", "for", True),
        ("Ny genbrugsplads", "against", False),
    ]
    assert [vote.entry.item.title for vote in eva.contested] == [sides[0][0], sides[1][0], sides[3][0]]
    assert [(kind, entry.item.title) for kind, entry in eva.noted] == [("reservations", "Budget for 2025")]


def test_the_losing_side_is_against_what_was_carried_and_for_what_was_rejected(members: Members) -> None:
    lost = {name: find(members, name).outvoted for name in ("Anne Holm", "Bo Lind", "Eva Brun")}
    assert lost == {"Anne Holm": 2, "Bo Lind": 0, "Eva Brun": 1}


def test_agreement_is_over_contested_ballots_that_both_took_a_side_in(members: Members) -> None:
    anne = find(members, "Anne Holm")
    assert agreement(anne, "Bo Lind") == (1, 2)
    assert agreement(anne, "Eva Brun") == (0, 3)
    assert agreement(anne, "Karl Dam") == (0, 1)
    assert agreement(find(members, "Bo Lind"), "Karl Dam") == (1, 1)
    assert next(each.other.name for each in anne.alike) == "Bo Lind"


def test_who_is_listed_on_two_sides_agrees_with_nobody() -> None:
    pairs = agreements([{"a": {"for"}, "b": {"for", "against"}, "c": {"for"}}, {"a": {"for"}, "c": {"abstain"}}])
    assert set(pairs) == {("a", "c"), ("c", "a")}
    assert (pairs["a", "c"].same, pairs["a", "c"].n, pairs["a", "c"].share) == (1, 2, 0.5)


def test_absences_are_told_by_meeting_and_by_item(members: Members) -> None:
    (away,) = find(members, "Ida Krog").away.values()
    assert away.whole is not None
    assert (away.whole.kind, away.whole.reason, away.whole.substitute) == ("excused", "ferie", "Per Sø")
    assert away.items == []
    (away,) = find(members, "Bo Lind").away.values()
    assert away.whole is None
    assert [(entry.item.title, absence.kind) for entry, absence in away.items] == [("Ny genbrugsplads", "disqualified")]


def test_parties_take_the_side_of_all_their_votes(parties: Council) -> None:
    by_name = {party.name: party for party in parties.parties}
    assert {name: (party.on("for"), party.on("against"), party.on("abstain")) for name, party in by_name.items()} == {
        "V": (2, 1, 0),
        "A": (2, 1, 0),
        "Ø": (0, 2, 1),
    }
    assert [(vote.sides, vote.ballot.motion) for vote in by_name["V"].votes][1] == (["against"], "amendment")
    pair = parties.agreement["A", "V"]
    assert (pair.same, pair.n) == (1, 2)


def test_a_party_that_splits_has_no_side() -> None:
    record = council()
    record.items[0].ballots[0].against.extend(people("Karl Dam (V)"))
    (found,) = councils_of(collect([record]))
    party = next(each for each in found.parties if each.name == "V")
    assert (party.split, party.on("for"), party.on("against")) == (1, 1, 1)
    assert found.agreement["A", "V"].n == 1


def test_letter_and_name_of_a_party_are_one() -> None:
    record = council()
    record.items[0].ballots[0].against[0].party = "Enhedslisten"
    (found,) = councils_of(collect([record]))
    assert sorted(party.name for party in found.parties) == ["A", "V", "Ø"]


def test_counts_by_year_and_body(archive: Archive) -> None:
    trends = trends_of(archive)
    assert (trends.total.meetings, trends.total.items, trends.total.ballots) == (2, 6, 5)
    assert (trends.total.contested, trends.total.abstained, trends.total.contested_items) == (4, 1, 3)
    assert {year: (count.items, count.contested) for year, count in trends.years.items()} == {
        "2024": (4, 3),
        "2025": (2, 1),
    }
    assert [(body.body, body.total.items, body.years["2025"].items) for body in trends.bodies] == [
        ("Byrådet", 4, 0),
        ("Teknik- og Miljøudvalget", 2, 2),
    ]
    assert trends.total.outcomes == {"godkendt": 4, "forkastet": 1}


def test_years_without_meetings_are_shown_and_undated_ones_are_last() -> None:
    old, undated = council(), committee()
    old.meeting.date, undated.meeting.date = "2021-01-01", None
    other = committee()
    other.items[0].id = "third"
    assert list(trends_of(collect([old, undated, other])).years) == ["2021", "2022", "2023", "2024", "2025", "–"]


def test_the_table_of_items_holds_what_the_filters_ask(archive: Archive, members: Members) -> None:
    data = items_data(archive, members)
    assert data["bodies"] == ["Teknik- og Miljøudvalget", "Byrådet"]
    by_title = {row[3]: row for row in data["items"]}

    def flags(title: str) -> set[str]:
        return {flag for bit, flag in enumerate(FLAGS) if by_title[title][6] & 1 << bit}

    def named(title: str) -> set[str]:
        return {data["members"][number][0] for number in by_title[title][7]}

    assert flags("Cykelsti ved Tved Mark") == {"contested", "ballot"}
    assert flags("Budget for 2025") == {"contested", "abstained", "amendment", "ballot", "dissent"}
    assert flags("Skolernes ferie") == set()
    assert named("Cykelsti ved Tved Mark") == {"Anne Holm", "Bo Lind", "Eva Brun"}
    assert named("Godkendelse af dagsorden") == set()
    assert named("Ny genbrugsplads") == {"Bo Lind", "Eva Brun"}
    assert by_title["Cykelsti ved Tved Mark"][11] == [2, 1, None]
    types = [data["types"][bit] for bit in range(4) if by_title["Budget for 2025"][4] & 1 << bit]
    assert types == ["orientering", "godkendelse"]
    assert [data["meetings"][row[0]][3] for row in data["items"]] == ["2025-05-07"] * 2 + ["2024-03-05"] * 4
