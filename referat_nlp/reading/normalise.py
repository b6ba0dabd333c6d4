"""The normal form of text that all offsets refer to.

:func:`normalise` is idempotent, and each rule but one (hyphenation) sees a single line: lines that are in
normal form make a text in normal form, which is what lets :mod:`.builder` count offsets while it appends.
"""

from __future__ import annotations

import re
import unicodedata

from ..danish.headings import GLUED_LINE, split_glued
from .mojibake import repair

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_NEWLINES = "\r\v\f\x1c\x1d\x1e\u2028\u2029"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = (
    "\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff"
)
_SOFT_BREAK = re.compile("[\u00ad\ufffe\x02]\n[ \t]*")
_SOFT_BREAK_SIGNS = ("\u00ad", "\ufffe", "\x02")
_ODD = re.compile(f"[{_NEWLINES}\x80-\x9f{_SPACES}{_NOTHING}{''.join(_LIGATURES)}\u2011\uf0b7\uf0a7]")

# The lookbehind keeps a long run of tabs from being searched once for each of its tabs.
_TABS_AT_END = re.compile(r"(?<![ \t])[ \t]++\n")
_BLANKS_AT_START = re.compile(r"\n[ \t]+")
_FIELD_CODES = re.compile(
    r"[ ]?\b(?:PAGEREF [\w.]+(?: \\\w)*|TOC(?: \\\w(?: \"[^\"\n]*\")?)+|HYPERLINK \\l \"[^\"\n]*\")"
)
_BOOKMARK = re.compile(r"[ ]?Fejl! (?:Bogmærke|Henvisningskilde)[^.\n]*\.?")

