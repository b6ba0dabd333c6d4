"""The pages as files: whole, escaped whatever minutes hold, linked to each other and to nothing else."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from referat_nlp.report.site import build_site
from referat_nlp.schema import Absence, ErrorInfo, Failure, Participant, Referat, Source, Statement
from tests.report.site.sample import ballot, committee, council, item, people, records, write

SCRIPT = "<script>hit=1</script>"
BREAK = (
    "\"'><img src=x onerror=hit=1> </script></title></textarea><!-- {{ 7*7 }} {% raw %} ]]> "
    "\u2028 \u202e \x00\x08\x7f \ufffe"
)
LONG = "A" * 100_000
VOID = {"meta", "link", "br", "input"}


class Page(HTMLParser):
    """The tags, names, addresses and text of a page; fails where tags do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of {tag} stands twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, *names: str) -> list[str]:
        return [value for _, attrs in self.tags for name, value in attrs.items() if name in names and value is not None]


def hostile() -> list[Referat | Failure]:
    """Minutes that try everything, in every field that a page shows."""
    record = council()
    meeting = record.meeting
    meeting.municipality, meeting.body, meeting.place, meeting.date = f"{SCRIPT} Kommune", BREAK, BREAK, "2024-13-99"
    meeting.participants.append(Participant(name=f"{SCRIPT} {BREAK}", party=BREAK, role=SCRIPT))
    meeting.absent.append(Absence(name=LONG, reason=BREAK, substitute=SCRIPT))
    record.source.path = f"javascript:hit=1//{BREAK}"
    record.warnings.append(BREAK)
    voters = [*people("Anne Holm (A)"), *people("Bo Lind"), *people("A")]
    voters[1].name, voters[1].party, voters[2].party = f"{BREAK} Lind", SCRIPT, BREAK
    vote = ballot(
        **{"for": voters},
        against=people("Eva Brun (Ø)"),
        proposer=SCRIPT,
        subject=BREAK,
        warnings=[SCRIPT],
    )
    record.items = [
        item("1", SCRIPT, decision=f"{BREAK} {SCRIPT}", case=BREAK * 3, ballots=[vote], case_number=BREAK, id=SCRIPT),
        item("2", LONG, case=LONG, attachments=[BREAK, SCRIPT], id="b"),
        item("3", BREAK, statements=[Statement(by=BREAK, text=SCRIPT, span=(30_000, 30_005))], id="c"),
    ]
    record.items[0].number = SCRIPT
    record.items[0].sections[0].heading = SCRIPT
    error = ErrorInfo(kind=SCRIPT, message=BREAK, advice=SCRIPT)
    return [record, Failure(source=Source(path=BREAK), error=error), record.model_copy(deep=True), committee()]


