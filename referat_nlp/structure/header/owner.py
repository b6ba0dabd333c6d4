"""Whose minutes these are, where no title says it: the foot of a page, and the municipality that the text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...danish.bodies import body_key
from ...danish.municipalities import MUNICIPALITY, printed_name
from ..lines import Line

#: How far from the top and the bottom of a page its own address stands, in lines, and how long such a line may be.
_TOP, _BOTTOM, _EDGE = 30, 20, 200
_NEAR = 3
_ADDRESS = re.compile(
    r"\b\d{4}[ ]{1,2}[A-ZÆØÅ][a-zæøå]|\bCVR\b|\bEAN\b|\b(?:Tlf|Telefon|Tel)\b|[\w.]@[\w-]+\.dk\b|\bHovednummer\b"
    r"|\b[A-ZÆØÅ]\w+(?:vej|gade|allé|torv|plads|stræde|vænge)(?:et|en)?[ ]\d",
    re.IGNORECASE,
)
_PART = re.compile(r"\s+[-–—|·•»/]\s+|\t|\s*[|·•»©,;]\s*|\s{3,}")
_LOGO = re.compile(rf"{MUNICIPALITY.pattern}[ ](?:[Ll]ogo|[Bb]yvåben|[Ff]orside|[Hh]jemmeside)")
_YEAR = re.compile(r"^(?:(?:Copyright|©)[ ]?)?(?:(?:19|20)\d\d[ ])?|[ ](?:19|20)\d\d$")

_WORDS_BEFORE = """
    i på til for fra af hos ved om med mod som når da hvis at og eller men både hele mellem inden ifølge efter under
    over siden samt det den de der her hvor derfor idet alle andre også velkommen logo kontakt afsender adresse såfremt
    selvom fordi ligesom blandt herunder tidligere nuværende omkring uden vedrørende vedr særligt kun
    nabokommunen nabokommunerne nabokommune
"""
#: Words that begin a sentence or stand before a name, and are no part of it: 'I Lundeby Kommune'.
_NO_PART = frozenset(_WORDS_BEFORE.split())
_ANY_MUNICIPALITY = """
    vores min din jeres deres sin egen hver en denne samme anden ingen nogen hvilken enhver pågældende hjem ny mindste
    største bedste
