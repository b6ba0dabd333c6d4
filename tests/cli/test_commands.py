"""The command as a person runs it: output, messages, exit status."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from referat_nlp import __version__
from tests.authored import MINUTES, NOT_MINUTES, OTHER

REFERAT = [sys.executable, "-c", "from referat_nlp.cli import main; main()"]


def referat(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*REFERAT, *arguments], input=stdin, capture_output=True, cwd=cwd, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_tag_writes_json_lines_to_standard_output(folder: Path) -> None:
    done = referat("tag", str(folder))
    assert (done.returncode, done.stderr) == (0, b"")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["source"]["path"] for record in records] == [str(folder / "a.txt"), str(folder / "b.txt")]
    assert "Ø".encode() in done.stdout


def test_tag_writes_a_file_and_says_what_it_did_on_standard_error(folder: Path) -> None:
    out = folder / "out.jsonl"
    done = referat("tag", "a.txt", "b.txt", "-o", str(out), cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines() == [
        f"2 documents, 4 items → {out}",
        "  4 godkendelse",
        "  2 ballots, 2 contested",
    ]
    assert len(out.read_bytes().splitlines()) == 2


def test_tag_run_twice_does_not_read_its_own_output(folder: Path) -> None:
    for _ in range(2):
        done = referat("tag", ".", "-o", "out.jsonl", cwd=folder)
        assert done.stderr.decode().startswith("2 documents, 4 items → out.jsonl\n")


def test_some_failed_is_status_1_with_a_record_and_a_message_each(folder: Path) -> None:
    (folder / "c.txt").write_text(NOT_MINUTES)
    done = referat("tag", "a.txt", "c.txt", "gone.txt", "b.txt", cwd=folder)
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record.get("error", {}).get("kind") for record in records] == [
        None,
        "not-minutes",
        "not-found",
        None,
    ]
    messages = done.stderr.decode().splitlines()
    assert [message.split(":")[0] for message in messages[:2]] == ["c.txt", "gone.txt"]
    assert messages[2] == "2 documents, 4 items, 2 failed"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tag"], "PATH"),
        (["tag", "a.txt", "-o", "out.xlsx"], "Use one of: .jsonl"),
        (["tag", "a.txt", "-o", "nowhere/out.csv"], "cannot be written"),
        (["tag", "a.txt", "--max-mb", "0"], "--max-mb"),
        (["tag", "a.txt", "--append"], "needs an output"),
        (["tag", "a.txt", "-o", "out.csv", "--workers", "0"], "--workers"),
        (["show"], "FILE"),
        (["shout"], "shout"),
        ([], "Usage"),
    ],
)
def test_wrong_use_is_status_2_with_a_message(folder: Path, arguments: list[str], message: str) -> None:
    done = referat(*arguments, cwd=folder)
    assert done.returncode == 2
    assert message in (done.stderr + done.stdout).decode()
    assert b"Traceback" not in done.stderr


def test_standard_input_is_a_dash(folder: Path) -> None:
    done = referat("tag", "-", stdin=MINUTES.encode())
    assert json.loads(done.stdout)["source"]["path"] == "-"
    assert b"Teknik- og Milj" in referat("text", "-", stdin=MINUTES.encode("utf-16")).stdout
    assert "Malene Buhl" in referat("show", "-", stdin=MINUTES.encode("cp1252", "replace")).stdout.decode()
    empty = referat("tag", "-")
    assert empty.returncode == 1
    assert json.loads(empty.stdout)["error"]["kind"] == "empty"


def test_a_file_above_the_limit_is_refused_by_name(folder: Path) -> None:
    (folder / "big.txt").write_text(MINUTES * 2000, encoding="utf-8")
    done = referat("tag", "big.txt", "--max-mb", "1", cwd=folder)
    assert json.loads(done.stdout)["error"]["kind"] == "limit"


def test_show_is_a_page_with_what_was_decided_and_who_voted_how(folder: Path) -> None:
    done = referat("show", str(folder / "a.txt"))
    page = done.stdout.decode()
    assert done.returncode == 0
    for part in [
        "Ravnsholt Kommune",
        "9. april 2024",
        "godkendelse → godkendt",
        "3 for · 1 imod",
        "Buhl (Ø)",
    ]:
        assert part in page
    assert max(len(line) for line in page.splitlines()) <= 80
    assert "\x1b" not in page


def test_show_gives_the_evidence_with_its_offsets_on_request(folder: Path) -> None:
    claim = "Godkendt med 3 stemmer for og 1 stemme imod."
    page = referat("show", str(folder / "a.txt"), "--evidence", "--english").stdout.decode()
    text = referat("text", str(folder / "a.txt")).stdout.decode()
    assert claim in page
    assert f"{text.index(claim)}–" in page
    assert "Decision" in referat("show", str(folder / "a.txt"), "--english").stdout.decode()


def test_show_and_text_of_a_file_that_cannot_be_read_are_status_1(folder: Path) -> None:
    for command in ("show", "text"):
        done = referat(command, "gone.txt", cwd=folder)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(b"gone.txt: ")


def test_text_is_what_the_spans_refer_to(folder: Path) -> None:
    text = referat("text", "a.txt", cwd=folder).stdout.decode()
    record = json.loads(referat("tag", "a.txt", cwd=folder).stdout)
    assert len(text) == record["source"]["n_chars"] + 1
    section = record["items"][1]["sections"][-1]
    assert text[slice(*section["span"])] == section["text"]


def test_schema_is_json() -> None:
    assert json.loads(referat("schema").stdout)["$schema"].endswith("2020-12/schema")


def test_version() -> None:
    assert referat("--version").stdout.decode() == f"referat {__version__}\n"


@pytest.mark.parametrize("command", ["tag", "show", "text", "schema"])
def test_help_of_every_command_has_an_example_that_begins_with_it(command: str) -> None:
    page = referat(command, "--help").stdout.decode()
    assert "Examples:" in page
    assert f"referat {command}" in page.split("Examples:")[1]


def test_a_reader_that_has_enough_is_no_error(folder: Path) -> None:
    for number in range(40):
        (folder / f"m{number}.txt").write_text(MINUTES * 3, encoding="utf-8")
    for command in (["tag", "."], ["text", "a.txt"], ["show", "a.txt"], ["schema"]):
        process = subprocess.Popen([*REFERAT, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_interrupted_is_status_130_with_how_to_go_on_and_leaves_no_output_as_if_whole(folder: Path) -> None:
    os.mkfifo(folder / "never.txt")  # Opening it waits for a writer that does not come.
    process = subprocess.Popen(
        [*REFERAT, "tag", *["a.txt"] * 20, "never.txt", "-o", "out.jsonl"], stderr=subprocess.PIPE, cwd=folder
    )
    part = folder / "out.jsonl.part"
    deadline = time.monotonic() + 60
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in messages
    assert b"kept in out.jsonl.journal: the same command goes on" in messages
    assert b"Traceback" not in messages
    assert not (folder / "out.jsonl").exists()
    for line in part.read_bytes().splitlines():
        json.loads(line)


def test_what_is_read_can_be_listed_and_chosen(folder: Path) -> None:
    (folder / "c.md").write_text(MINUTES, encoding="utf-8")
    done = referat("tag", "--manifest", "-", "--exclude", "b.*", stdin=b"a.txt\nb.txt\nc.md\n", cwd=folder)
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["a.txt", "c.md"]
    done = referat("tag", ".", "--include", "*.md", "--workers", "1", cwd=folder)
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["./c.md"]


def test_progress_is_shown_only_where_a_person_is_looking(folder: Path) -> None:
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [*REFERAT, "tag", ".", "-o", "out.jsonl"], cwd=folder, stderr=terminal, stdout=subprocess.PIPE
    )
    os.close(terminal)
    seen = b""
    with suppress(OSError):  # So Linux says that the other side is closed.
        while piece := os.read(controller, 100_000):
            seen += piece
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, b"")
    assert b"2/2" in seen
    assert b"4 godkendelse" in seen
