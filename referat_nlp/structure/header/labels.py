"""The head of the minutes cut into its fields: 'Sted: Rådhuset', a label over its value, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ...danish.bodies import find_body
from ...danish.dates import find_date, find_times
from ...danish.names import is_no_name
from ..lines import Line
from .columns import column_labels, label_kind, paired
from .entries import Entry, breaks_off, entries_of, is_described, is_role, lists_people
from .groups import group_of, is_group_head
from .people_labels import LEADING, kind_before, roll_head
from .plain import plain
from .sentences import sentences_of, tells
from .words import LABEL_PATTERN, FieldKind, kind_of_label

_PEOPLE = frozenset(("members", "guests", "role", "substitutes", "excused", "absent"))
_AWAY = frozenset(("excused", "absent"))
_CLOCK = frozenset(("date", "time", "start", "end"))

_WITH_COLON = re.compile(
    rf"(?<![\w/-])(?P<label>{LABEL_PATTERN})(?:\.|[ ]?\.{{2,}}|[ ]\.)?"
    r"(?:\s*\((?:\d{1,2}[ ]?[a-zæøå]*|[^()\d]{1,60})\))?\s*:(?!\d)\s*",
    re.IGNORECASE,
)
_LAST_COLON = re.compile(r".*:\s*.?", re.DOTALL)
_BARE = re.compile(rf"^(?P<label>{LABEL_PATTERN})(?![\w/-])\.?\s*(?:[–-]\s+)?(?=\S)", re.IGNORECASE)
_ROLE_COLON = re.compile(r"(?P<label>[A-ZÆØÅ][\wæøå-]*(?:[ ][\wæøå-]+)?)\s*:\s*")
_LONGEST = 4000
#: No head is longer; a text without items is all "head".
_MOST_LINES = 800
#: Characters from which on a line that breaks within a name is taken for a wrapped one.
_FULL_LINE = 45
_ROOM = re.compile(r"(?P<label>[Mm]ødelokale|[Ll]okale)\s+(?P<room>[A-ZÆØÅ][\wæøå].+)")
#: The two halves of a name that a line's end parts.
_GIVEN = re.compile(r"[A-ZÆØÅ][a-zæøåéöäü-]+|(?:[A-ZÆØÅ]\.){1,3}")
_SURNAME = re.compile(r"[A-ZÆØÅ][\wæøåéöäü-]+(?:[ ][A-ZÆØÅ][\wæøåéöäü-]+){0,2}(?=\Z|[ ]?[,;(.]|[ ](?:og|samt)[ ])")
#: Street or town on a line of its own below the name of a place.
_ADDRESS_LINE = re.compile(
    r"[A-ZÆØÅ][\wæøåé. ]*(?:vej|gade|allé|alle|torv|torvet|plads|pladsen|stræde|vænget?|boulevard|park(?:en)?|bakken)"
    r"[ ]\d{1,3}[ ]?[A-Za-z]?(?:,.{0,60})?|\d{4}[ ][A-ZÆØÅ][\wæøå .-]{1,40}"
)
_MOST_OF_A_PLACE = 2
_OTHER_LABEL = re.compile(r"[A-ZÆØÅ][\wæøå]+(?:[ ][\wæøå]+){0,3}:\s")
_LONE_WORD = re.compile(
    r"(?!\w*(?:fortegnelse|oversigt|inger|orden|punkter|skrift\w*|protokol|referat|side|sager|bilag|emner|noter|referent"
    r"|sekretær|andre|øvrige|ingen)\b)[A-ZÆØÅ][a-zæøåéöäü]{2,}(?:-[A-ZÆØÅ][a-zæøå]+)?\.?"
)
_JOINTS = (",", ";", "·", "•", "*")
_LIST_MARK = re.compile(r"[,.;(·]|\s(?:og|samt)\s")
_CELL = re.compile(r"\s*\t\s*|\s+\|\s+")
#: A label that tells nothing of what follows it.
_REMARKS = re.compile(r"^(?:Øvrige[ ])?(?:Bemærkning(?:er)?|Mødenoter?|Noter?|NB)[ ]?[:.][ ]+(?=\S)", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-•*–·]\s+)")
#: A label of a page that lost the blank behind it ('MødestedLokale 8').
GLUED_LABEL = re.compile(
    r"\A(?P<label>Udvalg|Mødested|Mødedato|Mødetidspunkt|Mødelokale|Starttidspunkt|Sluttidspunkt|Deltagere|Medlemmer"
    r"|Fraværende|Afbud|Dato|Sted|Lokale|Tidspunkt)(?=[A-ZÆØÅ\d])"
)
_OF_A_BODY = re.compile(r"(?:i|for|med|af|om)\s")
_ONE_ONLY = re.compile(r".*(?:træder|suppleant|stedet)$", re.IGNORECASE)
_NOBODY = re.compile(r"ing?en(?:\s+\w+)?|intet|nej|[-–/]+|0", re.IGNORECASE)
# 'Mødelokale 2' and 'Lokale 3' are themselves the place, 'Sted' and 'Tid' begin sentences.
_NEVER_BARE = frozenset(
    ("mødelokale", "lokale", "forum", "råd", "organ", "adresse", "kl", "øvrige", "kommune", "nævn", "hvor", "møde i")
)


@dataclass(slots=True)
class Field:
    """A field of the head.

    Attributes:
        kind: What the label says; None for a line without a label.
        label: The label as printed, '' where there is none.
        values: The lines (or cells) of its value.
        line: The line where it begins.
    """

    kind: FieldKind | None
    label: str
    line: Line
    values: list[str] = field(default_factory=list)

    @property
    def value(self) -> str:
        """The first line of the value, '' where it is empty."""
        return self.values[0] if self.values else ""


def fields_of(lines: Sequence[Line]) -> list[Field]:
    """The fields of a head, in printed order.

    Args:
        lines: Its lines; those behind the first 800 are not read.

    Returns:
        Labelled fields with their values, and each other line as a field without a kind.
    """
    fields: list[Field] = []
    columns: list[tuple[FieldKind, str]] = []
    read = paired(plain(lines[:_MOST_LINES]))
    above: Line | None = None
    for line, below in pairwise([*read, None]):
        if line is None:
            break
        begins = len(fields)
        cells = [cell for cell in _CELL.split(line.text.strip("*_| ")) if cell.strip(" |*")]
        if roll_head(cells):
            fields.append(Field("members", cells[0], line))
            above = line
            continue
        if len(cells) > 1 and not label_kind(cells[0]) and lists_people(cells[0]):
            cells = [", ".join(cells)]
        if len(columns) == len(cells) > 1:
            fields += (Field(kind, label, line, [cell]) for (kind, label), cell in zip(columns, cells, strict=True))
            columns = []
            continue
        columns = column_labels(cells)
        if columns:
            continue
        for index, cell in enumerate(cells):
            labelled = index == 0 or any(field.kind is not None for field in fields[begins:])
            cell = cell.strip(" *")
            if index == 0:
                cell = GLUED_LABEL.sub(r"\g<label>: ", cell)
            group = _group(fields, cell, below) if len(cells) == 1 else None
            if group is not None:
                fields[-1].values += [group] if group else []
                continue
            if index == 0 and above is not None and (joint := _goes_on(fields, above, line, cell)):
                fields[-1].values[-1] += joint + cell
                continue
            if (
                len(cells) == 1
                and below is not None
                and (kind := kind_before(cell, below.text))
                and _bare_label(cell)[0] is None
            ):
                fields.append(Field(kind, cell.strip(" :?"), line))
                continue
            _add_cell(fields, line, cell, first=index == 0, labelled=labelled)
        above = line
    return _bare_places(fields)


def _group(fields: Sequence[Field], cell: str, below: Line | None) -> str | None:
    """The people of a line that is a group in the list that is being read, '' for the group's name alone."""
    kind, bare = fields[-1].kind if fields else None, _BULLET.sub("", cell)
    if below is not None and is_group_head(bare, _BULLET.sub("", below.text), kind):
        return ""
    return group_of(bare, kind)