"""
#: What makes 'kommune' a word and no name: 'Vores kommune'.
_ANY = frozenset(_ANY_MUNICIPALITY.split())
_BODY_OR_OFFICE = re.compile(
    r"(?:udvalg|råd|bestyrelse|forvaltning|administration|direktion|borgmester|center|direktør|afdeling|sekretariat)"
    r"(?:et|en|n|s|ets|ens)?$",
    re.IGNORECASE,
)
_TOWN = r"[A-ZÆØÅ][\wæøåé]*(?:-[A-ZÆØÅ][\wæøåé]*)*(?:[ ][A-ZÆØÅ][\wæøåé]*)?"
#: 'Lundeby, Vesterby og Aaby Kommuner'.
_SEVERAL = re.compile(rf"(?P<towns>{_TOWN}(?:,[ ]{_TOWN})*,?[ ](?:og|samt)[ ]{_TOWN})[ ][Kk]ommuner\b")
_JOINT = re.compile(r",?[ ](?:og|samt)[ ]|,[ ]")
#: Behind these a municipality is another one: 'i samarbejde med Vesterby Kommune'.
_BESIDE = re.compile(
    r"(?:samarbejde?r?(?:t|de)?|sammen|fællesskab)[ ](?:\w+[ ])?(?:med|mellem)[ ]$|nabokommune\w*[ ]$"
    r"|(?:ligesom|såsom|bl\.[ ]?a\.|blandt[ ]andet|f\.?[ ]?eks\.|fx|eksempelvis|modsat|erfaringer[ ]fra"
    r"|besøg[ ](?:i|hos|fra)|inspireret[ ]af|grænsen?[ ]til|solgt[ ]til|overtaget[ ]fra|henvendelse[ ]fra"
    r"|høringssvar[ ]fra)[ ]$",
    re.IGNORECASE,
)
_BEFORE = 40
_CAPITAL = r"[A-ZÆØÅ][\wæøåé-]*"
_DOMAIN = re.compile(r"(?:@|\bwww\.|\b)(?P<host>[a-z][a-z0-9-]{2,40})\.dk\b")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", " ": "", "-": ""})
#: What a council has of its own and no neighbour's: 'Lundeby Kommunes årsregnskab'.
_OWN_PAPER = re.compile(
    rf"{MUNICIPALITY.pattern}[ ](?:[\wæøå-]+[ ]og[ ])?(?:års)?"
    r"(?:budget|regnskab|styrelsesvedtægt|delegationsplan|forretningsorden|kasse-|personalepolitik|hjemmeside|årsberetning)"
    rf"|(?:[Ss]tyrelsesvedtægt(?:en)?|[Ff]orretningsorden(?:en)?)[ ](?:for|i)[ ][\wæøå ]*?{_CAPITAL}[ ][Kk]ommune\b"
)
#: First words of a place's name.
_DIRECTION = re.compile(
    r"(?:Nørre|Sønder|Øster|Vester|Store|Lille|Ny|Gammel|Høje|Over|Neder|Øvre|Nedre|Sankt|Nr\.?|Sdr\.?)"
)
#: 'Solvager Byråd', 'Solvager Rådhus'.
_OF_TOWN = re.compile(
    r"\b(?P<town>[A-ZÆØÅ][\wæøåé-]*(?:[ ][A-ZÆØÅ][\wæøåé-]*)?)"
    r"[ ](?:Byråd|BYRÅD|Kommunalbestyrelse|Rådhus|Borgerrepræsentation|(?:Ældre|Senior|Handicap|Ungdoms|Unge)råd)\b"
)
_FEWEST, _SHARE = 2, 0.6
_REGION = re.compile(r"^(?:region|forretningsudvalg)")


def owner_of(lines: Sequence[Line], body: str | None, place: str | None = None) -> str | None:
    """The municipality of a document that names it in no title.

    Args:
        lines: The lines of the document.
        body: The body that met, as far as it is known.
        place: Where it met, as far as it is known.

    Returns:
        The one whose address stands at an edge of the page; or whose council or town hall the head names, where the
        text names the municipality, too; or else the one that the text names again and again and hardly any other.
        None where several are spoken of, or only one of which the text says that it is another.
    """
    if at_edge := _at_the_edge(lines):
        return at_edge.pop() if len(at_edge) == 1 else None
    regional = _REGION.match(body_key(body)) is not None if body else False
    named: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    papers: Counter[str] = Counter()
    hosts: set[str] = set()
    for line in lines:
        hosts |= {match["host"] for match in _DOMAIN.finditer(line.text)} if ".dk" in line.text else set()
        for name, is_other in _named(line.text, regional):
            named[name] += 1
            beside[name] += is_other
            papers[name] += any(name in match.group() for match in _OWN_PAPER.finditer(line.text))
    if not named:
        return None
    counts: Counter[str] = Counter()
    for name, count in named.items():
        counts[town_only(name, lines)] += count
    most = counts.most_common(2)
    for at, told in enumerate((body, place)):
        towns = {match["town"].casefold() for match in _OF_TOWN.finditer(told)} if told else set()
        for name in counts:
            alone = at == 0 or (name == most[0][0] and (len(most) == 1 or most[1][1] < most[0][1]))
            if alone and name.casefold().removesuffix(" kommune") in towns:
                return name
    for name in counts:
        counts[name] += (_slug(name) in hosts) + (papers[name] > 0)
    name, count = counts.most_common(1)[0]
    prevails = count >= _FEWEST and count >= _SHARE * counts.total()
    elsewhere = sum(count for other, count in beside.items() if other.endswith(name))
    return name if prevails and elsewhere < count else None


def _at_the_edge(lines: Sequence[Line]) -> set[str]:
    """The municipalities with an address at the top or the bottom: 'Lundeby Kommune, Rådhusgade 1, 4567 Lundeby'."""
    found: set[str] = set()
    edges = [*range(min(_TOP, len(lines))), *range(max(_TOP, len(lines) - _BOTTOM), len(lines))]
    for at in edges:
        text = lines[at].text
        if ("ommune" not in text and "KOMMUNE" not in text) or len(text) > _EDGE:
            continue
        parts = [_YEAR.sub("", part.strip()) for part in _PART.split(text)]
        if at < _TOP and (logo := next(filter(None, map(_LOGO.fullmatch, parts)), None)):
            found.add(printed_name(logo["name"]))
        names = [match for part in parts if (match := MUNICIPALITY.fullmatch(part)) and not match["genitive"]]
        if not names or text[-1] == ":":
            continue
        beside = [text, *(line.text for line in lines[at + 1 : at + 1 + _NEAR] if len(line.text) < _EDGE)]
        if "©" in text or any(_ADDRESS.search(other) for other in beside):
            found |= {printed_name(match["name"]) for match in names}
    return found


def _named(text: str, regional: bool) -> Iterator[tuple[str, bool]]:
    """The municipalities of a line (or the regions), each with whether it is called another one."""
    if "ommune" not in text and "KOMMUNE" not in text and not regional:
        return
    for match in MUNICIPALITY.finditer(text):
        region = match["name"][:6].casefold() == "region"
        if region != regional and (region or regional):
            continue
        beside = _BESIDE.search(text[max(0, match.start() - _BEFORE) : match.start()]) is not None
        beside = beside or match["name"].casefold().startswith("nabokommun")
        for name in _names(match["name"]):
            yield name, beside
    for several in _SEVERAL.finditer(text):
        for town in _JOINT.split(several["towns"]):
            yield f"{town} Kommune", True


def _names(printed: str) -> Iterable[str]:
    """The names in what has the form of one: 'I Lundeby Kommune', 'Lundeby og Vesterby Kommune'."""
    words = printed_name(printed).split()
    if words[0] == "Region":
        return (" ".join(words),)
    towns = words[:-1]
    if "og" in towns:
        at = towns.index("og")
        return (f"{' '.join(towns[:at])} Kommune", f"{' '.join(towns[at + 1 :])} Kommune")
    while towns and (towns[0].casefold() in _NO_PART or (len(towns) > 1 and _BODY_OR_OFFICE.search(towns[0]))):
        towns = towns[1:]
    abbreviated = bool(towns) and towns[-1].isupper() and len(towns[-1]) < 5  # 'HK Kommune'
    if not towns or abbreviated or towns[0].casefold() in _ANY or _BODY_OR_OFFICE.search(towns[-1]):
        return ()
    return (f"{' '.join(towns)} Kommune",)


def town_only(name: str, lines: Sequence[Line]) -> str:
    """A municipality's name without a word that stands before it by chance ('Sundhedsplan Lundeby Kommune').

    Where it does, 'Lundeby' is printed alone elsewhere; of 'Lille Lundeby Kommune' neither word is.

    Args:
        name: The name as printed.
        lines: The lines of the document.
    """
    before, blank, town = name.removesuffix(" Kommune").rpartition(" ")
    if not blank or not name.endswith(" Kommune") or _DIRECTION.fullmatch(before):
        return name
    alone = re.compile(rf"(?<!{re.escape(before)} )(?<![\w-]){re.escape(town)}s?(?![\w-])")
    return f"{town} Kommune" if any(alone.search(line.text) for line in lines if town in line.text) else name


def _slug(name: str) -> str:
    """A municipality's name as in the address of its website."""
    return name.removesuffix(" Kommune").casefold().translate(_LETTERS)
