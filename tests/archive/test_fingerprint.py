"""Pipelines that give the same have one fingerprint; others have others."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from referat_nlp import Limits, load
from referat_nlp.archive.fingerprint import fingerprint
from referat_nlp.errors import ReferatError
from referat_nlp.inference.checkpoint import FP32, INT8, SAFETENSORS, Stored
from tests.archive import hostile
from tests.inference.toys import TYPES


def test_it_is_that_of_the_analysers_with_their_settings_and_of_the_limits(tmp_path: Path) -> None:
    toy, other = hostile.Noted(tmp_path), hostile.Noted(tmp_path, "efter")
    pipelines = [load(), load(limits=Limits(max_pages=7)), load(summary=hostile.by_title), load(summary=toy)]
    found = [fingerprint(pipeline) for pipeline in (*pipelines, load(summary=other))]
    assert len(set(found)) == len(found)
    assert found[:4] == [fingerprint(pipeline) for pipeline in pipelines]
    assert fingerprint(load()) == found[0]


def test_a_model_is_what_its_folder_holds_wherever_it_lies(exported_types: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(exported_types, copy)
    first = fingerprint(load(item_type=exported_types))
    assert fingerprint(load(item_type=copy)) == first
    assert first != fingerprint(load())
    for unread in ("README.md", "model.safetensors"):
        (copy / unread).write_bytes(b"other")
    assert fingerprint(load(item_type=copy)) == first
    other = {label: {"scale": 2.0, "shift": 0.0} for label in TYPES}
    (copy / "calibration.json").write_text(json.dumps(other), encoding="utf-8")
    assert fingerprint(load(item_type=copy)) != first
    assert fingerprint(load(item_type=exported_types)) == first


def test_of_weights_those_count_that_run(tmp_path: Path) -> None:
    for name in (INT8, FP32, "model.onnx_data", SAFETENSORS, "model-00001-of-00002.safetensors", "old/model.onnx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    def counted(weights: str) -> list[str]:
        return [path.relative_to(tmp_path).as_posix() for path in Stored(tmp_path, tmp_path / weights).files()]

    always = ["model.onnx_data", "old/model.onnx"]
    assert counted(INT8) == [INT8, *always]
    assert counted(FP32) == [FP32, *always]
    assert counted(SAFETENSORS) == ["model-00001-of-00002.safetensors", always[0], SAFETENSORS, always[1]]


def test_a_model_that_writes_is_what_its_files_hold(tmp_path: Path) -> None:
    for needed in ("torch", "transformers"):
        pytest.importorskip(needed)
    from tests.inference.checkpoints import writer

    folder = writer(tmp_path / "t5", "T5")
    first = fingerprint(load(summary=folder))
    assert fingerprint(load(summary=shutil.copytree(folder, tmp_path / "copy"))) == first
    with (folder / "model.safetensors").open("r+b") as weights:
        weights.seek(-4, os.SEEK_END)
        weights.write(b"\0\0\0\0")
    assert fingerprint(load(summary=folder)) != first


def test_what_cannot_be_pickled_is_told() -> None:
    with pytest.raises(ReferatError, match="cannot be pickled"):
        fingerprint(load(summary=lambda items: [None] * len(items)))