def _bare_places(fields: list[Field]) -> list[Field]:
    """The fields; among labels without colons 'Mødelokale Fjordstuen' is a label with its value, too."""
    if any(each.kind == "place" for each in fields):
        return fields
    for before, each, behind in zip(fields, fields[1:], fields[2:], strict=False):
        match = _ROOM.match(each.value) if each.kind is None else None
        if match and any(_is_bare(other) for other in (before, behind)):
            each.kind, each.label, each.values = "place", match["label"], [match["room"]]
            break
    return fields


def _is_bare(field: Field) -> bool:
    """Whether a field's label stands without a colon on the line of its value."""
    return (
        field.kind in _CLOCK
        and bool(field.value)
        and re.search(rf"{re.escape(field.label)}\s+\w", field.line.text) is not None
    )


def _goes_on(fields: Sequence[Field], above: Line, line: Line, text: str) -> str:
    """What to put before a line that goes on with a list of people broken at a mark or, being full, within a name."""
    current = fields[-1] if fields else None
    if current is None or current.kind not in _PEOPLE or not current.values or _BULLET.match(text):
        return ""
    if line.blank_before or _cut_label(text) or tells(text):
        return ""
    if above.text.endswith(_JOINTS):
        mark = above.text[-1]
        return " " if current.values[-1].endswith(mark) else f"{mark} " if mark in ",;" else f" {mark} "
    if _half_name(current.values[-1], text) or (len(above.text) >= _FULL_LINE and _is_rest(current, text)):
        return " "
    if len(above.text) < _FULL_LINE or _LIST_MARK.search(text) is None or _begins_anew(text):
        return ""
    before, joined = entries_of(current.values[-1]), entries_of(f"{current.values[-1]} {text}")
    seam = max(len(before) - 1, 0)
    runs_over = [one.name for one in joined[seam : seam + 2]] != [one.name for one in before[seam:]]
    return " " if runs_over else ""


