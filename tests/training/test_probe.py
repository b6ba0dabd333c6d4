from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("yaml")

from training.config import load_config
from training.encoder.pretrain import pretrain
from training.probe.compare import probe
from training.probe.conllu import read_tagged
from training.probe.examples import TAGS, UNLABELLED, part_of_speech, sentence_ends
from training.tokenizer import load_tokenizer

SENTENCE = """# text = Bo sagde: "Ja."
1-2\tBo sagde\t_\t_\t_\t_\t_\t_\t_\t_
1\tBo\tBo\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tsagde\tsige\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t:\t:\tPUNCT\t_\t_\t2\tpunct\t_\t_
4\t"\t"\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
5\tJa\tja\tINTJ\t_\t_\t2\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
7\t"\t"\tPUNCT\t_\t_\t5\tpunct\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    (tmp_path / "ud").mkdir()
    for part in ("dev", "test"):
        (tmp_path / "ud" / f"da_ddt-ud-{part}.conllu").write_text(f"{SENTENCE}\n" * 14, encoding="utf-8")
    return tmp_path


def test_sentences_become_running_text(treebank: Path) -> None:
    first, second, third = read_tagged(treebank / "ud" / "da_ddt-ud-dev.conllu", 6)
    assert first.text == " ".join(['Bo sagde: "Ja."'] * 6)
    assert [first.text[a:b] for a, b, _ in first.words[:7]] == ["Bo", "sagde", ":", '"', "Ja", ".", '"']
    assert first.ends == (15, 31, 47, 63, 79)
    assert len(second.words) == 42
    assert len(third.words) == 14


def test_labels_lie_on_the_pieces_of_their_words(treebank: Path, toy_yaml: Path) -> None:
    tokenizer = load_tokenizer(load_config(toy_yaml).tokenizer.folder)
    (text, *_) = read_tagged(treebank / "ud" / "da_ddt-ud-dev.conllu", 2)
    encoding = tokenizer.encode(text.text)
    (tags,) = part_of_speech([text], tokenizer)
    (ends,) = sentence_ends([text], tokenizer)
    start = encoding.char_to_token(text.text.index("sagde"))
    assert tags.labels[start] == TAGS.index("VERB")
    assert tags.labels[0] == tags.labels[-1] == UNLABELLED
    assert (ends.labels == 1).nonzero().flatten().tolist() == [encoding.char_to_token(14)]
    assert ends.labels[-2] == UNLABELLED


def test_the_twins_are_compared_on_both_tasks(treebank: Path, toy_yaml: Path, tmp_path: Path) -> None:
    config = load_config(toy_yaml, data=treebank)
    config = config.model_copy(update={"pretrain": config.pretrain.model_copy(update={"folder": tmp_path / "run"})})
    pretrain(config, stop_after=2)
    scores = probe(config)
    assert set(scores) == {
        f"{task}, {recipe}" for task in ("part of speech", "sentence end") for recipe in ("frozen", "fine-tuned")
    }
    learned = scores["part of speech, fine-tuned"]
    assert set(learned) == {"pretrained", "untrained"}
    assert learned["pretrained"]["n"] == 14 * 7
    low, high = learned["pretrained"]["interval"]
    assert 0.3 < low <= learned["pretrained"]["score"] <= high <= 1
