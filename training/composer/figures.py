"""Numbers, dates and sums as Danish minutes print them."""

from __future__ import annotations

import random
from datetime import date

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SMALL = (
    "ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
    "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip


def in_words(number: int) -> str:
    """A number up to 31 in words."""
    if number <= 20:
        return _SMALL[number]
    if number == 30:
        return "tredive"
    return f"{_SMALL[number % 10]}og{'tredive' if number > 30 else 'tyve'}"


def long_date(day: date) -> str:
    """'12. marts 2024'."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """'12-03-2024'."""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def thousands(number: int) -> str:
    """'1.250.000'."""
    return f"{number:,}".replace(",", ".")


def sum_of_money(rng: random.Random, low: float, high: float) -> str:
    """A sum between two numbers of kroner, small ones more often: '450.000 kr.', '2,4 mio. kr.'."""
    amount = low * (high / low) ** rng.random()
    if amount < 1e6:
        step = 50 if amount < 5e3 else 500 if amount < 5e4 else 5_000 if amount < 2e5 else 10_000
        return f"{thousands(max(step, round(amount / step) * step))} kr."
    millions = amount / 1e6
    if rng.random() < 0.15:
        return f"{thousands(round(millions * 20) * 50_000)} kr."
    text = f"{millions:.1f}" if millions < 30 else f"{millions:.0f}"
    return f"{text.removesuffix('.0').replace('.', ',')} mio. kr."


def decimal(rng: random.Random, low: float, high: float) -> str:
    """A number with one decimal: '2,3'."""
    return f"{rng.uniform(low, high):.1f}".removesuffix(".0").replace(".", ",")
