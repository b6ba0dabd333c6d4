import json
import lzma
import random
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("yaml")

from training.config import RunConfig, load_config
from training.corpus.build import build_corpus, read_texts
from training.corpus.hold_out import choose_held_out, read_ids
from training.corpus.minutes import minutes_documents
from training.corpus.passages import RawDocument
from training.corpus.plain import clean, is_language, text_documents

from .conftest import minutes, paragraph


def item(meeting: str, case: str | None) -> RawDocument:
    return RawDocument("minutes", f"{meeting}/{case}", ("tekst",), meeting, case)


def many_meetings(n: int) -> list[RawDocument]:
    return [item(f"m{number}", f"case {number % 50}") for number in range(n)]


def test_about_the_share_is_held_out_and_the_draw_does_not_change_with_more_meetings() -> None:
    few, more = choose_held_out(many_meetings(1000), 0.05), choose_held_out(many_meetings(2000), 0.05)
    assert 30 <= len(few.meetings) <= 70
    assert few.meetings == {m for m in more.meetings if int(m[1:]) < 1000}


def test_a_case_of_a_held_out_meeting_is_out_of_training_in_every_body() -> None:
    documents = many_meetings(60)
    held_out = choose_held_out(documents, 0.05)
    trained = [d for d in documents if not held_out.is_kept_out(d)]
    measured = [d for d in documents if held_out.is_measured(d)]
    assert measured
    assert trained
    assert not {d.case for d in trained} & {d.case for d in measured}


def test_listed_meetings_and_cases_are_neither_trained_on_nor_measured(tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_text("# for the evaluation\nm7\n\ncase 9\n", encoding="utf-8")
    documents = many_meetings(100)
    held_out = choose_held_out(documents, 0.05, read_ids([tmp_path / "ids.txt"]))
    for document in documents:
        if document.meeting in ("m7", "m57", "m9", "m59"):
            assert held_out.is_kept_out(document)
            assert not held_out.is_measured(document)


def test_labelled_items_are_held_out_with_their_cases(tmp_path: Path) -> None:
    record = {"source": {"path": "archive.jsonl.xz#m3"}, "items": [{"number": "2"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    ids = read_ids([tmp_path / "gold.jsonl"])
    assert ids == ["m3/2"]
    labelled = RawDocument("minutes", "m3/2", ("Om skolen",), "m3", "case 9")
    same_case, other = item("m80", "case 9"), item("m3", "case 8")
    held_out = choose_held_out([labelled, same_case, other], 0.001, ids)
    assert [held_out.is_kept_out(d) for d in (labelled, same_case, other)] == [True, True, False]


def test_items_without_a_case_number_are_held_out_with_their_meeting_alone() -> None:
    documents = [item(f"m{number}", None) for number in range(100)]
    held_out = choose_held_out(documents, 0.1)
    kept_out = {d.meeting for d in documents if held_out.is_kept_out(d)}
    assert kept_out == held_out.meetings


def test_minutes_are_read_item_by_item_with_their_cases(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(minutes(1, ["23-000001", "23-000002"], random.Random(1)), encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    head, first, second = minutes_documents(tmp_path, "minutes")
    assert head.case is None
    assert "Teknisk Udvalg" in head.passages[0]
    assert (first.case, second.case, second.meeting) == ("23-000001", "23-000002", "a.txt")
    assert any(passage.startswith("Beslutning") for passage in first.passages)


def test_plain_text_is_cut_at_blank_lines_also_compressed(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "law.txt.xz", "wt", encoding="utf-8") as file:
        file.write("§ 1. Loven gælder.\n§ 2. Loven træder i kraft.\n\n\nEn anden lov.\n")
    documents = list(text_documents(tmp_path, "law"))
    assert [d.passages for d in documents] == [
        ("§ 1. Loven gælder.", "§ 2. Loven træder i kraft."),
        ("En anden lov.",),
    ]


def test_lines_are_cleaned_and_those_that_are_no_language_go() -> None:
    assert clean("  Borgmeste\u00adren\u00a0 åbnede mødet ") == "Borgmesteren åbnede mødet"
    assert is_language("Udgiften i 2024 er 1.200 kr. for kommunen.")
    assert not is_language("12.345  67.890  11,2 %  --  44")
    assert not is_language("")


def corpus_of(folder: Path, data: Path) -> RunConfig:
    return RunConfig.model_validate(
        {
            "data": data,
            "corpus": {
                "folder": folder,
                "held_out_share": 0.2,
                "sources": [{"name": "minutes", "path": ".", "kind": "minutes"}],
            },
            "tokenizer": {"folder": folder},
            "model": {"layers": 1, "hidden": 32, "heads": 1, "intermediate": 32},
            "pretrain": {
                "folder": folder,
                "phases": [{"steps": 1, "length": 8, "batch": 1}],
                "decay": {"steps": 1, "length": 8, "batch": 1},
                "rate": 0.1,
                "warmup": 0,
            },
        }
    )


def test_a_case_that_returns_gives_its_text_once_and_every_decision(tmp_path: Path) -> None:
    chance = random.Random(3)
    case_text = paragraph(chance)
    data = tmp_path / "data"
    data.mkdir()
    for number in range(12):
        (data / f"{number}.txt").write_text(minutes(number, ["23-000500"], chance, case_text), encoding="utf-8")
    config = corpus_of(tmp_path / "corpus", data)
    config = config.model_copy(update={"corpus": config.corpus.model_copy(update={"held_out_share": 1e-9})})
    build_corpus(config)
    texts = [text for _, text in read_texts(tmp_path / "corpus" / "train.jsonl")]
    assert sum(case_text in text for text in texts) == 1
    assert sum("Godkendt med" in text for text in texts) == 12


def test_text_of_held_out_cases_is_nowhere_in_training(tmp_path: Path, toy_data: Path) -> None:
    report = build_corpus(corpus_of(tmp_path, toy_data / "minutes"))
    trained = "\n".join(text for _, text in read_texts(tmp_path / "train.jsonl"))
    held_out = json.loads((tmp_path / "held_out.json").read_text(encoding="utf-8"))
    assert held_out["meetings"]
    assert not any(case in trained for case in held_out["cases"])
    assert report["minutes"]["documents kept out"] > report["held out"]["documents read"]


def test_what_repeats_held_out_text_is_left_out_though_its_case_number_differs(tmp_path: Path) -> None:
    chance = random.Random(5)
    case_text = paragraph(chance)
    data = tmp_path / "data"
    data.mkdir()
    for number in range(30):
        (data / f"{number}.txt").write_text(minutes(number, [f"23-{number:06d}"], chance, case_text), encoding="utf-8")
    build_corpus(corpus_of(tmp_path / "corpus", data))
    held_out = [text for _, text in read_texts(tmp_path / "corpus" / "held_out.jsonl")]
    trained = [text for _, text in read_texts(tmp_path / "corpus" / "train.jsonl")]
    assert sum(case_text in text for text in held_out) == 1
    assert trained
    assert not any(case_text in text for text in trained)


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"source minutes: .*nowhere"):
        build_corpus(corpus_of(tmp_path, tmp_path / "nowhere"))


def test_a_misspelt_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text("data: .\ncorpora: {}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="corpora"):
        load_config(path)


@pytest.mark.parametrize("name", ["mini", "small"])
def test_the_configurations_of_the_project_are_valid(name: str) -> None:
    config = load_config(Path(__file__).parents[2] / "training" / "configs" / f"{name}.yaml")
    assert config.model.hidden // config.model.heads == 64
    assert max(phase.length for phase in config.pretrain.phases) <= config.model.positions
