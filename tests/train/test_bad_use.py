"""What keeps a training from beginning is said before anything is trained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from referat_nlp.train import errors
from tests.evaluate.minutes import labels, write
from tests.train.conftest import train


def item_type(data: Path, base: Path | str, out: Path, *more: str) -> tuple[int, str]:
    done = train("item-type", "--data", data, "--base", base, "-o", out, *more)
    return done.exit_code, done.stderr


def test_too_few_items(base: Path, tmp_path: Path) -> None:
    status, told = item_type(write(tmp_path), base, tmp_path / "out")
    assert status == 2
    assert "3 items are labelled for item-type" in told
    assert not (tmp_path / "out").exists()


def test_one_class_only(base: Path, tmp_path: Path) -> None:
    for name in "abcd":
        gold = labels()
        for item in gold["items"]:
            item.update(type="andet", types=["andet"])
        write(tmp_path, gold, name)
    status, told = item_type(tmp_path, base, tmp_path / "out")
    assert status == 2
    assert "all 12 items have the same label, andet" in told


def test_wrong_labels_are_named(base: Path, tmp_path: Path) -> None:
    path = write(tmp_path, {"items": [{"number": "1", "type": "orienterng"}]})
    status, told = item_type(path, base, tmp_path / "out")
    assert status == 2
    assert "row 1: items[0].type: 'orienterng' is not one of" in told


@pytest.mark.parametrize("base", ["nowhere", ".", "folder"])
def test_a_base_that_is_no_model(base: str, labelled: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "config.json").write_text("{}", encoding="utf-8")
    given = str(tmp_path / "folder") if base == "folder" else base
    status, told = item_type(labelled, given, tmp_path / "out")
    assert status == 2
    assert {"nowhere": "there is no model", ".": "config.json is missing", "folder": "tokenizer"}[base] in told
    assert not (tmp_path / "out").exists()


def test_an_encoder_whose_weights_are_others(base: Path, labelled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for path in base.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    config = json.loads((other / "config.json").read_text(encoding="utf-8"))
    (other / "config.json").write_text(json.dumps({**config, "intermediate_size": 64}), encoding="utf-8")
    status, told = item_type(labelled, other, tmp_path / "out")
    assert status == 2
    assert "missing or of another shape" in told


def test_a_folder_that_is_there(base: Path, labelled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "diary.txt").write_text("mine", encoding="utf-8")
    assert item_type(labelled, base, out, "--force") == (
        2, f"{out}: is there and is no model folder. Name a new folder with -o.\n",
    )  # fmt: skip
    assert (out / "diary.txt").exists()
    (out / "config.json").write_text("{}", encoding="utf-8")
    status, told = item_type(labelled, base, out)
    assert status == 2
    assert "is there already. Name a new folder, or replace it with --force" in told


def test_the_extra_is_named(base: Path, labelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "_PACKAGES", ("torch", "no_such_package"))
    status, told = item_type(labelled, base, tmp_path / "out")
    assert status == 2
    assert told == "training needs no_such_package. pip install 'referat-nlp[train]'\n"


def test_a_summary_needs_references(base: Path, tmp_path: Path) -> None:
    done = train("summary", "--base", base, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "give labels, or minutes that print summaries" in done.stderr
