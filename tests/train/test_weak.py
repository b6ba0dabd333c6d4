"""Weak labels are kept where cues that do not know of each other agree."""

from __future__ import annotations

import pytest

from referat_nlp import parse
from referat_nlp.analysis import contexts
from referat_nlp.analysis.context import ItemContext
from referat_nlp.train.weak import agreed_kinds, agreed_outcome


def item(title: str, asked: str = "", decided: str = "") -> ItemContext:
    text = f"Punkt 3: {title}\n\nSagsfremstilling\nForvaltningen har set på arealet ved havnen."
    text += f"\n\nIndstilling\n{asked}" if asked else ""
    text += f"\n\nBeslutning\n{decided}" if decided else ""
    return contexts(parse(text))[0]


ORIENTS = "Forvaltningen indstiller, at orienteringen tages til efterretning."
APPROVES = "Forvaltningen indstiller, at planen godkendes."


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        (item("Havnen", ORIENTS, "Taget til efterretning."), {"orientering"}),
        (item("Havnen", APPROVES, "Godkendt."), {"godkendelse"}),
        (item("Havnen", "Forvaltningen indstiller, at udvalget drøfter sagen.", "Drøftet."), {"drøftelse"}),
        # They do not agree.
        (item("Havnen", ORIENTS, "Drøftet."), None),
        (item("Havnen", ORIENTS, "Godkendt."), None),
        # One of them alone: the title decides.
        (item("Orientering om havnen", "", "Taget til efterretning."), {"orientering"}),
        (item("Godkendelse af plan for havnen", APPROVES), {"godkendelse"}),
        (item("Havnen", "", "Godkendt."), None),
        (item("Orientering om havnen", APPROVES), None),
        # No case.
        (item("Eventuelt"), {"andet"}),
        (item("Havnen"), None),
    ],
)
def test_kinds(given: ItemContext, kinds: set[str] | None) -> None:
    assert agreed_kinds(given) == kinds


@pytest.mark.parametrize(
    ("decided", "outcome"),
    [
        ("Godkendt.", "godkendt"),
        ("Taget til efterretning.", "taget til efterretning"),
        ("1. Godkendt.\n2. Forkastet.", None),
        ("", None),
    ],
)
def test_outcome(decided: str, outcome: str | None) -> None:
    assert agreed_outcome(item("Havnen", APPROVES, decided)) == outcome
