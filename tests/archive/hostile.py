"""Summarisers that do to the process what a bad file does: by the title of an item."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referat_nlp.analysis.context import ItemContext
from referat_nlp.schema import Summary
from tests.authored import MINUTES

_MIB = 2**20


def minutes(title: str, number: int = 0) -> str:
    """Short minutes with an item of a title, of another day for each number."""
    return MINUTES.replace("Ny cykelsti ved Tved Mark", title).replace("9. april", f"{number % 28 + 1}. maj")


def by_title(items: Sequence[ItemContext]) -> list[Summary | None]:
    """Hangs, eats memory or dies where a title says so; the title is the summary elsewhere."""
    for context in items:
        title = context.item.title or ""
        if "hænger" in title:
            while True:
                pass
        if "æder" in title:
            eaten = []
            for _ in range(30):
                eaten.append(bytearray(os.urandom(1) * 50 * _MIB))
                time.sleep(0.05)
            time.sleep(600)
        if "dør" in title:
            os.kill(os.getpid(), signal.SIGSEGV)
    return [Summary(text=context.item.title or "") for context in items]


def dies_once(items: Sequence[ItemContext]) -> list[Summary | None]:
    """Dies at the first item of a title, the first time: the file ``died`` in the working folder is the witness."""
    witness = Path("died")
    if any("dør" in (context.item.title or "") for context in items) and not witness.exists():
        witness.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return [None] * len(items)


@dataclass(frozen=True)
class Noted:
    """A toy of a model: its settings are a word, and it notes every meeting that it is shown.

    Attributes:
        log: Where it notes them.
        word: What it says of every item; where it is empty, what :func:`by_title` does.
    """

    log: Path
    word: str = "før"

    def __call__(self, items: Sequence[ItemContext]) -> list[Summary | None]:
        """Note the meeting and say the word."""
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{items[-1].item.title}\n")
        return [Summary(text=self.word) for _ in items] if self.word else by_title(items)

    def meetings(self) -> list[str]:
        """The last title of each meeting that was shown since this was last asked."""
        seen = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return sorted(seen)
