"""Summaries that a model writes: taken where the item bears them out, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from referat_nlp import load, parse
from referat_nlp.analysis.faithfulness import unsupported_number_words, unsupported_openings
from referat_nlp.analysis.models.generated import GeneratedSummariser, unsaid, whole_sentences, written_from
from referat_nlp.analysis.models.summary import ModelSummariser
from referat_nlp.errors import ModelError
from referat_nlp.inference.seq2seq import Encoded
from tests.analysis.models.items import MINUTES, items
from tests.inference.checkpoints import writer
from tests.inference.toys import TYPES, bag_of_words

SAID = "Stien mellem Tved Mark og havnen bliver 3 km lang."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BART that has learned to say one sentence, whatever it reads."""
    pairs = [(written_from(item), SAID) for item in items()]
    return writer(tmp_path_factory.mktemp("writers") / "bart", "Bart", pairs)


def test_a_written_summary_is_taken_where_the_item_bears_it_out(folder: Path) -> None:
    record = load(summary=folder)(parse(MINUTES))
    path, harbour = record.items
    assert path.summary is not None
    assert (path.summary.text, path.summary.method, path.summary.sentences) == (SAID, "abstractive", [])
    assert harbour.summary is not None
    assert harbour.summary.method == "extractive"
    assert harbour.summary.text == "Havnen havde i året et overskud på 400.000 kr. efter renter."
    assert [each.text for each in harbour.summary.sentences] == [harbour.summary.text]
    warning = (
        "item 42: the summary model names Tved, Mark, 3, Stien, which the item does not; "
        "the first sentences of the case stand in its place"
    )
    assert warning in record.warnings


def test_what_was_cut_is_told(folder: Path) -> None:
    record = load(summary=folder)(parse(MINUTES))
    assert [each for each in record.warnings if each.startswith("item 41: the summary model read 120 of ")]
    assert not [each for each in record.warnings if each.startswith("item 42: the summary model read")]


class Says:
    """Stands for a model: the beams of every item are given."""

    def __init__(self, *beams: str) -> None:
        self.beams = list(beams)

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        return [Encoded([1], 1) for _ in texts]

    def write(self, inputs: Sequence[Sequence[int]], *, beams: int) -> list[list[str]]:
        return [self.beams for _ in inputs]


def said(*beams: str) -> tuple[str, str, tuple[str, ...]]:
    result = GeneratedSummariser(Says(*beams))(items())[0]  # type: ignore[arg-type]
    assert result.summary is not None
    return result.summary.text, result.summary.method, result.warnings


def test_the_next_beam_is_taken_where_the_first_invents() -> None:
    assert said("Stien koster 15 mio. kr.", SAID, "Stien får lys.") == (SAID, "abstractive", ())


def test_without_a_beam_that_holds_the_first_sentences_stand_in() -> None:
    text, method, (warning,) = said("Stien ender ved Ulvedal.", "Stien koster 15 mio. kr.")
    assert text.startswith("Byrådet har sat 14,2 mio. kr. af")
    assert method == "extractive"
    assert warning.startswith("the summary model names Ulvedal, which the item does not")


@pytest.mark.parametrize("beams", [("",), ("stien stien stien",), (".", " . . ")])
def test_what_is_no_sentence_is_not_taken(beams: tuple[str, ...]) -> None:
    _, method, (warning,) = said(*beams)
    assert method == "extractive"
    assert warning.startswith("the summary model wrote no whole sentence")


def test_a_sentence_that_was_cut_off_is_left_out() -> None:
    assert whole_sentences("Stien koster 14,2 mio. kr. Den bliver 3 km") == "Stien koster 14,2 mio. kr."
    assert said("Stien bliver 3 km lang. Den får")[0] == "Stien bliver 3 km lang."


def test_names_that_begin_a_sentence_and_figures_in_letters_are_looked_up() -> None:
    source = "Skolen i Tved får 4 nye lokaler, og to haller lukkes."
    assert unsupported_openings("Ulvedal får nye lokaler. Derfor lukkes Tved. Skoler lukkes.", source) == ["Ulvedal"]
    assert unsupported_number_words("Fire lokaler, to haller, en skole og syv børn.", source) == ["syv"]
    assert unsaid("Skolen får 5 lokaler. Der lukkes to haller. Bech skal se på 5 andre.", source) == ["5", "Bech"]


def test_it_is_written_from_title_indstilling_and_case_alone() -> None:
    text = MINUTES.replace("Sagsfremstilling\n\nByr", "Resumé\n\nKort fortalt.\n\nSagsfremstilling\n\nByr")
    read = written_from(items(text)[0])
    assert read.startswith(
        "Ny cykelsti ved Tved Mark. Forvaltningen indstiller, at cykelstien anlægges. Byrådet har sat 14,2 mio."
    )
    assert read.endswith("Udgiften tages af anlægspuljen.")
    assert "Kort fortalt" not in read
    assert "Godkendt" not in read


def test_an_item_without_a_case_has_no_summary() -> None:
    bare = items("Punkt 1: Underskrifter\n\nBeslutning\n\nGodkendt.")
    assert [each.summary for each in GeneratedSummariser(Says())(bare)] == [None]  # type: ignore[arg-type]


@pytest.mark.parametrize("task", ["item_type", "outcome"])
def test_a_model_that_writes_is_for_summaries_alone(folder: Path, task: str) -> None:
    with pytest.raises(ModelError, match="BartForConditionalGeneration, an encoder-decoder that writes text") as caught:
        load(**{task: folder})
    assert "--model-summary" in caught.value.advice


def test_a_model_of_types_writes_no_summary(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"its labels are orientering.*this task has resumé"):
        load(summary=bag_of_words(tmp_path / "types", TYPES, {}))


def test_a_model_that_chooses_sentences_is_still_one(tmp_path: Path) -> None:
    assert isinstance(load(summary=bag_of_words(tmp_path / "m", ["resumé"], {})).summary, ModelSummariser)
