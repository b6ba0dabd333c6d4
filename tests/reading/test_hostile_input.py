"""Whatever the bytes, reading gives documents in order or errors of the library, and nothing else."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referat_nlp.document import Document
from referat_nlp.errors import ReferatError
from referat_nlp.reading import document_from_text, read_all
from tests.fuzz.mutations import damage_bytes
from tests.reading.documents import check_offsets, minutes_files

_FILES = {path.name: path.read_bytes() for path in minutes_files()}
_STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\xfd7zXZ\x00",
        b"BZh9",
        b"<html>",
        b"<?xml version='1.0'?>",
        b"{",
        b"[",
        b"<Publication><Agenda",
        b'{"Dagsordenpunkter": [',
        b"\xff\xfe",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
    ]
)


def check_all(data: bytes) -> None:
    for result in read_all(data):
        assert isinstance(result, Document | ReferatError)
        if isinstance(result, Document):
            check_offsets(result)
            assert document_from_text(result.text).text == result.text


@settings(deadline=None)  # the first page of HTML waits for its readers to be loaded
@given(_STARTS, st.binary(max_size=400))
def test_random_bytes(start: bytes, rest: bytes) -> None:
    check_all(start + rest)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.sampled_from(sorted(_FILES)), st.integers(min_value=0))
def test_mutated_minutes(name: str, seed: int) -> None:
    check_all(damage_bytes(_FILES[name], random.Random(seed), b""))


_MARKUP = """<p> </p> <div> </div> <br> <h2> </h2> <b> </b> <ul> </ul> <ol> <ol_start=3> </ol> <li> </li>
    <table> </table> <tr> </tr> <td> </td> <th> <pre> </pre> <details> <summary> <button> </button>
    <span_class=cookie> </span> <!--_--> <main> </main> &nbsp; &#12;"""
_TAGS = st.sampled_from([tag.replace("_", " ") for tag in _MARKUP.split()])


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(_TAGS, st.text(max_size=5), st.sampled_from(["Bilag", "Beslutning", "-", "1."])),
        max_size=60,
    )
)
def test_random_html(pieces: list[str]) -> None:
    check_all(("<html><body>" + "".join(pieces)).encode("utf-8", "ignore"))
