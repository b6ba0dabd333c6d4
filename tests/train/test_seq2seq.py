"""``referat train summary --seq2seq``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from referat_nlp import load
from referat_nlp.analysis.models.generated import GeneratedSummariser
from referat_nlp.train.data import labelled_items, resumes
from referat_nlp.train.seq2seq import GeneratedSummaries, Pair, Seq2SeqLearner, borne_out
from referat_nlp.train.settings import Settings
from tests.inference.checkpoints import writer
from tests.train.conftest import train

CASE = """Ellemose Kommune
Byrådet
Referat fra møde tirsdag den {day}. marts 2024

Punkt 1: Ny {what} i Ellemose

Resumé
Der skal bygges en ny {what} i Ellemose, som koster {cost} mio. kr. Den blev lovet af Ulla Bech i valgkampen i 2021.

Sagsfremstilling
Kommunen har i mange år manglet en ny {what}. Den nuværende er fra 1962 og er blevet for lille til byens behov.
Der er holdt tre møder med foreningerne om placeringen, og de fleste ønsker grunden ved stationen.
En ny {what} koster {cost} mio. kr. og kan stå færdig i 2027. Driften er {day} mio. kr. om året.

Beslutning
Godkendt.
"""
WHAT = ("svømmehal", "skole", "brandstation", "musikskole", "idrætshal", "genbrugsplads")


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    for n, what in enumerate([*WHAT, *(f"{each} og park" for each in WHAT)], start=1):
        (folder / f"{n:02}.txt").write_text(CASE.format(day=n, what=what, cost=n + 30), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return writer(tmp_path_factory.mktemp("bases") / "small-t5", "T5")


def test_a_model_that_writes(t5: Path, minutes: Path, tmp_path: Path) -> None:
    out = tmp_path / "writer"
    done = train("summary", "--minutes", minutes, "--seq2seq", t5, "-o", out, "--epochs", 3, "--rate", 1e-2)
    assert done.exit_code == 0, done.output
    assert "generated summary: 10 items to learn from, 2 held out" in done.stderr
    losses = [float(line.split("held-out loss ")[1].split()[0]) for line in done.stderr.splitlines() if "epoch" in line]
    assert losses[-1] < losses[0]
    assert "summary, ROUGE-1" in done.stdout
    assert "there is no ONNX graph" in done.stderr
    names = {path.name for path in out.iterdir()}
    assert {"README.md", "config.json", "model.safetensors", "tokenizer.json"} <= names
    assert not [name for name in names if name.endswith(".onnx")]
    card = (out / "README.md").read_text(encoding="utf-8")
    assert "Fine-tuned from `small-t5`" in card
    assert "of 2 held-out items a written text passed the check" in card
    assert "| trained on | 10 | 10 |" in card
    assert str(tmp_path) not in card + (out / "tokenizer_config.json").read_text(encoding="utf-8")
    pipeline = load(summary=out)
    assert isinstance(pipeline.summary, GeneratedSummariser)
    summary = pipeline(minutes / "01.txt").items[0].summary
    assert summary is not None
    assert summary.text


def test_what_the_item_does_not_bear_out_is_not_learned(minutes: Path) -> None:
    meetings, _ = resumes([str(minutes / "01.txt")])
    (item,) = labelled_items(meetings)
    assert borne_out(item) == "Der skal bygges en ny svømmehal i Ellemose, som koster 31 mio. kr."
    assert GeneratedSummaries().classes(item)
    bare = item.context.item.model_copy(update={"sections": [], "title": "Ny svømmehal"})
    other = type(item)(item.meeting, item.gold, type(item.context)(bare, item.context.text))
    assert not GeneratedSummaries().classes(other)


def test_batches_hold_every_pair_once_in_another_order_every_epoch(t5: Path) -> None:
    learner = Seq2SeqLearner.open(str(t5), Settings(batch=4))
    pairs = [Pair([n] * (n % 90 + 1), [n]) for n in range(30)]
    drawn = [list(learner._batches(pairs, draw)) for draw in ("0 1", "0 1", "0 2")]
    for batches in drawn:
        assert sorted(pair.target[0] for batch in batches for pair in batch) == list(range(30))
    assert drawn[0] == drawn[1] != drawn[2]


def test_an_encoder_cannot_learn_to_write(base: Path, minutes: Path, tmp_path: Path) -> None:
    done = train("summary", "--minutes", minutes, "--seq2seq", base, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "which writes no text. Give an encoder-decoder" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_encoder_decoder_is_no_encoder(t5: Path, minutes: Path, labelled: Path, tmp_path: Path) -> None:
    for command, data in (("item-type", "--data"), ("summary", "--minutes")):
        given = labelled if data == "--data" else minutes
        done = train(command, data, given, "--base", t5, "-o", tmp_path / "out")
        assert done.exit_code == 2
        assert "is an encoder-decoder, which writes text; this task needs an encoder" in done.stderr


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "give one of the two"),
        (["--base", "x", "--seq2seq", "y"], "give one of the two"),
        (["--seq2seq", "y", "--target", "oracle"], "a model that writes scores no sentences"),
        (["--seq2seq", "nowhere"], "there is no model 'nowhere'"),
    ],
)
def test_wrong_use(given: list[str], message: str, minutes: Path, tmp_path: Path) -> None:
    done = train("summary", "--minutes", minutes, "-o", tmp_path / "out", *given)
    assert done.exit_code == 2
    assert message in done.stderr


def test_the_length_of_its_positions_is_kept(t5: Path) -> None:
    config = json.loads((t5 / "config.json").read_text(encoding="utf-8"))
    assert "max_position_embeddings" not in config
    assert Seq2SeqLearner.open(str(t5), Settings()).model.max_tokens == 120
