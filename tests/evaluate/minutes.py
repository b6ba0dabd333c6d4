"""Short minutes with labels, written for the tests of the evaluator."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MINUTES = """Ellemose Kommune
Byrådet
Referat fra møde tirsdag den 5. marts 2024

Deltagere: Anne Holm (A), Bo Lind (V), Carl Bech (C), Dorte Ravn (A)

Punkt 1: Godkendelse af dagsorden

Beslutning
Godkendt.

Punkt 2: Ny svømmehal i Ellemose

Sagsfremstilling
Kommunen har i mange år manglet en svømmehal. Hallen koster 40 mio. kr. og kan stå færdig i 2027.
Taget lægges med sedum.
Skolerne får hallen om formiddagen, og foreningerne får den om aftenen.

Indstilling
Forvaltningen indstiller, at svømmehallen bygges.

Beslutning
Godkendt med 3 stemmer for og 1 stemme imod. Imod stemte Bo Lind (V).

Punkt 3: Orientering om vejsalt

Sagsfremstilling
Forvaltningen har saltet vejene 41 gange i vinter.

Indstilling
Forvaltningen indstiller, at orienteringen tages til efterretning.

Beslutning
Taget til efterretning. Carl Bech (C) var fraværende.
"""


def labels() -> dict[str, Any]:
    """The labels of the minutes, all fields."""
    nothing: dict[str, Any] = {"ballots": [], "absent": [], "reservations": [], "dissent": [], "escalated": False}
    return {
        "meeting": {"municipality": "Ellemose Kommune", "body": "Byrådet", "date": "2024-03-05"},
        "items": [
            {
                "number": "1",
                "title": "Godkendelse af dagsorden",
                "type": "godkendelse",
                "types": ["godkendelse"],
                "outcome": "godkendt",
            }
            | nothing,
            {
                "number": "2",
                "title": "Ny svømmehal i Ellemose",
                "type": "godkendelse",
                "types": ["godkendelse"],
                "outcome": "godkendt",
                "sections": [
                    {
                        "kind": "sagsfremstilling",
                        "heading": "Sagsfremstilling",
                        "begins": "Kommunen har",
                        "ends": "om aftenen.",
                    },
                    {"kind": "indstilling", "heading": "Indstilling", "begins": "Forvaltningen", "ends": "bygges."},
                    {"kind": "beslutning", "heading": "Beslutning", "begins": "Godkendt med", "ends": "(V)."},
                ],
            }
            | nothing
            | {
                "ballots": [
                    {
                        "motion": "main",
                        "result": "vedtaget",
                        "counts": {"for": 3, "against": 1},
                        "against": [{"name": "Bo Lind", "party": "V"}],
                        "begins": "Godkendt med 3",
                        "ends": "Bo Lind (V).",
                    }
                ],
                "summary": {
                    "text": "Der skal bygges en svømmehal i Ellemose. Den koster 40 mio. kr. og er klar i 2027."
                },
            },
            {
                "number": "3",
                "title": "Orientering om vejsalt",
                "type": "orientering",
                "types": ["orientering"],
                "outcome": "taget til efterretning",
            }
            | nothing
            | {"absent": [{"name": "Carl Bech", "party": "C", "kind": "absent"}]},
        ],
    }


def write(folder: Path, gold: object | None = None, name: str = "ellemose") -> Path:
    """Write the minutes with their labels into a folder; gives the file of the labels."""
    (folder / f"{name}.txt").write_text(MINUTES, encoding="utf-8")
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(labels() if gold is None else gold, ensure_ascii=False), encoding="utf-8")
    return path
