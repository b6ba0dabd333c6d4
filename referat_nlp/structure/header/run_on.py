"""Heads whose line breaks are lost: 'REFERAT Byrådet Mødedato: 3. maj 2022 Mødested: Salen Medlemmer: Bo Lind (A)'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...danish.dates import find_date
from ..lines import Line
from .entries import entries_of
from .plain import joined_letters
from .words import LABEL_PATTERN, kind_of_label

_LONG = 160
#: No further down stands a head in one line.
_TOP = 12
_FEWEST = 3
_LABEL = re.compile(rf"(?<![\w/-])(?P<label>{LABEL_PATTERN})[ ]?:(?!\d)", re.IGNORECASE)
#: The number of a page that ran into its first line.
_PAGE = re.compile(r"\d{1,3}[ ](?:![ ])?(?=[A-ZÆØÅ])")
#: Where the head ends and what is to come is listed.
_BEHIND = re.compile(
    r"(?<![\w-])(?:Indholdsfortegnelse|Indhold(?=[ ](?:\d|[ÅS]))|Sagsoversigt|Punktliste|Mødeindhold|Dagsorden(?=[ ]\d)"
    r"|Side[ ]\d{1,3}(?:[ ]af[ ]\d{1,3})?(?=[ ]|$)|(?:Åbne|Lukkede|Offentlige)[ ](?:dagsordens)?punkter"
    r"|Følgende[ ]sager\b"
    r"|REFERAT(?=[ ][A-ZÆØÅ][a-zæøå]+[ ][a-zæøå])|INDHOLD|1\.[ ](?:Godkendelse|Meddelelser|Spørgetid|Dagsorden)\b)"
)
#: Labels that tell nothing of the meeting, and end the value before them.
_ELSE = re.compile(
    r"(?<![\w-])(?:Bemærkninger|Udsendelsesdato|Udsendt|Referent|Information|Emne|Mødenr\.?|Sagsnr\.?|Sags[ ]nr\.?"
    r"|J\.nr\.?|Ref\.?"
    r"|EMNE|MØDENR\.?|SAGSNR\.?|REFERENT|BEMÆRKNINGER)[ ]?:"
)
_TITLE = re.compile(r"referat|protokol|dagsorden|beslutning|\bmøde", re.IGNORECASE)
#: 'Kl i Byrådssalen': the hour is lost.
_NO_HOUR = re.compile(r"\b[Kk]l\.?[ ]+(?=[a-zæøå]|[A-ZÆØÅ])")
_INSIDE = re.compile(r"(?<=[:.\w][ ])(?:REFERAT|DAGSORDEN)(?=[ ]+[A-ZÆØÅ][a-zæøå]+[ ][A-ZÆØÅ]|$)")
_PEOPLE = frozenset(("members", "guests", "role", "substitutes", "excused", "absent"))
_LONGEST_NAME = 3


def is_run_on(text: str) -> bool:
    """Whether a line is a head with its title and labels all in one."""
    if len(text) < (_LONG if _PAGE.match(text) is None else _LONG // 2):
        return False
    kinds = {kind for _, kind in _labels(text)}
    paged = _PAGE.match(text) is not None and _TITLE.search(text[:_LONG]) is not None and len(text) > _LONG
    return len(kinds) >= (1 if paged else _FEWEST) or (paged and find_date(text[:_LONG]) is not None)


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines of a head; one that holds all of it cut at its labels, and without the list of items behind it.

    Args:
        lines: The lines before the first item.
    """
    found: list[Line] = []
    for at, line in enumerate(lines):
        found += _parts(line) if at < _TOP and is_run_on(line.text) else [line]
    return found


def _labels(text: str) -> Iterator[tuple[int, str]]:
    for match in _LABEL.finditer(text):
        kind = kind_of_label(match["label"])
        if kind is not None and kind != "municipality" and match["label"][0].isupper():
            yield match.start(), kind


def _parts(line: Line) -> Iterator[Line]:
    page = _PAGE.match(line.text)
    begin = page.end() if page else 0
    text = line.text
    if (inside := _INSIDE.search(text, begin + 1)) is not None:
        # The title of a page that was read behind its first lines.
        yield replace(line, text=inside.group(), blank_before=True, mark=None)
        text = text[: inside.start()] + " " * (inside.end() - inside.start()) + text[inside.end() :]
    marks = [*_labels(text), *((match.start(), "") for match in _ELSE.finditer(text))]
    behind = next((match.start() for match in _BEHIND.finditer(text, begin) if match.start() > begin), len(text))
    cuts = [(begin, ""), *sorted((at, kind) for at, kind in marks if begin < at < behind), (behind, "")]
    for (start, kind), (stop, _) in pairwise(cuts):
        part = joined_letters(_NO_HOUR.sub("", text[start:stop].strip()))
        if not part or _ELSE.fullmatch(part) or (kind and kind not in _PEOPLE and part[-1] == ":"):
            continue
        pieces = _unmixed(part) if kind in _PEOPLE else [part]
        for piece in pieces:
            yield replace(line, start=line.start + start, text=piece, blank_before=True, mark=None)


def _unmixed(part: str) -> list[str]:
    """A list of people as it is; where the values of other labels stand in its place, these without a label.

    It ends where nothing keeps the names apart.
    """
    label, _, value = part.partition(":")
    date = find_date(value)
    listed = value[: date[1]] if date else value
    entries = entries_of(listed)
    run_in = next((entry.name for entry in entries if len(entry.name.split()) > _LONGEST_NAME), None)
    if run_in is not None and run_in in listed:
        listed = listed[: listed.index(run_in)]
    if entries or date is None:
        return [f"{label}:{listed}"]
    return [f"{label}:", value[: date[2]].strip(), *filter(None, [value[date[2] :].strip()])]
