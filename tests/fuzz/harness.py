"""Damaged minutes of every format through the whole pipeline, each a function of a seed and a number.

>>> name, data = case(seed=1, number=0)
"""

from __future__ import annotations

import io
import signal
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from types import FrameType

from referat_nlp import load
from referat_nlp.pipeline import Pipeline
from referat_nlp.schema import Failure, Referat
from tests.fuzz.mutations import mutated
from tests.structure.clerk import check_spans

ROOT = Path(__file__).resolve().parents[2]
ENDINGS = (".txt", ".md", ".html", ".xml", ".json", ".docx", ".pdf")
SECONDS_A_FILE = 20
"""No authored file takes a tenth of a second; this is for a slow machine, and still far from a hang."""


class Hang(BaseException):
    """A file took longer than it may; no ``Exception``, so that the pipeline does not make a failure of it."""


@cache
def sources() -> dict[str, bytes]:
    """The authored minutes of every format, by name, and an archive of some of them."""
    folders = (ROOT / "examples", ROOT / "tests" / "fixtures" / "minutes")
    paths = sorted(path for folder in folders for path in folder.iterdir() if path.suffix in ENDINGS)
    found = {path.name: path.read_bytes() for path in paths if not path.name.endswith(".gold.json")}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(found)[::5]:
            packed.writestr(name, found[name])
    return {**found, "archive.zip": archive.getvalue()}


def case(seed: int, number: int) -> tuple[str, bytes]:
    """The damaged file of a number: formats take turns, whatever the count of their files."""
    chance = Random(f"{seed}/{number}")
    endings = sorted({Path(name).suffix for name in sources()})
    ending = endings[number % len(endings)]
    name = chance.choice([name for name in sources() if name.endswith(ending)])
    other = chance.choice(list(sources().values()))
    return name, mutated(sources()[name], ending, chance, other)


def check(data: bytes, pipeline: Pipeline) -> list[str]:
    """Tag a file's bytes and assert what holds of any file.

    Returns:
        What came of its documents: ``Referat``, or the kind of failure.

    Raises:
        AssertionError: A result is no result, or a span does not slice to what it says.
        Hang: It took longer than :data:`SECONDS_A_FILE`.
    """
    with _limited():
        results = list(pipeline.pipe([data]))
    assert results, "no result for a document"
    for result in results:
        if isinstance(result, Failure):
            _check_failure(result)
        else:
            _check_record(result)
    return [result.error.kind if isinstance(result, Failure) else "Referat" for result in results]


def run(seed: int, *, seconds: float | None = None, cases: int | None = None) -> Iterator[tuple[int, list[str]]]:
    """Check cases for so many seconds, or so many of them.

    Yields:
        The number of each case and what came of it.

    Raises:
        AssertionError: With the seed and the number of the case.
    """
    pipeline = load()
    begun, number = time.monotonic(), 0
    while number < cases if cases is not None else time.monotonic() - begun < (seconds or 0):
        name, data = case(seed, number)
        try:
            outcome = check(data, pipeline)
        except (Exception, Hang) as error:
            raise AssertionError(
                f"{type(error).__name__} on {name}, damaged: tests.fuzz.harness.case({seed}, {number}): {error}"
            ) from error
        yield number, outcome
        number += 1


def _check_failure(failure: Failure) -> None:
    assert failure.error.kind
    assert failure.error.message
    assert failure.error.advice
    assert "internal error" not in failure.error.message, failure.error.message


def _check_record(referat: Referat) -> None:
    assert referat.items
    check_spans(referat)
    written = referat.model_dump_json()
    assert Referat.model_validate_json(written).model_dump_json() == written
    for item in referat.items:
        start, end = item.span
        assert item.type is None or item.type in item.types
        for ballot in item.ballots:
            assert start <= ballot.span[0] <= ballot.span[1] <= end
        for statement in item.statements:
            assert referat.text[slice(*statement.span)] == statement.text
        for sentence in item.summary.sentences if item.summary else []:
            assert referat.text[slice(*sentence.span)] == sentence.text


@contextmanager
def _limited() -> Iterator[None]:
    """Interrupt what takes too long, searches of patterns included."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise Hang(f"not done in {SECONDS_A_FILE} s")

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_A_FILE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
