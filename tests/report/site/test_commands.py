"""``referat report`` and ``referat serve``: what they take, what they replace, what they serve."""

from __future__ import annotations

import threading
from importlib import util
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from referat_nlp.cli.app import app
from referat_nlp.errors import MalformedError, MissingExtraError, NotFoundError, OutputError, UnsupportedFormatError
from referat_nlp.report.site import build_site
from referat_nlp.report.site.build import Built
from referat_nlp.report.site.server import local_server
from tests.report.site.sample import records, write


def test_the_command_says_what_it_made(tmp_path: Path) -> None:
    source = write(tmp_path, records())
    done = CliRunner().invoke(app, ["report", str(source), "-o", str(tmp_path / "deep" / "site")])
    assert done.exit_code == 0
    assert "3 meetings, 6 items, 5 members, 1 that could not be read → " in done.output
    assert (tmp_path / "deep" / "site" / "index.html").is_file()


def test_a_site_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    source = write(tmp_path, records())
    site = tmp_path / "site"
    build_site(source, site)
    (site / "members" / "old.html").write_text("old")
    assert build_site(source, site) == Built(meetings=3, items=6, members=5, failures=1)
    assert not (site / "members" / "old.html").exists()
    other = tmp_path / "letters"
    other.mkdir()
    build_site(source, other)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_text("cat")
    for taken in (tmp_path / "photos", source):
        with pytest.raises(OutputError, match="something else than a site"):
            build_site(source, taken)
    assert (tmp_path / "photos" / "cat.jpg").read_text() == "cat"


def test_a_site_that_breaks_off_leaves_the_one_before(tmp_path: Path) -> None:
    source = write(tmp_path, records())
    build_site(source, tmp_path / "site")
    before = (tmp_path / "site" / "index.html").read_bytes()
    with source.open("ab") as out:
        out.write(b'{"schema_version":"1.0","source":')
    with pytest.raises(MalformedError, match="line 5"):
        build_site(source, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("gone.jsonl", None, NotFoundError),
        ("minutes.sqlite", b"SQLite format 3\x00", UnsupportedFormatError),
        ("minutes.csv", b"path,format\n", UnsupportedFormatError),
        ("minutes.txt", b"Referat\n", MalformedError),
        ("minutes.jsonl", b"\xff\xfe\x00", MalformedError),
        ("minutes.jsonl", b'{"schema_version":"1.0","meeting":{"body":"\\ud800"}}', MalformedError),
        ("minutes.jsonl", b'["no", "record"]', MalformedError),
    ],
)
def test_what_is_no_output_is_refused_with_what_to_give(
    tmp_path: Path, name: str, content: bytes | None, error: type[Exception]
) -> None:
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(error):
        build_site(source, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    done = CliRunner().invoke(app, ["report", str(source), "-o", str(tmp_path / "site")])
    assert done.exit_code == 1
    assert "Check the path" in done.output if content is None else "referat tag MINUTES -o OUT.jsonl" in done.output


def test_without_the_extra_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = util.find_spec
    monkeypatch.setattr(
        "referat_nlp.report.site.extra.find_spec", lambda name: None if name == "jinja2" else found(name)
    )
    with pytest.raises(MissingExtraError, match=r"referat-nlp\[report\]"):
        build_site(write(tmp_path, records()), tmp_path / "site")


def test_the_server_gives_the_site_on_this_machine_alone(tmp_path: Path) -> None:
    build_site(write(tmp_path, records()), tmp_path / "site")
    with local_server(tmp_path / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert server.server_address[0] == "127.0.0.1"
        base = f"http://127.0.0.1:{server.server_port}"
        with urlopen(f"{base}/") as answer:
            assert b"Ravnsholt Kommune" in answer.read()
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        for above in ("..", "%2e%2e", "..%2f", "/..", "a/../..", "..%5c"):
            with pytest.raises(HTTPError), urlopen(f"{base}/{above}/minutes.jsonl") as answer:
                answer.read()
        with pytest.raises(OutputError, match="port"):
            local_server(tmp_path, server.server_port)
        server.shutdown()