_SHARE = r"(?:RSS|Rss|Tip en ven|Send|Del|Gem|Lyt|Læs op|Print|Udskriv)"
_BUTTONS = (
    rf"Kopi[eé]r link(?: til punktet)?(?:[ \-–|]+(?:Print|Udskriv))?|{_SHARE}(?:(?:[ ]?[|·–-][ ]?|[ ]){_SHARE})+"
    r"|Print(?: (?:side|punkt))?"
    r"|Udskriv(?: siden?| punkt(?:et)?)?|(?:Tilbage )?[Tt]il top(?:pen)?|Tilbage til forsiden"
    r"|(?:Tilbage )?[Tt]il indholdsfortegnelsen?|[Ff]old (?:dette punkt|punktet) (?:ud|ind)"
    r"|Fold alle?(?: punkter)? \[?(?:ud|ind)\]?(?:[ /|]+\[?(?:ud|ind)\]?)?"
    r"|Klik her for at folde (?:ud|ind)[^\n]*|Show video|Vis video|Læs op|Del(?: punktet)?"
    r"|(?:Vis|Læs) (?:mere|mindre)|(?:Vis|Se|Hent|Åbn|Skjul) (?:alle )?bilag(?: ?\(\d{1,3}\))?"
    r"|(?:Hent|Udskriv|Print|Download|Vis|Se|Åbn) (?:som PDF|PDF-version(?:en)?"
    r"|(?:hele )?(?:dagsorden(?:en)?|dagsordnen|referat(?:et)?|protokollen|mødet))|Printvenlig (?:version|udgave)"
    r"|(?:Spring|Gå) til (?:hoved)?indhold(?:et)?|Skip navigation(?:en)?"
    r"|(?:Luk|Åbn|Vis|Skjul) alle(?: punkter)?|Del siden?"
    r"|Del på (?:Facebook|Twitter|LinkedIn)|Accept[eé]r (?:alle )?cookies"
)
_PAGE_NUMBER = r"(?:Side|Page)(?:[: ]{1,2}\d{1,4}(?:[ ]?(?:af|of|/)[ ]?\d{1,4})?\.?)?"
#: Lines that nobody wrote for the reader of the minutes: buttons of the page, page numbers, rulers.
_DEBRIS = re.compile(
    # 'Print' may well be a point of a list.
    rf"\n(?:(?:- (?!(?:Print|Del|Gem|Send)\n))?(?:{_BUTTONS})|{_PAGE_NUMBER}|([-–—=_*|:+.~ ]{{3,}})"
    r"|[•▪◦‣∙●○■□·\ufffd]+|#{1,6})(?=\n)"
)
#: A button that stands before a heading on its line ('fold dette punkt ind Beslutning').
_BUTTON_BEFORE = re.compile(
    r"\n(?:- )?(?:[Ff]old (?:dette punkt|punktet|alle(?: punkter)?) (?:ud|ind)|Fold (?:ud|ind)|Vis (?:mere|mindre)"
    r"|(?:Luk|Åbn|Vis|Skjul) alle punkter|(?:Luk|Åbn|Skjul) (?:dette )?punktet|Åbn/luk(?: punkt)?"
    r"|Kopi[eé]r link til punktet)(?:[ ]?[|:·–-])?[ \t]+(?=[A-ZÆØÅ][\wæøå]|\d+[.:]?[ ][A-ZÆØÅ])"
)
#: Buttons that stand behind words on their line, glued ('Ny skoleKlik her for at folde ud …') or set apart.
_BUTTONS_BEHIND = re.compile(
    r"(?<=[^\s])(?:[ ]?Klik her for at (?:folde|udvide)\b[^\n]*|[ ]?[-–|·]?[ ]?Kopi[eé]r link til punktet[^\n]{0,20}"
    # glued: 'Ny skoleÅbn/luk punkt'
    r"|(?<=[a-zæøå0-9?!)\"”])(?:Åbn/luk(?: punkt(?:et)?)?|(?:Åbn|Luk|Vis|Skjul|Fold(?: dette)?|Udskriv|Print|Del|Hent)"
    r" (?:punkt(?:et)?|sag(?:en)?|bilag)(?: (?:ud|ind))?|Fold (?:ud|ind)|(?:Læs|Vis|Se) (?:mere|mindre)|Læs op)"
    r"|[ ][-–|·]?[ ]?Åbn/luk(?: punkt(?:et)?)?"
    r"|[ ][-–|·][ ]?Udskriv|[ ][|·][ ]?Print|(?<=[.!?:])[ ](?:Udskriv|Print|(?:Tilbage )?[Tt]il top(?:pen)?))(?=\n)"
)
#: What all of them hold: the cheap test before the pattern.
_SIGNS_BEHIND = (
    "Klik her for at ", "link til punktet", "Udskriv\n", "Print\n", "il top\n", "il toppen\n", "/luk", " punkt\n",
    " punktet\n", " sag\n", " sagen\n", " bilag\n", " ud\n", " ind\n", " mere\n", " mindre\n", "Læs op\n",
)  # fmt: skip
_BULLET = re.compile(r"\n[•▪◦‣∙●○■□·][ \t]*(?=[^\s])")
_MARKDOWN = re.compile(r"\n(?:(?:#{1,6}[ \t]+)+(?=\S)|\*\*(?=[^\s*])([^*\n]+)\*\*|\|[| ]*([^\n]*?)[ ]*\|+(?=\n))")

