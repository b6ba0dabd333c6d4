"""Which files a user's words stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from referat_nlp.archive import discover
from referat_nlp.errors import ReferatError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [
        "b.txt",
        "a.txt",
        "2024/maj.pdf",
        "2024/april.pdf",
        ".hidden.txt",
        ".git/config",
        "x[1].txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [
        type(entry).__name__ if isinstance(entry, ReferatError) else entry for entry in discover(paths, exclude=exclude)
    ]


def test_a_folder_is_searched_to_any_depth_sorted_and_without_hidden_files(folder: Path) -> None:
    assert found(".") == ["./2024/april.pdf", "./2024/maj.pdf", "./a.txt", "./b.txt", "./x[1].txt"]


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("b.txt", ["b.txt"]),
        ("-", ["-"]),
        ("gone.txt", ["gone.txt"]),
        ("*.txt", ["a.txt", "b.txt", "x[1].txt"]),
        ("x[1].txt", ["x[1].txt"]),
        ("20*", ["2024/april.pdf", "2024/maj.pdf"]),
        ("**/*.pdf", ["2024/april.pdf", "2024/maj.pdf"]),
        ("*.docx", ["NotFoundError"]),
        (".hidden.txt", [".hidden.txt"]),
    ],
)
def test_files_globs_and_standard_input(folder: Path, argument: str, expected: list[str]) -> None:
    assert found(argument) == expected


def test_a_pattern_for_everything_names_each_file_once(folder: Path) -> None:
    assert sorted(found("**")) == ["2024/april.pdf", "2024/maj.pdf", "a.txt", "b.txt", "x[1].txt"]


def test_arguments_are_taken_in_the_order_given(folder: Path) -> None:
    assert found("b.txt", "2024", "a.txt") == ["b.txt", "2024/april.pdf", "2024/maj.pdf", "a.txt"]


def test_the_output_is_not_read_as_input(folder: Path) -> None:
    assert "./a.txt" not in found(".", exclude=(str(folder / "a.txt"),))


def test_links_to_folders_are_not_followed_and_broken_links_are_named(folder: Path) -> None:
    (folder / "2024" / "up").symlink_to(folder)
    (folder / "2024" / "gone.pdf").symlink_to(folder / "nowhere")
    assert found("2024") == ["2024/april.pdf", "2024/gone.pdf", "2024/maj.pdf"]


def test_a_folder_without_files_is_an_error_and_one_within_another_is_not(folder: Path) -> None:
    (folder / "2024" / "juni").mkdir()
    (folder / "tom" / "også tom").mkdir(parents=True)
    assert found("tom") == ["NotFoundError"]
    assert found("2024") == ["2024/april.pdf", "2024/maj.pdf"]


def test_a_pipe_in_a_folder_is_an_error_and_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "2024" / "pipe")
    assert found("2024") == ["2024/april.pdf", "2024/maj.pdf", "UnsupportedFormatError"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_an_error_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "2024").chmod(0)
    try:
        assert found(".")[:2] == ["PermissionDeniedError", "./a.txt"]
    finally:
        (folder / "2024").chmod(0o755)
