"""A municipality's way of writing minutes, drawn once a meeting: how it speaks and how its pages look."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Literal

from referat_nlp.schema import SectionKind

Register = Literal["old", "plain", "new"]
NumberForm = Literal[
    "punkt-colon",
    "punkt",
    "colon",
    "dot",
    "pkt",
    "nr-dash",
    "sag-colon",
    "sag-nr",
    "bullet",
    "agenda-item",
    "with-year",
    "number-below",
    "bare",
    "none",
]

_HEADINGS: dict[SectionKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # First what many print, then what few do.
    "resume": (
        ("Resumé", "Resume", "Sagsresumé"),
        (
            "Sagens kerne",
            "Sammenfatning",
            "Sagen kort",
            "Beslutningstema",
            "Kort fortalt",
            "I korte træk",
            "Sagen på et minut",
            "Anledning",
            "Kort om sagen",
            "Sagen i korte træk",
        ),
    ),
    "indstilling": (
        ("Indstilling",),
        (
            "Forslag til beslutning",
            "{admin}s indstilling",
            "Administrativ indstilling",
            "Hvad indstilles",
            "Oplæg til beslutning",
            "{admin} indstiller",
            "{admin}s anbefaling",
            "Det indstilles",
            "Indstillinger",
        ),
    ),
    "beslutning": (
        ("Beslutning",),
        (
            "Vedtagelse",
            "Beslutninger",
            "Afgørelse",
            "Politisk beslutning",
            "Beslutning på mødet",
            "Mødets beslutning",
            "Konklusion",
            "Protokol",
            "Sådan blev det besluttet",
            "Det vedtog mødet",
            "Udfald",
        ),
    ),
    "sagsfremstilling": (
        ("Sagsfremstilling",),
        (
            "Sagsbeskrivelse",
            "Beskrivelse af sagen",
            "Redegørelse",
            "Fremstilling",
            "Sagens indhold",
            "Gennemgang af sagen",
            "Uddybning af sagen",
            "Hvad handler sagen om",
        ),
    ),
    "baggrund": (("Baggrund",), ("Sagens baggrund", "Baggrund for sagen", "Forhistorie")),
    "oekonomi": (
        ("Økonomi", "Økonomiske konsekvenser"),
        (
            "Økonomi og finansiering",
            "Finansiering",
            "Bevillingsmæssige konsekvenser",
            "Økonomi og personale",
            "Hvad koster det",
            "Kroner og øre",
            "Udgifter og finansiering",
            "Økonomiske forhold",
        ),
    ),
    "lovgrundlag": (
        ("Lovgrundlag", "Retsgrundlag"),
        ("Lov- og plangrundlag", "Juridiske forhold", "Regelgrundlag", "Hvad siger reglerne"),
    ),
    "hoering": (
        ("Høring", "Inddragelse"),
        ("Borgerinddragelse", "Høring og inddragelse", "Udtalelser", "Hvem er hørt"),
    ),
    "kompetence": (("Kompetence", "Beslutningskompetence"), ("Sagen afgøres i", "Sagsgang", "Hvem beslutter")),
    "tidsplan": (
        ("Tidsplan", "Videre proces"),
        ("Det videre forløb", "Den videre proces", "Næste skridt", "Hvad sker der nu"),
    ),
    "kommunikation": (("Kommunikation",), ("Presse og kommunikation", "Information")),
    "bilag": (("Bilag",), ("Bilagsliste", "Vedlagte bilag", "Vedhæftede filer", "Sagens bilag", "Dokumenter")),
    "fravaer": (("Fraværende", "Afbud"), ("Fraværende med afbud", "Ikke til stede")),
    "tidligere_beslutning": (
        ("Tidligere beslutninger", "Tidligere behandling"),
        ("Sagens forløb", "Historik", "Politisk behandling", "Udvalgsbehandling", "Tidligere i sagen"),
    ),
}

_BODY: list[SectionKind] = ["sagsfremstilling", "lovgrundlag", "oekonomi", "hoering", "tidsplan", "kommunikation"]
_ORDERS: tuple[list[SectionKind], ...] = (
    ["resume", "indstilling", "tidligere_beslutning", "beslutning", *_BODY, "kompetence", "bilag"],
    ["resume", *_BODY, "kompetence", "indstilling", "bilag", "tidligere_beslutning", "beslutning"],
    ["resume", *_BODY, "kompetence", "bilag", "indstilling", "tidligere_beslutning", "beslutning"],
    ["indstilling", "tidligere_beslutning", "beslutning", "resume", *_BODY, "kompetence", "bilag"],
    ["beslutning", "tidligere_beslutning", "kompetence", "resume", "indstilling", *_BODY, "bilag"],
    [
        "kompetence",
        "resume",
        "sagsfremstilling",
        "oekonomi",
        "lovgrundlag",
        "tidsplan",
        "hoering",
        "kommunikation",
        "indstilling",
        "tidligere_beslutning",
        "beslutning",
        "bilag",
    ],
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a municipality speaks.

    Attributes:
        register: Old ('vedtoges'), plain ('blev godkendt') or new ('Udvalget godkendte').
        admin: What it calls its administration.
        council: What it calls its council.
        party: How a party stands in a list: by letter, 'Liste A', 'Gruppe A', by name, by name and letter.
        bracketed: Whether a party stands behind each name.
        independent: What stands behind the name of a member without a party.
        words: Whether small counts are written in words.
        versus: The word between the two counts.
        header_parties: Whether the header gives the members' parties.
        points: How numbered points are answered ("Ad 1. ", "1. ", …); empty where decisions are not numbered.
        one: How one is written behind a number of votes.
        free: The share of votes, absences and remarks that the clerk tells in words of his own.
    """

    register: Register
    admin: str
    council: str
    party: Literal["letter", "liste", "gruppe", "name", "name-letter"]
    bracketed: bool
    independent: str
    words: bool
    versus: Literal["imod", "mod"]
    header_parties: bool
    points: str
    one: str
    free: float = 0.0


