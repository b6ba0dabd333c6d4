"""One list of people in the head of the minutes: names with party, office, reason and substitute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ...danish import parties
from ...danish.names import OFFICE_BEFORE, small_surname
from ...danish.people import find_people
from .brackets import in_brackets
from .local_parties import is_organisation, may_be_party, settle_parties, with_brackets
from .points import MORE_POINTS, PAIR, POINTS, points_in, range_of

_OFFICE = (
    r"(?:[\wæøå/-]*(?:borgmester|rådmand|rådkvinde|formand|forkvinde|forperson|direktør|chef|leder"
    r"|konsulent|sekretær|jurist|advokat"
    r"|arkitekt|ingeniør|planlægger|koordinator|medlem|revisor|referent|ordfører|stedfortræder|suppleant"
    r"|rektor|observatør|kasserer|ordstyrer|tovholder"
    r"|repræsentant|fuldmægtig|medarbejder|assistent|inspektør|mester|læge|specialist|controller|økonom"
    r"|stabschef"
    r"|kommitteret|tilforordnet|dirigent|direktion))(?:en|et|erne|er|ne)?"
)
_RANK = (
    r"(?:(?:\d\.|første|anden|konst(?:itueret|\.)|fung(?:erende|\.)|tekn(?:isk|\.)"
    r"|politisk|ledende|adm(?:inistrerende|\.)|afgående)\s*)*"
)
_ROLE = re.compile(rf"{_RANK}{_OFFICE}(?:\s*/\s*{_OFFICE})?(?:\s+(?:for|i|af|ved|på|fra)\s+\S.*)?", re.IGNORECASE)
_TITLE = re.compile(rf"({_RANK}{_OFFICE})\s*:?\s+(?-i:(?=[A-ZÆØÅÉ]))", re.IGNORECASE)
_LEAD = re.compile(rf"^(?:[-•*–·]\s*|\d{{1,2}}[.)]\s+(?!{_OFFICE}))+", re.IGNORECASE)
_MARKS = (",", ";", "·", "•", "*", "|", "-", "–", "—", "")
#: What is said of somebody behind a dash that is glued to the words before it: 'næstformand- afbud'.
_STATUS = (
    r"(?=(?:med\s+|meldt\s+|uden\s+)?(?:afbud|forfald)\b|fravær|ikke\b|deltog\b|deltager\b|udebl|inhabil|sygdom|sygemeldt|ferie\b"
    r"|orlov\b|forlod\b|gik\b|ankom\b|kom\b|mødte\b|stedfortræder|suppleant)"
)
_SPLIT = re.compile(
    rf"(?<=[\w)])\s+[-–—]\s*{_STATUS}|(?<=[\w)][-–—])\s+{_STATUS}|"
    r"\s*[,;\n·•|]\s*(?:(?:og|samt)\s+)?|\s+\*\s+|\s+[-–—]\s+(?!\d)|\s+(?:og|samt|&)\s+|\s+(?=\d{1,2}[.)]\s+[A-ZÆØÅ])"
)
_WRITTEN_OUT = 3
_LONGEST_LINE = 90
_FEWEST_LINES = 4
_NEXT_WORD = re.compile(r"\s+[\wæøå]+")
#: Where a line may be cut, and the brackets in which it may not.
_STOP = re.compile(r"[ ,;\n\t·•|()\[\]]")
# Two columns: 'Anne Holm (A) Bo Lind (V)'.
_GAP = re.compile(r" (?=[A-ZÆØÅ])")
_COLUMN = re.compile(rf"(?<=\))(?:(?<=\)),? {_RANK}{_OFFICE})? (?-i:(?=[A-ZÆØÅ]))", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"(?:(?:med|ved|som|indkaldt|v/|v\.)\s*)*(?:stedfortræder(?:en)?|suppleant(?:en)?|afløser)\s*"
    r"(?:er|var|deltog|mødte|indkaldt|:|\s)*(?-i:(?=[A-ZÆØÅ]))"
    r"|i\s+(?:stedet|(?:hans|hendes)\s+sted)(?:\s+for)?\s*(?:deltog|mødte|kom|deltager|er|var|indkaldt|:|\s)*(?:(?:stedfortræder(?:en)?"
    r"|suppleant(?:en)?)\s*)?(?-i:(?=[A-ZÆØÅ]))"
    r"|(?-i:(?=[A-ZÆØÅ]))(?=(?:[^\s()]+\s){2,4}(?:deltog|mødte|deltager|indtrådte)\s+(?:i\s+stedet|som\s+(?:stedfortr|suppl)))"
    r"|for\s+hvem\s+(?-i:(?=[A-ZÆØÅ]))|i\s+hvis\s+sted\s+(?:(?:mødte|deltog|indtrådte|var\s+indkaldt)\s+)?(?:(?:stedfortræder|suppleant)(?:en)?\s+)?(?-i:(?=[A-ZÆØÅ]))"
    r"|(?:erstattet|afløst|repræsenteret)\s+af\s+|(?-i:(?=[A-ZÆØÅ]))(?=(?:[^\s()]+\s){2,4}(?:(?:var|er|blev)\s+)?indkaldt\s*$)|(?:her)?for\s+(?:hvem\s+)?(?:mødte|deltog)\s+|hvor\s+(?-i:(?=[A-ZÆØÅ]))",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"(?:\s+(?:deltog|mødte|deltager|indtrådte)\s+(?:i\s+stedet|som\s+(?:stedfortræder|suppleant)))?\s+for\s+[A-ZÆØÅ]"
)
# Behind the one who came: 'mødte som stedfortræder (for Anne Holm)'.
_STAND_IN = re.compile(
    r"(?:(?:mødte|deltog|deltager|møder|var|er|blev|indtrådte|indkaldt)\s+)+(?:som\s+)?"
    r"(?:stedfortræder|suppleant|afløser|i\s+stedet|i\s+(?:hans|hendes|dennes)\s+sted)(?:\s+for)?\b"
    r"|(?:mødte|deltog|møder|deltager)\s+for\b",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(r"stedfortræder|suppleant|afløser")
_STANDS_FOR = re.compile(r"(?:som\s+)?(?:stedfortræder|suppleant|i\s+stedet)\s+for\s+(?-i:(?=[A-ZÆØÅ]))", re.IGNORECASE)
#: In brackets behind the one who came: '(midlertidigt for Anne Holm)'.
_IN_PLACE_OF = re.compile(r"(?:midlertidigt |indkaldt |mødte |deltog |i stedet )?for ", re.IGNORECASE)
_IN_BRACKETS = r"(?: \([^()]*\))?"
_TAIL = re.compile(r"\s*(?:[-–/:]\s*|,\s*)?")
_GROUP = re.compile(
    rf"^(?:[A-ZÆØÅ]\s*[–-]\s*)?({parties.NAME}(?:\s*\([A-ZÆØÅ]{{1,2}}\))?|(?:(?:[Ll]iste|[Gg]ruppe)\s+)?[A-ZÆØÅ]|{parties.CODE})"
    r"(?:\s*\(\d{1,2}\)|,?\s+\d{1,2}\s+(?:mandat(?:er)?|medlem(?:mer)?))?\s*:\s*"
)
# 'A: Anne Holm. V: Bo Lind.'
_NEXT_GROUP = re.compile(r"(?<=[\w)])[.;]\s+(?=[A-ZÆØÅ]\s?:\s)")
_GROUP_LINE = re.compile(rf"(?:{_GROUP.pattern[1:]}|{parties.NAME}(?:\s*\([A-ZÆØÅ]{{1,2}}\))?)$")
_NOTE = re.compile(
    r"(?:fra|til|kl|ankom|forlod|gik|deltog|kom|afbud|pga|på grund|grundet|inhabil|fravær\w*|udgik|under"
    r"|udpeget|indstillet|repræsenterer|valgt|ved|i stedet|hele|uden|med|sygd|syg|ferie"
    r"|sag|punkt|pkt|deltager|delvis|digital|virtuel|online|via|dog|mødte|løsgænger|uden for)\b",
    re.IGNORECASE,
)
_NAME_FORM = re.compile(r"[A-ZÆØÅ][\wæøåéöäü'-]+(?:\s[A-ZÆØÅ][\wæøåéöäü'.-]*){1,3}")
_HERE = re.compile(r"ja|x|✓|☒|☑|til\s?stede|mødt|deltog|deltager|fremmødt", re.IGNORECASE)
_NOT_HERE = re.compile(r"nej|☐|ikke\s+mødt", re.IGNORECASE)
_NO_PERSON = re.compile(r"lokale|salen\b|rådhus|indholdsfortegnelse|\bside\b|\bkommune\b|\btelefon", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One person of a list.

    Attributes:
        name: The name as printed.
        party: The party, or None.
        role: The office in lower case, or None.
        substitute: Who came in the person's place, or None.
        stands_for: In whose place the person came, or None.
        stands_in: Whether the person came in the place of somebody else.
        points: Items that the entry is limited to, as inclusive ranges of their numbers.
        notes: What else is said of the person: a reason, a clock time.
    """

    name: str
    party: str | None = None
    role: str | None = None
    substitute: str | None = None
    stands_for: str | None = None
    stands_in: bool = False
    points: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@lru_cache(maxsize=1024)
