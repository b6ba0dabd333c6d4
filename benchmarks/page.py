"""The website of `referat report` in a browser: how long its pages take to open, and a filter to answer."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from .archive import REFERAT, Archive
from .meetings import NO_REAL, real_meetings
from .pipelines import Case
from .settings import Settings
from .tables import Row, Section

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BOUND_OPENED, BOUND_FILTERED = 1.0, 100.0
"""Seconds to open a page; milliseconds within which an answer feels immediate (Nielsen 1993, Usability Engineering)."""

_OPENED = """() => performance.getEntriesByType("navigation")[0].duration"""
_FILTERED = """(inputs) => inputs.map(([name, value]) => {
  const form = document.getElementById("filters");
  form.reset();
  const control = document.getElementById(name);
  const start = performance.now();
  if (control.type === "checkbox") control.checked = true; else control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
})"""
_INPUTS = [
    *(("q", "budget"[:end]) for end in range(1, 7)),
    *(("q", word) for word in ("kr", "skolen i", "findes ikke her")),
    *(("type", "godkendelse"), ("contested", ""), ("abstained", ""), ("member", "e")),
]


@dataclass(frozen=True)
class _Screen:
    name: str
    width: int
    height: int
    slowed: int


_SCREENS = (_Screen("desktop", 1280, 900, 1), _Screen("phone, 4 times slower", 390, 844, 4))


def chromium() -> str | None:
    """Where this machine has Chromium, None where it has none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page(settings: Settings, archive: Archive, rules: Case) -> Section:
    """Make the website of an archive, open it in Chromium and filter its items.

    Args:
        settings: How often a page is opened, and how many composed meetings there are.
        archive: The composed minutes; real ones are taken too where they are present.
        rules: What tags them.

    Returns:
        A row for each archive, screen and page; none where there is no Playwright or no Chromium.
    """
    section = Section("Page: `referat report` opened from files in Chromium")
    program = chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        section.notes.append("No Playwright or no Chromium on this machine.")
        return section
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        sets = {"composed": archive.first(settings.meetings), "real": real_meetings(Path(folder))}
        browser = playwright.chromium.launch(executable_path=program)
        for name, files in sets.items():
            if files:
                site = _built(Path(folder) / name, files, rules)
                section.rows += _measured(browser, name, site, settings.runs)
        browser.close()
    section.notes.append(
        f"Opened: from the start of navigation to the end of the page's load event. Filtered: from an input to the "
        f"table's new layout, {len(_INPUTS)} inputs. Bounds, on a desktop's screen: {BOUND_OPENED:g} s, "
        f"{BOUND_FILTERED:g} ms in the median."
    )
    if not sets["real"]:
        section.notes.append(NO_REAL)
    section.met = all(_within(row) for row in section.rows if row["screen"] == _SCREENS[0].name)
    return section


def _built(folder: Path, files: Sequence[Path], rules: Case) -> Path:
    folder.mkdir()
    manifest, out, site = folder / "files.txt", folder / "out.jsonl", folder / "site"
    manifest.write_text("".join(f"{path.resolve()}\n" for path in files), encoding="utf-8")
    tag = [REFERAT, "tag", "--manifest", str(manifest), "-o", str(out), *rules.arguments]
    for command in (tag, [REFERAT, "report", str(out), "-o", str(site)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr}")
    return site


def _measured(browser: Browser, name: str, site: Path, runs: int) -> Iterator[Row]:
    for screen in _SCREENS:
        for opened in ("index.html", "items.html"):
            seconds, waits, items = [], [0.0], 0
            for _ in range(runs):
                context = browser.new_context(viewport={"width": screen.width, "height": screen.height})
                tab = context.new_page()
                context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": screen.slowed})
                tab.goto((site / opened).as_uri(), wait_until="load")
                tab.wait_for_timeout(100)
                seconds.append(tab.evaluate(_OPENED) / 1000)
                if opened == "items.html":
                    items = tab.evaluate("window.REFERAT_ITEMS.items.length")
                    waits += tab.evaluate(_FILTERED, _INPUTS)
                context.close()
            row: dict[str, Any] = {"minutes": name, "screen": screen.name, "page": opened, "items": items or None}
            row |= {"runs": runs, "median opened s": median(seconds), "longest opened s": max(seconds)}
            filtered = waits[1:]
            row |= {"median filtered ms": median(filtered) if filtered else None}
            row |= {"longest filtered ms": max(filtered, default=None)}
            yield row


def _within(row: Row) -> bool:
    opened, filtered = row["median opened s"], row["median filtered ms"]
    return (not isinstance(opened, float) or opened <= BOUND_OPENED) and (
        not isinstance(filtered, float) or filtered <= BOUND_FILTERED
    )
