"""The ballot grammar against the cases, and what these do not hold: spans, statements, the roster."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import VoteResult
from referat_nlp.analysis.votes import GrammarVoteExtractor
from referat_nlp.danish.people import Member
from referat_nlp.schema import Ballot, Decision, Item, Person

CASES = json.loads((Path(__file__).parents[1] / "fixtures/cases/ballots.json").read_text(encoding="utf-8"))
ROSTER = (
    Member("Anne Holm", "A"),
    Member("Ida Krog", "A"),
    Member("Per Ek", "V"),
    Member("Bo Lind", "V"),
    Member("Kaj Toft", "Ø"),
)
# A decision that prints earlier committees' under their names; the structure stage gives each of its own.
READING = re.compile(
    r"^(?:Beslutning fra )?(?P<body>[A-ZÆØÅ][\w ,æøå-]*?(?:udvalget|rådet)),? den [^:\n]*:\n", re.MULTILINE
)


def decisions_of(text: str, body: str | None) -> list[Decision]:
    headings = list(READING.finditer(text))
    if not headings:
        return [Decision(text=text, span=(0, len(text)))]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    return [
        Decision(
            body=heading["body"],
            own=heading["body"] == body,
            text=text[heading.end() : end],
            span=(heading.end(), end),
        )
        for heading, end in zip(headings, ends, strict=True)
    ]


def read(
    text: str, *, body: str | None = "Byrådet", title: str = "Ny sti", members: tuple[Member, ...] = ()
) -> VoteResult:
    item = Item(id="1", title=title, span=(0, len(text)), decisions=decisions_of(text, body))
    (result,) = GrammarVoteExtractor()([ItemContext(item, text, body, members)])
    return result


def people(entries: list[Any]) -> list[tuple[str, str]]:
    entries = [entry if isinstance(entry, dict) else entry.model_dump() for entry in entries]
    return sorted((e["name"] or "", e["party"] or "") for e in entries if not e.get("inferred"))


def ballot_as_expected(ballot: Ballot, expected: dict[str, Any]) -> dict[str, Any]:
    """The parts of a ballot that an expectation names, in its form."""
    found = ballot.model_dump(by_alias=True)
    for side in ("for", "against", "abstain"):
        found[side] = people(found[side])
    found["inferred"] = {
        side: people([{"name": v.name, "party": v.party} for v in getattr(ballot, attribute) if v.inferred])
        for side, attribute in (("for", "for_"), ("against", "against"), ("abstain", "abstain"))
        if side in expected.get("inferred", {})
    }
    return {key: found[key] for key in expected}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    members = tuple(Member(member["name"], member["party"]) for member in case["members"])
    result = read(case["decision"], body=case["body"], title=case["title"], members=members)
    expected = case["expected"]
    ballots = [
        {
            key: people(value)
            if key in ("for", "against", "abstain")
            else {side: people(voters) for side, voters in value.items()}
            if key == "inferred"
            else value
            for key, value in ballot.items()
        }
        for ballot in expected["ballots"]
    ]
    assert len(result.ballots) == len(ballots)
    assert [ballot_as_expected(b, e) for b, e in zip(result.ballots, ballots, strict=True)] == ballots
    for key in ("reservations", "dissent"):
        if key in expected:
            assert people(getattr(result, key)) == people(expected[key])
    if "escalated" in expected:
        assert result.escalated == expected["escalated"]
    if "statements" in expected:
        assert [statement.by for statement in result.statements] == [s["by"] for s in expected["statements"]]


def summary(ballot: Ballot) -> tuple[Any, ...]:
    counts = ballot.counts
    sides = [
        ",".join(voter.name or voter.party or "" for voter in side if not voter.inferred)
        for side in (ballot.for_, ballot.against, ballot.abstain)
    ]
    return (ballot.motion, ballot.result, counts.for_, counts.against, counts.abstain, *sides)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt mod Ø's stemmer.", ("main", "vedtaget", None, None, None, "", "Ø", "")),
        (
            "Vedtaget med stemmerne fra A, V og C mod stemmerne fra Ø.",
            ("main", "vedtaget", None, None, None, "A,V,C", "Ø", ""),
        ),
        (
            "Indstillingen blev godkendt med 5 stemmer (A, F og V) mod 2 (O).",
            ("main", "vedtaget", 5, 2, None, "A,F,V", "O", ""),
        ),
        (
            "Vedtaget med 15 stemmer for (A, B og V), 3 stemmer imod (O) og 1 blank (Bo Lind).",
            ("main", "vedtaget", 15, 3, 1, "A,B,V", "O", "Bo Lind"),
        ),
        ("Godkendt med stemmerne 14-5.", ("main", "vedtaget", 14, 5, None, "", "", "")),
        ("Ja: 12\nNej: 7\nBlank: 2\nVedtaget.", ("main", "vedtaget", 12, 7, 2, "", "", "")),
        (
            "A, B og V stemte for indstillingen, mens O og Ø stemte imod.\nGodkendt.",
            ("main", "vedtaget", None, None, None, "A,B,V", "O,Ø", ""),
        ),
        (
            "A stemmer for, V og D stemmer imod, og C undlader.\nGodkendt.",
            ("main", "vedtaget", None, None, None, "A", "V,D", "C"),
        ),
        (
            "Udvalget godkendte sagen, dog stemte Lis Dam (C) imod.",
            ("main", "vedtaget", None, None, None, "", "Lis Dam", ""),
        ),
        (
            "Et flertal på 5 (A, F, V) godkendte sagen mod et mindretal på 2 (O og Ø).",
            ("main", "vedtaget", 5, 2, None, "A,F,V", "O,Ø", ""),
        ),
        (
            "Med 11 stemmer mod 10 besluttede byrådet at udsætte sagen.",
            ("procedural", "vedtaget", 11, 10, None, "", "", ""),
        ),
        (
            "Med stemmerne 1 for og 19 imod afviste Byrådet sagen.\nFor stemte (Ø).\nImod stemte (V) og (A).",
            ("main", "forkastet", 1, 19, None, "Ø", "V,A", ""),
        ),
        (
            "Imod stemte:\n(F) med bemærkning om, at tiden er knap.\n(Ø) med bemærkning om, at A gik ind for det.",
            ("main", None, None, None, None, "", "F,Ø", ""),
        ),
        (
            "Lokalplanforslaget blev vedtaget med 7 stemmer imod 2.",
            ("main", "vedtaget", 7, 2, None, "", "", ""),
        ),
        (
            "Det af Enhedslisten stillede ændringsforslag blev forkastet med 10 stemmer imod 38.",
            ("amendment", "forkastet", 10, 38, None, "", "", ""),
        ),
    ],
)
def test_other_wordings(text: str, expected: tuple[Any, ...]) -> None:
    assert [summary(ballot) for ballot in read(text).ballots] == [expected]


def test_votes_for_single_points_are_ballots_of_their_own() -> None:
    ballots = read("Godkendt.\n2. a. Ø stemte imod.\n2. c. F stemte imod.").ballots
    assert [summary(ballot)[1:] for ballot in ballots] == [
        ("vedtaget", None, None, None, "", "Ø", ""),
        ("vedtaget", None, None, None, "", "F", ""),
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_span_covers_the_evidence(case: dict[str, Any]) -> None:
    text = case["decision"]
    for ballot in read(text, body=case["body"], title=case["title"]).ballots:
        start, end = ballot.span
        assert 0 <= start < end <= len(text)
        evidence = " ".join(text[start:end].split())
        for voter in (*ballot.for_, *ballot.against, *ballot.abstain):
            assert (voter.name or voter.party or "") in evidence


def test_spans_are_offsets_into_the_document() -> None:
    text = "Punkt 4\nBeslutning\nGodkendt med 4 stemmer imod 3.\n"
    start = text.index("Godkendt")
    decision = Decision(text=text[start:-1], span=(start, len(text) - 1))
    item = Item(id="1", title="Sti", span=(0, len(text)), decisions=[decision])
    (result,) = GrammarVoteExtractor()([ItemContext(item, text)])
    begin, end = result.ballots[0].span
    assert text[begin:end].startswith("Godkendt med 4 stemmer imod 3")


def test_parties_are_resolved_to_people_beside_what_is_printed() -> None:
    (ballot,) = read("Godkendt. Imod stemte V.", members=ROSTER).ballots
    assert [(v.name, v.party, v.inferred) for v in ballot.against] == [
        (None, "V", False),
        ("Per Ek", "V", True),
        ("Bo Lind", "V", True),
    ]


def test_people_who_cannot_be_as_many_as_counted_are_not_inferred() -> None:
    (ballot,) = read("Godkendt med 4 stemmer imod 1. Imod stemte V.", members=ROSTER).ballots
    assert [(v.name, v.party) for v in ballot.against] == [(None, "V")]


def test_people_whom_the_item_says_to_be_absent_are_not_inferred() -> None:
    decision = "For stemte V, imod stemte A og Ø.\nBo Lind (V) var ikke til stede under behandlingen af {}."
    (ballot,) = read(decision.format("sagen"), members=ROSTER).ballots
    assert [voter.name for voter in ballot.for_ if voter.inferred] == ["Per Ek"]
    (ballot,) = read(decision.format("ad 2"), members=ROSTER).ballots
    assert [voter.name for voter in ballot.for_ if voter.inferred] == ["Per Ek", "Bo Lind"]


def test_a_direction_is_no_side() -> None:
    decision = "Byrådet besluttede at anlægge en cykelsti hen mod Nørre Landevej - og stiens bredde skal undersøges."
    assert read(decision).ballots == []


def test_names_that_do_not_match_the_count_are_warned_of() -> None:
    (ballot,) = read("Godkendt med 16 stemmer imod 3. Imod stemte Bo Lind (V) og Per Ek (V).").ballots
    assert ballot.warnings == ["names-do-not-match-count"]
    assert len(ballot.against) == 2


def test_a_party_on_two_sides_is_warned_of() -> None:
    (ballot,) = read("Godkendt med 7 stemmer (A). Imod stemte V. V undlod at stemme.").ballots
    assert ballot.warnings == ["voter-on-two-sides"]
    (ballot,) = read("Godkendt. Imod stemte Bo Lind (V). Per Ek (V) undlod at stemme.").ballots
    assert ballot.warnings == []


def test_names_that_match_the_count_are_not() -> None:
    (ballot,) = read("Godkendt med 16 stemmer imod 2. Imod stemte Bo Lind (V) og Per Ek (V).").ballots
    assert ballot.warnings == []


def test_sum_of_printed_party_counts_is_marked_as_derived() -> None:
    (ballot,) = read("For stemte A (8) og V (6). Imod stemte Ø (2). Godkendt.").ballots
    assert (ballot.counts.for_, ballot.counts.against, ballot.counts_derived) == (14, 2, True)


def test_proposer_and_subject_of_an_amendment() -> None:
    (ballot,) = read("Venstre stillede forslag om, at fristen rykkes til maj. Vedtaget med 17 stemmer mod 8.").ballots
    assert (ballot.motion, ballot.proposer, ballot.subject) == (
        "amendment",
        "Venstre",
        "fristen rykkes til maj",
    )


def test_prior_decision_gives_prior_ballots_without_the_roster() -> None:
    text = "Kulturudvalget, den 4. april 2024:\nAnbefales. V stemte imod.\nByrådet, den 8. maj 2024:\nGodkendt."
    (ballot,) = read(text, members=ROSTER).ballots
    assert ballot.motion == "prior"
    assert [v.inferred for v in ballot.against] == [False]


def test_statement_holds_the_words_and_where_they_stand() -> None:
    text = 'Godkendt.\nØ ønskede følgende tilført protokollen: "Vi stemmer imod, fordi A stemmer for."'
    result = read(text)
    (statement,) = result.statements
    assert (statement.by, statement.text) == ("Ø", "Vi stemmer imod, fordi A stemmer for.")
    assert text[slice(*statement.span)] == statement.text
    assert result.ballots == []


def test_a_remark_may_be_wished_for() -> None:
    (statement,) = read("Godkendt. Liste Ø ønsker følgende ført til protokols: Vi vil have en bro.").statements
    assert (statement.by, statement.text) == ("Ø", "Vi vil have en bro.")


def test_a_mark_that_nothing_closes_hides_no_vote() -> None:
    (ballot,) = read(
        "V fremsatte følgende ændringsforslag:\n”at broen males rød.\nDet af V fremsatte ændringsforslag blev vedtaget "
        "med 5 stemmer for og 2 imod.\n\nV afgav følgende bemærkning:\n\n”Vi er glade for broen.”"
    ).ballots
    assert (ballot.motion, ballot.proposer, ballot.result) == ("amendment", "V", "vedtaget")


def test_refusal_without_a_count_is_dissent() -> None:
    result = read("Tiltrådt, idet Bo Lind (V) dog ikke kunne tiltræde.")
    assert (result.ballots, result.dissent) == ([], [Person(name="Bo Lind", party="V")])


def test_a_misspelt_vote_word_is_read() -> None:
    assert [summary(b) for b in read("Godkendt. V stmete imod. O unldod at stemme.").ballots] == [
        ("main", "vedtaget", None, None, None, "", "V", "O")
    ]


@pytest.mark.parametrize("word", ["stemmen", "stemt", "mod", "stempler"])
def test_a_word_of_its_own_is_not_mended(word: str) -> None:
    assert read(f"Godkendt. V {word} Bo Lind. Udgiften dækkes.").ballots in ([], read("Godkendt.").ballots)


def test_span_of_a_vote_in_a_table_covers_the_table() -> None:
    text = "Sagen sat til afstemning.\n\nFor   Imod   Undlod\n5     2      1\n\nVedtaget."
    (ballot,) = read(text).ballots
    start, end = ballot.span
    assert (ballot.counts.for_, ballot.counts.against, ballot.counts.abstain) == (5, 2, 1)
    assert "5     2      1" in text[start:end]


def test_blanks_and_wrapped_lines_do_not_move_spans() -> None:
    text = "Godkendt   med\n 4   stemmer\n imod 3.\n\n\n\nImod stemte\tBo  Lind   (V)."
    (ballot,) = read(text).ballots
    assert summary(ballot)[2:7] == (4, 3, None, "", "Bo Lind")
    assert text[slice(*ballot.span)] == text


def test_an_earlier_reading_within_the_decision_is_prior() -> None:
    prior, own = read(
        "ØU 2/11: Anbefales enstemmigt.\nByrådet 16/11: Vedtaget, 7 stemmer for, 2 imod.", body="Byrådet"
    ).ballots
    assert (prior.motion, prior.unanimous) == ("prior", True)
    assert summary(own)[:4] == ("main", "vedtaget", 7, 2)


HOSTILE = {
    "blanks": "Godkendt. Stemte" + " " * 50_000 + "imod",
    "newlines": "Godkendt mod" + "\n" * 50_000 + "imod",
    "tabs": "For\tImod\n" + "\t" * 50_000,
    "brackets": "Imod stemte " + "(" * 25_000,
    "open letters": "Imod stemte " + "(A " * 500,
    "dots": "Imod stemte A" + "." * 25_000,
    "commas": "Imod stemte A" + "," * 25_000,
    "long word": "Imod stemte A" + "a" * 25_000,
    "quotation marks": 'Imod stemte "' * 1_500,
    "hidden": "Imod stemte " + "·" * 25_000,
    "initials": "Imod stemte " + "A. " * 500,
    "sides": "for imod " * 400 + "stemte",
    "numbers": "stemte " + "5 imod " * 400,
    "movers": "forslag fra A om " * 200 + "stemte imod",
    "cells": "| For | Imod |\n" * 400,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_no_time(name: str) -> None:
    read("Godkendt med 4 stemmer imod 3.")
    began = time.process_time()
    read(HOSTILE[name])
    assert time.process_time() - began < 0.2


def test_time_grows_with_the_length_of_the_text_not_with_its_square() -> None:
    """The time of eight times the text is far below 64 times that of the text."""
    sentence = "Bo Lind (V) foreslog, at sagen udsættes. 5 stemte for (A, B og C), 4 imod. Forslaget faldt. "
    times = []
    for length in (40, 320):
        began = time.process_time()
        read(sentence * length)
        times.append(time.process_time() - began)
    assert times[1] < 24 * times[0]


def test_item_without_decision_has_nothing() -> None:
    item = Item(id="1", title="Meddelelser", span=(0, 0))
    assert GrammarVoteExtractor()([ItemContext(item, "")]) == [VoteResult()]


def test_who_brings_a_motion_before_the_council() -> None:
    assert read("Indstillingen blev standset af Per Ek (V), jf. styrelseslovens § 23.").escalated
    assert not read("Indstillingen blev godkendt, jf. styrelseslovens § 23.").escalated


def test_the_sides_of_a_vote_are_no_subject_of_it() -> None:
    (ballot,) = read("Afstemning om ændringsforslag: Imod var A, i alt 6. For var L og F, i alt 4.").ballots
    assert (ballot.counts.for_, ballot.counts.against, ballot.subject) == (4, 6, None)
