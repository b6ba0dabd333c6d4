"""Lead summaries."""

from __future__ import annotations

from analysis.cases import section

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import Summariser
from referat_nlp.analysis.summary import LeadSummariser
from referat_nlp.schema import Item, Section, SectionKind, Summary

SUMMARISER: Summariser = LeadSummariser()
CASE = (
    "Sagen behandles i Kulturudvalget og Byrådet.\n"
    "Baggrunden for sagen\n"
    "Svømmehallen i Ålykke er fra 1974 og skal renoveres for 12,4 mio. kr. inden udgangen af 2026.\n"
    "- nyt tag\n"
    "- nye omklædningsrum\n"
    "Hallen har 61.000 besøg om året, jf. bilag 2. Arbejdet giver 300.000 kr. mindre i driftsudgifter.\n"
    "Læs mere på www.aalykke.dk/svoem."
)


def summarise(*parts: tuple[SectionKind, str]) -> tuple[Summary | None, str]:
    text = ""
    sections: list[Section] = []
    for kind, content in parts:
        sections.append(section(kind, None, content, len(text)))
        text += content + "\n"
    item = Item(id="x", title="Renovering", span=(0, len(text)), sections=sections)
    return SUMMARISER([ItemContext(item, text)])[0], text


def test_the_first_informative_sentences() -> None:
    summary, text = summarise(
        ("resume", "Resumeet læses aldrig af den, der skriver et nyt."), ("sagsfremstilling", CASE)
    )
    assert summary is not None
    assert summary.text == (
        "Svømmehallen i Ålykke er fra 1974 og skal renoveres for 12,4 mio. kr. inden udgangen af 2026. "
        "Hallen har 61.000 besøg om året, jf. bilag 2. Arbejdet giver 300.000 kr. mindre i driftsudgifter."
    )
    assert summary.method == "extractive"
    for sentence in summary.sentences:
        assert sentence.text == text[slice(*sentence.span)]


def test_the_indstilling_where_there_is_no_case_text() -> None:
    summary, _ = summarise(("indstilling", "Forvaltningen indstiller, at planen for havnen godkendes."))
    assert summary is not None
    assert summary.text == "Forvaltningen indstiller, at planen for havnen godkendes."


def test_nothing_to_summarise() -> None:
    assert (
        summarise(("resume", "Kun et resume, som ikke må læses af den, der skriver."), ("beslutning", "Godkendt."))[0]
        is None
    )


def test_it_stays_short() -> None:
    long = "Kommunen har " + "mange veje og stier, ".replace(",", "") * 30 + "og flere planer, end der er penge til."
    summary, _ = summarise(("sagsfremstilling", long))
    assert summary is not None
    assert len(summary.text.split()) <= 60
