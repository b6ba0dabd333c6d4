"""Section headings that are known by how they are put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.danish.heading_patterns import kind_by_pattern
from referat_nlp.danish.headings import match_heading


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Økonomiske, personalemæssige og klimamæssige konsekvenser", "oekonomi"),
        ("Konsekvenser for økonomi og personale", "oekonomi"),
        ("Erhvervspolitiske konsekvenser:", "oekonomi"),
        ("Økonomi, herunder finansiering", "oekonomi"),
        ("Lovgrundlag, politikker", "lovgrundlag"),
        ("Lov- og regelgrundlag", "lovgrundlag"),
        ("Det juridiske grundlag", "lovgrundlag"),
        ("Administrationens supplerende indstilling", "indstilling"),
        ("Supplerende indstilling til mødet den 4. marts 2024", "indstilling"),
        ("INDSTILLING FRA FORVALTNINGEN", "indstilling"),
        ("Supplerende redegørelse", "sagsfremstilling"),
        ("Tidligere politiske beslutninger", "tidligere_beslutning"),
        ("Behandlingshistorik", "tidligere_beslutning"),
        ("Høring af Ældrerådet", "hoering"),
        ("Inddragelse af MED", "hoering"),
        ("Kompetence til afgørelse", "kompetence"),
        ("Hvem skal beslutte", "kompetence"),
        ("Bilag (på sagen)", "bilag"),
        ("Øvrige bilag", "bilag"),
        ("Tids- og handleplan", "tidsplan"),
    ],
)
def test_headings_put_together(line: str, kind: str) -> None:
    heading = match_heading(line)
    assert heading is not None
    assert (heading.kind, heading.certain, heading.length) == (kind, True, len(line))


@pytest.mark.parametrize("line", ["Administrative forhold", "Klima- og bæredygtighedsvurdering"])
def test_words_of_a_case_too_are_not_certain(line: str) -> None:
    heading = match_heading(line)
    assert heading is not None
    assert not heading.certain


@pytest.mark.parametrize(
    "line",
    [
        "Bilag 1",
        "Udtalelse fra Ældrerådet",  # the title of a document
        "Høringssvar fra skolebestyrelsen",
        "- Øvrige bilag",
        "Det har ingen økonomiske konsekvenser.",
        "Trafikale konsekvenser",
        "Planklagenævnets afgørelse",  # a subheading of the case
        "Behandles i Byrådet",
        "Tilsyn med retlige rammer for byggeri",
    ],
)
def test_lines_that_head_nothing(line: str) -> None:
    assert match_heading(line) is None


@given(st.text(alphabet="abdeglikmnorstuvæøå -,/()", max_size=120))
def test_any_text_is_read(text: str) -> None:
    found = kind_by_pattern(text)
    assert found is None or found[0] in {
        "oekonomi", "lovgrundlag", "indstilling", "sagsfremstilling", "tidligere_beslutning", "hoering", "kompetence",
        "bilag", "tidsplan", "andet", "beslutning",
    }  # fmt: skip
