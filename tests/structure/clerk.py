"""Small minutes put together for a test, the way a clerk's system would print them."""

from __future__ import annotations

from collections.abc import Sequence

from referat_nlp.reading import document_from_text
from referat_nlp.schema import Item, Referat
from referat_nlp.structure import structure

HEADER = (
    "Tranevig Kommune\n\n"
    "Referat\n\n"
    "Teknik- og Miljøudvalget\n\n"
    "Mødedato: Tirsdag den 5. marts 2024 kl. 15:30\nMødested: Mødelokale 2\n"
)
TITLES = (
    "Godkendelse af dagsorden",
    "Ny cykelsti langs Møllebækken",
    "Støj fra værftet ved Sønderkaj",
    "Takster for genbrugspladsen",
    "Meddelelser",
)
CASE_NUMBERS = (
    "00.01.00-P35-1-24",
    "05.01.02-G01-7-23",
    "09.02.00-K08-2-24",
    "07.00.01-S29-3-23",
    "00.22.00-A00-4-24",
)
TEXTS = (
    (
        "Dagsordenen forelægges til godkendelse.",
        "Forvaltningen indstiller, at dagsordenen godkendes.",
        "Godkendt.",
    ),
    (
        "Stien bliver 1,4 km lang og følger bækken fra skolen til hallen.",
        ("Forvaltningen indstiller,\n1. at stien anlægges i 2025\n2. at der gives en anlægsbevilling på 2,1 mio. kr."),
        "1. Godkendt.\n2. Godkendt.",
    ),
    (
        "Naboerne har i 2023 klaget over larm om natten.",
        "Forvaltningen indstiller, at sagen drøftes.",
        "Drøftet.",
    ),
    (
        "Taksten har været uændret siden 2019.",
        "Forvaltningen indstiller, at taksten hæves til 40 kr.",
        "Udvalget godkendte indstillingen.",
    ),
    (
        "Formanden fortalte om et besøg på Hvidholm.",
        "Forvaltningen indstiller, at orienteringen tages til efterretning.",
        "Taget til efterretning.",
    ),
)


def structured(text: str) -> Referat:
    """Read and structure a string, checking on the way what holds for every record."""
    referat = structure(document_from_text(text))
    check_spans(referat)
    return referat


def rows(referat: Referat) -> list[tuple[str | None, str | None]]:
    """Number and title of each item."""
    return [(item.number, item.title) for item in referat.items]


def kinds(item: Item) -> list[str]:
    """The kinds of an item's sections, in printed order."""
    return [section.kind for section in item.sections]


def text_of(item: Item, kind: str) -> str:
    """The text of the one section of a kind."""
    (found,) = [section.text for section in item.sections if section.kind == kind]
    return found


def check_spans(referat: Referat) -> None:
    """Assert that items stand in order without overlap and that every span slices to its text."""
    end = 0
    for item in referat.items:
        start, stop = item.span
        assert end <= start <= stop <= len(referat.text), (
            f"item {item.number} at {item.span} overlaps or leaves the text"
        )
        end = stop
        for part in [*item.sections, *item.decisions]:
            assert start <= part.span[0] <= part.span[1] <= stop, f"{part!r} outside its item at {item.span}"
            assert referat.text[slice(*part.span)] == part.text


def body_of(n: int, *, gap: str = "\n") -> str:
    """The sections of the n-th item of these minutes: Sagsfremstilling, Indstilling, Beslutning."""
    case, proposal, decision = TEXTS[n]
    return f"Sagsfremstilling\n{case}\n{gap}Indstilling\n{proposal}\n{gap}Beslutning\n{decision}\n"


def minutes(
    headings: Sequence[str], *, gap: str = "\n", header: str = HEADER, case_label: str | None = "Sagsnr.: "
) -> str:
    """Minutes whose n-th item is announced by ``headings[n]``; ``gap`` "" prints them without blank lines."""
    parts = [header]
    for n, heading in enumerate(headings):
        frame = f"{case_label}{CASE_NUMBERS[n]}\n{gap}" if case_label is not None else ""
        parts.append(f"{heading}\n{gap}{frame}{body_of(n, gap=gap)}")
    return gap.join(parts)