_SPACES_IN_A_ROW = re.compile(r"  +")
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_END_HYPHEN = re.compile(r"-\n(?=[^\W_])")
_SUSPENDED = re.compile(r"(?:og|eller|samt|og/eller|til|i|såvel)\b")
_LAST_WORD = re.compile(r"[^\W_][\w.&/]*\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_CASE_TAIL = re.compile(r"[A-ZÆØÅ]\d{2}-")
_KEEPS_HYPHEN = frozenset(("ikke", "non", "co2", "e", "it", "ad", "u", "pre", "post"))
_MAX_ROUNDS = 50
_PLAIN_LINE = re.compile(r"(?:- )?[A-Za-z0-9æøåÆØÅ(](?:[A-Za-z0-9æøåÆØÅéäöüÉÄÖÜ.,;:()/%&+?!'\"§–”’-]|[ ](?=[^ ]))*")


def normalise(text: str) -> str:
    """The text in normal form.

    Args:
        text: Any text.

    Returns:
        Lines separated by ``\\n``, none with white space at its edges, at most one blank line in a row; no
        control characters, soft hyphens or exotic spaces; words that were hyphenated at line ends whole;
        headings that were glued together on lines of their own; buttons, rulers and page numbers gone.
    """
    if _is_plain_line(text):
        return text
    for _ in range(_MAX_ROUNDS):
        before = text
        text = _once(text)
        if text == before:
            break
    return text


def one_line(text: str) -> str:
    """Text that a format gives as data, in one line and without characters that the normal form leaves out."""
    return " ".join(_ODD.sub(_plain, text).split())


def _is_plain_line(text: str) -> bool:
    """Whether a text is one line that no rule can touch: most lines are, and this is quick to see."""
    if not _PLAIN_LINE.fullmatch(text) or "PAGEREF" in text or "Fejl! " in text:
        return False
    line = f"\n{text}\n"
    if any(sign in line for sign in _SIGNS_BEHIND) and _BUTTONS_BEHIND.search(line):
        return False
    return not (_DEBRIS.match(line) or _BUTTON_BEFORE.match(line) or GLUED_LINE.match(line))


def _once(text: str) -> str:
    text, _ = repair(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if any(sign in text for sign in _SOFT_BREAK_SIGNS):
        text = _SOFT_BREAK.sub("", text)
    text = _ODD.sub(_plain, text.replace("\u00a0", " "))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "PAGEREF" in text or "TOC \\" in text or "HYPERLINK" in text:
        text = _FIELD_CODES.sub("", text)
    if "Fejl! " in text:
        text = _BOOKMARK.sub("", text)
    text = _blanks(f"\n{text}\n")
    # A ruler parts what stands above and below it; what else goes leaves no trace.
    text = _DEBRIS.sub(lambda match: "\n" if match[1] else "", text)
    text = _BUTTON_BEFORE.sub("\n", text)
    if any(sign in text for sign in _SIGNS_BEHIND):
        text = _BUTTONS_BEHIND.sub("", text)
    text = _BULLET.sub("\n- ", text)
    text = _MARKDOWN.sub(lambda match: "\n" + (match[1] or match[2] or ""), text)
    text = _LINE_END_HYPHEN.sub(_join, text)
    text = GLUED_LINE.sub(lambda match: "\n" + "\n".join(split_glued(match[1])), text)
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    return text.strip("\n\t ")


def _blanks(text: str) -> str:
    """One space or tab between words, none at the edges of lines; string methods outrun patterns here."""
    if "  " in text:
        text = _SPACES_IN_A_ROW.sub(" ", text)
    if "\t" in text:
        text = text.replace(" \t", "\t").replace("\t ", "\t")
        if "\t\n" in text:
            text = _TABS_AT_END.sub("\n", text)
    text = text.replace(" \n", "\n")
    return _BLANKS_AT_START.sub("\n", text)


def _plain(match: re.Match[str]) -> str:
    return _PLAIN[match.group()]


def _plain_form(char: str) -> str:
    if char in _LIGATURES:
        return _LIGATURES[char]
    if "\x80" <= char <= "\x9f":
        # C1 controls are cp1252 that was read as Latin-1.
        return bytes((ord(char),)).decode("cp1252", "ignore")
    if char in _NEWLINES:
        return "\n"
    if char == "\u2011":
        return "-"
    if char in "\uf0b7\uf0a7":
        return "•"
    return " " if char.isspace() else ""


class _PlainForms(dict[str, str]):
    def __missing__(self, char: str) -> str:
        self[char] = form = _plain_form(char)
        return form


_PLAIN = _PlainForms()


def _join(match: re.Match[str]) -> str:
    joint = hyphen_joint(match.string, match.start(), match.end())
    return match.group() if joint is None else joint


def hyphen_joint(text: str, hyphen: int, following: int) -> str | None:
    """What stands for a hyphen at a line's end and the line break behind it.

    Args:
        text: The text.
        hyphen: Offset of the hyphen.
        following: Offset of the first character of the next line.

    Returns:
        ``""`` for a word broken in two, ``"-"`` for a compound that keeps its hyphen, ``"- "`` for a
        suspended hyphen ('Teknik- og Miljø'), None where the lines do not belong together.
    """
    before = _LAST_WORD.search(text, max(0, hyphen - 40), hyphen)
    after = _NEXT_WORD.match(text, following)
    if before is None or after is None:
        return None
    left, right = before.group(), after.group()
    if left[-1].isdigit():
        return "-" if right[0].isdigit() or _CASE_TAIL.match(text, following) else None
    if not left[-1].isalpha():
        return None
    if right[0].islower():
        if _SUSPENDED.match(text, following):
            return "- "
        keeps = left.casefold() in _KEEPS_HYPHEN or (len(left) > 1 and left.isupper())
        return "-" if keeps else ""
    if right[0].isupper() and left[0].isupper() and len(right) > 1 and right[1].islower():
        return "-"
    return None
