"""Sentences of Danish administrative text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.danish.sentences import block_spans, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Anlægget koster 4,2 mio. kr. pr. år, jf. pkt. 3 i notatet.", "Udgiften afholdes af rammen."],
        ["Bevillingen er på 300.000 kr.", "Beløbet gives i 2024.", "Resten følger d. 5. marts."],
        ["Høringen løber fra den 1. januar til den 28. februar 2024.", "Der kom 12 svar."],
        ["Chr. P. Holm og H.L. Dahl deltog bl.a. i besøget kl. 14.30.", "Mødet sluttede kl. 16."],
        ["For stemte A, C og V.", "Imod stemte O.", "Ø undlod at stemme."],
        ["Sagen behandles efter § 11, stk. 2. i loven, jf. f.eks. nr. 5 og ca. 3 andre.", "Det er nyt."],
        ["Udvalget spurgte: Hvad koster det?", "Svaret var hhv. 3 og 5 mio. kr.", "Udvalget takkede."],
        [
            'Han sagde: "Det er for dyrt."',
            "Derefter gik han.",
            "Rapporten hedder »Byen i vækst«.",
            "Den er ny.",
        ],
        ["Skolen (jf. Bilag 2. Se også nr. 4) lukkes.", "Børnene flyttes m.v.", "Det sker snart!"],
        ["Kong Christian 4. Havn er fredet.", "Elever i 9. klasse m.fl. hører til."],
        ["Ift. ejd. matr. nr. 7 a er der intet nyt.", "Klagen afvises."],
        ["Kommunen køber matr.nr. 4a, Tved By, Tved.", "Prisen er 1,2 mio. kr.", "Ejd.nr. 12 følger med."],
        ["Der er plads til max. 40 personer, heraf min. 10 børn ml. 3 og 6 år.", "Salen er på 1. sal."],
        ["Prisen er 25 kr. pr. stk.", "Den betales af brugeren."],
        ["Eleverne flyttes fra Skole A til Skole B.", "Elevtallet falder."],
    ],
)
def test_running_text(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_list_points_and_headings_stand_alone() -> None:
    text = "Indstilling\nForvaltningen indstiller,\n1. at planen godkendes.\n2. at den sendes\nØkonomi\n- Ingen."
    assert sentences(text) == text.split("\n")


def test_points_with_at_stand_alone() -> None:
    text = "Administrationen indstiller:\nat planen godkendes,\nat den sendes i høring."
    assert sentences(text) == text.split("\n")


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "Byrådet besluttede den 4. maj, at cykelstien langs\n"
        "Møllevej skal stå færdig, inden skolen åbner. Prisen er\n"
        "endnu ikke kendt, men forvaltningen regner med, at den\n"
        "5. april er realistisk.\nØkonomi"
    )
    assert [sentence.replace("\n", " ") for sentence in sentences(text)] == [
        "Byrådet besluttede den 4. maj, at cykelstien langs Møllevej skal stå færdig, inden skolen åbner.",
        "Prisen er endnu ikke kendt, men forvaltningen regner med, at den 5. april er realistisk.",
        "Økonomi",
    ]


def test_only_the_part_asked_for() -> None:
    text = "Første. Anden. Tredje."
    assert [text[a:b] for a, b in sentence_spans(text, 8, 14)] == ["Anden."]


ALPHABET = st.sampled_from([*list('aAøBk1 5.?!:,\n\t()"»«-•§'), "kr. ", "5. marts ", "at ", "\n1. ", "\n\n", "jf. "])


@given(st.lists(ALPHABET, max_size=80).map("".join), st.integers(0, 20), st.integers(0, 40))
def test_spans_are_ordered_and_cover_everything(text: str, start: int, length: int) -> None:
    for finder in (sentence_spans, block_spans):
        end = min(len(text), start + length)
        covered = set()
        position = start
        for first, last in finder(text, start, end):
            assert position <= first < last <= end
            assert text[first:last] == text[first:last].strip()
            covered.update(range(first, last))
            position = last
        assert all(text[at].isspace() for at in range(min(start, end), end) if at not in covered)


def test_an_initial_before_a_surname_ends_nothing() -> None:
    text = "Per E. Nielsen og Lis M. Mikkelsen var der. Bo E. Bestyrelsen kom."
    assert next(text[start:end] for start, end in sentence_spans(text)) == "Per E. Nielsen og Lis M. Mikkelsen var der."
