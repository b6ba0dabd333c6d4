"""What holds for any text: only the library's own errors, spans that slice, one result a document.

``HYPOTHESIS_PROFILE=long`` runs these at length.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referat_nlp import load, parse
from referat_nlp.errors import EmptyInputError, NotMinutesError
from referat_nlp.schema import Referat
from tests.structure.clerk import check_spans

settings.register_profile(
    "short", max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("long", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PROFILE = settings.get_profile("long" if os.environ.get("HYPOTHESIS_PROFILE") == "long" else "short")

_TITLES = [
    "Godkendelse af dagsorden",
    "Ny bro ved Hvidholm",
    "Støj fra værftet",
    "Lukket punkt",
    "Meddelelser",
    "eSport i klubben",
    "2. budgetopfølgning",
]
_HEADINGS = [
    "Sagsfremstilling",
    "Indstilling",
    "Beslutning",
    "BESLUTNING",
    "Resumé:",
    "Bilag",
    "Økonomi",
    "Sagens forløb",
    "Fraværende:",
    "Tidsplan",
    "Indstilling og beslutning",
    "Beslutning i Økonomiudvalget den 11-03-2024",
    "Byrådet den 18. marts 2024:",
    "BilagBeslutning",
    "Baggrund",
]
_DECISIONS = [
    "Godkendt.",
    "Taget til efterretning.",
    "1. Godkendt.",
    "2. Anbefales.",
    "Godkendt med 4 stemmer for (A, F) og 3 imod (V, C).",
    "For stemte: Ida Lauge (A) og Bo Lind (V).",
    "Imod stemte: Ø og F. Otto Malling (C) undlod.",
    "Afbud: Bo Lind (V)",
    "Et flertal bestående af A, C og V anbefaler.",
    "Ændringsforslaget blev forkastet med 12 stemmer imod 3.",
    "Bo Lind (V) forlod mødet kl. 17.20.",
    "Byrådet tog forbehold.",
]
_OTHER = [
    "",
    "",
    "Tranevig Kommune",
    "Referat",
    "Byrådet",
    "Mødedato: 18. marts 2024 kl. 17:00",
    "Deltagere: Ida Lauge (A), Bo Lind (V), Otto Malling (C)",
    "Indholdsfortegnelse",
    "Sagsnr.: 20/33839",
    "Åbent punkt",
    "00.01.00-P35-1-24",
    "Side 4",
    "- et punkt",
    "• endnu et",
    "at stien anlægges",
    "1. at broen males",
    "Stien bliver 1,4 km lang og følger bækken fra skolen til hallen.",
    "Kopier link til punktet - Print",
    "| a | b |",
    "## Overskrift",
    "**Fed**",
    "Underskrifter",
    "Mødet hævet kl. 18.05",
    "3",
    "2024",
    "1.500 kr.",
    "følgende forslag:",
]
_FORMS = [
    "{n}. {t}",
    "Punkt {n}: {t}",
    "{n}: {t}",
    "• Pkt. {n} {t}",
    "{n} {t}",
    "{n}{t}",
    "## **Punkt {n}: {t}**",
    "{t}",
    "{n}. {n}. {t}",
    "Sag nr. {n}",
]
_ENTRIES = ["{n}. {t} ....... {n}", "{t}.....\t{n}", "{n}. \t{t}\t PAGEREF _Toc1 \\h {n}", "{n}. {t}"]
_FORM = st.builds(
    lambda form, n, title: form.format(n=n, t=title),
    st.sampled_from(_FORMS + _ENTRIES),
    st.integers(0, 30) | st.integers(0, 2100),
    st.sampled_from(_TITLES),
)
_LINE = st.one_of(
    _FORM,
    st.sampled_from(_HEADINGS),
    st.sampled_from(_DECISIONS),
    st.sampled_from(_OTHER),
    st.text(max_size=30),
)
DRAFTS = st.lists(_LINE, max_size=60).map("\n".join)
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)


def parsed(text: str) -> Referat | None:
    """The record of a text, or None where the library says that it holds none."""
    try:
        return parse(text)
    except (EmptyInputError, NotMinutesError):
        return None


def check(text: str) -> None:
    referat = parsed(text)
    if referat is None:
        return
    assert referat.items
    check_spans(referat)
    assert len({item.id for item in referat.items}) == len(referat.items)
    assert referat == parse(text)


@PROFILE
@given(ANY)
def test_property_of_any_text(text: str) -> None:
    check(text)


@PROFILE
@given(DRAFTS)
def test_property_of_clerk_like_text(text: str) -> None:
    check(text)


@PROFILE
@given(DRAFTS)
def test_property_normalised_text_is_read_the_same_again(text: str) -> None:
    referat = parsed(text)
    if referat is None or "|" in text or "#" in text or "**" in text:
        return  # Markdown is taken out of the text, and with it what it told of the layout
    again = parse(referat.text)
    assert again.text == referat.text
    assert [(i.number, i.title, i.span) for i in again.items] == [(i.number, i.title, i.span) for i in referat.items]
    assert [i.sections for i in again.items] == [i.sections for i in referat.items]


@PROFILE
@given(DRAFTS)
def test_property_of_analysis(text: str) -> None:
    referat = parsed(text)
    if referat is None:
        return
    result = load()(referat)
    for item in result.items:
        start, end = item.span
        for ballot in item.ballots:
            assert start <= ballot.span[0] <= ballot.span[1] <= end
        for statement in item.statements:
            assert result.text[slice(*statement.span)] == statement.text
        for sentence in item.summary.sentences if item.summary else []:
            assert result.text[slice(*sentence.span)] == sentence.text
        assert item.type is None or item.type in item.types


@pytest.mark.parametrize(
    "text",
    [
        "1. \n" * 400,
        "Beslutning\n" * 400,
        "(" * 3000,
        "Punkt 1: " + "a " * 4000,
        ("- " * 2000),
        "1. A\n" * 2000,
        "Byrådet, " * 1000,
    ],
)
def test_monotonous_text_takes_no_time(text: str) -> None:
    import time

    begun = time.perf_counter()
    check(text)
    assert time.perf_counter() - begun < 4
