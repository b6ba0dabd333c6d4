"""What the slots of a case are filled with: one draw for each slot, kept for the whole case."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from . import places
from .figures import MONTHS, decimal, in_words, long_date, sum_of_money, thousands

_SCHOOLS = ("{} Skole", "{}skolen", "{} Friskole", "{} Skole", "{} Landsbyskole")
_FIRMS = ("{} Entreprise A/S", "{} Boligselskab", "{} Ejendomme ApS", "{} Anlæg A/S", "{} Udvikling A/S", "{} Byg A/S")
_ADVISERS = ("{} Rådgivning", "{} Ingeniører A/S", "{} & Partnere", "{} Analyse ApS")
_CLUBS = ("{} Idrætsforening", "{} Borgerforening", "{} Beboerforening", "{} Boldklub", "{} Kulturforening")


class Slots(dict[str, str]):
    """The values of a case's slots, drawn when they are first asked for.

    A name with a digit behind it ('by2') is another draw of the same kind.
    """

    def __init__(self, rng: random.Random, day: date, towns: list[str], fixed: dict[str, str]) -> None:
        super().__init__(fixed)
        self.rng, self.day, self.towns = rng, day, towns

    def __missing__(self, key: str) -> str:
        draw = _DRAWS[key.rstrip("0123456789")]
        value = draw(self)
        others = {other for name, other in self.items() if name.rstrip("0123456789") == key.rstrip("0123456789")}
        for _ in range(20):
            if value not in others:
                break
            value = draw(self)
        self[key] = value
        return value

    def fill(self, template: str) -> str:
        """A template with its slots filled, with a capital at its beginning."""
        text = template.format_map(self).replace("..", ".")
        return text[:1].upper() + text[1:]


def _town(slots: Slots) -> str:
    return slots.rng.choice(slots.towns)


def _money(low: float, high: float) -> Callable[[Slots], str]:
    return lambda slots: sum_of_money(slots.rng, low, high)


def _whole(low: int, high: int) -> Callable[[Slots], str]:
    return lambda slots: thousands(slots.rng.randint(low, high))


def _percent(low: float, high: float) -> Callable[[Slots], str]:
    def draw(slots: Slots) -> str:
        number = (
            decimal(slots.rng, low, high) if slots.rng.random() < 0.4 else str(slots.rng.randint(int(low), int(high)))
        )
        return f"{number} {slots['_pct']}"

    return draw


def _year(low: int, high: int) -> Callable[[Slots], str]:
    return lambda slots: str(slots.day.year + slots.rng.randint(low, high))


def _date(low: int, high: int) -> Callable[[Slots], str]:
    return lambda slots: long_date(slots.day + timedelta(days=slots.rng.randint(low, high)))


def _month(low: int, high: int, year: bool) -> Callable[[Slots], str]:
    def draw(slots: Slots) -> str:
        day = slots.day + timedelta(days=slots.rng.randint(low, high))
        return MONTHS[day.month - 1] + (f" {day.year}" if year else "")

    return draw


def _named(forms: tuple[str, ...]) -> Callable[[Slots], str]:
    return lambda slots: slots.rng.choice(forms).format(places.invented(slots.rng))


_DRAWS: dict[str, Callable[[Slots], str]] = {
    "_pct": lambda slots: slots.rng.choice(("pct.", "pct.", "procent", "%")),
    "by": _town,
    "vej": lambda slots: places.street(slots.rng),
    "husnr": lambda slots: f"{places.street(slots.rng)} {slots.rng.randint(1, 98)}",
    "sted": lambda slots: places.area(slots.rng),
    "skole": lambda slots: slots.rng.choice(_SCHOOLS).format(_town(slots)),
    "boernehus": lambda slots: f"Børnehuset {places.nursery(slots.rng)}",
    "plejehjem": lambda slots: f"Plejecenter {places.care_home(slots.rng)}",
    "bosted": lambda slots: f"Bostedet {places.care_home(slots.rng)}",
    "hal": lambda slots: f"{_town(slots)} {slots.rng.choice(('Hallen', 'Idrætscenter', 'Svømmehal'))}",
    "soe": lambda slots: f"{places.invented(slots.rng)} Sø",
    "aa": lambda slots: f"{places.invented(slots.rng)} Å",
    "skov": lambda slots: f"{places.invented(slots.rng)} Skov",
    "havn": lambda slots: f"{_town(slots)} Havn",
    "forening": _named(_CLUBS),
    "firma": _named(_FIRMS),
    "raadgiver": _named(_ADVISERS),
    "nabokommune": lambda slots: places.draw_municipality(slots.rng),
    "beloeb": _money(6e5, 3e7),
    "beloeb_lille": _money(2.5e4, 9e5),
    "beloeb_stor": _money(1e7, 2.4e8),
    "beloeb_mini": _money(150, 9e3),
    "pct": _percent(6, 88),
    "pct_lille": _percent(1, 9),
    "antal": _whole(14, 380),
    "antal_lille": _whole(13, 28),
    "antal_stor": _whole(520, 9400),
    "faa": lambda slots: in_words(slots.rng.randint(2, 12)),
    "uger": lambda slots: in_words(slots.rng.choice((2, 4, 6, 8, 8, 8, 10))),
    "timer": _whole(2, 36),
    "km": lambda slots: decimal(slots.rng, 0.4, 9.5),
    "areal": lambda slots: f"{thousands(slots.rng.randint(18, 900) * 10)} m²",
    "ha": lambda slots: decimal(slots.rng, 2, 90),
    "plannr": lambda slots: f"{slots.rng.randint(11, 490)}" + slots.rng.choice(("", "", "", ".1", "-2", "A")),
    "aar": _year(0, 0),
    "aar_naeste": _year(1, 1),
    "aar_om_to": _year(2, 2),
    "aar_om_fire": _year(4, 4),
    "aar_forrige": _year(-1, -1),
    "aar_foer": _year(-14, -3),
    "dato": _date(20, 200),
    "dato_foer": _date(-240, -12),
    "maaned": _month(35, 200, False),
    "maaned_aar": _month(70, 480, True),
    "maaned_foer": _month(-300, -40, True),
}
