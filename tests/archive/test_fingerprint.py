"""Pipelines that give the same have one fingerprint; others have others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from referat_nlp import Limits, load
from referat_nlp.archive.fingerprint import fingerprint, folder_digest
from referat_nlp.errors import ReferatError
from tests.archive import hostile


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
    (copy / "calibration.json").write_text("{}")
    assert folder_digest(copy) != folder_digest(exported_types)
    assert fingerprint(load(item_type=exported_types)) == first


def test_what_cannot_be_pickled_is_told() -> None:
    with pytest.raises(ReferatError, match="cannot be pickled"):
        fingerprint(load(summary=lambda items: [None] * len(items)))