@dataclass(frozen=True, slots=True)
class House:
    """How a municipality's minutes look.

    Attributes:
        numbers: The form of an item's heading.
        first_number: Where the meeting's numbers begin.
        order: The order of the sections.
        headings: The heading of each kind of section.
        dress: What is done to section headings.
        gap: What stands between a section's heading and its text.
        case_numbers: The form of case numbers; None where there are none.
        case_label: What stands before a case number.
        decision_heading: How the decision's heading goes on: nothing, or body and date; "none" where the decision
            stands under the item's title without a heading.
        prior: How earlier committees' decisions are headed.
        wrap: Width at which lines are broken, or None.
        toc: The form of the table of contents, or None.
        debris: What stands between the items that no reader of the text sees: the page's buttons, page numbers.
        markdown: Whether headings are printed with Markdown's signs.
        header: The form of the meeting's header.
        numbered_points: How the points of an indstilling are numbered.
        known: Whether all of it is of the common kind.
    """

    voice: Voice
    numbers: NumberForm
    first_number: int
    order: list[SectionKind]
    headings: dict[SectionKind, str]
    dress: Literal["plain", "colon", "capitals"]
    gap: str
    case_numbers: Literal["kle", "kle-old", "year-slash", "long", "digits", "dash"] | None
    case_label: str
    decision_heading: Literal["bare", "body-date", "body-i-date", "none"]
    prior: Literal["headed", "inside"]
    wrap: int | None
    toc: Literal["dots", "plain"] | None
    debris: Literal["buttons", "pages"] | None
    markdown: bool
    header: int
    numbered_points: str
    known: bool
    paragraphs: str = field(default="\n\n")