@pytest.fixture(scope="module", params=["plain", "hostile", "empty"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = {"plain": records, "hostile": hostile, "empty": list}[request.param]()
    folder = tmp_path_factory.mktemp(request.param)
    build_site(write(folder, made), folder / "site")
    return folder / "site"


def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def test_nothing_from_minutes_becomes_markup(site: Path) -> None:
    for path, page in pages(site).items():
        assert not {tag for tag, _ in page.tags} & {"img", "textarea", "iframe", "style", "base", "object"}, path
        for tag, attrs in page.tags:
            assert not any(name.startswith("on") or name == "style" for name in attrs), path
            assert tag != "script" or set(attrs) == {"src", "defer"}, path
        text = path.read_text(encoding="utf-8")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ufffe]", text), path
        assert "{{" not in page.text or "{{ 7*7 }}" in page.text, path


def test_pages_ask_for_nothing_outside_the_site(site: Path) -> None:
    for path, page in pages(site).items():
        for address in page.values("src", "href", "action", "srcset", "data", "poster"):
            assert not re.match(r"[a-z]+:|//|\\", address, re.IGNORECASE), (path, address)
        policy = next(attrs for tag, attrs in page.tags if tag == "meta" and "http-equiv" in attrs)["content"]
        assert policy is not None
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    for asset in (site / "assets").iterdir():
        assert not re.search(
            r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)|fetch\(|innerHTML|eval\(", asset.read_text()
        )


def test_all_links_lead_somewhere(site: Path) -> None:
    found = pages(site)
    ids = {path: page.values("id") for path, page in found.items()}
    for path, page in found.items():
        assert len(set(ids[path])) == len(ids[path]), f"a name stands twice on {path}"
        for address in page.values("src", "href"):
            target, _, name = address.partition("#")
            file = (path.parent / unquote(target)).resolve() if target else path
            assert file.is_file(), (path, address)
            assert file.is_relative_to(site.resolve())
            if name and file.name != "items.html":
                assert unquote(name) in ids[file], (path, address)
        for name in page.values("aria-labelledby", "aria-controls", "for", "list"):
            assert name in ids[path], (path, name)


def test_names_of_files_are_plain(site: Path) -> None:
    for path in site.rglob("*"):
        assert re.fullmatch(r"[a-z0-9.-]{1,80}", path.name), path


def test_data_cannot_break_out_of_its_script(site: Path) -> None:
    for name, path in (("REFERAT_ITEMS", "data/items.js"), ("REFERAT_WORDS", "assets/words.js")):
        text = (site / path).read_text(encoding="ascii")
        found = re.fullmatch(rf"window\.{name}=(.*);\n", text)
        assert found
        assert "<" not in text
        assert json.loads(found[1])


def test_every_word_of_a_page_is_in_both_languages(site: Path) -> None:
    words = json.loads((site / "assets" / "words.js").read_text()[len("window.REFERAT_WORDS=") : -2])
    for path, page in pages(site).items():
        for key in page.values("data-w", "data-w-label", "data-w-placeholder", "data-title"):
            assert key in words["da"], (path, key)
            assert key in words["en"], (path, key)


def test_a_title_of_markup_is_read_as_text(tmp_path: Path) -> None:
    build_site(write(tmp_path, hostile()), tmp_path / "site")
    meeting = next(page for page in pages(tmp_path / "site").values() if "hit=1" in page.text)
    assert SCRIPT in meeting.text
    assert "{{ 7*7 }}" in "".join(page.text for page in pages(tmp_path / "site").values())


def test_failures_warnings_and_repeated_meetings_have_their_page(tmp_path: Path) -> None:
    build_site(write(tmp_path, records()), tmp_path / "site")
    text = Page((tmp_path / "site" / "problems.html").read_text(encoding="utf-8")).text
    for told in ("moeder/scan.pdf", "Run OCR first.", "a page has no text", "navne og stemmetal", "byraad.txt"):
        assert told in text, told


def test_downloads_hold_everything(tmp_path: Path) -> None:
    source = write(tmp_path, records())
    build_site(source, tmp_path / "site")
    data = tmp_path / "site" / "data"
    assert (data / "minutes.jsonl").read_bytes() == source.read_bytes()
    rows = {
        name: list(csv.DictReader((data / f"{name}.csv").open(encoding="utf-8", newline="")))
        for name in ("items", "ballots", "votes", "absences")
    }
    # The table of items is that of referat tag: failures and repeated meetings are in it.
    assert len(rows["items"]) == 4 + 2 + 1 + 4
    assert [row["contested"] for row in rows["ballots"]] == ["true", "true", "true", "false", "true", "true"]
    assert rows["votes"][0] == {
        "municipality": "Ravnsholt Kommune",
        "body": "Byrådet",
        "date": "2024-03-05",
        "item_id": "doc-1",
        "number": "1",
        "title": "Cykelsti ved Tved Mark",
        "ballot": "1",
        "vote": "for",
        "name": "Anne Holm",
        "party": "A",
        "inferred": "false",
    }
    assert [(row["name"], row["kind"], row["item_id"]) for row in rows["absences"]] == [
        ("Ida Krog", "excused", ""),
        ("Bo Lind", "disqualified", "other-1"),
    ]