def is_role(text: str) -> bool:
    """Whether the whole text is an office ('næstformand', 'direktør for Teknik')."""
    return len(text) < 70 and _ROLE.fullmatch(text.strip()) is not None and not OFFICE_BEFORE.match(text.strip())


def entries_of(text: str) -> list[Entry]:
    """Read a list of people, one a line or separated by commas.

    Args:
        text: The list; a line may begin with a party and a colon.

    Returns:
        The people in printed order; not to be changed.
    """
    return list(_entries(text))


def with_shared_items(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """The people of a list; the items behind 'Anne Holm og Bo Lind under punkt 4' are both's."""
    found = list(entries)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        joint = " og " if other is entries[at + 1] else "(?:,| og) "
        pair = rf"{re.escape(one.name)}{_IN_BRACKETS}{joint}{re.escape(other.name)}{_IN_BRACKETS}(?:,| og| under| ved) "
        if other.points and not one.notes and not one.points and re.search(pair, text):
            found[at] = replace(one, notes=other.notes, points=other.points)
    return found


# Members and absentees are looked for in the same lists.
@lru_cache(maxsize=256)
def _entries(text: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    heading: str | None = None
    lines = _by_column(_NEXT_GROUP.sub("\n", with_brackets(text, is_role)).split("\n"))
    one_each = _one_each(lines)
    for line in lines:
        if _GROUP_LINE.match(line):
            heading = parties.printed_party(line.strip(" :"))
            continue
        group = _GROUP.match(line)
        party = parties.printed_party(group[1]) if group else heading
        begins = len(entries)
        pieces = _pieces(line[group.end() :] if group else line)
        for at, piece in enumerate(pieces):
            if at and one_each and entries:
                _note(entries[-1], piece)
            else:
                _read(piece, entries)
        for entry in entries[begins:]:
            entry.party = entry.party or party
    settle_parties(entries)
    return tuple(entries)


def _one_each(lines: list[str]) -> bool:
    """Whether a list has one person a line and behind the comma whom each speaks for ('Bo Lind, Lundeby Idrætsråd')."""
    told = [line.split(", ") for line in lines if is_described(line)]
    said = [
        rest for _, *rest in told if not is_role(rest[0]) and not parties.is_party(rest[0]) and _person(rest[0]) is None
    ]
    return len(told) >= _FEWEST_LINES and 4 * len(told) > 3 * len(lines) and 2 * len(said) > len(told)


def _by_column(lines: list[str]) -> list[str]:
    """The lines; where they hold two columns, all of the left one and then all of the right one."""
    cuts = [_COLUMN.search(line) for line in lines]
    if sum(cut is not None for cut in cuts) < 2:
        return lines
    left = [line[: cut.end() - 1] if cut else line for line, cut in zip(lines, cuts, strict=True)]
    return left + [line[cut.end() :] for line, cut in zip(lines, cuts, strict=True) if cut]


@lru_cache(maxsize=1024)
def lists_people(text: str, *, with_reasons: bool = False) -> bool:
    """Whether a line is nothing but people with what is said of them.

    Args:
        text: The line.
        with_reasons: Whether any short remark may stand behind a name, as in a list of absentees.
    """
    text = _LEAD.sub("", text)
    if _GROUP_LINE.match(text):
        return True
    if not text or (text[0].islower() and not _TITLE.match(text)) or _NO_PERSON.search(in_brackets(text)[0]):
        return False
    entries: list[Entry] = []
    pieces = _pieces(text[match.end() :] if (match := _GROUP.match(text)) else text)
    if not pieces or not _read(pieces[0], entries):
        return False
    known = sum(_read(piece, entries) for piece in pieces[1:])
    with_reasons = with_reasons or any(_NOT_HERE.fullmatch(piece) for piece in pieces[1:])
    return 2 * known >= len(pieces) - 1 and all(
        (with_reasons and len(note) < 60) or _plain(note) for entry in entries for note in entry.notes
    )


def is_described(text: str) -> bool:
    """Whether a line is one name and, behind a comma, whom the person speaks for ('Ida Krog, udpeget af Byrådet')."""
    name, comma, rest = _LEAD.sub("", text).partition(", ")
    if not comma or len(text) > _LONGEST_LINE or text[0].isdigit() or rest[-1:] in ".:?" or not rest[0].isalpha():
        return False
    person = _person(name)
    return person is not None and person[2] == len(name) and " " in name and not _NO_PERSON.search(name)


def _plain(note: str) -> bool:
    if is_organisation(note):
        return True
    return len(note) < 60 and (_NOTE.match(note) is not None or " " not in note or may_be_party(note))


@lru_cache(maxsize=1024)
def breaks_off(text: str) -> bool:
    """Whether a list of people ends within an entry: in half a name, or in a name in a list of several."""
    entries: list[Entry] = []
    known = [_read(piece, entries) for piece in _pieces(text)]
    if not entries or not known[-1]:
        return bool(entries)
    last = entries[-1]
    return len(entries) > 1 and Entry(last.name, role=last.role) == last and text.rstrip(" .,").endswith(last.name)


def _pieces(line: str) -> list[str]:
    """The line cut at its separators outside brackets; 'og' cuts only before a person or a number."""
    pieces, start, depth = [], 0, 0
    stop = _STOP.search(line)
    while stop:
        position, char = stop.start(), stop.group()
        cut = None
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= depth > 0
        elif depth == 0:
            cut = _SPLIT.match(line, position)
            if cut is None and (line[position - 1] == ")" or _is_whole_party(line, start, position)):
                cut = _GAP.match(line, position)
        if cut and (cut.group().strip() in _MARKS or _begins_entry(line[cut.end() :])):
            pieces.append(line[start:position].rstrip("-–—"))
            start = position = cut.end()
        else:
            position += 1
        stop = _STOP.search(line, position)
    pieces.append(line[start:])
    return [piece.strip() for piece in pieces if piece.strip(" .")]


def _is_whole_party(line: str, start: int, stop: int) -> bool:
    """Whether a piece is a party written out, so that a name may follow on it ('… Venstre Bo Lind, SF')."""
    piece = line[start:stop].strip()
    if len(piece) < _WRITTEN_OUT or not parties.is_party(piece):
        return False
    longer = _NEXT_WORD.match(line, stop)
    return longer is None or not parties.is_party(piece + longer.group())


def _begins_entry(text: str) -> bool:
    title = _TITLE.match(text)
    rest = text[title.end() :] if title else text
    return rest[:1].isdigit() or (rest[:1].isupper() and _person(rest[:120]) is not None)


@lru_cache(maxsize=4096)
def _person(text: str) -> tuple[str, str | None, int] | None:
    found = find_people(text)
    if not found or found[0].name is None or found[0].start > 0:
        return None
    name = found[0].name
    if text.startswith(name):
        return name, found[0].party, len(name)
    match = re.match(r"\s+".join(map(re.escape, name.split())), text)
    return (name, found[0].party, match.end()) if match else None


def _read(piece: str, entries: list[Entry]) -> bool:
    """Read one piece as a person, or as something said of the last one; False where it is neither."""
    bare, notes = in_brackets(_LEAD.sub("", piece).strip(" ."))
    last = entries[-1] if entries else None
    if last is not None and _say(last, bare):
        for note in notes:
            _note(last, note)
        return True
    title = _TITLE.match(bare) or OFFICE_BEFORE.match(bare)
    rest = bare[title.end() :] if title else bare
    person = _person(rest) or _named_with_party(rest, notes)
    if person is None:
        if last is not None and (bare[:1].islower() or _NOTE.match(bare)):
            last.notes.append(bare)
            return True
        return False
    name, _, stop = person
    entry = Entry(name, role=title[1].rstrip(" ,").lower() if title else None)
    entries.append(entry)
    for note in notes:
        _note(entry, note)
    tail = rest[_end_of(_TAIL, rest, stop) :].strip(" .")
    if tail and not _say(entry, tail):
        entry.points += points_in(tail)
        entry.notes.append(tail)
    return True


def _named_with_party(text: str, notes: Sequence[str]) -> tuple[str, str | None, int] | None:
    """A name that only its form and the party in brackets behind it tell to be one ('Rasmus Bylov (C)')."""
    if any(map(parties.is_party, notes)) and _NAME_FORM.fullmatch(text) and not parties.is_party(text):
        return text, None, len(text)
    if any(small_surname(f"{text} ({note})", 0, len(text) + len(note) + 3) for note in notes) and not is_role(text):
        return text, None, len(text)
    return None


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _note(entry: Entry, note: str) -> None:
    """Something in brackets behind a name: a party, an office, both, or a remark."""
    if parties.is_party(note):
        _say(entry, note)
        return
    if is_organisation(note) and not is_role(note):
        entry.notes.append(note)
        return
    replaced = _IN_PLACE_OF.match(note)
    whom = note[replaced.end() :] if replaced else ""
    if whom and not is_organisation(whom) and (person := _person(whom)) and person[2] == len(whom):
        entry.stands_for = person[0]
        return
    for part in _pieces(note):
        if not _say(entry, in_brackets(part)[0]) and part.strip():
            entry.notes.append(part)


def _say(entry: Entry, text: str) -> bool:
    """Take what a text says of a person, if it is something known."""
    text = text.strip(" .")
    if not text:
        return True
    if parties.is_party(text):
        entry.party = entry.party or parties.printed_party(text)
        return True
    stands_for = _STANDS_FOR.match(text)
    if stands_for and (person := _person(text[stands_for.end() :])):
        entry.stands_for, entry.role = person[0], entry.role or "stedfortræder"
        return True
    substitute = _SUBSTITUTE.match(text)
    if substitute and (person := _person(text[substitute.end() :])):
        # 'Suppleant Bo Lind for Anne Holm' is an entry of its own.
        if _FOR_WHOM.match(text, substitute.end() + person[2]):
            return False
        entry.substitute = person[0]
        return True
    if stand_in := _STAND_IN.match(text):
        entry.stands_in = True
        if person := _person(text[stand_in.end() :].lstrip()):
            entry.stands_for = person[0]
        return True
    if entry.role and _STANDS_IN.search(entry.role) and text.startswith("for ") and (person := _person(text[4:])):
        entry.stands_for = person[0]
        return True
    if POINTS.match(text):
        entry.points += points_in(text)
        entry.notes.append(text)
        return True
    if entry.points and MORE_POINTS.fullmatch(text):
        entry.points += [range_of(pair) for pair in PAIR.finditer(text)]
        return True
    if is_role(text):
        entry.role = entry.role or text.lower()
        return True
    if _NOT_HERE.fullmatch(text):
        entry.notes.append("ikke til stede")
        return True
    return _HERE.fullmatch(text) is not None
