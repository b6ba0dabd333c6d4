"""Which sentences a summary can say by themselves.

What a model is shown and what is learned from stay all the sentences of an item; here it is told which of them a reader
would not follow, or would learn nothing from, where they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...danish.sentences import ENDS_SENTENCE
from ..summary import LIST_MARK
from .sentences import Candidate

_WORD = re.compile(r"\w+")
# Labels of a document's head and of an item's frame, as they run together in text taken from a page or a PDF.
_FRAME = (
    r"Mødedato|Mødested|Mødetid(?:spunkt)?|Starttidspunkt|Sluttidspunkt|Fraværende|Afbud(?: fra)?|Medlemmer"
    r"|(?:Møded|D)eltagere|Til stede|Referent|Udsendelsesdato|Mødenr\.?|Sags?\.?(?:nr|nummer|id)\.?|Sags ID|Brevid"
    r"|Dok\.?(?:nr|id)\.?|Journal(?:nr|nummer)\.?|J\.?nr\.?|(?:Sagsi|I)nitialer|Sagsbehandler|Sagsansvarlig(?: enhed)?"
    r"|Ansvarligt center|Sagsforløb|Sagen afgøres i"
)
_FRAME_LABEL = re.compile(rf"\W*(?:{_FRAME})[ ]?:")
_LABEL = re.compile(
    rf"\b(?:{_FRAME}|Dato|Sted|Tid(?:spunkt)?|Lokale|Udvalg|Emne|Bilag|Bemærkninger|Økonomi(?: og finansiering)?"
    r"|Handicappolitik|Administrationens vurdering|Punkt|Side)[ ]?:"
)
_MOST_LABELS = 1
# Addresses, numbers to call, and what stands on the buttons of a page; a table of contents and the foot of a page.
_DEBRIS = re.compile(
    r"https?:|\bwww\.|\b[\w.-]+@[\w-]+\.\w|\btlf\.?(?:nr\.?)?:?\s*\d|\btelefon(?:nummer|nr\.?)?:?\s+\d"
    r"|\bklik\s+her\b|\b(?:til\s+toppen|kopier\s+link|udskriv\s+hele|fold\s+alle\s+ud|save\s+this|størrelse:\s+px)\b"
    r"|\bindholdsfortegnelse\b|\bbilagsoversigt\b|\.{3,}\s*(?:\d|[ivx]+\b)|\bside\s+\d+\s+af\s+\d+\b|\bside\s+\d+\s*\Z",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\b[A-ZÆØÅ]\s){4}")
# A sentence about papers, tables and links, in whose place they stood.
_ELSEWHERE = re.compile(
    r"\A\W*(?:(?:af|i|på)\s+)?(?:nedenstående|efterfølgende|ovenstående|vedlagte|vedhæftede)\s+"
    r"(?:\w+\s+)?(?:tabel|skema|oversigt|figur|graf|kort|liste|diagram|opgørelse|notat|bilag|link|tegning)\w*\s+"
    r"(?:viser|fremgår|ses|kan\s+ses|giver|indeholder)\b"
    r"|\A\W*(?:tabel|skema|figur|graf|diagram)(?:len|met|en|met)?\s*(?:\d+\s*)?(?:nedenfor|herunder|ovenfor|viser\b|:)"
    r"|\A\W*(?:se|læs|jf\.?|jævnfør)\s+(?:også\s+|venligst\s+|i\s+øvrigt\s+|mere\b|bilag|vedlagte|vedhæftede|notat|link)"
    r"|\bhar\s+udarbejdet\s+(?:dette\s+(?:dagsordens)?punkt|denne\s+sag)\b"
    r"|\A\W*(?:sagen|punktet)\s+(?:afgøres|behandles|besluttes)\s+(?:af|i)\b"
    r"|\A\W*(?:der\s+henvises|link|for\s+yderligere|til\s+sagen\s+er\s+vedlagt|bilag\s*\d*\s*[:.–-])"
    r"|\A[^,]{0,120}\b(?:er\s+(?:vedlagt|vedhæftet|optaget\s+som\s+bilag)|vedlægges|vedhæftes|(?:vedlagt|vedlægges)\s+som)"
    r"\b[^,]{0,60}\Z",
    re.IGNORECASE,
)
# What only leads to the points below it.
_LEADS_ON = re.compile(r"(?:\bat|:)\Z")
_POINT = re.compile(r"(?:\(?(?:\d{1,2}|[a-zæøå])[.)]\s*)?at\b", re.IGNORECASE)
# A word that stands for what was said before.
_POINTS_BACK = re.compile(
    r"\A\W*(?:(?:dette|denne|disse|heraf|hertil|herfor|herved|hermed|dermed|derved|derfor|således|begge|sidstnævnte"
    r"|førstnævnte|ovennævnte|herudover|derudover|endvidere|desuden|ligeledes|dog|derimod|modsat|herefter|derefter)\b"
    r"(?!\s+(?:sag|punkt|indstilling|dagsorden))"
    r"|(?:ved|i|på|af|til|med|for|fra|under|efter)\s+(?:disse|denne|dette)\b"
    r"(?!\s+(?:sag|punkt|indstilling|dagsorden|møde|uge|måned|år))"
    r"|(?:den|det|de)\s+(?:nævnte|pågældende|omtalte)\b"
    r"|i\s+den\s+(?:ene|anden)\b(?!\s+\w*(?:behandling|halvdel|uge|del)\b)"
    r"|af\s+den\s+grund\b|som\s+følge\s+(?:heraf|af\s+dette)\b"
    r"|(?:det|dette)\s+(?:betyder|skyldes|medfører|indebærer|svarer\s+til)\b)",
    re.IGNORECASE,
)
# A point that goes on from the one above it.
_GOES_ON = re.compile(r"\A(?:herunder|heraf|hvoraf|samt|og|eller)\b", re.IGNORECASE)
# Who came and who voted, which is no part of the case.
_PRESENCE = re.compile(
    r"\A(?:der\s+(?:er|var)\s+)?afbud\s+fra\b|\b(?:deltog|deltager|medvirkede|medvirker)\s+ikke\b"
    r"|\b(?:deltog|deltager)\s+(?:\w+\s+)?som\s+(?:suppleant|stedfortræder)|\s[-–]\s+deltog\b"
    r"|\berklærede\s+sig\s+inhabil\b|\b(?:var|er)\s+fraværende\b|\bhavde\s+(?:meldt\s+afbud|forfald)\b"
    r"|\A(?:for|imod|mod)\s+stem(?:te|mer)\b|\A(?:undlod|undlader)\b|\bundlod\s+at\s+stemme\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\A\W*(?:ingen(?:\s+(?:yderligere\s+)?bemærkninger)?|intet(?:\s+at\s+bemærke)?|ikke\s+(?:relevant|aktuelt)\b.{0,40}"
    r"|se\s+(?:ovenfor|nedenfor|sagsfremstilling\w*)|(?:fremgår|ses)\s+(?:af|i|under|på)\b.{0,80})\W*\Z",
    re.IGNORECASE,
)
_LEAST_LINE, _LEAST_POINT = 8, 4


def untold(found: Sequence[Candidate]) -> frozenset[int]:
    """Which sentences a summary does not say.

    Args:
        found: The candidates of one item.

    Returns:
        Indices of those that repeat the title, lead to a list or a table, name papers or pages, or are no sentence
        but a line of the document's frame.
    """
    return frozenset(
        index
        for index, (each, following) in enumerate(zip(found, (*found[1:], None), strict=True))
        if _tells_nothing(each) or _leads_on(each, following)
    )


def hanging(found: Sequence[Candidate]) -> frozenset[int]:
    """Which sentences can be followed only behind the one before them.

    Args:
        found: The candidates of one item.

    Returns:
        Indices of those that open with a word for what was said, 'Dette betyder', 'Derfor', or are a point of a list
        in the case.
    """
    return frozenset(
        index
        for index, each in enumerate(found)
        if _GOES_ON.match(each.text)
        or (
            each.section != "indstilling"
            and (_POINTS_BACK.match(each.text) or (each.listed and each.text[0].islower()))
        )
    )


def _leads_on(each: Candidate, following: Candidate | None) -> bool:
    """Whether a sentence only leads to the points below it: 'Forvaltningen indstiller,', 'indstiller, at:'.

    Args:
        each: The sentence.
        following: The one behind it, None where there is none.
    """
    if _LEADS_ON.search(each.text):
        return True
    opens = following is not None and following.section == each.section and _is_point(following)
    return opens and not ENDS_SENTENCE.search(each.text) and not _is_point(each)


def is_point(sentence: str) -> bool:
    """Whether a sentence is a point of a list, by the mark or the 'at' that it begins with."""
    return bool(LIST_MARK.match(sentence) or _POINT.match(sentence))


def _is_point(each: Candidate) -> bool:
    return each.listed or is_point(each.text)


def _tells_nothing(each: Candidate) -> bool:
    words = _WORD.findall(each.text.lower())
    if set(words) <= set(_WORD.findall(each.title.lower())) or is_debris(each.text):
        return True
    if any(pattern.search(each.text) for pattern in (_ELSEWHERE, _PRESENCE, _NOTHING)):
        return True
    if each.section == "indstilling" or ENDS_SENTENCE.search(each.text):
        return False
    # A body's name, a day or a subheading, on a line of its own.
    return len(words) < (_LEAST_POINT if each.listed else _LEAST_LINE)


def is_debris(text: str) -> bool:
    """Whether a line is of a page's or a document's frame: buttons, addresses, a table of contents, labels.

    Args:
        text: A sentence, or a title.

    Example:
        >>> is_debris("Mødested: Byrådssalen Starttidspunkt: Kl. 17:00"), is_debris("Skolen i Tved udvides.")
        (True, False)
    """
    if _DEBRIS.search(text) or _SPACED.search(text) or _FRAME_LABEL.match(text):
        return True
    return len(_LABEL.findall(text)) > _MOST_LABELS
