"""Label Studio: tasks and the labelling interface out, annotations in.

A task is one item: its text, in which voters, absences and ballots are marked as spans, and choices for type and
outcome. Spans come back as offsets into the task's text, which is the document's text from ``start`` on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from ...schema import Source
from ..gold.problems import Problem
from ..gold.schema import GoldItem
from ..gold.sheets import LabelledItem, Sheet
from ..gold.sheets.cells import CellError
from ..gold.sheets.columns import ABSENCES, MOTIONS, OUTCOMES, RESULTS, TYPES, YES
from .drawing import Candidate
from .label_studio_predictions import predicted
from .label_studio_spans import BALLOT, COUNTS, DONE, OTHERS, SIDES, Region, item_labels

_SPANS = (BALLOT, *SIDES, *COUNTS, *OTHERS, *ABSENCES)
_CHOICES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("type", "Type: den mest bindende", TYPES, "single"),
    ("types", "Typer: alle slags i punktet", TYPES, "multiple"),
    ("outcome", "Udfald", (*OUTCOMES, "ingen"), "single"),
    ("done", "Alt er markeret (også når der intet er)", tuple(DONE), "multiple"),
    ("ambiguous", "To omhyggelige læsere kunne være uenige", (YES,), "single"),
)
_OF_BALLOTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("motion", "Forslag", tuple(MOTIONS)),
    ("result", "Resultat", RESULTS),
    ("unanimous", "Enstemmigt", (YES,)),
)


def interface() -> str:
    """The labelling interface, as the XML that Label Studio's project settings take."""
    lines = ["<View>", '  <Header value="$heading"/>', '  <Labels name="spans" toName="text">']
    lines += [f"    <Label value={quoteattr(name)}/>" for name in _SPANS]
    lines += ["  </Labels>", '  <Text name="text" value="$text" saveTextResult="yes"/>']
    for name, title, values in _OF_BALLOTS:
        when = f'perRegion="true" visibleWhen="region-selected" whenLabelValue={quoteattr(BALLOT)}'
        lines += _choices(name, f"{title} (vælg en markeret afstemning)", values, f'choice="single" {when}')
    for name, title, values, kind in _CHOICES:
        lines += _choices(name, title, values, f'choice="{kind}" showInline="true"')
    return "\n".join([*lines, "</View>"]) + "\n"


def _choices(name: str, title: str, values: Iterable[str], attributes: str) -> list[str]:
    return [
        f'  <Header size="6" value={quoteattr(title)}/>',
        f'  <Choices name="{name}" toName="text" {attributes}>',
        *(f"    <Choice value={quoteattr(value)}/>" for value in values),
        "  </Choices>",
    ]


def tasks(drawn: Iterable[Candidate], *, prefill: bool = False) -> list[dict[str, Any]]:
    """Items as tasks.

    Args:
        drawn: The items.
        prefill: Give the model's answers as predictions.

    Returns:
        What Label Studio imports, as JSON values.
    """
    return [_task(candidate, prefill) for candidate in drawn]


def _task(candidate: Candidate, prefill: bool) -> dict[str, Any]:
    item, source, meeting = candidate.item, candidate.source, candidate.meeting
    heading = " · ".join(filter(None, (meeting.municipality, meeting.body, meeting.date, item.number, item.title)))
    data = {
        "text": candidate.text,
        "heading": heading,
        "path": source.path,
        "sha256": source.sha256,
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "start": item.span[0],
    }
    task: dict[str, Any] = {"data": data}
    if prefill:
        from ... import __version__

        task["predictions"] = [{"model_version": f"referat_nlp {__version__}", "result": list(predicted(candidate))}]
    return task


