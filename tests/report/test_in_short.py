"""A summary as it is shown under its title."""

from __future__ import annotations

import pytest

from referat_nlp.report.in_short import beside_title, in_short
from referat_nlp.schema import Item, Summary, SummarySentence

TITLE, TOLD = "Ny sti i Tved", "Stien koster 2 mio. kr."


def item(*sentences: str, text: str, title: str | None = TITLE) -> Item:
    told = [SummarySentence(text=each, span=(0, len(each))) for each in sentences]
    return Item(id="1", span=(0, 100), title=title, summary=Summary(text=text, sentences=told))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (item(TITLE, TOLD, text=f"{TITLE}. {TOLD}"), TOLD),
        (item(TOLD, text=TOLD), TOLD),
        (item(TITLE, text=f"{TITLE}."), f"{TITLE}."),
        (item(f"{TITLE} åbnes.", TOLD, text=f"{TITLE} åbnes. {TOLD}"), f"{TITLE} åbnes. {TOLD}"),
        (item(TITLE, TOLD, text=f"{TITLE}. {TOLD}", title=None), f"{TITLE}. {TOLD}"),
        (Item(id="1", span=(0, 1), title=TITLE), ""),
    ],
)
def test_the_title_is_not_said_again(given: Item, shown: str) -> None:
    assert in_short(given) == shown


def test_sentences_beside_the_title() -> None:
    assert [each.text for each in beside_title(item(TITLE, TOLD, text=f"{TITLE}. {TOLD}"))] == [TOLD]
    assert beside_title(Item(id="1", span=(0, 1), title=TITLE)) == []
