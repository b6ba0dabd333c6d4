from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.reading import document_from_text
from referat_nlp.reading.builder import TextBuilder
from referat_nlp.reading.encoding import Decoded, decode
from referat_nlp.reading.normalise import normalise
from tests.reading.documents import check_offsets

# Pieces that the rules look for, so that random text meets them.
_WORDS = r"""• # ** | |---| --- Print Bilag Beslutning Indstilling Godkendt. Ã¦ Ã ¦
    â€“ og Teknik miljø EU 12 P35-1 ﬁ
    * _ [ ](x) <!-- --> \# \* 1. æ Ø : . ¬ Side"""
_WITH_BLANKS = [
    "| a | b |",
    "Side 3 af 12",
    "\nSide 4\n",
    "\nTil toppen\n",
    "\nfold dette punkt ind ",
    "Klik her for at folde ud",
    " - Udskriv\n",
    "\n- Udskriv\n",
    "TOC \\o",
    "\nNordby Kommune | Referat | 2\n",
    "\nNordby Kommune | Referat | 3\n",
    "\nByrådet Side 4\n",
    "\nByrådet Side 5\n",
    "\n- 6 -\n",
    "\n- 7 -\n",
    "\na\nb\nc\nd\n",
    " PAGEREF _x \\h",
    "# ",
    "• ",
]
_BLANKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    " ",
    "  ",
    "\t",
    "-\n",
    "- ",
    "\u00ad\n",
    "\u00a0",
    "\u200b",
    "a\u030a",
    "\ufffe",
]
_PIECES = st.sampled_from([*_WORDS.split(), *_WITH_BLANKS, *_BLANKS])
_MESSY = st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("linje et\r\nlinje to\rlinje tre", "linje et\nlinje to\nlinje tre"),
        ("et\u00a0to\u2009tre", "et to tre"),
        ("slut   \n\n\n\n  start", "slut\n\nstart"),
        ("kom\u00admune", "kommune"),
        ("kom\u00ad\nmune", "kommune"),
        ("nul\u200bbredde\x07", "nulbredde"),
        ("kommunal-\nbestyrelsen", "kommunalbestyrelsen"),
        ("Teknik-\nog Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Teknik- og\nMiljøudvalget", "Teknik- og\nMiljøudvalget"),
        ("Nørre-\nSkovby Kommune", "Nørre-Skovby Kommune"),
        ("EU-\nudbud", "EU-udbud"),
        ("2024-\n2027", "2024-2027"),
        ("00.22.00-\nP35-1-24", "00.22.00-P35-1-24"),
        ("en tanke -\nog en til", "en tanke -\nog en til"),
        ("- punkt\n-\nnæste", "- punkt\n-\nnæste"),
        ("BilagBeslutning", "Bilag\nBeslutning"),
        ("BeslutningGodkendt.", "Beslutning\nGodkendt."),
        ("Beslutningsprotokol", "Beslutningsprotokol"),
        ("Kopier link til punktet  -   Print\n1: Titel", "1: Titel"),
        ("fold dette punkt ind Resume", "Resume"),
        ("Luk alle punkter Referat", "Referat"),
        ("Fold ud 3. Ny skole", "3. Ny skole"),
        ("Vis mere end det", "Vis mere end det"),
        ("1. Ny skoleKlik her for at folde ud og læse mere om Ny skole", "1. Ny skole"),
        ("Klik her for at se kortet", "Klik her for at se kortet"),
        ("1. Ny skoleÅbn/luk punkt", "1. Ny skole"),
        ("Vejudvalget\nUdskriv hele dagsordnen\nPrintvenlig version\nNy vej", "Vejudvalget\nNy vej"),
        ("Takster (2024)Vis mere", "Takster (2024)"),
        ("Rådet vil vide mere", "Rådet vil vide mere"),
        ("Det skal vi vis mere", "Det skal vi vis mere"),
        ("1. Ny skole - Udskriv\nGodkendt. Til top", "1. Ny skole\nGodkendt."),
        ("Godkendt.\n• Udskriv\nFold alle punkter [ud] [ind]\nRSS | Tip en ven | Print\nDel", "Godkendt."),
        ("Budgettet dækker:\n- Print\n- Porto", "Budgettet dækker:\n- Print\n- Porto"),
        ("tekst\nSide 3 af 12\nmere", "tekst\nmere"),
        ("På side 3 står det", "På side 3 står det"),
        ("• et\n• to", "- et\n- to"),
        ("1. \tTitel\t PAGEREF _Toc1 \\h 2", "1.\tTitel\t2"),
        ("pÃ¥ dÃ¸rene", "på dørene"),
        ("pÃƒÂ¥", "på"),
        ("Ã…rhus og Ã…benrÃ¥", "Århus og Åbenrå"),
        ("på mødet blev stÃ¸tten Ã¸get", "på mødet blev støtten øget"),
        ("â€œgodtâ€\x9d â€“ 10 Â°C, Â§ 11, 5 mÂ²", "“godt” – 10 °C, § 11, 5 m²"),
        ("ï‚· punkt\nâ€¢ punkt", "- punkt\n- punkt"),
        ("Café Ærø, Müller, Åse, señor, 5 °C, § 3 – ”ja”", "Café Ærø, Müller, Åse, señor, 5 °C, § 3 – ”ja”"),
        ("A\u030arhus", "Århus"),
        ("ﬁnansiering", "finansiering"),
        ("______________\nUnderskrift", "Underskrift"),
    ],
)
def test_rule(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@given(_MESSY)
def test_normalising_is_idempotent(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once


@given(_MESSY)
def test_reading_text_again_changes_nothing(raw: str) -> None:
    document = document_from_text(raw)
    check_offsets(document)
    assert document_from_text(document.text).text == document.text


@given(
    st.lists(st.tuples(_MESSY, st.sampled_from([None, "bold", "heading", "field"]), st.booleans())),
    st.booleans(),
)
def test_built_text_is_in_normal_form(lines: list[tuple[str, str | None, bool]], wrapped: bool) -> None:
    builder = TextBuilder(wrapped=wrapped)
    for text, kind, begins_item in lines:
        if begins_item:
            builder.begin_item(text, "1", "24/1", None, [text])
        else:
            builder.line(text, kind)  # type: ignore[arg-type]
    document = builder.finish("text")
    check_offsets(document)
    assert document_from_text(document.text).text == document.text


def test_items_begin_at_their_heading() -> None:
    builder = TextBuilder()
    builder.line("Referat")
    builder.begin_item("Budget-", "3", "24/117", True, ["Bilag 1"])
    builder.line("godkendt.")
    builder.begin_item("Lukket")
    document = builder.finish("sbsys")
    first, second = document.items
    assert document.text[first.start : first.end] == "Punkt 3: Budget-\n\nSagsnr.: 24/117\n\ngodkendt."
    assert document.text[first.body : first.end] == "godkendt."
    assert (first.number, first.title, first.case_number, first.closed) == ("3", "Budget-", "24/117", True)
    assert first.attachments == ("Bilag 1",)
    assert document.text[second.start : second.end] == "Lukket"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-16-le", "utf-16-le"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("cp865", "cp865"),
        ("cp850", "cp865"),
    ],
)
def test_encodings(encoding: str, told: str) -> None:
    text = "Økonomiudvalget drøftede sagen på mødet. Ærø, Åhuset og æblerne blev også nævnt."
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, told)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp865"])
@pytest.mark.parametrize(
    "text",
    [
        "BYRÅDET - ÅBNE SAGER\nØKONOMI",
        "Referat fra byrådsmøde den 4. marts. Godkendt. Fraværende: Bo Lind",
        "Beslutning i sagen: ændring af vejbælte på Ærø. " * 200,
        "Udvalget godkendte indstillingen. " * 50 + "Sørens Å, Østergård, Fåborg",
    ],
    ids=["capitals", "line", "long", "late"],
)
def test_single_byte_encodings_of_danish(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["Punkt 1: Sø", "Må", "100 m² i Århus"])
def test_the_shortest_texts_are_cp1252(text: str) -> None:
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252")


def test_latin_1_with_windows_quotes_is_cp1252() -> None:
    assert decode("»på« – ”ja” 100 €".encode("cp1252")).text == "»på« – ”ja” 100 €"


def test_utf_8_with_a_few_bytes_of_another_kind() -> None:
    decoded = decode("på møde, sådan, fødsel, æble ".encode() + "må".encode("cp1252"))
    assert decoded.text.endswith("æble må")
    assert decoded.warnings


def test_misread_text_is_repaired_with_a_warning() -> None:
    document = document_from_text("Udvalget besluttede pÃ¥ mÃ¸det")
    assert document.text == "Udvalget besluttede på mødet"
    assert any("misread" in warning for warning in document.warnings)
