"""Lines of the head as they are read.

Spaced letters, and dates broken over two lines, are joined, ticked boxes put in words, names in capitals written
small, 'Holt, Lene' turned to 'Lene Holt', and the rows of a roll that says of each whether he came ('Bo Lind (V)
deltog') are rows of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...danish.dates import MONTH
from ...danish.municipalities import MUNICIPALITY
from ...danish.people import find_people
from ..lines import Line
from .capitals import small_letters
from .people_labels import roll_head

_SPACED = re.compile(r"(?<!\S)(?:[A-ZÆØÅÉ0-9][ ]+){3,}[A-ZÆØÅÉ0-9](?!\S)")
#: 'R e f e r a t'.
SPACED_WORD = re.compile(r"(?<!\S)[A-ZÆØÅ][ ](?:[a-zæøå][ ]){3,}[a-zæøå](?!\S)")
_WORD_GAP = re.compile(r"[ ]{2,}")
_GLUED = re.compile(r"(?<=[A-ZÆØÅ]{3})(?=KOMMUNES?\Z)")

_TICKED = r"(?:☒|☑|✓|✔|✅|\[[xX✓]\]|\([xX✓]\))"
_EMPTY = r"(?:☐|□|❏|\[[ ]?\]|\([ ]\))"
_BOX = re.compile(rf"(?:(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY}))\s*")
_MARKS = re.compile(r"[☒☑✓✔✅☐□❏]|\[[ xX✓]?\]|\([ xX✓]\)")
_BESIDE = re.compile(r"(?:[-•*–·]\s+)?(?=\S)")

_TICK = re.compile(rf"(?:{_TICKED}|[xX+])")
_BLANK = re.compile(rf"(?:{_EMPTY}|[-–.]?)")
_CELL = re.compile(r"[ ]*(?:\t|\|)[ ]*")
_EXCUSED = re.compile(r"afbud|forfald", re.IGNORECASE)
_AWAY = re.compile(r"fravær|ikke|\bej\b", re.IGNORECASE)
_HERE = re.compile(r"fremmødt?e?|til\s?stede|mødt|deltog", re.IGNORECASE)
_INSTEAD = re.compile(r"stedfortræder|suppleant", re.IGNORECASE)

_NO_YEAR = re.compile(rf"\d{{1,2}}\.?[ ]{MONTH}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
#: 'Som stedfortræder var indkaldt' at the end of a full line, the name on the next.
_WRAPPED = 40
_HALF_TOLD = re.compile(
    r"(?:\.[ ]I(?:[ ](?:hans|hendes|dennes|deres)(?:[ ]sted)?)?"
    r"|\b(?:stedfortræder|suppleant|sted|stedet)[ ](?:for|var|er|mødte|deltog|blev)(?:[ ]indkaldt)?)$"
)
_FOR_MUNICIPALITY = re.compile(
    rf"^([\w& ,-]*(?i:udvalg(?:et)?|råd(?:et)?|bestyrelsen?))[ ](?:for|FOR)[ ](?={MUNICIPALITY.pattern}$)"
)
#: 'kl. 13,30', 'kl. 1330'.
_LOOSE_CLOCK = re.compile(
    r"(?P<hour>\bkl\.?\s*(?:[01]?\d|2[0-3]))(?:,(?=[0-5]\d(?!\d))|(?<=\d\d)(?=[0-5]\d(?![\d.:,/-])))", re.IGNORECASE
)
_DIGITS = re.compile(r"\d\d[ ]?\d\d")
_PHONE = r"(?:\+45[ ]?)?\d\d[ ]?\d\d[ ]?\d\d[ ]?\d\d(?!\d)"
#: Behind a name: 'tlf. 21 22 23 24, anne@lundeby.dk'.
_CONTACT = re.compile(
    rf"[ ]?[,;/|–-]?[ ]*\(?(?:(?:tlf|telefon|mobil|mob|tel|direkte)\.?(?:nr\.?)?[ ]?:?[ ]?{_PHONE}|(?<![\d.-]){_PHONE}"
    r"|(?:e-?mail|mail)?[ ]?:?[ ]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)?",
    re.IGNORECASE,
)
#: Entries of a list that lost what stood between them: 'FormandBo Lind (A)Carl Dam (V)'.
_GLUED_PARTY = re.compile(r"[a-zæøåé] ?\([A-ZÆØÅ]{0,3}\)(?=[A-ZÆØÅ][a-zæøåé]+[ .-])")
_GLUED_PEOPLE = re.compile(
    r"(?<=[(\w]\))(?=[A-ZÆØÅ][a-zæøåé]+[ .-])"
    r"|(?<![\wæøåÆØÅ])((?:[Vv]ice)?[Bb]orgmester|(?:[Nn]æst)?[Ff]ormand)(?=[A-ZÆØÅ][a-zæøåé]+[ -][A-ZÆØÅ])"
)
#: Behind a name and what is said of it the next one, with no comma: 'Anne Holm (A) formand Bo Lind (V)'.
_NO_COMMA = re.compile(
    r"(?P<said>(?<=\)) (?i:(?:vice|næst)?(?:borgmester|formand|forkvinde|forperson))|(?<=[\w)]) [vm]ed afbud)"
    r" (?=[A-ZÆØÅ][\wæøå.-]* (?:[A-ZÆØÅ]\.? )*[A-ZÆØÅ][a-zæøå])"
)
#: 'Formand Anne Holm samt medlemmerne Bo Lind og Carla Dam'.
_MEMBERS = re.compile(r"(?:(?<=, )|(?<=; )|(?<= samt )|(?<= og ))(?:[a-zæøå]*medlemmerne|rådmændene) (?=[A-ZÆØÅ])")
#: 'Anne Holm / Bo Lind / Carla Dam'.
_SLASH = re.compile(r"(?<=[\w)]) / (?=[A-ZÆØÅ][\wæøå.-]* (?:[A-ZÆØÅ]\.? )*[A-ZÆØÅ][a-zæøå])")
#: 'Borgmester - Anne Holm (A)'.
_OFFICE_DASH = re.compile(
    r"(?:^|(?<=[,;:] ))(?P<office>(?i:(?:vice|næst)?(?:borgmester|formand|forkvinde|forperson)))\s+[-–]\s+"
    r"(?=[A-ZÆØÅ][\wæøå.-]* (?:[A-ZÆØÅ]\.? )*[A-ZÆØÅ][a-zæøå])"
)
_LONGEST_LIST = 2000
_ROW = 120
_ATTENDANCE = re.compile(
    r"(?P<person>(?:[-•*–][ ]+)?[A-ZÆØÅ][^.:;\t]*?)[ ]*(?:[-–,][ ]*)?"
    r"(?:(?:deltog|mødte|Til[ ]?stede|(?:var|er)[ ](?:til[ ]?stede|mødt|fremmødt))"
    r"|(?:var[ ]|er[ ]|havde[ ]|har[ ])?(?P<away>deltog[ ]ikke|mødte[ ]ikke|ikke[ ](?:til[ ]?stede|mødt|fremmødt)"
    r"|[Ff]raværende(?:[ ](?:med|uden)[ ]afbud)?|(?:meldt[ ]|meldte[ ]|sendt[ ])?[Aa]fbud|udeblev(?:et)?))\.?"
)

_NAME = r"[A-ZÆØÅ][\wæøåé'-]*\.?"
_REVERSED = re.compile(
    rf"(?P<mark>(?:[-•*–·]|\d{{1,2}}[.)])\s+)?"
    rf"(?:(?P<last>{_NAME}(?:[ ]{_NAME})?),[ ]|(?P<capital>[A-ZÆØÅ][A-ZÆØÅ-]{{2,}})[ ])"
    rf"(?P<first>{_NAME}(?:[ ]{_NAME}){{0,3}})(?=\s*(?:\Z|[(,;–-]))"
)


def plain(lines: Sequence[Line]) -> list[Line]:
    """The lines with their wording as running text has it; what needs no change is the same line.

    Args:
        lines: The lines of a head.
    """
    read = [
        _with_text(line, _as_list(_clocked(_apart(_boxes_in_words(joined_letters(line.text))))))
        for line in _unbroken(lines)
    ]
    return _attendance_in_words(_given_names_first(_ticks_in_words(small_letters(read))))


def _clocked(text: str) -> str:
    """A line with its clock times in one form: 'kl. 13,30' and 'kl. 1330' as 'kl. 13.30'."""
    return _LOOSE_CLOCK.sub(r"\g<hour>.", text) if "kl" in text or "Kl" in text or "KL" in text else text


def _as_list(text: str) -> str:
    """A line of people as a list of names: without telephone and mail, and with what keeps two names apart."""
    if ("@" in text or _DIGITS.search(text)) and find_people(text[_bullet_end(text) :]):
        text = _CONTACT.sub("", text)
    text = _MEMBERS.sub("", text)
    if len(_SLASH.findall(text)) > 1:
        text = _SLASH.sub(", ", text)
    text = _OFFICE_DASH.sub(r"\g<office> ", text)
    text = _NO_COMMA.sub(r"\g<said>, ", text) if len(text) < _LONGEST_LIST else text
    if _GLUED_PARTY.search(text) and len(_GLUED_PEOPLE.findall(text)) > 1:
        text = _GLUED_PEOPLE.sub(lambda match: f"{match[1] or ''}, ", text)
    return text


def _bullet_end(text: str) -> int:
    match = _BESIDE.match(text)
    return match.end() if match else 0


def _apart(text: str) -> str:
    """'Økonomiudvalget for Solvager Kommune', the subject of which is no municipality, with a comma for the word."""
    return _FOR_MUNICIPALITY.sub(r"\1, ", text) if "KOMMUNE" in text or "ommune" in text else text


def _unbroken(lines: Sequence[Line]) -> list[Line]:
    """The lines; what a date or a sentence about a substitute runs on to is put behind it."""
    whole: list[Line] = []
    for line in lines:
        if whole and not line.blank_before and _runs_on(whole[-1].text, line.text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
        else:
            whole.append(line)
    return whole


def _runs_on(above: str, below: str) -> bool:
    if _YEAR.match(below) and _NO_YEAR.search(above):
        return True
    return len(above) > _WRAPPED and _HALF_TOLD.search(above) is not None


def _attendance_in_words(lines: list[Line]) -> list[Line]:
    """The rows of a roll that ends each row in a verb, those who came without it and the others with a remark."""
    rows = [_ATTENDANCE.fullmatch(line.text) if len(line.text) < _ROW else None for line in lines]
    here = [row is not None and row["away"] is None for row in rows]
    found = list(lines)
    for at, row in enumerate(rows):
        near = [other for other in (at - 1, at + 1) if 0 <= other < len(rows) and rows[other] is not None]
        if row is None or not any(here[other] for other in (at, *near)) or not near:
            continue
        people = find_people(row["person"])
        if len(people) == 1 and people[0].name and row["person"].lstrip("-•*– ").startswith(people[0].name):
            remark = f", {row['away']}" if row["away"] else ""
            found[at] = _with_text(lines[at], f"{row['person']}{remark}")
    return found


def joined_letters(text: str) -> str:
    """The text with words joined that are set with blanks between their letters.

    >>> joined_letters("S O L V A G E R   K O M M U N E")
    'SOLVAGER KOMMUNE'
    """
    if " " not in text:
        return text
    return SPACED_WORD.sub(lambda match: match.group().replace(" ", ""), _SPACED.sub(_joined, text))


def _joined(match: re.Match[str]) -> str:
    words = _WORD_GAP.split(match.group())
    if any(" " not in word and len(word) > 1 for word in words):
        return match.group()
    return _GLUED.sub(" ", " ".join(word.replace(" ", "") for word in words))


def _boxes_in_words(text: str) -> str:
    """Boxes before names as remarks behind them: '☐ Bo Lind (V)' as 'Bo Lind (V), ikke mødt'."""
    if _MARKS.search(text) is None:
        return text
    boxes = list(_BOX.finditer(text))
    if not boxes or not find_people(text[boxes[0].end() : boxes[0].end() + 120]):
        return text
    before = text[: boxes[0].start()].strip()
    entries = []
    for box, end in zip(boxes, [*(box.start() for box in boxes[1:]), len(text)], strict=True):
        entry = text[box.end() : end].strip(" ,;|\t")
        if entry:
            entries.append(entry if box["ticked"] else f"{entry}, ikke mødt")
    lead = f"{before} " if before and _BESIDE.fullmatch(before + " ") is None and before not in "-•*–·" else ""
    return lead + ", ".join(entries)


def _ticks_in_words(lines: list[Line]) -> list[Line]:
    """The rows of rolls with what is ticked in words: 'Bo Lind | V | | x' under 'Afbud' as 'Bo Lind, V, afbud'."""
    head: list[str] = []
    found = []
    for line in lines:
        framed = line.text.startswith("|")
        cells = _CELL.split(line.text[1:].removesuffix("|").strip(" ") if framed else line.text)
        if roll_head([cell for cell in cells if cell]):
            head = cells
        elif head and 1 < len(cells) <= len(head) and cells[0]:
            cells += [""] * (len(head) - len(cells))
            line = _with_text(line, _row_in_words(head, cells) or line.text)
        found.append(line)
    return found


def _row_in_words(head: list[str], cells: list[str]) -> str | None:
    """A roll's row in words; None where its columns are none to tick."""
    ticks = [_TICK.fullmatch(cell) is not None for cell in cells]
    columns = [at for at, label in enumerate(head) if at and any(p.search(label) for p in (_EXCUSED, _AWAY, _HERE))]
    if not columns or not all(ticks[at] or _BLANK.fullmatch(cells[at]) for at in columns):
        return None
    said = [cells[0]]
    for at, (label, cell) in enumerate(zip(head, cells, strict=True)):
        if at in columns:
            if ticks[at] and _EXCUSED.search(label):
                said.append("afbud")
            elif ticks[at] and _AWAY.search(label):
                said.append("ikke mødt")
        elif at and cell and not _BLANK.fullmatch(cell):
            said.append(f"stedfortræder {cell}" if _INSTEAD.search(label) else cell)
    present_only = all(_HERE.search(head[at]) and not _AWAY.search(head[at]) for at in columns)
    if present_only and not any(ticks[at] for at in columns):
        said.append("ikke mødt")
    return ", ".join(said)


def _given_names_first(lines: list[Line]) -> list[Line]:
    """Names that a list prints surname first turned, where at least two lines on end do so."""
    turned = [_turned(line.text) for line in lines]
    found = [
        _with_text(line, text)
        if text is not None and any(0 <= near < len(turned) and turned[near] is not None for near in (at - 1, at + 1))
        else line
        for at, (line, text) in enumerate(zip(lines, turned, strict=True))
    ]
    return found


def _turned(text: str) -> str | None:
    match = _REVERSED.match(text) if len(text) < 120 else None
    if match is None:
        return None
    last = match["last"] or match["capital"]
    last = last.title() if last.isupper() else last
    name = f"{match['first']} {last}"
    people = find_people(name)
    if not people or people[0].name != name or find_people(last + " "):
        return None
    return (match["mark"] or "") + name + text[match.end() :]


def _with_text(line: Line, text: str) -> Line:
    return line if text == line.text else replace(line, text=text)
