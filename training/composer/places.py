"""Invented municipalities, towns, streets and houses, put together from the elements of Danish place names."""

from __future__ import annotations

import json
import random
from functools import lru_cache
from pathlib import Path

from .wordlist import words

_REPOSITORY = Path(__file__).resolve().parents[2]
_LABELLED = ("evaluation/gold", "evaluation/development", "tests/fixtures/minutes", "tests/fixtures/sources")

#: The 98 municipalities; none of them is ever drawn.
REAL_MUNICIPALITIES = frozenset(
    words(
        """
    Albertslund Allerød Assens Ballerup Billund Bornholm Brøndby Brønderslev Dragør Egedal Esbjerg Fanø Favrskov
    Faxe Fredensborg Fredericia Frederiksberg Frederikshavn Frederikssund Furesø Faaborg-Midtfyn Gentofte
    Gladsaxe Glostrup Greve Gribskov Guldborgsund Haderslev Halsnæs Hedensted Helsingør Herlev Herning Hillerød
    Hjørring Holbæk Holstebro Horsens Hvidovre Høje-Taastrup Hørsholm Ikast-Brande Ishøj Jammerbugt Kalundborg
    Kerteminde Kolding København Køge Langeland Lejre Lemvig Lolland Lyngby-Taarbæk Læsø Mariagerfjord
    Middelfart Morsø Norddjurs Nordfyns Nyborg Næstved Odder Odense Odsherred Randers Rebild Ringkøbing-Skjern
    Ringsted Roskilde Rudersdal Rødovre Samsø Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer
    Svendborg Syddjurs Sønderborg Thisted Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerlands Viborg
    Vordingborg Ærø Aabenraa Aalborg Aarhus Skjern Ringkøbing Brande Ikast
    """
    )
)

_FIRST = words(
    """
    Abild Agern Alle Ask Avn Balle Barske Birke Blom Brem Brune Bræns Busk Bøge Dals Dybe Dyre Elle Elme Enge
    Ertebjerg Fals Farre Ferse Fjelle Flade Frue Fyrre Gads Gran Grave Grims Gyde Hage Hale Hassel Havre Hede
    Hegns Hinde Hjalle Hjelme Holme Horne Hunde Hvede Hylde Hyse Høne Isling Jerne Jyde Kals Karle Kirke Klinte
    Knude Kors Krage Krat Krone Kvist Kyste Lange Lerke Linde Lohals Lunde Lynge Lærke Løje Løve Magle Malte
    Marke Mejle Mose Muld Munke Mølle Nebel Norde Nybo Næbbe Nøkke Orne Oure Pile Plov Rave Revl Ring Rokke
    Rugge Runde Ræve Røde Salte Sande Sivle Skade Skalle Skarre Skibe Skjolde Skrøbe Slåen Sneg Sol Spange Stave
    Sten Stokke Store Stubbe Svale Svane Sølle Tange Tjære Tofte Torne Torske Trane Træne Tved Tyre Tørve Ugle
    Ulve Vade Valle Vand Vejse Vester Vibe Vigs Vinde Væver Ørne Øster Ålbo
    """
)
_SECOND = words(
    """
    bjerg bro bæk dal drup eng felt fjord gård have hede hoved høj kilde kær leje lev lund løse mark mose nakke
    næs odde ris rode rup skov sted strand strøm stub sund sø tang toft torp tved ved vig vænge ø øre å ås
    """
)
_STREETS = words(
    """
    Kirke Skole Møllebæk Stations Birke Elme Havne Enghave Kastanje Linde Mølle Nørre Parti Præstemark Ring Skov
    Smede Sol Strand Sønder Teglværks Toldbod Tværgyde Vandværks Vester Ågade Bakke Gartner Mejeri Frugt Damhus
    Kirsebær Bøge Bomgårds Grønne Hyrde Jernbane Klokker Lærke
    """
)
_STREET_ENDS = ("vej", "vej", "vej", "gade", "allé", "stræde", "vænget", "parken", "stien")
_AREAS = words(
    """
    Mejerigrunden Slagterigrunden Teglværksgrunden Rutebilpladsen Gasværksgrunden Posthusgrunden Kornpladsen
    Savværksgrunden Banegårdsarealet Sygehusgrunden Sukkergrunden Rebslagergrunden Færgepladsen Andelsgrunden
    Kolonihavearealet Gartnerigrunden Spritgrunden Tømmerpladsen
    """
)
_HOMES = words(
    """
    Solgården Birkehøj Egelund Kastanjehaven Bakkebo Rosenvænget Fjordglimt Åhaven Lindegården Bøgelund Skovbo
    Enggården Kirkebo Hyldehaven Møllehøj Toftegården Vestervang Søglimt
    """
)
_NURSERIES = words(
    """
    Myretuen Bikuben Regnbuen Mælkevejen Spirerne Troldhøj Skovmusen Kastanjen Svalereden Solstrålen Fyrtårnet
    Mariehønen Tumlehøj Stjernen Nøddebo Eventyrhuset Bækkehuset Grønærten
    """
)


def invented(rng: random.Random) -> str:
    """An invented place name."""
    first, second = rng.choice(_FIRST), rng.choice(_SECOND)
    if first[-1] == second[0]:
        first = first[:-1]
    return first + second


def draw_municipality(rng: random.Random) -> str:
    """The name of an invented municipality ('Hyldetorp Kommune'), of none that is real or labelled by hand."""
    while True:
        name = invented(rng)
        if name.casefold() not in forbidden():
            return f"{name} Kommune"


@lru_cache(maxsize=1)
def forbidden() -> frozenset[str]:
    """Names that no composed municipality may have, in lower case and without 'Kommune'.

    Returns:
        The real municipalities and all that labelled minutes of the repository are about: those are what models are
        measured on, and nothing that a model was trained on may look like them.
    """
    names = {name.casefold() for name in REAL_MUNICIPALITIES}
    for folder in _LABELLED:
        for path in (_REPOSITORY / folder).glob("*.gold.json"):
            record = json.loads(path.read_text(encoding="utf-8"))
            for each in record if isinstance(record, list) else [record]:
                named = (each.get("meeting") or {}).get("municipality") or ""
                names.add(named.casefold().removesuffix(" kommune").removeprefix("region "))
        for path in (_REPOSITORY / folder).glob("*"):
            names.update(_spelled(part) for part in path.name.split(".")[0].split("_"))
    return frozenset(names)


def _spelled(stem: str) -> str:
    """A part of a file's name with its Danish letters."""
    return stem.casefold().replace("ae", "æ").replace("oe", "ø").replace("aa", "å")


def street(rng: random.Random) -> str:
    """The name of a street."""
    return rng.choice(_STREETS) + rng.choice(_STREET_ENDS)


def area(rng: random.Random) -> str:
    """The name of a site that waits for new use."""
    return rng.choice(_AREAS)


def care_home(rng: random.Random) -> str:
    """The name of a care home."""
    return rng.choice(_HOMES)


def nursery(rng: random.Random) -> str:
    """The name of a day nursery."""
    return rng.choice(_NURSERIES)
