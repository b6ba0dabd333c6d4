"""Which files are read: patterns and lists of paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from referat_nlp.archive import Selection
from referat_nlp.archive.selection import matches
from referat_nlp.errors import NotFoundError, ReferatError

PATHS = ["2023/byraad.pdf", "2024/byraad.pdf", "2024/kladde/byraad.docx", "2024/plan [1].pdf"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in PATHS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(selection: Selection, leave_out: tuple[str, ...] = ()) -> list[str]:
    files = selection.files(leave_out=leave_out)
    return [type(entry).__name__ if isinstance(entry, ReferatError) else entry for entry in files]


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("*.pdf", [0, 1, 3]),
        ("byraad.*", [0, 1, 2]),
        ("2024/*.pdf", [1, 3]),
        ("2024/**", [1, 2, 3]),
        ("**/kladde/*", [2]),
        ("kladde/**", [2]),
        ("202[!3]/*.pdf", [1, 3]),
        ("byraad.???", [0, 1]),
        ("BYRAAD.pdf", []),
        ("[z-a]", []),
    ],
)
def test_patterns(pattern: str, taken: list[int]) -> None:
    assert [path for path in PATHS if matches(path, pattern)] == [PATHS[index] for index in taken]


def test_include_and_exclude_hold_for_whatever_is_named(folder: Path) -> None:
    assert found(Selection(["2024"], include=["*.pdf"])) == ["2024/byraad.pdf", "2024/plan [1].pdf"]
    assert found(Selection(["2024"], exclude=["kladde/**", "plan*"])) == ["2024/byraad.pdf"]
    assert found(Selection(["2024/*"], include=["*.docx", "plan*"])) == ["2024/kladde/byraad.docx", "2024/plan [1].pdf"]
    assert found(Selection(["2023/byraad.pdf", "2024/byraad.pdf"], exclude=["2023/**"])) == ["2024/byraad.pdf"]


def test_a_folder_of_which_nothing_is_left_is_named(folder: Path) -> None:
    assert found(Selection(["2023", "2024"], include=["*.docx"])) == ["NotFoundError", "2024/kladde/byraad.docx"]


def test_a_manifest_lists_files_and_folders_as_they_stand(folder: Path) -> None:
    (folder / "liste.txt").write_text("\ufeff2024/plan [1].pdf\r\n\n2023\n*.pdf\n", encoding="utf-8")
    selection = Selection(["2024/byraad.pdf"], manifests=["liste.txt"])
    assert found(selection) == ["2024/byraad.pdf", "2024/plan [1].pdf", "2023/byraad.pdf", "*.pdf"]
    assert found(selection, ("2023/byraad.pdf",))[2] == "NotFoundError"


def test_a_manifest_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="manifest"):
        found(Selection(manifests=["gone.txt"]))
