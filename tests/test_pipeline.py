"""One document, many documents, and what goes wrong with them."""

from __future__ import annotations

import gc
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import referat_nlp
from referat_nlp import Failure, Pipeline, Referat
from referat_nlp.analysis import contexts
from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import TypeResult
from referat_nlp.errors import EmptyInputError, NotFoundError, NotMinutesError
from referat_nlp.schema import Absence, Meeting, Participant, Summary
from tests.authored import MINUTES, NOT_MINUTES, OTHER


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return referat_nlp.load()


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "moede.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_a_file_becomes_a_record_with_everything_in_it(pipeline: Pipeline, minutes: Path) -> None:
    referat = pipeline(str(minutes))
    assert (referat.meeting.municipality, referat.meeting.date) == ("Ravnsholt Kommune", "2024-04-09")
    assert [item.number for item in referat.items] == ["41", "42"]
    item = referat.items[1]
    assert (item.type, item.outcome, item.case_number) == ("godkendelse", "godkendt", "05.01.02-P20-7-23")
    (ballot,) = item.ballots
    assert (ballot.counts.for_, ballot.counts.against) == (3, 1)
    assert [(voter.name, voter.party) for voter in ballot.against] == [("Malene Buhl", "Ø")]
    assert [person.name for person in item.reservations] == ["Ida Krog"]
    assert item.summary is not None
    assert "cykelsti" in item.summary.text


def test_every_form_of_a_document_gives_the_same_record(pipeline: Pipeline, minutes: Path) -> None:
    expected = pipeline(minutes).items
    document = referat_nlp.read(minutes)
    assert pipeline(str(minutes)).items == expected
    assert pipeline(minutes.read_bytes()).items == expected
    assert pipeline(document).items == expected
    assert pipeline(referat_nlp.parse(MINUTES)).items == expected


def test_a_record_that_is_given_stays_as_it_is(pipeline: Pipeline) -> None:
    parsed = referat_nlp.parse(MINUTES)
    before = parsed.to_json()
    assert pipeline(parsed).to_json() != before
    assert parsed.to_json() == before


def test_a_string_is_a_path_and_text_is_told_where_to_go(pipeline: Pipeline) -> None:
    with pytest.raises(NotFoundError, match=r"referat_nlp\.parse"):
        pipeline(MINUTES)
    with pytest.raises(NotFoundError, match=r"findes-ikke\.pdf"):
        pipeline("findes-ikke.pdf")


def test_one_item_pasted_as_text_is_read(pipeline: Pipeline) -> None:
    text = "Indstilling\nAt planen godkendes.\n\nBeslutning\nGodkendt med 7 mod 2 stemmer."
    referat = pipeline(referat_nlp.parse(text))
    (item,) = referat.items
    assert item.outcome == "godkendt"
    assert item.ballots[0].counts.against == 2


