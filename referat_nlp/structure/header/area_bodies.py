"""Bodies that are called by their areas alone: 'Teknik og Miljø', 'Børn & Unge', 'Kultur, Fritid og Idræt'.

In running text these are departments; at the head of minutes, beside what the document is and its day, they are the
body that met. One area alone ('Kultur') names none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_AREAS = """
    administration anlæg arbejdsliv arbejdsmarked arkitektur beredskab beskæftigelse bibliotek bolig boliger
    borger borgere borgerservice bosætning by byer byfornyelse byg byggeri byggesager byplan byrum byudvikling
    bæredygtighed børn dagpleje dagtilbud dannelse demokrati detailhandel digitalisering drift ejendom ejendomme
    energi erhverv familie familier fiskeri folkeoplysning folkesundhed forebyggelse foreninger forsyning fremtid
    fritid frivillige frivillighed fællesskab fællesskaber handel handicap havn havne havnen hjemmepleje idræt
    infrastruktur innovation integration job jobcenter kirkegårde klima klub klubber kommunikation kultur kyst
    kyster land landbrug landdistrikt landdistrikter landsbyer landskab ligestilling lokalplaner lokalsamfund
    læring medborgerskab miljø mobilitet museer natur nærdemokrati nærmiljø omsorg omstilling organisation park
    parker personale plan planer planlægning pleje politik psykiatri rehabilitering senior seniorer service sfo
    sikkerhed skole skoler skov social socialpsykiatri sport sprog strand strategi sundhed sundhedsfremme teknik
    trafik transport trivsel tryghed turisme uddannelse uddannelser udeliv udvikling ungdom unge vand vandløb vej
    veje velfærd voksen voksne vækst ældre ældrepleje økonomi
"""
_KNOWN = frozenset(_AREAS.split())
#: Before an area: 'Grøn omstilling', 'Almen sundhed'.
_KIND = r"(?:(?:[Gg]røn|[Bb]æredygtig|[Aa]lmen|[Ll]okal|[Ss]ocial|[Dd]igital|[Nn]y|[Ff]ælles)[ ])?"
_WORD = rf"{_KIND}[A-ZÆØÅa-zæøå]+"
_NAME = re.compile(
    rf"{_WORD}(?:(?:,[ ]|[ ]?/[ ]?|,?[ ](?:og|samt|&)[ ]){_WORD}){{1,4}}(?:[ ]\(?\d{{4}}[ ]?[-–][ ]?\d{{2,4}}\)?)?"
)
_JOINT = re.compile(r",?[ ](?:og|samt|&)[ ]|,[ ]|[ ]?/[ ]?")
_PERIOD = re.compile(r"[ ]\(?\d{4}[ ]?[-–][ ]?\d{2,4}\)?$")
#: Behind the name: 'Teknik og Miljø i Byrådssalen'.
_REST = re.compile(r"[ ]+(?:i|på|ved|hos|den|d\.|kl\.?|møde|lokale)(?![\wæøå]).*$")
_ADDRESS = re.compile(
    r"\b\d{4}[ ]{1,2}[A-ZÆØÅ]|\b(?:Tlf|Telefon|CVR|EAN|Mail|E-mail)\b|@|\b[a-zæøå]{3,}[ ]\d{1,3}[A-Z]?$"
)
_EDGES = " ,.:|·–-"
_FIRST = 12
_NEAR = 4


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line of the head as a title is read.

    Attributes:
        text: The line as printed.
        parts: What dashes and bars set apart in it, without day, hour and the words for minutes and agenda.
        is_title: Whether it says what the document is, or its day.
    """

    text: str
    parts: tuple[str, ...]
    is_title: bool


def area_body(lines: Sequence[TitleLine]) -> str | None:
    """The body that the head calls by its areas alone.

    >>> title = TitleLine("Referat, 3. maj 2022", ("",), is_title=True)
    >>> area_body([TitleLine("Teknik og Miljø", ("Teknik og Miljø",), is_title=False), title])
    'Teknik og Miljø'

    Args:
        lines: The lines of the head that stand without a label, in printed order.

    Returns:
        Its name; None where no such name stands in a title, or alone near one. The sender's name above an address
        is none.
    """
    first = lines[:_FIRST]
    for line in first:
        if line.is_title and (name := next(filter(is_areas, map(_bare, line.parts)), None)):
            return name
    for at, line in enumerate(first):
        near = [*first[max(at - _NEAR, 0) : at], *first[at + 1 : at + 1 + _NEAR]]
        name = _bare(line.text)
        sender = any(_ADDRESS.search(below.text) and not below.is_title for below in first[at + 1 : at + 3])
        if is_areas(name) and not sender and any(other.is_title for other in near):
            return name
    return None


def _bare(text: str) -> str:
    return _REST.sub("", text.strip(_EDGES)).strip(_EDGES)


def is_areas(text: str) -> bool:
    """Whether a text is a name that holds nothing but areas, at least two of them.

    >>> is_areas("Kultur, Fritid og Idræt"), is_areas("Kultur"), is_areas("Anne og Bo")
    (True, False, False)
    """
    if not text[:1].isupper() or _NAME.fullmatch(text) is None:
        return False
    return all(word.split()[-1].casefold() in _KNOWN for word in _JOINT.split(_PERIOD.sub("", text)))
