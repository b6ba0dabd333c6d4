import json
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("tokenizers")
pytest.importorskip("yaml")

import numpy as np

from training.config import load_config
from training.corpus.build import HELD_OUT, TRAIN, read_texts
from training.corpus.packing import load_tokens
from training.tokenizer import CLS, SEP, SPECIAL, load_tokenizer, pieces_a_word


def test_any_text_comes_back_as_it_was(toy_yaml: Path) -> None:
    tokenizer = load_tokenizer(load_config(toy_yaml).tokenizer.folder)
    text = "Økonomiudvalget: 4 for, 3 imod (A, F).\nSag 23-014420\n\n\t• «Æblevænget» – § 17, stk. 4 …  café"
    assert tokenizer.decode(tokenizer.encode(text, add_special_tokens=False).ids) == text


def test_special_pieces_come_first_and_frame_a_text(toy_yaml: Path) -> None:
    tokenizer = load_tokenizer(load_config(toy_yaml).tokenizer.folder)
    assert [tokenizer.token_to_id(name) for name in SPECIAL] == list(range(len(SPECIAL)))
    tokens = tokenizer.encode("Godkendt.").tokens
    assert (tokens[0], tokens[-1]) == (CLS, SEP)


def test_long_numbers_fall_into_groups_and_short_ones_stay_whole(toy_yaml: Path) -> None:
    tokenizer = load_tokenizer(load_config(toy_yaml).tokenizer.folder)
    groups = [piece for piece, _ in tokenizer.pre_tokenizer.pre_tokenize_str("13 stemmer, sag 014420")]
    assert groups == ["13", "Ġstemmer", ",", "Ġsag", "Ġ014", "420"]


def test_pieces_a_word_lie_between_one_and_the_length_of_words(toy_yaml: Path) -> None:
    config = load_config(toy_yaml)
    held_out = config.corpus.folder / HELD_OUT
    assert 1.0 < pieces_a_word(load_tokenizer(config.tokenizer.folder), held_out) < 4.0


def test_the_stream_holds_every_document_as_often_as_its_source_says(toy_yaml: Path) -> None:
    config = load_config(toy_yaml)
    tokenizer = load_tokenizer(config.tokenizer.folder)
    end = tokenizer.token_to_id(SEP)
    stream = np.asarray(load_tokens(config.corpus.folder, "train"))
    cuts = np.flatnonzero(stream == end)
    packed = [tokenizer.decode(part[part != end].tolist()) for part in np.split(stream, cuts + 1)[:-1]]
    repeats = {"minutes": 2, "text": 1}
    expected = [t for source, t in read_texts(config.corpus.folder / TRAIN) for _ in range(repeats[source])]
    assert stream[-1] == end
    assert sorted(packed) == sorted(expected)
    assert packed != expected, "documents are shuffled"


def test_counts_are_those_of_the_stream(toy_yaml: Path) -> None:
    folder = load_config(toy_yaml).corpus.folder
    counts = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))
    assert counts["minutes"] + counts["text"] == len(load_tokens(folder, "train"))
    assert counts["held out"] == len(load_tokens(folder, "held_out"))


def test_an_unpacked_corpus_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run the commands corpus, tokenizer and pack"):
        load_tokens(tmp_path, "train")
