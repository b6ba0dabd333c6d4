"""What a summary does not say, and what it says only behind the sentence before."""

from __future__ import annotations

import pytest

from referat_nlp.analysis.models.sentences import candidates
from referat_nlp.analysis.models.telling import hanging, is_debris, untold
from tests.analysis.models.items import items

CASE = """\
Punkt 1: Ny hal i Tved

Indstilling

Forvaltningen indstiller, at

1. hallen opføres i 2025,
2. herunder at der søges om tilskud fra fonde

Sagsfremstilling

{}
"""


def told(case: str) -> list[str]:
    """What stays of a case."""
    found = candidates(items(CASE.format(case))[0])
    left_out = untold(found)
    return [each.text for index, each in enumerate(found) if each.section != "indstilling" and index not in left_out]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ny hal i Tved.",
        "Der er fire grunde til at opføre hallen:",
        "Tegninger og overslag er vedlagt som bilag 2.",
        "Notat om hallens drift vedlægges.",
        "Nedenstående tabel viser udgifterne til hallen fordelt på år.",
        "Se også notat om hallens drift.",
        "Læs mere om hallen på www.tved.dk.",
        "Spørgsmål kan stilles til Ida Krog på tlf. 12 34 56 78 i kontorets åbningstid.",
        "Mødedato: Torsdag den 5. maj Mødested: Byrådssalen Starttidspunkt: Kl. 17:00.",
        "3 Byrådet, Indholdsfortegnelse Sag nr. Side 42 Ny hal i Tved.",
        "D A G S O R D E N for mødet i byrådet.",
        "Idrætsudvalget",
        "Torsdag den 5. maj 2022",
        "Ida Krog (A) deltog ikke i sagens behandling.",
        "Der er afbud fra Bo Lind og Ida Krog.",
        "For stemte: A, C og V, i alt 15.",
        "Ingen bemærkninger.",
        "Ikke relevant for sagen.",
        "Center for Kultur har udarbejdet dette dagsordenspunkt.",
    ],
)
def test_what_tells_nothing_is_not_said(sentence: str) -> None:
    assert told(f"Den gamle hal er utæt.\n\n{sentence}") == ["Den gamle hal er utæt."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tved Hallen er opført i 1974 og er utæt.",
        "Udgiften til hallen er 12 mio. kr. fordelt på to år.",
        "Tabellen i overenskomsten er ændret, så trænerne får mere i løn.",
        "Bilaget til lejeaftalen siges op, og foreningerne betaler selv for lys.",
        "Hallen skal bruges af byens fire idrætsforeninger: Håndbold, badminton, gymnastik og judo.",
        "Foreningerne deltager med 2 mio. kr. og frivilligt arbejde.",
    ],
)
def test_what_tells_of_the_case_is_said(sentence: str) -> None:
    assert told(sentence) == [sentence]


def test_what_leads_to_points_is_not_said() -> None:
    found = candidates(items(CASE.format("Den gamle hal er utæt."))[0])
    assert [found[index].text for index in sorted(untold(found))] == ["Forvaltningen indstiller, at"]


@pytest.mark.parametrize(
    ("case", "hangs"),
    [
        ("Hallen er utæt. Dette betyder, at den lukkes.", ["Dette betyder, at den lukkes."]),
        ("Hallen er utæt. Derfor lukkes den i maj.", ["Derfor lukkes den i maj."]),
        ("Hallen er utæt. Den nævnte hal ligger i Tved.", ["Den nævnte hal ligger i Tved."]),
        ("Hallen ses efter to gange. Ved disse eftersyn fandt man huller.", ["Ved disse eftersyn fandt man huller."]),
        ("Hallen er utæt. I denne sag foreslås en ny.", []),
        ("Hallen er utæt. Denne sag handler om en ny.", []),
        ("Hallen er utæt:\n\n- taget er hullet", ["taget er hullet"]),
        ("Hallen er utæt. Den ligger i Tved.", []),
    ],
)
def test_what_hangs_on_the_sentence_before(case: str, hangs: list[str]) -> None:
    found = candidates(items(CASE.format(case))[0])
    assert [found[index].text for index in sorted(hanging(found))] == [
        "herunder at der søges om tilskud fra fonde",
        *hangs,
    ]


def test_a_title_of_the_frame_is_no_title() -> None:
    assert is_debris("Udskriv hele dagsordnen")
    assert is_debris("Byrådet Mødedato: 5. maj Mødested: Byrådssalen")
    assert not is_debris("Økonomi: Tillægsbevilling til ny hal")
