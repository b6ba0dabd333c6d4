"""The site in a real browser, opened from files; skipped where there is no Playwright or no Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.page import chromium
from referat_nlp.report.site import build_site
from tests.report.site.sample import records, write
from tests.report.site.test_pages import SCRIPT, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
FOLDERS = ("meetings", "members", "parties")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium on this machine")
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program)
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    build_site(write(folder, records()), folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    build_site(write(folder, hostile()), folder / "site")
    return folder / "site"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab in which no page may complain, or ask for anything that is no file."""
    context = browser.new_context(viewport=DESK)
    context.set_default_timeout(30_000)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: complaints.extend([] if request.url.startswith("file:") else [request.url]))
    # What a page has not fetched when it is left is broken off.
    tab.on(
        "requestfailed",
        lambda request: complaints.extend([] if request.failure == "net::ERR_ABORTED" else [request.url]),
    )
    yield tab
    context.close()
    assert complaints == []


def titles(tab: Tab) -> list[str]:
    return tab.locator("#table tbody a").all_inner_texts()


def test_items_are_searched_and_filtered_and_the_address_holds_it(tab: Tab, site: Path) -> None:
    tab.goto((site / "items.html").as_uri())
    assert len(titles(tab)) == 6
    assert tab.locator("#count").inner_text() == "6 af 6 sager"
    tab.fill("#q", "CYKELSTI tved")
    assert titles(tab) == ["Cykelsti ved Tved Mark"]
    assert tab.url.endswith("#q=CYKELSTI+tved")
    tab.fill("#q", "")
    tab.check("#contested")
    assert titles(tab) == ["Ny genbrugsplads", "Cykelsti ved Tved Mark", "Budget for 2025"]
    tab.check("#abstained")
    assert titles(tab) == ["Budget for 2025"]
    tab.click("button[type=reset]")
    # The page filters anew when the browser has emptied the form, in a turn of its own.
    tab.locator("#count", has_text="6 af 6 sager").wait_for()
    assert len(titles(tab)) == 6
    tab.check("#amendment")
    assert titles(tab) == ["Budget for 2025"]
    tab.uncheck("#amendment")
    tab.select_option("#outcome", "forkastet")
    assert titles(tab) == ["Ny genbrugsplads"]
    tab.select_option("#outcome", "")
    tab.select_option("#type", "orientering")
    assert titles(tab) == ["Uden titel", "Budget for 2025"]
    tab.select_option("#type", "")
    tab.fill("#member", "bo lind")
    assert titles(tab) == ["Ny genbrugsplads", "Cykelsti ved Tved Mark", "Budget for 2025"]
    tab.select_option("#year", "2024")
    tab.select_option("#sort", "oldest")
    shared = tab.url
    assert titles(tab) == ["Budget for 2025", "Cykelsti ved Tved Mark"]
    tab.fill("#q", "der findes ingen sag med disse ord")
    assert tab.locator("#count").inner_text() == "Ingen sager passer til filtrene."
    tab.goto("about:blank")
    tab.goto(shared)
    assert titles(tab) == ["Budget for 2025", "Cykelsti ved Tved Mark"]
    assert tab.input_value("#member") == "bo lind"


def test_the_language_is_switched_without_loading_and_kept(tab: Tab, site: Path) -> None:
    tab.goto((site / "items.html").as_uri())
    tab.evaluate("window.stayed = true")
    tab.check("#contested")
    tab.click("#language")
    assert tab.evaluate("window.stayed")
    assert tab.locator("h1").inner_text() == "Items"
    assert tab.title() == "Items"
    assert tab.locator("#count").inner_text() == "3 of 6 items"
    assert tab.locator("#table .outcome").first.inner_text() == "rejected"
    assert tab.get_attribute("html", "lang") == "en"
    assert "7 May 2025" in tab.locator("#table tbody").inner_text()
    tab.goto((site / "members.html").as_uri())
    assert tab.locator("h1").inner_text() == "Members"
    tab.click("#language")
    assert tab.locator("h1").inner_text() == "Medlemmer"
    assert tab.locator("nav a[aria-current]").inner_text() == "Medlemmer"


def test_an_item_shows_its_votes_and_the_text_they_stand_on(tab: Tab, site: Path) -> None:
    tab.goto((site / "items.html").as_uri() + "#q=cykelsti")
    tab.click("#table tbody tr:has-text('Cykelsti ved Tved Mark') a")
    item = tab.locator(".item:target")
    assert item.locator("h2").inner_text() == "Cykelsti ved Tved Mark"
    assert item.locator(".ballot .counts").inner_text() == "2 for · 1 imod"
    assert item.locator("mark.summary").first.is_visible()
    assert "".join(item.locator(".source .text mark.ballot").all_inner_texts()) == "Godkendt. Imod stemte Eva Brun (Ø)."
    item.locator(".ballot .below a").click()
    assert tab.locator("mark:target").is_visible()
    tab.click(".ballot a:has-text('Eva Brun')")
    assert tab.locator("h1").inner_text() == "Eva Brun"
    assert tab.locator("#record ~ .scroll tbody tr").count() == 3


def test_members_are_found(tab: Tab, site: Path) -> None:
    tab.goto((site / "members.html").as_uri())
    tab.fill("#find", "ANNE teknik")
    assert tab.locator("#people tbody tr:visible a").all_inner_texts() == ["Anne Holm"]


def samples(site: Path) -> list[Path]:
    """All pages of which there is one, and the largest of those of which there are many."""
    many = [max(site.glob(f"{each}/*.html"), key=lambda path: path.stat().st_size) for each in FOLDERS]
    return [*sorted(site.glob("*.html")), *many]


def test_no_page_is_wider_than_a_phone(tab: Tab, site: Path) -> None:
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for page in samples(site):
        tab.goto(page.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.name


def test_nothing_of_hostile_minutes_runs_or_breaks_the_page(tab: Tab, hostile_site: Path) -> None:
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for page in samples(hostile_site):
        tab.goto(page.as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        assert tab.evaluate("[typeof window.hit, document.images.length]") == ["undefined", 0], page.name
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.name
    tab.goto((hostile_site / "items.html").as_uri())
    assert SCRIPT in titles(tab)
    tab.fill("#q", SCRIPT)
    assert SCRIPT in titles(tab)


def test_the_whole_site_works_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((site / "items.html").as_uri())
    tab.locator("noscript a").click()
    assert re.search("meetings.html$", tab.url)
    tab.locator("td.main a").first.click()
    assert tab.locator("article h2").count() > 0
    context.close()
