"""Who was at the meeting and who was not, as heads of minutes print it."""

from __future__ import annotations

from typing import Any

import pytest

from referat_nlp.document import Document
from referat_nlp.schema import Absence, Meeting
from referat_nlp.structure.header import item_absences, parse_header
from referat_nlp.structure.lines import Line, lines_of


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


def header(text: str, after: str = "") -> Meeting:
    return parse_header(lines(text), lines(after), None)


def people(meeting: Meeting) -> list[tuple[str | None, str | None, str | None]]:
    return [(person.name, person.party, person.role) for person in meeting.participants]


def away(meeting: Meeting) -> list[tuple[str | None, str | None, str]]:
    return [(absence.name, absence.party, absence.kind) for absence in meeting.absent]


MEMBER_LISTS = {
    "one line": "Medlemmer: Anne Holm (A) (Borgmester), Bo Lind (V) (Medlem), Carla Dam Toft (løsgænger)",
    "one a line": "Deltagere\nBorgmester Anne Holm (A)\nBo Lind (V), medlem\nCarla Dam Toft (løsgænger)",
    "bullets": "Til stede:\n- Anne Holm, A, borgmester\n- Bo Lind, V, medlem\n- Carla Dam Toft (løsgænger)",
    "numbers": "Mødt:\n1. Anne Holm (A) - borgmester\n2. Bo Lind (V) - medlem\n3. Carla Dam Toft (løsgænger)",
    "brackets": "Medlemmer: Borgmester Anne Holm, (A), medlem Bo Lind, (V), Carla Dam Toft, (løsgænger)",
    "table": "Medlemmer\nAnne Holm\tA\tborgmester\nBo Lind\tV\tmedlem\nCarla Dam Toft\tløsgænger",
    "no label": "Byrådet\nBorgmester Anne Holm (A)\nMedlem Bo Lind (V)\nCarla Dam Toft (løsgænger)\nSlut",
    "without colon": "Medlemmer Anne Holm (A), borgmester, Bo Lind (V), medlem, Carla Dam\nToft (løsgænger)",
    "office labels": "Borgmester: Anne Holm (A)\nMedlem: Bo Lind (V)\nDeltagere: Carla Dam Toft (løsgænger)",
    "offices": "Mødt\nBorgmester\nAnne Holm (A)\nMedlem\nBo Lind (V)\nMødt\nCarla Dam Toft (løsgænger)",
    "semicolons": "Tilstede var: Anne Holm (A), borgmester; Bo Lind (V), medlem; Carla Dam Toft (løsgænger)",
    "and": "Mødt: Borgmester Anne Holm (A), medlem Bo Lind (V) og Carla Dam Toft (løsgænger).",
}


