"""Councils and committees: their names, and the fields of municipal work that come before them."""

from __future__ import annotations

import random

#: Names of a committee → the fields that it deals with.
COMMITTEES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("Teknik- og Miljøudvalget", "Teknisk Udvalg", "Miljø- og Teknikudvalget", "Vej- og Forsyningsudvalget"),
        ("vej", "natur", "klima", "forsyning", "plan"),
    ),
    (
        ("Plan- og Boligudvalget", "Planudvalget", "Udvalget for Plan og Landdistrikter", "Plan- og Byudvalget"),
        ("plan", "ejendom", "vej", "erhverv"),
    ),
    (
        ("Klima- og Naturudvalget", "Udvalget for Klima, Natur og Kyst", "Miljøudvalget"),
        ("natur", "klima", "forsyning"),
    ),
    (
        (
            "Børne- og Skoleudvalget",
            "Børne- og Ungeudvalget",
            "Udvalget for Børn og Unge",
            "Skoleudvalget",
            "Børne- og Undervisningsudvalget",
        ),
        ("skole", "dagtilbud", "familie"),
    ),
    (
        (
            "Social- og Sundhedsudvalget",
            "Ældre- og Omsorgsudvalget",
            "Udvalget for Social og Sundhed",
            "Sundhedsudvalget",
        ),
        ("aeldre", "sundhed", "social"),
    ),
    (
        ("Socialudvalget", "Handicap- og Psykiatriudvalget", "Udvalget for Voksne og Handicap"),
        ("social", "sundhed", "familie"),
    ),
    (
        (
            "Beskæftigelsesudvalget",
            "Arbejdsmarkedsudvalget",
            "Beskæftigelses- og Integrationsudvalget",
            "Job- og Erhvervsudvalget",
        ),
        ("arbejde", "erhverv"),
    ),
    (
        (
            "Kultur- og Fritidsudvalget",
            "Udvalget for Kultur og Fritid",
            "Fritids- og Landdistriktsudvalget",
            "Kultur- og Idrætsudvalget",
        ),
        ("kultur", "fritid"),
    ),
    (
        ("Erhvervs- og Turismeudvalget", "Erhvervsudvalget", "Udvalget for Vækst og Havn"),
        ("erhverv", "ejendom", "klima"),
    ),
    (
        ("Økonomiudvalget", "Økonomi- og Erhvervsudvalget", "Økonomi- og Planudvalget"),
        ("oekonomi", "personale", "ejendom", "plan", "erhverv", "demokrati"),
    ),
)

EVERYTHING = tuple(dict.fromkeys(each for _, fields in COMMITTEES for each in fields))


def draw_names(rng: random.Random) -> list[str]:
    """One name for each committee of a municipality, the finance committee last."""
    return [rng.choice(names) for names, _ in COMMITTEES]


def committee_for(field: str, rng: random.Random) -> int:
    """The number of a committee that deals with a field."""
    return rng.choice([n for n, (_, fields) in enumerate(COMMITTEES) if field in fields])