def _is_rest(current: Field, text: str) -> bool:
    """Whether a line is the lone last name of the last of a list of bare names."""
    entries = entries_of(current.values[-1])
    bare = len(entries) > 1 and all(Entry(entry.name) == entry for entry in entries)
    # Behind 'og' the list has ended.
    open_end = bare and current.values[-1].endswith(f", {entries[-1].name}")
    return open_end and _LONE_WORD.fullmatch(text) is not None and not is_no_name(text.rstrip("."))


def _half_name(above: str, text: str) -> bool:
    """Whether a list of several people ends in a given name, and the next line begins with the surname to it."""
    whole, comma, given = above.rpartition(", ")
    if not comma or not _GIVEN.fullmatch(given) or not entries_of(whole) or not breaks_off(above) or _begins_anew(text):
        return False
    surname = _SURNAME.match(text)
    name = f"{given} {surname.group()}" if surname else ""
    return [entry.name for entry in entries_of(name)] == [name]


def _cut_label(text: str) -> bool:
    return any(kind is not None for kind, _, _ in _cut(text, inside=False))


def _begins_anew(text: str) -> bool:
    """Whether a line's first entry is a whole person, so that the line above was whole, too."""
    first = entries_of(text)
    if not first or first[0].name not in text:
        return False
    lead = text[: text.index(first[0].name)].strip("-•*·– :").casefold()
    return lead in ("", first[0].role)


def _add_cell(fields: list[Field], line: Line, cell: str, *, first: bool, labelled: bool) -> None:
    """Add a cell; one that stands behind cells without any label is no label itself, as in a menu."""
    current = fields[-1] if fields and fields[-1].kind is not None else None
    bare = _BULLET.sub("", cell)
    kind = label_kind(bare) if labelled or bare.endswith(":") else None
    if kind is None and is_role(bare.strip(" :")) and (first or not current):
        if current and current.kind in _PEOPLE - {"role"} and current.values and not bare.endswith(":"):
            current.values[-1] += f", {bare}"
            return
        kind = "role"
    if kind is not None and not _is_value(current, cell):
        fields.append(Field(kind, bare.strip(" :"), line))
        return
    for label_kind_, label, rest in _cut(_REMARKS.sub("", bare), inside=current is not None and current.kind in _AWAY):
        if label_kind_ is not None:
            current = Field(label_kind_, label, line, [rest] if rest else [])
            fields.append(current)
            continue
        owner = _owner(fields, current, rest)
        if owner is not None and _takes(owner, rest, same_line=not first):
            if not first and owner.values and owner.kind in _PEOPLE:
                owner.values[-1] += f", {rest}"
            else:
                owner.values.append(rest)
            if owner is not current:
                fields.append(owner)
        elif rest:
            fields.append(Field(None, "", line, [rest]))
            current = None


def _owner(fields: Sequence[Field], current: Field | None, text: str) -> Field | None:
    """The field that a line without a label may belong to.

    Behind an absentee's substitute ('Stedfortræder: Bo Lind') the list of absentees goes on.
    """
    if current is None or current.kind != "substitutes" or not current.values or len(fields) < 2:
        return current
    above, one_only = fields[-2], _ONE_ONLY.match(current.label)
    if above.kind in _AWAY and one_only and lists_people(text, with_reasons=True):
        return Field(above.kind, above.label, current.line)
    return current


def _is_value(current: Field | None, cell: str) -> bool:
    """Whether a cell that could be a label is the value that the label before waits for ('Sted:' 'Forum')."""
    return current is not None and not current.values and current.kind == "place" and label_kind(cell) == "body"


