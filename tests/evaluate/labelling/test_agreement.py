"""Agreement: the figures of the literature's examples, and the disagreements."""

from __future__ import annotations

from pathlib import Path

import pytest

from referat_nlp.errors import EmptyInputError
from referat_nlp.evaluate.gold import GoldMeeting, load_gold
from referat_nlp.evaluate.gold.schema import GoldBallot, GoldItem, GoldPerson, GoldReferat
from referat_nlp.evaluate.labelling.agreement import Agreement, agreement
from referat_nlp.schema import Source
from tests.evaluate.labelling.filling import BALLOTS, FILLED, drawn_sheet, fill


def meetings(items: list[GoldItem]) -> list[GoldMeeting]:
    return [GoldMeeting(GoldReferat(source=Source(path="a.txt"), items=items, partial=True), Path("a.jsonl"), 1)]


def typed(*types: str | None) -> list[GoldMeeting]:
    """Items 0, 1, … of these types; None leaves the item unlabelled."""
    return meetings([GoldItem(id=str(n), type=kind) for n, kind in enumerate(types) if kind])  # type: ignore[arg-type]


def binary(labels: str) -> list[GoldMeeting]:
    return typed(*("godkendelse" if label == "1" else "andet" for label in labels))


def test_krippendorffs_own_example_of_two_observers() -> None:
    # Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section A.
    found = agreement({"Meg": binary("0100000010"), "Owen": binary("1110010000")})
    [field] = found.fields
    assert (field.field, field.n, field.agreement) == ("type", 10, 0.6)
    assert field.alpha == pytest.approx(0.095, abs=0.001)
    assert field.kappa == pytest.approx((0.6 - 0.56) / (1 - 0.56))
    assert len(found.disagreements) == 4


def test_krippendorffs_own_example_of_four_observers_with_gaps() -> None:
    # The same, section C, nominal data: alpha = 0.743. Five categories; ours has four types, so outcomes serve.
    observers = ["123321412   ", "1233224125 3", " 3332342251 ", "12332441251 "]
    names = {"1": "godkendt", "2": "anbefalet", "3": "udsat", "4": "trukket", "5": "noteret"}
    labels = {
        f"{n}": meetings(
            [
                GoldItem(id=str(unit), outcome=names[value])  # type: ignore[arg-type]
                for unit, value in enumerate(row)
                if value != " "
            ]
        )
        for n, row in enumerate(observers)
    }
    [field] = agreement(labels).fields
    assert field.alpha == pytest.approx(0.743, abs=0.001)
    assert len(field.kappas) == 6


def test_one_label_throughout_has_no_chance_to_correct_for() -> None:
    [field] = agreement({"a": binary("111"), "b": binary("111")}).fields
    assert (field.agreement, field.kappa, field.alpha) == (1.0, None, None)


def test_items_that_one_leaves_out_are_not_counted() -> None:
    [field] = agreement({"a": typed("andet", None, "drøftelse"), "b": typed("andet", "andet", None)}).fields
    assert field.n == 1


def test_ballots_agree_as_whole_sets_in_any_order() -> None:
    one = GoldBallot(result="vedtaget", against=[GoldPerson(name="Bo Lind", party="V"), GoldPerson(party="A")])
    two = GoldBallot(result="vedtaget", against=[GoldPerson(party="A"), GoldPerson(name="Bo Lind", party="V")])
    other = GoldBallot(motion="amendment", result="forkastet")

    def compared(first: list[GoldBallot], second: list[GoldBallot]) -> Agreement:
        return agreement(
            {"a": meetings([GoldItem(id="1", ballots=first)]), "b": meetings([GoldItem(id="1", ballots=second)])}
        )

    assert compared([one, other], [other, two]).disagreements == ()
    [missed] = compared([one, other], [two]).disagreements
    assert missed.labels["a"] == "amendment, forkastet | main, vedtaget, against: A; Bo Lind (V)"
    assert compared([], []).fields[0].agreement == 1.0


def test_two_sheets_of_one_draw(tmp_path: Path) -> None:
    drawn = drawn_sheet(tmp_path)
    anna = fill(drawn, FILLED, BALLOTS, to="anna.xlsx")
    bent = fill(
        drawn, {**FILLED, 2: {**FILLED[2], "Type": "orientering", "Typer": "orientering"}}, BALLOTS, to="b.xlsx"
    )
    found = agreement({name: load_gold([file]).meetings for name, file in (("anna", anna), ("bent", bent))})
    assert {field.field: field.agreement for field in found.fields} == {
        "type": 0.5,
        "types": 0.0,
        "outcome": 1.0,
        "ballots": 1.0,
        "absent": 1.0,
        "reservations": 1.0,
        "dissent": 1.0,
    }
    first = found.disagreements[0]
    assert (first.number, first.labels) == ("41", {"anna": "godkendelse", "bent": "orientering"})


def test_nothing_in_common_is_said() -> None:
    with pytest.raises(EmptyInputError, match="no item is labelled by two"):
        agreement({"a": typed("andet"), "b": typed(None, "andet")})