def parse_export(file: Path, data: bytes, *, annotator: str | None = None) -> Sheet:
    """Read the annotations of an export (Label Studio's format "JSON").

    Args:
        file: The file, for messages.
        data: Its bytes.
        annotator: Whose annotations to take (id or e-mail) where several people labelled the same task.

    Returns:
        The labels; a problem names the task by its place in the file, from 1.
    """
    sheet = Sheet(file)
    try:
        records = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        sheet.problems.append(Problem(str(file), None, None, f"is no JSON in UTF-8: {error}"))
        return sheet
    if not isinstance(records, list) or not records:
        message = "is no export of Label Studio: that is a list of tasks, its format is called JSON"
        sheet.problems.append(Problem(str(file), None, None, message))
        return sheet
    sheet.rows = len(records)
    seen: dict[str, int] = {}
    for row, record in enumerate(records, start=1):
        try:
            labelled = _labelled(record, row, annotator)
        except CellError as error:
            sheet.problems.append(Problem(str(file), row, None, str(error)))
            continue
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            message = f"is no task of 'referat label export': {type(error).__name__}: {error}"
            sheet.problems.append(Problem(str(file), row, None, message))
            continue
        if labelled is None:
            sheet.unlabelled.append(row)
            continue
        first = seen.setdefault(labelled.item.id or "", row)
        if first != row:
            sheet.problems.append(Problem(str(file), row, None, f"{labelled.item.id!r} is task {first} already"))
            continue
        sheet.items.append(labelled)
    return sheet


def _labelled(record: dict[str, Any], row: int, annotator: str | None) -> LabelledItem | None:
    data = record["data"]
    result = _annotation(record, annotator)
    if result is None:
        return None
    text = data["text"]
    choices: dict[str, list[str]] = {}
    regions: dict[str, Region] = {}
    of_regions: list[tuple[str, str, str]] = []
    for n, entry in enumerate(result):
        value, name, region = entry["value"], entry["from_name"], str(entry.get("id", n))
        if entry["type"] == "labels":
            start, end = _offsets(text, value)
            regions[region] = Region(start, end, text[start:end], value["labels"][0])
        elif entry["type"] == "choices" and any(name == known for known, *_ in _OF_BALLOTS):
            of_regions.append((region, name, value["choices"][0]))
        elif entry["type"] == "choices":
            choices[name] = value["choices"]
    for region, name, chosen in of_regions:
        if region in regions:
            regions[region].choices[name] = chosen
    fields = item_labels(choices, list(regions.values()), int(data["start"]))
    if not fields:
        return None
    known = {key: data[key] for key in ("id", "number", "title") if data.get(key)}
    source = Source(path=data.get("path"), sha256=data.get("sha256"))
    return LabelledItem(row, source, GoldItem(**known, **fields))


def _annotation(record: dict[str, Any], annotator: str | None) -> list[dict[str, Any]] | None:
    """The result of a task's annotation; None where there is none that was not cancelled."""
    annotations = [each for each in record.get("annotations") or [] if not each.get("was_cancelled")]
    if annotator is not None:
        annotations = [each for each in annotations if annotator in _names_of(each)]
    if len(annotations) > 1:
        people = ", ".join(_names_of(each)[-1] for each in annotations)
        raise CellError(f"has {len(annotations)} annotations (by {people}): choose one with --annotator")
    return annotations[0]["result"] if annotations else None


def _names_of(annotation: dict[str, Any]) -> Sequence[str]:
    by = annotation.get("completed_by")
    return [str(by[key]) for key in ("id", "email") if key in by] if isinstance(by, dict) else [str(by)]


def _offsets(text: str, value: dict[str, Any]) -> tuple[int, int]:
    """A span's offsets in characters; Label Studio's are UTF-16 units, which differ after an emoji."""
    units = text.encode("utf-16-le")
    first, last = 2 * int(value["start"]), 2 * int(value["end"])
    if not 0 <= first < last <= len(units):
        raise CellError(f"a span {value['start']}–{value['end']} lies outside the text of {len(text)} characters")
    start = len(units[:first].decode("utf-16-le"))
    marked = units[first:last].decode("utf-16-le")
    # Label Studio drops doubled blanks from the text that it repeats, and may write a newline as "\\n".
    said = value.get("text")
    if said is not None and "".join(said.replace("\\n", " ").split()) != "".join(marked.split()):
        raise CellError(
            f"the span {value['start']}–{value['end']} is {marked!r} in the text but {said!r} in the export"
        )
    return start, start + len(marked)
