"""Predictions that were made before: the JSON Lines of ``referat tag``, or of any other system."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from ..errors import MalformedError, NotFoundError
from ..schema import Referat
from .documents import LabelledMeeting
from .evaluation import System


def predictions_from(path: str | Path) -> System:
    """A system that gives the records of a file.

    Args:
        path: JSON Lines in the form of the data contract; failures among them are documents without items.

    Returns:
        The system, named after the file. A meeting is found by the hash of its source, else by its path; one that is
        not in the file has no items and says so in its warnings.

    Raises:
        NotFoundError: There is no such file.
        MalformedError: A line is no record of the data contract.
    """
    file = Path(path)
    if not file.is_file():
        raise NotFoundError("there is no such file", path=str(path))
    by_key: dict[str, Referat] = {}
    with file.open(encoding="utf-8") as lines:
        for row, line in enumerate(lines, start=1):
            record = _record(line, row, str(path))
            for key in (record.source.sha256, record.source.path):
                if key:
                    by_key.setdefault(key, record)

    def predict(meetings: Sequence[LabelledMeeting]) -> list[Referat]:
        return [_of(meeting.referat, by_key) for meeting in meetings]

    return System(file.name, predict)


def _record(line: str, row: int, path: str) -> Referat:
    try:
        data = json.loads(line)
        if "error" in data:
            return Referat.model_validate({key: data[key] for key in ("schema_version", "source")})
        return Referat.model_validate(data)
    except (ValueError, ValidationError, TypeError) as error:
        problem = f"line {row} is no record: {str(error).splitlines()[0]}"
        raise MalformedError(problem, path=path, advice="Give the .jsonl that referat tag wrote.") from None


def _of(referat: Referat, by_key: dict[str, Referat]) -> Referat:
    source = referat.source
    record = by_key.get(source.sha256 or "") or by_key.get(source.path or "")
    if record is None:
        return referat.model_copy(update={"items": [], "warnings": ["not among the predictions"]})
    return record.model_copy(update={"text": referat.text})