def _cut(text: str, *, inside: bool) -> Iterator[tuple[FieldKind | None, str, str]]:
    """The parts of one cell: label kind (None for what stands before the first label), label, value.

    Args:
        text: The cell.
        inside: Whether it stands in a list of absentees, where a substitute goes with the person before.
    """
    marks: list[tuple[re.Match[str], FieldKind]] = []
    # Nothing behind the last colon is a label with one.
    last = _LAST_COLON.match(text) if ":" in text and len(text) < _LONGEST else None
    for match in _WITH_COLON.finditer(text, 0, last.end()) if last else ():
        kind = kind_of_label(match["label"])
        away = inside or any(other in _AWAY for _, other in marks)
        if match.start() and (
            not match["label"][0].isupper() or kind == "municipality" or (kind == "substitutes" and away)
        ):
            continue
        if kind is not None:
            marks.append((match, kind))
    if not marks or marks[0][0].start() > 0:
        head = text[: marks[0][0].start()] if marks else text
        yield from map(_bare_label, _parted(head.strip(" ,;|–")))
    for index, (match, kind) in enumerate(marks):
        end = marks[index + 1][0].start() if index + 1 < len(marks) else len(text)
        value, *more = _parted(text[match.end() : end].strip(" ,;|"))
        yield kind, match["label"], value
        yield from map(_bare_label, more)


def _parted(text: str) -> list[str]:
    """A text cut before each later sentence that begins with a label ('Mødet hævet kl. 19.05')."""
    parts: list[str] = []
    for sentence in sentences_of(text):
        if not parts or _bare_label(sentence)[0] not in (None, "role", "substitutes"):
            parts.append(sentence)
        else:
            parts[-1] += f" {sentence}"
    return parts or [""]


@lru_cache(maxsize=1024)
def _bare_label(text: str) -> tuple[FieldKind | None, str, str]:
    """As :func:`_cut` for text that holds no label with a colon of the known ones."""
    role = _ROLE_COLON.match(text) if ":" in text else None
    if role and is_role(role["label"]):
        return "role", role["label"], text[role.end() :].strip()
    lead = LEADING.match(text) if len(text) < _LONGEST else None
    if lead and (kind := kind_before(lead["label"], text[lead.end() :])):
        return kind, lead["label"], text[lead.end() :]
    match = _BARE.match(text) if len(text) < _LONGEST else None
    if match:
        kind, rest = kind_of_label(match["label"]), text[match.end() :].strip()
        if kind is not None and _bare_value(kind, match["label"].casefold(), rest):
            return kind, match["label"], rest
    return None, "", text


def _bare_value(kind: FieldKind, label: str, rest: str) -> bool:
    """Whether what follows a label without a colon can only be its value."""
    if label in _NEVER_BARE or not rest or len(rest) > 600:
        return False
    if kind in _PEOPLE:
        told = sentences_of(rest)[0]
        return lists_people(told, with_reasons=kind in _AWAY) or _NOBODY.fullmatch(told.rstrip(".")) is not None
    if kind == "body":
        return find_body(rest) is not None and rest[0].isupper()
    if kind == "place":
        return (rest[0].isupper() or rest[0].isdigit()) and len(rest) < 100
    if kind in ("start", "end"):
        return bool(find_times(rest)) and len(rest) < 40
    # 'Møde i Byrådet den 3. maj' is a title.
    if _OF_A_BODY.match(rest):
        return False
    return len(rest) < 80 and (find_date(rest) is not None or (kind == "time" and bool(find_times(rest))))


def _takes(current: Field, text: str, *, same_line: bool) -> bool:
    """Whether a line without a label belongs to the value of the field before it."""
    if current.kind in _PEOPLE:
        if not current.values and _NOBODY.fullmatch(text.rstrip(".")):
            return True
        if current.values and _NOBODY.fullmatch(current.value.rstrip(".")):
            return tells(text)
        if current.kind in _AWAY and (tells(text) or lists_people(text, with_reasons=True)):
            return True
        return same_line or lists_people(text) or is_described(text) or _wraps(current, text)
    if not current.values:
        if text.endswith(":"):
            return False  # the next label, of no kind
        return current.kind not in _CLOCK or find_date(text) is not None or bool(find_times(text))
    if current.kind != "place" or len(current.values) > _MOST_OF_A_PLACE:
        return False
    return (current.value.endswith(",") and len(current.values) == 1) or _ADDRESS_LINE.fullmatch(text) is not None


def _wraps(current: Field, text: str) -> bool:
    """Whether a list of people takes in a line that is none by itself ('..., Otto Malling' 'Kruse (C)')."""
    if not current.values:
        return False
    return runs_on("\n".join(current.values), text)


def runs_on(above: str, line: str) -> bool:
    """Whether a list of several people that has no end yet goes on in the next line."""
    if _OTHER_LABEL.match(line):
        return False
    if above.endswith((",", " og", " samt", ";", " ·", " •", " *", " &")) or (
        line.startswith("(") and not above.endswith(")")
    ):
        return True
    return "(" in line[:40] and not above.endswith((".", ")")) and breaks_off(above)


def texts(fields: Iterable[Field]) -> list[str]:
    """The lines that stand without a label."""
    return [item.value for item in fields if item.kind is None]
