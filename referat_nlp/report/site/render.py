"""Templates → HTML: everything from minutes escaped, every word of the page ready for both languages."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...schema import Person
from ..in_short import in_short
from ..unseen import clean
from .words import SITE_WORDS

_DANISH = SITE_WORDS["da"]
_ENDLESS = re.compile(r"(\S{400})\S+")
"""What is no word: encoded data that strayed into a document. Browsers need minutes to lay it out."""


def cut(text: str, most: int = 300) -> str:
    """A title or a name, which no minutes make longer than this; where a misread one is, its beginning."""
    return text if len(text) <= most else f"{text[:most]}…"


def shown(text: str) -> str:
    """Clean text with the rest of endless words left out."""
    return _ENDLESS.sub(r"\1…", clean(text))


def word(key: str) -> Markup:
    """A word of the page, which the language switch finds again."""
    return Markup('<span data-w="{}">{}</span>').format(key, _DANISH[key])


def number(value: int) -> Markup:
    """A number with separators of thousands."""
    return Markup('<span class="n" data-n="{}">{}</span>').format(value, f"{value:,}".replace(",", "."))


def day(iso: str | None, short: bool = False) -> Markup:
    """A date; the switch of language writes it anew."""
    if not iso:
        return word("no_date")
    year, month, date = iso.split("-")
    months = _DANISH["short_months" if short else "months"].split()
    # The pattern of dates admits month 13.
    written = f"{int(date)}. {months[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else iso
    return Markup('<time datetime="{}"{}>{}</time>').format(iso, Markup(" data-short") if short else "", written)


def percent(share: float) -> str:
    """A share as whole per cent."""
    return f"{share * 100:.0f} %"


def label(person: Person) -> str:
    """A person with the party, or the party."""
    if person.name is None:
        return cut(person.party or "?")
    return cut(f"{person.name} ({person.party})" if person.party else person.name)


def tight(text: str) -> str:
    """Text without the blank lines between its paragraphs."""
    return re.sub(r"\n\s*\n", "\n", text.strip())


def script(variable: str, value: Any) -> str:
    """A script that gives the page a value.

    Args:
        variable: The name by which the page's scripts find it.
        value: Anything that JSON holds.

    Returns:
        One statement in ASCII, in which no text of minutes can end the string that it stands in.
    """
    data = json.dumps(_cleaned(value), ensure_ascii=True, separators=(",", ":"))
    harmless = data.replace("<", "\\u003c")
    return f"window.{variable}={harmless};\n"


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return value


class Renderer:
    """The templates, and what all pages share.

    Args:
        shared: Values for every template.
    """

    def __init__(self, **shared: Any) -> None:
        self._environment = Environment(
            loader=PackageLoader(__package__ or "", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=lambda value: shown(value) if type(value) is str else value,
        )
        self._environment.filters.update(tight=tight, cut=cut)
        self._environment.globals.update(
            w=word, n=number, day=day, percent=percent, label=label, in_short=in_short, words=_DANISH, **shared
        )

    def page(self, template: str, *, at: str, **values: Any) -> str:
        """One page.

        Args:
            template: Name of the template, without its ending.
            at: Path of the page within the site.
            values: What the template shows.

        Returns:
            HTML that asks for nothing outside the site.
        """
        root = "../" * at.count("/")
        return self._environment.get_template(f"{template}.html.j2").render(root=root, at=at, **values)


def assets() -> dict[str, bytes]:
    """The files that all pages share, by name."""
    folder = files(__package__ or "") / "assets"
    found = {asset.name: asset.read_bytes() for asset in folder.iterdir() if asset.is_file()}
    return {**found, "words.js": script("REFERAT_WORDS", SITE_WORDS).encode()}
