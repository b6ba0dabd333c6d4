import pytest

from referat_nlp.danish.people import Member, find_people, people_in

ROSTER = (
    Member("Anne Holm", "A"),
    Member("Bo Lind", "V"),
    Member("Per Ek", "V"),
    Member("Karen Birk-Lund", "Ø"),
)


def read(text: str, start: int = 0, members: tuple[Member, ...] = ()) -> list[tuple[str | None, str | None]]:
    return [(mention.name, mention.party) for mention in find_people(text, start, members=members)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Holm (A), Bo Lind (V) og Per Ek", [("Anne Holm", "A"), ("Bo Lind", "V"), ("Per Ek", None)]),
        ("A, V og Ø", [(None, "A"), (None, "V"), (None, "Ø")]),
        ("(V), (A) og Mie Bakke (UP-1)", [(None, "V"), (None, "A"), ("Mie Bakke", "UP-1")]),
        ("A+F/Ø & V samt C", [(None, "A"), (None, "F"), (None, "Ø"), (None, "V"), (None, "C")]),
        ("Liste T og Gruppe A.", [(None, "T"), (None, "A")]),
        ("Nærlisten (U)", [(None, "U")]),
        ("Ø (Kim Dal, Mia Ø. Bro)", [("Kim Dal", "Ø"), ("Mia Ø. Bro", "Ø")]),
        ("4 (A, B)", [(None, "A"), (None, "B")]),
        ("5 medlemmer (V+A)", [(None, "V"), (None, "A")]),
        (
            "Socialdemokratiet, SF og Det Konservative Folkeparti",
            [(None, "Socialdemokratiet"), (None, "SF"), (None, "Det Konservative Folkeparti")],
        ),
        ("Borgmester Anne Holm og rådmand Ida Krog (A)", [("Anne Holm", None), ("Ida Krog", "A")]),
        ("Chr. P. Holm og Ole S. Rask", [("Chr. P. Holm", None), ("Ole S. Rask", None)]),
        ("Hans Aa. Skov-Bay (C).", [("Hans Aa. Skov-Bay", "C")]),
        ("Bo Lind, V, og Åse Kjær, Ø.", [("Bo Lind", "V"), ("Åse Kjær", "Ø")]),
        ("Kim Dal, A og V", [("Kim Dal", None), (None, "A"), (None, "V")]),
        ("Bo Lind (løsgænger)", [("Bo Lind", "løsgænger")]),
        ("løsgænger Bo Lind", [("Bo Lind", "løsgænger")]),
        ("Enhedslisten ved Kim Dal", [("Kim Dal", "Enhedslisten")]),
        ("Anne Holm (formand, A), Bo Lind (V), næstformand", [("Anne Holm", "A"), ("Bo Lind", "V")]),
        ("- Anne Holm (A)\n- Bo Lind (V)", [("Anne Holm", "A"), ("Bo Lind", "V")]),
        ("A\nF\nØ\nGodkendt.", [(None, "A"), (None, "F"), (None, "Ø")]),
        ("Per Ek og Ida Krog (begge L)", [("Per Ek", "L"), ("Ida Krog", "L")]),
        (
            "Per Ek og Ida Krog fra Venstre, Kim Dal (B)",
            [("Per Ek", "Venstre"), ("Ida Krog", "Venstre"), ("Kim Dal", "B")],
        ),
        ("V og tre medlemmer af C", [(None, "V"), (None, "C")]),
        (
            "Kim Dal samt Venstres to medlemmer, Per Ek og Ida Krog",
            [("Kim Dal", None), ("Per Ek", None), ("Ida Krog", None)],
        ),
        ("Bo Linds stemme (V)", [("Bo Lind", "V")]),
        ("(A, B), 2 (C) undlod", [(None, "A"), (None, "B")]),
        ("Per Ek, Gert vinter og Ida Krog", [("Per Ek", None), ("Gert vinter", None), ("Ida Krog", None)]),
        ("Per Ek (V), Gert vinter (A) og Ida Krog", [("Per Ek", "V"), ("Gert vinter", "A"), ("Ida Krog", None)]),
        ("Per Ek, Lis foreslog og Ida Krog ønskede", [("Per Ek", None)]),
    ],
)
def test_lists(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A og V stemte imod", [(None, "A"), (None, "V")]),
        ("Anne Holm (A). Bo Lind stemte for.", [("Anne Holm", "A")]),
        ("Anne Holm (A)\nBo Lind foreslog, at sagen udsættes", [("Anne Holm", "A")]),
        ("I alt 5 stemte imod", []),
        ("I overensstemmelse med loven", []),
        ("indstillingen blev godkendt", []),
        ("Teknik- og Miljøudvalget", []),
        ("Byrådet godkendte", []),
    ],
)
def test_a_list_ends_where_the_sentence_goes_on(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert read(text) == expected


def test_a_lettered_variant_is_no_party() -> None:
    text = "model A og B"
    assert find_people(text, text.index("A")) == []


def test_numbers_behind_parties_are_kept() -> None:
    assert [(m.party, m.count) for m in find_people("A (8), V: 7 og O (2 medlemmer)")] == [
        ("A", 8),
        ("V", 7),
        ("O", 2),
    ]


def test_offsets_cover_name_and_party() -> None:
    text = "Imod stemte: rådmand Bo Lind (V) og Liste T."
    found = find_people(text, text.index(":") + 1)
    assert [text[m.start : m.end] for m in found] == ["Bo Lind (V)", "Liste T"]


def test_roster_knows_names_that_stand_broken_or_alone() -> None:
    assert read("Per\nEk og Karen stemte", members=ROSTER) == [("Per Ek", None), ("Karen", None)]


def test_people_anywhere_in_a_stretch() -> None:
    text = "Efter ønske fra Anne Holm (A) besøgte Byrådet Kim Dal på Lyngå Havn; V takkede."
    assert [m.name for m in people_in(text, 0, len(text), ROSTER)][:2] == ["Anne Holm", "Kim Dal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The letter I behind another party is no preposition, whatever follows.
        ("A, V og I vedtager planen", [(None, "A"), (None, "V"), (None, "I")]),
        # What a full line has pushed to the next: the end of a name before a verb, the end of a party's name.
        ("Kirsten Margrethe Halkær (A), Niels-Jørgen Damsholm (V) og Ellen\nGrave stemte",
         [("Kirsten Margrethe Halkær", "A"), ("Niels-Jørgen Damsholm", "V"), ("Ellen Grave", None)]),
        ("Kirsten Margrethe Halkær (A), Niels-Jørgen Damsholm (V) og Nye\nBorgerlige (D)",
         [("Kirsten Margrethe Halkær", "A"), ("Niels-Jørgen Damsholm", "V"), (None, "D")]),
        # Who is excepted from a party is none of the list.
        ("A undtagen Bo Lind, V og C", [(None, "A"), (None, "V"), (None, "C")]),
    ],
)  # fmt: skip
def test_letters_and_names_that_are_easily_lost(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(mention.name, mention.party) for mention in find_people(text)] == expected
