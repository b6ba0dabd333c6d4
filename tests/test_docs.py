"""What the documents and the help pages show is what the code does.

Blocks marked ``console`` are run line by line, what follows a ``$`` as a command in a folder where
``examples`` stands; ``...`` in the printed output stands for anything. Blocks marked ``python`` are run as
one program a document, prompts as doctests.
"""

from __future__ import annotations

import doctest
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ROOMS = ["danish", "reading", "structure", "inference", "analysis", "archive", "report", "evaluate", "train"]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_PACKAGE = ROOT / "referat_nlp"
_MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted(_PACKAGE.rglob("*.py"))
    if ">>>" in path.read_text(encoding="utf-8") and path.name != "__init__.py"
]


def blocks(kind: str) -> list[tuple[str, str]]:
    return [
        (document.name, found[2])
        for document in DOCUMENTS
        for found in _BLOCK.finditer(document.read_text(encoding="utf-8"))
        if found[1] == kind
    ]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"({command}) 2>&1"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def same(expected: str, got: str) -> bool:
    tidy = ["\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n" for text in (expected, got)]
    return doctest.OutputChecker().check_output(tidy[0], tidy[1], doctest.ELLIPSIS)


@pytest.mark.parametrize(("document", "block"), blocks("console"))
def test_console_examples_print_what_they_show(place: Path, document: str, block: str) -> None:
    commands = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    assert commands, f"a console block of {document} has no command"
    for command, expected in commands:
        got = shell(command).stdout
        assert same(expected, got), f"{document}: {command}\n{got}"


@pytest.mark.parametrize("document", sorted({document for document, _ in blocks("python")}))
def test_python_examples_do_what_they_show(place: Path, document: str) -> None:
    scope: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=_FLAGS)
    for name, block in blocks("python"):
        if name != document:
            continue
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, scope, name, name, 0)
            runner.run(test, clear_globs=False)
            scope = test.globs
        else:
            exec(compile(block, name, "exec"), scope)
    assert runner.failures == 0


@pytest.mark.parametrize("command", ["tag", "show", "text", "schema"])
def test_examples_of_the_help_pages_run(place: Path, command: str) -> None:
    page = shell(f"referat {command} --help").stdout.split("Examples:")[1].split("\n\n\n")[0]
    examples = re.findall(r"^ {4}((?:referat|cat) .*)$", page, re.MULTILINE)
    assert examples
    for example in examples:
        done = shell(example)
        assert done.returncode == 0, f"{example}\n{done.stdout}"


@pytest.mark.parametrize("room", ROOMS)
def test_the_architecture_names_every_module_of_a_room_and_no_other(room: str) -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split(f"### {room}\n")[1].split("\n#")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(.+?)`", row)}
    paths = (path.relative_to(_PACKAGE / room).with_suffix("") for path in (_PACKAGE / room).rglob("*.py"))
    assert named == {path.as_posix() for path in paths if path.name != "__init__"}


@pytest.mark.parametrize("name", ["referat_nlp", *_MODULES])
def test_examples_of_docstrings_hold(place: Path, name: str) -> None:
    results = doctest.testmod(importlib.import_module(name), optionflags=_FLAGS)
    assert results.failed == 0
