"""Marked words → ballots: many wordings, each with the words that a perfect model would mark."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.analysis.models.marked import assembled, context_of, told

ONE = [
    # Counted, in the order of the verb and against it.
    (
        "[ny]Indstillingen blev [b-vedtaget godkendt] med [b-antal-for 34] stemmer imod [b-antal-imod 15].",
        ("main", "vedtaget", 34, 15, None, "", "", ""),
    ),
    (
        "[ny]Indstillingen blev [b-forkastet forkastet] med [b-antal-imod 39] stemmer imod [b-antal-for fem].",
        ("main", "forkastet", 5, 39, None, "", "", ""),
    ),
    (
        "[ny-vedtaget Godkendt] med [b-antal-for syv] stemmer. [b-antal-imod Ingen] stemte imod.",
        ("main", "vedtaget", 7, 0, None, "", "", ""),
    ),
    # Named, with the party in brackets, in a list of its own, or of nobody.
    (
        "[ny-vedtaget Godkendt]. Imod stemte [b-imod Malene Buhl] (Ø) og [b-imod Bo Lind] (V).",
        ("main", "vedtaget", None, None, None, "", "Malene Buhl,Bo Lind", ""),
    ),
    (
        "[ny-vedtaget Godkendt].\nImod stemte:\n[b-imod Malene Buhl]\n[b-imod Bo Lind]",
        ("main", "vedtaget", None, None, None, "", "Malene Buhl,Bo Lind", ""),
    ),
    # A list marked as one, letters and names of parties.
    (
        "[ny]For stemte [b-for A, V og Ø] ([b-antal-for 6]). Imod stemte [b-imod Liste T] ([b-antal-imod 1]).",
        ("main", "vedtaget", 6, 1, None, "A,V,Ø", "T", ""),
    ),
    (
        "[ny]For stemte [b-for Venstre]\nog [b-for Det Konservative Folkeparti]. [b-vedtaget Vedtaget].",
        ("main", "vedtaget", None, None, None, "Venstre,Det Konservative Folkeparti", "", ""),
    ),
    ("[ny-vedtaget Godkendt] mod [b-imod Ø]'s stemmer.", ("main", "vedtaget", None, None, None, "", "Ø", "")),
    # A party that is split: those of its members who are named.
    (
        "[ny]For stemte [b-for A] og V ([b-for Jens Munkholm]). Imod stemte [b-imod Bo Lind] (V). "
        "[b-vedtaget Godkendt].",
        ("main", "vedtaget", None, None, None, "A,Jens Munkholm", "Bo Lind", ""),
    ),
    # Each party with its number: the sum.
    (
        "[ny]For stemte [b-for A] (8) og [b-for V] (6). Imod stemte [b-imod Ø] (1). [b-vedtaget Vedtaget].",
        ("main", "vedtaget", 14, 1, None, "A,V", "Ø", ""),
    ),
    # Abstention in three wordings.
    (
        "[ny-vedtaget Godkendt] med [b-antal-for 5] stemmer for. [b-undlod Malene Buhl] undlod at stemme.",
        ("main", "vedtaget", 5, None, None, "", "", "Malene Buhl"),
    ),
    (
        "[ny]Hverken for eller imod stemte [b-antal-undlod 1] ([b-undlod Ø]). For stemte [b-antal-for 4]. "
        "[b-vedtaget Vedtaget].",
        ("main", "vedtaget", 4, None, 1, "", "", "Ø"),
    ),
    # Names broken over lines.
    (
        "[ny-vedtaget Godkendt]. Imod stemte [b-imod Malene\nBuhl] og [b-imod Venstre\n(V)].",
        ("main", "vedtaget", None, None, None, "", "Malene Buhl,V", ""),
    ),
    # A proposer makes an amendment, a step in the proposal a procedural motion.
    (
        "[ny-forslagsstiller Bo Lind] (V) foreslog, at stien flyttes. Forslaget blev [b-forkastet forkastet] med "
        "[b-antal-for 2] stemmer for og [b-antal-imod 5] imod.",
        ("amendment", "forkastet", 2, 5, None, "", "", ""),
    ),
    (
        "[ny-forslagsstiller Bo Lind] (V) foreslog, at sagen udsættes. Forslaget blev [b-vedtaget vedtaget] med "
        "[b-antal-for 5] stemmer for og [b-antal-imod 2] imod.",
        ("procedural", "vedtaget", 5, 2, None, "", "", ""),
    ),
    # An explanation that repeats.
    (
        "[ny-vedtaget Godkendt] med [b-antal-for 5] stemmer imod [b-antal-imod 2]. Imod stemte [b-imod Ø] og "
        "[b-imod T]. "
        "[b-imod Ø] stemte imod, fordi stien er for dyr. Indstillingen er dermed [b-vedtaget vedtaget].",
        ("main", "vedtaget", 5, 2, None, "", "Ø,T", ""),
    ),
    # Unanimity is read by the grammar.
    ("[ny]Enstemmigt [b-vedtaget godkendt].", ("main", "vedtaget", None, None, None, "", "", "")),
]


@pytest.mark.parametrize(("marked", "expected"), ONE, ids=range(len(ONE)))
def test_one_ballot(marked: str, expected: tuple[object, ...]) -> None:
    (ballot,) = assembled(marked).ballots
    assert told(ballot) == expected


def test_the_party_is_that_in_brackets_else_that_of_the_roster() -> None:
    marked = "[ny-vedtaget Godkendt]. Imod stemte [b-imod Malene Buhl] (Ø), Ø ([b-imod Per Ek]) og [b-imod Bo Lind]."
    (ballot,) = assembled(marked).ballots
    assert [(voter.name, voter.party) for voter in ballot.against] == [
        ("Malene Buhl", "Ø"),
        ("Per Ek", "Ø"),
        ("Bo Lind", "V"),
    ]


MANY = (
    "[ny-forslagsstiller A] stillede ændringsforslag om, at stien flyttes. For stemte [b-for A] ([b-antal-for 2]). "
    "Imod stemte [b-imod V] ([b-antal-imod 5]). Forslaget [b-forkastet faldt].\n\n"
    "{}Indstillingen blev [b-vedtaget godkendt] med [b-antal-for 5] stemmer imod [b-antal-imod 2]. "
    "Imod stemte [b-imod A]."
)


@pytest.mark.parametrize("mark", ["[ny]", ""], ids=["where it is marked", "where another result follows"])
def test_a_second_ballot_begins(mark: str) -> None:
    assert [told(ballot) for ballot in assembled(MANY.format(mark)).ballots] == [
        ("amendment", "forkastet", 2, 5, None, "A", "V", ""),
        ("main", "vedtaget", 5, 2, None, "", "A", ""),
    ]


def test_a_second_ballot_begins_with_another_count_and_with_another_proposer() -> None:
    marked = (
        "[ny-vedtaget Godkendt] med [b-antal-for 5] stemmer for og [b-antal-imod 2] imod. "
        "Punkt 2 blev vedtaget med [b-antal-for 4] stemmer for og [b-antal-imod 3] imod. "
        "[b-forslagsstiller Ø] foreslog, at stien lukkes. For stemte [b-for Ø]. Imod stemte [b-imod A]."
    )
    ballots = assembled(marked).ballots
    assert [(told(ballot)[0], *told(ballot)[2:4]) for ballot in ballots] == [
        ("main", 5, 2),
        ("main", 4, 3),
        ("amendment", None, None),
    ]
    spans = [ballot.span for ballot in ballots]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_span_is_that_of_whole_sentences() -> None:
    text = "Drøftet. Indstillingen blev godkendt med 5 stemmer imod 2. Formanden takkede."
    marked = "Drøftet. [ny]Indstillingen blev [b-vedtaget godkendt] med [b-antal-for 5] stemmer imod [b-antal-imod 2]. "
    (ballot,) = assembled(marked + "Formanden takkede.").ballots
    assert text[slice(*ballot.span)].rstrip(".") == "Indstillingen blev godkendt med 5 stemmer imod 2"


def test_an_earlier_committee_has_prior_ballots_and_no_positions() -> None:
    marked = "[ny-vedtaget Anbefales] med [b-antal-for 5] stemmer imod [b-antal-imod 2]. [b-forbehold Ø] tog forbehold."
    result = assembled(marked, own=False)
    assert [ballot.motion for ballot in result.ballots] == ["prior"]
    assert result.reservations == []


def test_positions_are_of_people_and_parties_each_once() -> None:
    result = assembled(
        "Godkendt. [b-forbehold Bo Lind] og [b-forbehold Ø] tog forbehold. [b-dissens A] kunne ikke tiltræde."
    )
    assert result.ballots == []
    assert [(person.name, person.party) for person in result.reservations] == [("Bo Lind", "V"), (None, "Ø")]
    assert [(person.name, person.party) for person in result.dissent] == [(None, "A")]


def test_names_that_do_not_make_the_count_are_warned_of_and_less_sure() -> None:
    marked = "[ny-vedtaget Godkendt] med [b-antal-for 5] stemmer imod [b-antal-imod {}]. Imod stemte [b-imod Bo Lind]."
    (right,), (wrong,) = assembled(marked.format(1)).ballots, assembled(marked.format(3)).ballots
    assert (right.warnings, right.confidence) == ([], 0.9)
    assert (wrong.warnings, wrong.confidence) == (["names-do-not-match-count"], 0.8)


def test_words_without_votes_make_no_ballot() -> None:
    assert assembled("[ny]Indstillingen blev [b-vedtaget godkendt].").ballots == []
    assert assembled("[ny-forslagsstiller Bo Lind] foreslog en pause.").ballots == []
    assert assembled("Godkendt.").ballots == []


def test_in_an_election_the_one_with_votes_is_elected() -> None:
    marked = "[ny]For Bo Lind stemte [b-for A og V] ([b-antal-for 5]). Bo Lind er herefter valgt."
    (ballot,) = assembled(marked, title="Valg af formand").ballots
    assert told(ballot) == ("election", "vedtaget", 5, None, None, "A,V", "", "")


def test_parties_are_resolved_to_people_of_the_roster() -> None:
    (ballot,) = assembled("[ny-vedtaget Godkendt]. Imod stemte [b-imod V].").ballots
    assert [voter.name for voter in ballot.against if voter.inferred] == ["Jens Munkholm", "Bo Lind"]


def test_what_is_marked_beside_names_is_passed_over() -> None:
    assert assembled("[ny-vedtaget Godkendt]. Imod stemte [b-imod ingen].").ballots == []
    assert context_of("x").item.decisions[0].own