@pytest.mark.parametrize(("text", "error"), [("", EmptyInputError), (NOT_MINUTES, NotMinutesError)])
def test_text_that_is_no_minutes_is_an_error_of_the_library(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        referat_nlp.parse(text)


def test_pipe_gives_one_result_a_document_in_order(pipeline: Pipeline, minutes: Path, tmp_path: Path) -> None:
    cake = tmp_path / "kage.txt"
    cake.write_text(NOT_MINUTES)
    sources = [minutes, tmp_path / "gone.pdf", b"", cake, referat_nlp.parse(OTHER), minutes.read_bytes()]
    results = list(pipeline.pipe(sources))
    kinds = [result.error.kind if isinstance(result, Failure) else len(result.items) for result in results]
    assert kinds == [2, "not-found", "empty", "not-minutes", 2, 2]
    failure = results[1]
    assert isinstance(failure, Failure)
    assert failure.source.path == str(tmp_path / "gone.pdf")
    assert failure.source.path in failure.error.message
    assert results[3].source.format == "text"


def test_pipe_equals_one_at_a_time(pipeline: Pipeline) -> None:
    texts = [MINUTES, OTHER] * 100
    piped = pipeline.pipe(referat_nlp.parse(text) for text in texts)
    one, other = pipeline(referat_nlp.parse(MINUTES)), pipeline(referat_nlp.parse(OTHER))
    assert list(piped) == [one, other] * 100


def test_an_archive_gives_one_result_for_each_of_its_documents(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "aar.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", MINUTES)
        archive.writestr("b.txt", NOT_MINUTES)
        archive.writestr("c.txt", OTHER)
    results = list(pipeline.pipe([path]))
    assert [result.source.path for result in results] == [f"{path}/{name}.txt" for name in "abc"]
    assert [isinstance(result, Failure) for result in results] == [False, True, False]


class CountingSummariser:
    """Notes how many items it is shown at once, and cannot take Lyngkær."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def __call__(self, items: Sequence[ItemContext]) -> list[Summary | None]:
        self.batches.append(len(items))
        if any("Lyngkær" in context.text for context in items):
            raise RuntimeError("cannot take this")
        return [Summary(text=context.item.title) for context in items]


def test_an_analyser_can_be_replaced_and_sees_items_of_several_meetings_at_once() -> None:
    counting = CountingSummariser()
    results = list(referat_nlp.load(summary=counting).pipe(referat_nlp.parse(MINUTES) for _ in range(10)))
    assert counting.batches == [20]
    assert isinstance(results[0], Referat)
    assert results[0].items[1].summary == Summary(text="Ny cykelsti ved Tved Mark")


def test_a_document_that_an_analyser_cannot_take_does_not_cost_the_others() -> None:
    pipeline = referat_nlp.load(summary=CountingSummariser())
    results = list(pipeline.pipe(referat_nlp.parse(text) for text in (MINUTES, OTHER, MINUTES)))
    assert [isinstance(result, Failure) for result in results] == [False, True, False]
    failed = results[1]
    assert isinstance(failed, Failure)
    assert "RuntimeError: cannot take this" in failed.error.message


def test_pipe_holds_a_bounded_number_of_documents(pipeline: Pipeline) -> None:
    asked_for = 0

    def endless() -> Iterator[Referat]:
        nonlocal asked_for
        while True:
            asked_for += 1
            yield referat_nlp.parse(MINUTES)

    next(pipeline.pipe(endless()))
    assert asked_for <= 256


def test_records_that_were_taken_are_let_go(pipeline: Pipeline) -> None:
    def alive() -> int:
        return sum(type(thing) is Referat for thing in gc.get_objects())

    before, highest = alive(), 0
    for number, _ in enumerate(pipeline.pipe(MINUTES.encode() for _ in range(600))):
        if number % 100 == 0:
            highest = max(highest, alive() - before)
    # A batch that was analysed, and the same before it was.
    assert 0 < highest <= 256


def test_the_roster_holds_members_and_absentees_but_no_officials() -> None:
    meeting = Meeting(
        participants=[
            Participant(name="Karla Winther", party="A", role="formand"),
            Participant(name="Ulla Toft", role="teknisk direktør"),
            Participant(name="Kaj Brix", role="medlem"),
            Participant(name="Per Gæst"),
        ],
        absent=[
            Absence(name="Bo Lind", party="O", kind="excused"),
            Absence(name="Karla Winther", kind="left_early"),
        ],
    )
    context = contexts(referat_nlp.parse(MINUTES).model_copy(update={"meeting": meeting}))[0]
    assert [(member.name, member.party) for member in context.members] == [
        ("Karla Winther", "A"),
        ("Kaj Brix", None),
        ("Bo Lind", "O"),
    ]
    assert context.absent == ("Bo Lind",)


def test_a_tagger_that_gives_too_few_results_is_not_taken_quietly() -> None:
    def short(items: Sequence[ItemContext]) -> list[TypeResult]:
        return []

    with pytest.raises(ValueError, match="shorter"):
        referat_nlp.load(item_type=short)(referat_nlp.parse(MINUTES))