@pytest.mark.parametrize("text", MEMBER_LISTS.values(), ids=MEMBER_LISTS)
def test_lists_of_members_in_all_forms_give_name_party_and_office(text: str) -> None:
    assert people(header(text)) == [
        ("Anne Holm", "A", "borgmester"),
        ("Bo Lind", "V", "medlem"),
        ("Carla Dam Toft", "løsgænger", None),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    meeting = header("Medlemmer:\nAnne Holm (A), formand Carla Dam (V)\nBo Lind (A) Dan Elmer (C)\nEva Friis (F)")
    assert people(meeting) == [
        ("Anne Holm", "A", "formand"),
        ("Bo Lind", "A", None),
        ("Eva Friis", "F", None),
        ("Carla Dam", "V", None),
        ("Dan Elmer", "C", None),
    ]


def test_members_grouped_by_party_have_its_letter() -> None:
    meeting = header("Deltagere:\nSocialdemokratiet (A): Anne Holm, Bo Lind\nVenstre (V): Carla Dam")
    assert people(meeting) == [("Anne Holm", "A", None), ("Bo Lind", "A", None), ("Carla Dam", "V", None)]


def test_officials_are_participants_with_their_office_and_whoever_keeps_the_minutes_is_none() -> None:
    meeting = header(
        "Deltagere: Anne Holm (A)\nFra administrationen: Kommunaldirektør Bo Lind, Carla Dam, chef for "
        "Teknik\n"
        "Referent: Dan Elmer"
    )
    assert people(meeting) == [
        ("Anne Holm", "A", None),
        ("Bo Lind", None, "kommunaldirektør"),
        ("Carla Dam", None, "chef for teknik"),
    ]


LABELS_OF_ANY_WORDING = {
    "questions": (
        "Hvem var med?\nAnne Holm (A), formand\nBo Lind (V)\n\nHvem kunne ikke komme?\nEva Friis (F), syg",
        "absent",
    ),
    "questions on the line": (
        "Hvem kom: Anne Holm (A), formand · Bo Lind (V)\nHvem havde meldt afbud: Eva Friis (F)",
        "excused",
    ),
    "sentences": ("Disse var med: Anne Holm (A), formand, Bo Lind (V)\nDisse manglede: Eva Friis (F)", "absent"),
    "the body": ("Udvalget: Anne Holm (A), formand · Bo Lind (V)\nForhindret i at deltage: Eva Friis (F)", "absent"),
    "capitals": (
        "HVEM VAR TIL STEDE\nAnne Holm (A), formand\nBo Lind (V)\nHVEM VAR IKKE TIL STEDE\nEva Friis (F)",
        "absent",
    ),
    "a roll": ("Navn\tParti\tFremmøde\nAnne Holm, formand\tA\tx\nBo Lind\tV\tJa\nSyge\nEva Friis (F)", "absent"),
    "remarks": ("Anne Holm (A), formand – til stede\nBo Lind (V) – til stede\nFrafald: Eva Friis (F)", "absent"),
}


@pytest.mark.parametrize(("text", "kind"), LABELS_OF_ANY_WORDING.values(), ids=LABELS_OF_ANY_WORDING)
def test_a_label_of_any_wording_is_one_where_people_follow(text: str, kind: str) -> None:
    meeting = header(text)
    assert people(meeting) == [("Anne Holm", "A", "formand"), ("Bo Lind", "V", None)]
    assert away(meeting) == [("Eva Friis", "F", kind)]


@pytest.mark.parametrize(
    "text", ["Kopi til: Anne Holm (A), Bo Lind (V)", "Godkendt af: Anne Holm (A), Bo Lind (V)", "Vært: Anne Holm"]
)
def test_people_behind_other_labels_are_no_participants(text: str) -> None:
    assert header(f"Referat\n{text}").participants == []


LOCAL_PARTIES = {
    "brackets": "Mødt: Anne Holm (A), Bo Lind (V), Carla Dam (C), Dan Elmer (Ny Engdrup)",
    "semicolons": "Mødt: Anne Holm, A; Bo Lind, V; Carla Dam, C; Dan Elmer, Ny Engdrup",
    "stars": "Mødt: Anne Holm, A * Bo Lind, V * Carla Dam, C *\nDan Elmer, Ny Engdrup",
    "one a line": "Mødt:\nAnne Holm, A\nBo Lind, V\nCarla Dam, C\nDan Elmer, Ny Engdrup",
}


@pytest.mark.parametrize("text", LOCAL_PARTIES.values(), ids=LOCAL_PARTIES)
def test_what_stands_in_the_place_of_the_others_parties_is_a_party(text: str) -> None:
    assert people(header(text))[-1] == ("Dan Elmer", "Ny Engdrup", None)


def test_a_name_behind_a_party_written_out_begins_the_next_entry() -> None:
    meeting = header("Mødt: Anne Holm, Radikale Venstre (formand) Bo Lind, Venstre Carla Dam Toft, Konservative")
    assert [person[:2] for person in people(meeting)] == [
        ("Anne Holm", "Radikale Venstre"),
        ("Bo Lind", "Venstre"),
        ("Carla Dam Toft", "Konservative"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mødt: A: Anne Holm, Bo Lind. V: Carla Dam.",
        "Mødt:\nListe A: Anne Holm, Bo Lind\nListe V: Carla Dam",
        "A: Anne Holm, Bo Lind\nV: Carla Dam",
    ],
)
def test_a_roster_by_letters_gives_each_the_letter(text: str) -> None:
    assert [person[:2] for person in people(header(text))] == [("Anne Holm", "A"), ("Bo Lind", "A"), ("Carla Dam", "V")]


def test_shortened_parties_are_kept_as_printed() -> None:
    meeting = header("Medlemmer\nAnne Holm (Soc.)\nBo Lind (Kons.)\nCarla Dam (Rad. V.)")
    assert [party for _, party, _ in people(meeting)] == ["Soc.", "Kons.", "Rad. V."]


def test_a_full_line_may_break_within_a_name() -> None:
    meeting = header(
        "Til stede: Anne Holm (A), formand, Carla Dam Toft (C), Bo Lind (V) og Otto\nMalling (L).\nDagsorden"
    )
    assert [person[:2] for person in people(meeting)][-2:] == [("Bo Lind", "V"), ("Otto Malling", "L")]


def test_a_word_that_ends_no_name_is_one_where_a_party_follows() -> None:
    assert people(header("Mødt: Anne Sølov (A); Bo Lind (V)"))[0] == ("Anne Sølov", "A", None)


def test_signatures_behind_the_last_item_make_no_participants() -> None:
    assert header("Referat", "Underskriftsside\nAnne Holm (A)\nBo Lind (V)").participants == []


ABSENCES: list[tuple[str, list[dict[str, Any]]]] = [
    ("Fraværende: Ingen", []),
    ("Afbud:\nIngen afbud\nDagsorden", []),
    ("Fraværende:", []),
    ("Afbud: Anne Holm (A)", [{"name": "Anne Holm", "party": "A", "kind": "excused"}]),
    (
        "Afbud: 1. Anne Holm, A 2. Bo Lind, V",
        [{"name": "Anne Holm", "party": "A"}, {"name": "Bo Lind", "party": "V"}],
    ),
    ("Fraværende med afbud: Anne Holm (A)", [{"name": "Anne Holm", "kind": "excused"}]),
    ("Fraværende uden afbud: Anne Holm (A)", [{"name": "Anne Holm", "kind": "absent", "reason": None}]),
    (
        "Fraværende: Anne Holm (A) (afbud), Bo Lind (V)",
        [{"kind": "excused", "reason": None}, {"kind": "absent"}],
    ),
    (
        "Ikke til stede:\n- Anne Holm\n- Bo Lind",
        [{"name": "Anne Holm", "kind": "absent"}, {"name": "Bo Lind"}],
    ),
    ("Fraværende: Anne Holm (A), ferie", [{"name": "Anne Holm", "reason": "ferie", "kind": "absent"}]),
    ("Afbud: Anne Holm (A) pga. sygdom", [{"name": "Anne Holm", "reason": "sygdom", "kind": "excused"}]),
    (
        "Afbud fra Anne Holm (A), stedfortræder Bo Lind (A)",
        [{"name": "Anne Holm", "substitute": "Bo Lind", "kind": "excused"}],
    ),
    (
        "Afbud: Anne Holm (A) (stedfortræder: Bo Lind (A))",
        [{"name": "Anne Holm", "party": "A", "substitute": "Bo Lind"}],
    ),
    ("Afbud: Anne Holm (A)\nStedfortræder: Bo Lind (A)", [{"name": "Anne Holm", "substitute": "Bo Lind"}]),
    (
        "Anne Holm (A) havde meldt afbud, og Bo Lind (A) deltog i stedet.",
        [{"name": "Anne Holm", "substitute": "Bo Lind", "kind": "excused"}],
    ),
    (
        "Rådmand Anne Holm (A) havde lovligt forfald. Bo Lind (A) var indkaldt som stedfortræder.",
        [{"name": "Anne Holm", "party": "A", "substitute": "Bo Lind", "kind": "excused"}],
    ),
    (
        "Anne Holm og Bo Lind var fraværende.",
        [{"name": "Anne Holm", "kind": "absent"}, {"name": "Bo Lind", "kind": "absent"}],
    ),
    (
        "Anne Holm deltog ikke i mødet grundet tjenesterejse.",
        [{"name": "Anne Holm", "reason": "tjenesterejse", "kind": "absent"}],
    ),
    ("Deltagere: Anne Holm (A), Bo Lind (V) (afbud)", [{"name": "Bo Lind", "party": "V", "kind": "excused"}]),
    (
        "Deltagere: Anne Holm (A), Bo Lind (V) (forlod mødet kl. 17.30)",
        [{"name": "Bo Lind", "kind": "left_early", "reason": None}],
    ),
    ("Deltagere: Anne Holm (A), Bo Lind (V) (ankom kl. 16.30)", []),
    (
        "Afbud:\nAnne Holm (A). Som stedfortræder mødte Bo Lind (A).\nCarla Dam (C) deltog fra kl. 9.15",
        [{"name": "Anne Holm", "substitute": "Bo Lind", "kind": "excused"}],
    ),
    (
        "Der var meldt forfald fra:\nAnne Holm (A) - suppleant Bo Lind (A) deltog\nCarla Dam (C)",
        [
            {"name": "Anne Holm", "substitute": "Bo Lind", "kind": "excused"},
            {"name": "Carla Dam", "kind": "excused"},
        ],
    ),
    (
        "Fraværende:\nAnne Holm (A) med afbud - Bo Lind (A) mødte i stedet\nCarla Dam (C) uden afbud",
        [
            {"substitute": "Bo Lind", "kind": "excused"},
            {"name": "Carla Dam", "substitute": None, "kind": "absent"},
        ],
    ),
    (
        "Ikke mødt: Anne Holm (A) (afbud, syge børn) · Bo Lind (V) (udeblev)",
        [{"kind": "excused", "reason": "syge børn"}, {"kind": "absent", "reason": None}],
    ),
    (
        "Til dagens møde var der afbud fra Anne Holm (A) og Bo Lind (V). Som suppleant for Anne Holm "
        "mødte Dan Elmer (A).",
        [{"kind": "excused", "substitute": "Dan Elmer"}, {"kind": "excused", "substitute": None}],
    ),
    (
        "Fraværende var Anne Holm (A), for hvem mødte Bo Lind (A), og Carla Dam (C).",
        [{"kind": "absent", "substitute": "Bo Lind"}, {"name": "Carla Dam", "kind": "absent"}],
    ),
    (
        "Fraværende\nAnne Holm (A) havde afbud, stedfortræder Bo Lind (A)\nCarla Dam (C) var ikke mødt",
        [{"kind": "excused", "substitute": "Bo Lind"}, {"name": "Carla Dam", "kind": "absent"}],
    ),
    (
        "Meldt afbud\nAnne Holm (A) grundet arbejde. Stedfortræder: Bo Lind (A)\nCarla Dam (C) grundet ferie",
        [{"reason": "arbejde", "substitute": "Bo Lind"}, {"reason": "ferie", "substitute": None}],
    ),
    (
        "Alle var mødt, på nær Anne Holm (A), som havde meldt afbud.",
        [{"name": "Anne Holm", "kind": "excused"}],
    ),
    ("Forside | Afbud | Anne Holms side", []),
    ("Fraværende: Ingen\nA. Sager til beslutning", []),
    (
        "Kunne ikke være med: Anne Holm (A), barsel. I stedet kom Bo Lind (A).",
        [{"kind": "absent", "reason": "barsel", "substitute": "Bo Lind"}],
    ),
    ("Fraværende: Anne Holm (A) (Bo Lind deltog i stedet)", [{"substitute": "Bo Lind", "reason": None}]),
    ("I stedet for Anne Holm mødte Bo Lind (A).", [{"name": "Anne Holm", "kind": "absent", "substitute": "Bo Lind"}]),
    ("Bo Lind (V) havde forladt mødet kl. 17.30.", [{"name": "Bo Lind", "kind": "left_early"}]),
    ("Medlem\tParti\tTil stede\nAnne Holm\tA\tNej\nBo Lind\tV\tJa", [{"name": "Anne Holm", "kind": "absent"}]),
    (
        "Bo Lind (V) forlod mødet kl. 17.30.",
        [{"name": "Bo Lind", "party": "V", "kind": "left_early", "reason": None}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ABSENCES, ids=[text[:50].replace("\n", " ") for text, _ in ABSENCES])
def test_absences_have_kind_reason_and_substitute(text: str, expected: list[dict[str, Any]]) -> None:
    found = [absence.model_dump() for absence in header(text).absent]
    assert [{key: one[key] for key in wanted} for one, wanted in zip(found, expected, strict=True)] == expected


def test_an_absentee_has_the_party_that_the_list_of_members_prints() -> None:
    assert away(header("Medlemmer: Anne Holm (A), Bo Lind (V)\nAfbud: Bo Lind")) == [("Bo Lind", "V", "excused")]


def test_absence_from_single_items_is_not_the_meetings() -> None:
    text = "Medlemmer: Anne Holm (A), Bo Lind (V)\nFraværende: Anne Holm, sag 129-131, 135, Bo Lind (V)"
    assert away(header(text)) == [("Bo Lind", "V", "absent")]
    absence = Absence(name="Anne Holm", party="A")
    assert item_absences(lines(text)) == [(absence, (129, 131)), (absence, (135, 135))]


def test_absence_under_several_items_is_told_of_each() -> None:
    text = "Ikke til stede: Anne Holm (A) under sag 56 og 57; Bo Lind (V) deltog ikke i punkt 60 - 62"
    assert header(text).absent == []
    assert [(absence.name, span) for absence, span in item_absences(lines(text))] == [
        ("Anne Holm", (56, 56)),
        ("Anne Holm", (57, 57)),
        ("Bo Lind", (60, 62)),
    ]


@pytest.mark.parametrize(
    ("told", "spans"),
    [
        ("Bo Lind (V) deltog kun i punkt 31-35.", [(0, 30), (36, 9999)]),
        ("Bo Lind (V) deltog alene i behandlingen af punkt 1-6.", [(7, 9999)]),
        ("Bo Lind (V) deltog først fra punkt 3.", [(0, 2)]),
        ("Bo Lind (V) deltog fra og med punkt nr. 63.", [(0, 62)]),
        ("Bemærkninger: Bo Lind (V) deltog først fra punkt 3.", [(0, 2)]),
        ("Bo Lind (V) var ikke mødt ved mødets start og deltog først fra punkt 30.", [(0, 29)]),
        ("Bo Lind (V) deltog under hele mødet.", []),
    ],
)
def test_who_is_there_for_some_items_is_absent_from_the_others(told: str, spans: list[tuple[int, int]]) -> None:
    text = f"Medlemmer: Anne Holm (A), Bo Lind (V)\n{told}"
    assert header(text).absent == []
    assert [(one.name, one.kind, span) for one, span in item_absences(lines(text))] == [
        ("Bo Lind", "absent", span) for span in spans
    ]


def test_an_inhabil_member_is_disqualified_for_the_item_named() -> None:
    text = "Anne Holm (A) erklærede sig inhabil i punkt 4 og 6."
    assert header(text).absent == []
    assert [(absence.kind, span) for absence, span in item_absences(lines(text))] == [
        ("disqualified", (4, 4)),
        ("disqualified", (6, 6)),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Bo Lind deltog ikke i forbindelse med behandlingen af punkt 4 pga. inhabilitet.",
        "Bo Lind deltog ikke i behandlingen af punkt 4, da han var inhabil.",
        "Bo Lind erklærede sig inhabil og deltog ikke i behandlingen af punkt 4.",
        "Bo Lind forlod mødet under punkt 4 på grund af inhabilitet.",
    ],
)
def test_who_is_away_for_inhabilitet_is_disqualified(told: str) -> None:
    text = f"Medlemmer: Anne Holm (A), Bo Lind (V)\n{told}"
    assert header(text).absent == []
    assert [(one.name, one.kind, one.reason, span) for one, span in item_absences(lines(text))] == [
        ("Bo Lind", "disqualified", None, (4, 4))
    ]


def test_each_of_two_substitutes_of_one_sentence_has_an_absentee() -> None:
    text = (
        "Afbud: Bo Lind og Ida Krog\n\n"
        "Lis Dam deltog som stedfortræder for Bo Lind og Per Ek deltog som stedfortræder for Ida Krog"
    )
    assert [(one.name, one.substitute) for one in header(text).absent] == [
        ("Bo Lind", "Lis Dam"),
        ("Ida Krog", "Per Ek"),
    ]


def test_a_surname_typed_small_loses_nobody_of_a_list() -> None:
    names = ["Per Ek", "Gert vinter", "Ida Krog"]
    for text in ("Fraværende: Per Ek (V), Gert vinter (A) og Ida Krog", "Per Ek, Gert vinter og Ida Krog deltog ikke."):
        assert [one.name for one in header(text).absent] == names


@pytest.mark.parametrize(
    "roster",
    [
        "☒ Anne Holm (A)\n☐ Bo Lind (V)\n☒ Carla Toft (C)",
        "Medlemmer\n[x] Anne Holm (A)\n[ ] Bo Lind (V)\n[x] Carla Toft (C)",
        "Til stede: ☒ Anne Holm (A) ☐ Bo Lind (V) ☒ Carla Toft (C)",
        "Navn\tParti\tMødt\nAnne Holm\tA\tx\nBo Lind\tV\t\nCarla Toft\tC\tx",
        "| Navn | Til stede | Ikke mødt |\n| Anne Holm (A) | ☒ | ☐ |\n| Bo Lind (V) | ☐ | ☒ |"
        "\n| Carla Toft (C) | ☒ | ☐ |",
    ],
)
def test_boxes_tell_who_was_there(roster: str) -> None:
    meeting = header(f"Byrådet\n{roster}")
    assert [person.name for person in meeting.participants] == ["Anne Holm", "Bo Lind", "Carla Toft"]
    assert away(meeting) == [("Bo Lind", "V", "absent")]


def test_a_roll_tells_by_its_columns_who_is_excused_and_who_came_instead() -> None:
    rows = "| Navn | Mødt | Afbud | Stedfortræder |\n| Anne Holm (A) | x | | |\n| Bo Lind (V) | | x | Carla Toft |"
    absent = header(rows).absent
    assert [(one.name, one.kind, one.substitute) for one in absent] == [("Bo Lind", "excused", "Carla Toft")]


@pytest.mark.parametrize(
    "roster", ["Holm, Anne (A)\nLind, Bo (V)", "HOLM, Anne (A)\nLIND, Bo (V)", "HOLM Anne (A)\nLIND Bo (V)"]
)
def test_names_printed_surname_first_are_turned(roster: str) -> None:
    assert people(header(f"Deltagere\n{roster}")) == [("Anne Holm", "A", None), ("Bo Lind", "V", None)]


def test_names_one_a_line_are_the_members_if_they_are_as_many_as_a_body_has() -> None:
    names = ["Anne Holm", "Bo Lind", "Carla Dam", "Dan Elmer", "Eva Friis"]
    listed = "\n".join(names)
    assert [one.name for one in header(f"Byrådet\nIndkaldelse\n{listed}\nDagsorden").participants] == names
    assert header("Byrådet\nIndkaldelse\nAnne Holm\nBo Lind\nDagsorden").participants == []
    assert header(f"Byrådet\nUnderskrift\n{listed}").participants == []


def test_a_list_whose_line_breaks_in_a_name_goes_on() -> None:
    meeting = header("Medlemmer: Anne Holm, Bo Lind, Carla Dam, Dan Elmer, Eva\nFriis, Ib Toft\nAfbud: Bo Lind")
    assert [one.name for one in meeting.participants][-2:] == ["Eva Friis", "Ib Toft"]


def test_a_label_may_explain_itself_in_brackets() -> None:
    meeting = header(
        "Byrådet\nMødedeltagere (med de i protokollen anvendte forkortelser):\nAnne Holm, V, borgmester\nBo Lind, A"
    )
    assert people(meeting) == [("Anne Holm", "V", "borgmester"), ("Bo Lind", "A", None)]


def test_the_absentee_of_a_sentence_has_the_party_that_it_prints_and_illness_is_a_reason() -> None:
    meeting = header("Byrådet\nI stedet for Anne Holm (A) mødte Bo Lind (A).\nCarla Toft (C) var syg.")
    assert [(one.name, one.party, one.reason) for one in meeting.absent] == [
        ("Carla Toft", "C", "syg"),
        ("Anne Holm", "A", None),
    ]


def test_a_roll_tells_in_words_behind_each_name_who_came() -> None:
    meeting = header(
        "Medlemmer\nAnne Holm (A), borgmester deltog\nBo Lind (V) var fraværende\nCarla Toft (C) deltog\n\n"
        "I stedet for Bo Lind deltog Dan Elmer.\nCarla Toft deltog ikke under punkt 6.\n\nIndhold"
    )
    assert people(meeting) == [("Anne Holm", "A", "borgmester"), ("Bo Lind", "V", None), ("Carla Toft", "C", None)]
    assert [(one.name, one.party, one.kind, one.substitute) for one in meeting.absent] == [
        ("Bo Lind", "V", "absent", "Dan Elmer")
    ]


def test_sentences_about_two_members_are_no_roll() -> None:
    meeting = header("Byrådet\nAnne Holm (A) havde afbud.\nBo Lind (V) var ikke til stede.")
    assert people(meeting) == []
    assert away(meeting) == [("Anne Holm", "A", "excused"), ("Bo Lind", "V", "absent")]


def test_a_substitute_for_somebody_is_an_entry_of_the_list() -> None:
    meeting = header("Deltagere\nAnne Holm (A)\nSuppleant Carla Toft (V) for Bo Lind (V)")
    assert people(meeting) == [("Anne Holm", "A", None), ("Carla Toft", "V", "suppleant")]
    assert [(one.name, one.substitute) for one in meeting.absent] == [("Bo Lind", "Carla Toft")]


@pytest.mark.parametrize(
    ("sentence", "kind", "substitute"),
    [
        ("Bo Lind (V) er sygemeldt, og Carla Toft (V) er indkaldt i stedet.", "absent", "Carla Toft"),
        ("Bo Lind (V) har orlov.", "absent", None),
        ("Bo Lind (V) måtte gå kl. 19.", "left_early", None),
        ("Bo Lind (V) kunne ikke komme; Carla Toft (V) trådte ind i stedet.", "absent", "Carla Toft"),
        ("Der var afbud fra Bo Lind (V), for hvem Carla Toft mødte.", "excused", "Carla Toft"),
        ("Alle var mødt med undtagelse af Bo Lind (V), i hvis sted mødte Carla Toft.", "absent", "Carla Toft"),
        ("Sygemeldt: Bo Lind (V)", "absent", None),
        ("Ikke til stede: Bo Lind (V). Carla Toft (V) mødte i hans sted.", "absent", "Carla Toft"),
        ("Forfald: Bo Lind (V), ferie. For ham mødte Carla Toft (V).", "excused", "Carla Toft"),
        ("Forfald: Bo Lind (V). I hans sted var indkaldt Carla Toft (V).", "excused", "Carla Toft"),
        ("Afbud: Bo Lind (V). Carla Toft er suppleant.", "excused", "Carla Toft"),
        ("Fraværende: Bo Lind (V), i hvis sted mødte suppleanten Carla Toft", "absent", "Carla Toft"),
        ("Forfald: Bo Lind (V), i hvis sted Carla Toft (V) var indkaldt.", "excused", "Carla Toft"),
        ("Bo Lind (V) havde lovligt forfald. Som stedfortræder var indkaldt\nCarla Toft (V).", "excused", "Carla Toft"),
        ("Bo Lind (V) var syg. Carla Toft var mødt som hans stedfortræder.", "absent", "Carla Toft"),
        ("NB. Ingen spørgsmål.\nFraværende Bo Lind\nStedfortræder Carla Toft\n\nIndhold", "absent", "Carla Toft"),
        ("Bemærkninger: Der var afbud fra Bo Lind. Mødet sluttede kl. 17.20.", "excused", None),
        ("Bo Lind, der var syg, havde meldt afbud.", "excused", None),
    ],
)
def test_absence_is_told_in_many_ways(sentence: str, kind: str, substitute: str | None) -> None:
    absent = header(f"Deltagere: Anne Holm (A), Ib Dam (C)\n{sentence}").absent
    assert [(one.name, one.kind, one.substitute) for one in absent] == [("Bo Lind", kind, substitute)]


def test_a_short_line_may_break_between_given_name_and_surname() -> None:
    meeting = header("Deltagere:\nBo Lind, Knud Gert, Ebbe\nKrog, Helle Ek, P.E.\nSkov\nFraværende:\n")
    assert [person.name for person in meeting.participants] == [
        "Bo Lind",
        "Knud Gert",
        "Ebbe Krog",
        "Helle Ek",
        "P.E. Skov",
    ]


def test_the_name_below_a_whole_one_is_another() -> None:
    meeting = header("Deltagere:\nBo Lind, Knud Gert\nHelle Ek, Ida Krog\n")
    assert [person.name for person in meeting.participants] == ["Bo Lind", "Knud Gert", "Helle Ek", "Ida Krog"]


def test_a_dash_glued_to_the_words_before_it_parts_what_is_said_of_a_member() -> None:
    text = (
        "Deltagere:\n\nAnne Holm (A), formand\n\nBo Lind (V), 1. næstformand- afbud\n\nCarla Toft (C) -afbud\n\n"
        "Ib Dam (O)- deltog ikke i behandlingen af punkt: 12\n\nEva Friis (F)"
    )
    meeting = header(text)
    assert people(meeting) == [
        ("Anne Holm", "A", "formand"),
        ("Bo Lind", "V", "1. næstformand"),
        ("Carla Toft", "C", None),
        ("Ib Dam", "O", None),
        ("Eva Friis", "F", None),
    ]
    assert away(meeting) == [("Bo Lind", "V", "excused"), ("Carla Toft", "C", "excused")]
    assert [(one.name, span) for one, span in item_absences(lines(text))] == [("Ib Dam", (12, 12))]


def test_a_substitute_for_some_items_does_not_make_an_absence_the_meetings() -> None:
    text = "Medlemmer\nAnne Holm (A)\nIb Dam (V), suppleant for Bo Lind (A)\n\nFraværende\nBo Lind (A), sag 129-138"
    assert header(text).absent == []
    absence = Absence(name="Bo Lind", party="A", substitute="Ib Dam")
    assert item_absences(lines(text)) == [(absence, (129, 138))]


def test_absentees_of_other_houses_and_those_called_in_are_read() -> None:
    meeting = header(
        "Deltagere: Anne Holm (A)\nAfbud:\nBo Lind pga. arbejde.\nDirektør fra Region Midtland Ib Dam\n"
        "Eva Friis, Carla Toft indkaldt"
    )
    assert [(one.name, one.reason, one.substitute) for one in meeting.absent] == [
        ("Bo Lind", "arbejde", None),
        ("Ib Dam", None, None),
        ("Eva Friis", None, "Carla Toft"),
    ]


def test_below_nobody_away_it_is_told_who_was_away_for_a_while() -> None:
    told = (
        "Medlemmer: Anne Holm, Bo Lind, Ida Krog\nFraværende med afbud: Ingen.\n"
        "Anne Holm forlod mødet kl. 16.30 efter punkt 2. Bo Lind deltog fra punkt 2."
    )
    assert away(header(told)) == [("Anne Holm", None, "left_early")]
    assert [(absence.name, span) for absence, span in item_absences(lines(told))] == [("Bo Lind", (0, 1))]


def test_a_list_of_substitutes_says_for_whom() -> None:
    meeting = header("Medlemmer: Anne Holm, Bo Lind\nAfbud: Ingen.\nStedfortrædere: Ulla Bak for Bo Lind")
    assert [(one.name, one.substitute) for one in meeting.absent] == [("Bo Lind", "Ulla Bak")]