def draw_voice(rng: random.Random, year: int) -> Voice:
    """How a municipality speaks in a year: the old forms are rarer the newer the minutes."""
    register: Register = rng.choices(("old", "plain", "new"), (5 if year < 2012 else 1, 8, 1 if year < 2012 else 4))[0]
    return Voice(
        register=register,
        admin=rng.choice(("Forvaltningen", "Administrationen", "Forvaltningen", "Administrationen", "Direktionen")),
        council=rng.choice(("Byrådet", "Byrådet", "Kommunalbestyrelsen")),
        party=rng.choices(("letter", "liste", "gruppe", "name", "name-letter"), (12, 2, 1, 5, 2))[0],
        bracketed=rng.random() < 0.6,
        independent=rng.choice(("løsgænger", "løsgænger", "Løsgænger", "UP", "uden for parti")),
        words=rng.random() < 0.18,
        versus=rng.choice(("imod", "mod")),
        header_parties=rng.random() < 0.75,
        points=rng.choice(("Ad 1. ", "Ad 1: ", "1. ", "1: ", "Pkt. 1: ", "", "", "1. at ", "Ad. 1: ")),
        one=rng.choice(("1", "1", "én", "en")),
        free=rng.choice((0.1, 0.4, 0.6, 0.8, 0.9)),
    )


def draw_house(rng: random.Random, year: int, known: bool | None = None) -> House:
    """A house style.

    Args:
        rng: What chance there is.
        year: The year of the meeting.
        known: True for a style of common forms alone, None to leave it open.

    Returns:
        The style.
    """
    voice = draw_voice(rng, year)
    if known:
        voice = replace(voice, free=voice.free / 4)
    plain = rng.random() < 0.45 if known is None else known
    forms: tuple[NumberForm, ...] = ("punkt-colon", "dot", "punkt", "colon", "pkt")
    if not plain:
        forms = (
            *forms,
            "dot",
            "nr-dash",
            "sag-colon",
            "sag-nr",
            "bullet",
            "agenda-item",
            "with-year",
            "number-below",
            "bare",
            "none",
        )
    headings = {
        kind: rng.choice(few if not plain and rng.random() < 0.4 else many).format(admin=voice.admin)
        for kind, (many, few) in _HEADINGS.items()
    }
    numbers = rng.choice(forms)
    order = list(rng.choice(_ORDERS))
    headless = not plain and numbers != "none" and rng.random() < 0.08
    if headless:
        order.remove("beslutning")
        order.insert(0, "beslutning")
    dotted = rng.random() < 0.35
    return House(
        voice=voice,
        numbers=numbers,
        first_number=1 if rng.random() < 0.6 else rng.randint(2, 480),
        order=order,
        headings=headings,
        dress=rng.choices(("plain", "colon", "capitals"), (7, 3, 0 if plain else 1))[0],
        gap=rng.choice(("\n", "\n", "\n\n")),
        case_numbers=rng.choice(("kle", "kle", "kle-old", "year-slash", "long", "digits", "dash"))
        if numbers == "none" or rng.random() < 0.85
        else None,
        case_label=rng.choice(("Sagsnr.: ", "Sagsnr. ", "Sagsnr.: ", "Sagsid.: ", "J.nr.: ", "Journalnr. ", "")),
        decision_heading="none" if headless else rng.choices(("bare", "body-date", "body-i-date"), (6, 2, 2))[0],
        prior=rng.choice(("headed", "headed", "inside")),
        wrap=rng.choice((None, None, None, 84, 92, 100, 110)),
        toc=rng.choice(("dots", "plain")) if numbers != "none" and rng.random() < 0.25 else None,
        debris=rng.choices((None, "buttons", "pages"), (7, 2, 1))[0],
        markdown=rng.random() < (0.1 if plain else 0.06),
        header=rng.randrange(6),
        numbered_points="1. at "
        if dotted
        else rng.choice(("1. ", "1. at ", "at ", "- at ", "a) ", "1) at ", "1: at ")),
        known=plain,
        paragraphs=rng.choice(("\n\n", "\n\n", "\n")),
    )
