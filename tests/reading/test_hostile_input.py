"""Whatever the bytes, reading gives documents in order or errors of the library, and nothing else."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referat_nlp.document import Document
from referat_nlp.errors import ReferatError
from referat_nlp.reading import document_from_text, read_all
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


@given(_STARTS, st.binary(max_size=400))
def test_random_bytes(start: bytes, rest: bytes) -> None:
    check_all(start + rest)


def mutate(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    raw = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw) or 1)
        action = chance.randrange(5)
        if action == 0:
            raw[at : at + 1] = bytes((chance.randrange(256),))
        elif action == 1:
            del raw[at : at + chance.randint(1, 200)]
        elif action == 2:
            raw[at:at] = raw[max(0, at - chance.randint(1, 300)) : at]
        elif action == 3:
            raw[at:at] = chance.choice(
                (b"<", b">", b"\x00", b"\xc3", b"&", b"\n", b'"', b"-\n", b"\x0c", b"]]>", b"<table><tr>")
            )
        elif chance.random() < 0.3:
            del raw[at:]
    return bytes(raw)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.sampled_from(sorted(_FILES)), st.integers(min_value=0))
def test_mutated_minutes(name: str, seed: int) -> None:
    check_all(mutate(_FILES[name], seed))


_MARKUP = """<p> </p> <div> </div> <br> <h2> </h2> <b> </b> <ul> </ul> <ol> <ol_start=3> </ol> <li> </li>
    <table> </table> <tr> </tr> <td> </td> <th> <pre> </pre> <details> <summary> <button> </button>
    <span_class=cookie> </span> <!--_--> <main> </main> &nbsp; &#12;"""
_TAGS = st.sampled_from([tag.replace("_", " ") for tag in _MARKUP.split()])


@given(
    st.lists(
        st.one_of(_TAGS, st.text(max_size=5), st.sampled_from(["Bilag", "Beslutning", "-", "1."])),
        max_size=60,
    )
)
def test_random_html(pieces: list[str]) -> None:
    check_all(("<html><body>" + "".join(pieces)).encode("utf-8", "ignore"))
