"""Encoder-decoders: every kind reads, writes, is saved and opened again; what is no such model is refused."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest

from referat_nlp.errors import MissingExtraError, ModelError
from referat_nlp.inference import torch_session
from referat_nlp.inference.checkpoint import writes_text
from referat_nlp.inference.seq2seq import Seq2Seq
from tests.inference.checkpoints import TEXTS, WRITERS, writer
from tests.inference.toys import TYPES, bag_of_words

for needed in ("torch", "transformers"):
    pytest.importorskip(needed)


@pytest.fixture(scope="module")
def t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writer(tmp_path_factory.mktemp("writers") / "t5", "T5")


@pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses")
@pytest.mark.parametrize("kind", WRITERS)
def test_every_kind_reads_writes_and_is_saved(kind: str, tmp_path: Path) -> None:
    model = Seq2Seq(writer(tmp_path / kind, kind))
    long, short = model.encode([" ".join(TEXTS * 9), "Ny skole"])
    assert (model.max_tokens, len(long.ids), long.is_cut) == (120, 120, True)
    assert (len(short.ids), short.is_cut) == (short.total, False)
    assert model.most_written == (160 if kind in ("T5", "MT5") else 128)
    written = model.write([long.ids, short.ids], beams=3)
    assert [len(beams) for beams in written] == [3, 3]
    assert not any("</s>" in text or "<pad>" in text for beams in written for text in beams)
    assert all(ids[-1] == model.tokenizer.eos_token_id for ids in model.encode_targets(["Ny skole"]))
    model.save(tmp_path / "again")
    again = Seq2Seq(tmp_path / "again")
    assert again.encode(["Ny skole"]) == [short]
    assert again.write([long.ids, short.ids], beams=3) == written
    assert str(tmp_path) not in (tmp_path / "again" / "config.json").read_text(encoding="utf-8")


def test_what_was_learned_is_written_in_any_batch(tmp_path: Path) -> None:
    pairs = [(TEXTS[0], "En ny svømmehal."), (TEXTS[3], "Punkt 9 er udsat.")]
    model = Seq2Seq(writer(tmp_path / "bart", "Bart", pairs))
    read = model.encode([text for text, _ in pairs])
    assert [beams[0] for beams in model.write([each.ids for each in read], beams=2)] == [said for _, said in pairs]
    assert model.write([read[1].ids], beams=2)[0][0] == "Punkt 9 er udsat."


def test_it_goes_to_another_process(t5: Path) -> None:
    model = Seq2Seq(t5)
    ids = [model.encode(["Ny skole"])[0].ids]
    assert pickle.loads(pickle.dumps(model)).write(ids, beams=2) == model.write(ids, beams=2)


def test_no_texts_are_no_tokens(t5: Path) -> None:
    model = Seq2Seq(t5)
    assert (model.encode([]), model.encode_targets([]), model.write([], beams=2)) == ([], [], [])


def test_the_prefix_that_a_checkpoint_was_trained_with_is_used(t5: Path, tmp_path: Path) -> None:
    folder = changed(t5, tmp_path, task_specific_params={"summarization": {"prefix": "Punkt: "}})
    assert Seq2Seq(folder).encode(["skole"]) == Seq2Seq(t5).encode(["Punkt: skole"])


@pytest.mark.parametrize(
    ("config", "does"),
    [
        ({"architectures": ["T5ForConditionalGeneration"]}, True),
        ({"architectures": ["MarianMTModel"]}, True),
        ({"architectures": ["EncoderDecoderModel"], "is_encoder_decoder": True}, True),
        ({"architectures": ["BartModel"], "is_encoder_decoder": True}, True),
        ({"architectures": ["BartForSequenceClassification"], "is_encoder_decoder": True}, False),
        ({"architectures": ["ModernBertForMaskedLM"]}, False),
        ({}, False),
    ],
)
def test_which_configurations_write_text(config: dict[str, object], does: bool) -> None:
    assert writes_text(config) is does


def test_an_encoder_writes_no_text(tmp_path: Path) -> None:
    folder = bag_of_words(tmp_path / "types", TYPES, {})
    with pytest.raises(ModelError, match="architecture is ModernBertForSequenceClassification, which writes no text"):
        Seq2Seq(folder)


@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        ("config.json", r"config\.json is missing"),
        ("model.safetensors", "there are no weights"),
        ("tokenizer.json", "the tokenizer cannot be used"),
    ],
)
def test_a_missing_file_is_named(t5: Path, tmp_path: Path, left_out: str, message: str) -> None:
    shutil.copytree(t5, tmp_path / "less", ignore=shutil.ignore_patterns(left_out))
    with pytest.raises(ModelError, match=message):
        Seq2Seq(tmp_path / "less")


def test_a_pickle_is_not_opened(t5: Path, tmp_path: Path) -> None:
    shutil.copytree(t5, tmp_path / "old", ignore=shutil.ignore_patterns("*.safetensors"))
    (tmp_path / "old" / "pytorch_model.bin").touch()
    with pytest.raises(ModelError, match="pickle"):
        Seq2Seq(tmp_path / "old")


def test_weights_that_do_not_fit_the_configuration(t5: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"missing or of another shape|Transformers cannot load it"):
        Seq2Seq(changed(t5, tmp_path, num_layers=2))


def test_without_the_extra_it_is_named(t5: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_session, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"writes text; to run it needs torch") as caught:
        Seq2Seq(t5)
    assert "referat-nlp[train]" in caught.value.advice


def changed(folder: Path, target: Path, **more: object) -> Path:
    """A copy with other values in config.json."""
    shutil.copytree(folder, target / "changed")
    path = target / "changed" / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **more}), encoding="utf-8")
    return target / "changed"
