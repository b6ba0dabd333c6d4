"""Damage to files: bytes, lines, tags, nodes of JSON, members of archives."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

Mutation = Callable[[bytes, Random, bytes], bytes]
"""Takes a file's bytes, the chance, and another file to take pieces from."""

_SCRAPS = (b"<", b">", b"\x00", b"\xc3", b"&", b"\n", b'"', b"-\n", b"\x0c", b"]]>", b"<table><tr>", b"\xff\xfe")
_LINES = (
    "Beslutning", "1. Godkendt.", "Punkt 7: Ny vej", "Indstilling", "Bilag", "-", "Punkt 7:", "|a|b|", "x" * 5000,
    "For stemte 3 (A, V), imod 2 (Ø).", "Afbud: Bo Lind (V)", "\t\t1\t", "Indholdsfortegnelse", "Side 3 af 9",
    "Deltagere:", "((((((", "(A), (B), (C), " * 60, "1. 1. 1. 1.", "BeslutningGodkendt", "og " * 800,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (None, [], {}, "", 0, -1, 1e308, True, "<p>", "x" * 3000, [[[[]]]], {"a": {"b": [None]}})
_CODECS = ("utf-8-sig", "utf-16", "cp1252", "latin-1", "utf-16-be", "cp865", "utf-8")
_TAG = re.compile(r"<[^<>]*>")


def damage_bytes(data: bytes, chance: Random, other: bytes) -> bytes:
    """Change, lose, repeat and add bytes; now and then lose all behind a place."""
    raw = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw) or 1)
        action = chance.randrange(6)
        if action == 0:
            raw[at : at + 1] = bytes((chance.randrange(256),))
        elif action == 1:
            del raw[at : at + chance.randint(1, 200)]
        elif action == 2:
            raw[at:at] = raw[max(0, at - chance.randint(1, 300)) : at]
        elif action == 3:
            raw[at:at] = chance.choice(_SCRAPS)
        elif action == 4 and other:
            begin = chance.randrange(len(other))
            raw[at:at] = other[begin : begin + chance.randint(1, 2000)]
        elif chance.random() < 0.3:
            del raw[at:]
    return bytes(raw)


def damage_lines(data: bytes, chance: Random, other: bytes) -> bytes:
    """Lose, repeat, swap, join and add lines, and write the text in another encoding."""
    lines = data.decode("utf-8", "replace").split("\n")
    more = other.decode("utf-8", "replace").split("\n")
    for _ in range(chance.randint(1, 25)):
        at, to = chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)
        action = chance.randrange(7)
        if action == 0:
            del lines[at : at + chance.randint(1, 6)]
        elif action == 1:
            lines[at:at] = lines[to : to + chance.randint(1, 8)]
        elif action == 2:
            lines[at : at + 4] = reversed(lines[at : at + 4])
        elif action == 3:
            lines[at : at + 3] = ["".join(lines[at : at + 3])]
        elif action == 4:
            lines[at:at] = [chance.choice(_LINES)] * chance.choice((1, 1, 1, 2, 40))
        elif action == 5:
            lines[at : at + 2] = [line.upper() for line in lines[at : at + 2]]
        else:
            begin = chance.randrange(len(more))
            lines[at:at] = more[begin : begin + chance.randint(1, 12)]
    return "\n".join(lines).encode(chance.choice(_CODECS), "replace")


def damage_tags(data: bytes, chance: Random, other: bytes) -> bytes:
    """Lose, repeat, move and nest the tags of HTML and XML."""
    text = data.decode("utf-8", "replace")
    tags = [match.span() for match in _TAG.finditer(text)]
    if not tags:
        return damage_lines(data, chance, other)
    for start, end in sorted(chance.sample(tags, min(len(tags), chance.randint(1, 12))), reverse=True):
        tag, away = text[start:end], chance.choice(tags)
        new = chance.choice(("", tag * 2, text[slice(*away)], tag * chance.choice((1, 500)), f"<b>{tag}", "<table>"))
        text = text[:start] + new + text[end:]
    return text.encode("utf-8", "replace")


def damage_json(data: bytes, chance: Random, other: bytes) -> bytes:
    """Lose keys, and put values of another type in the place of values."""
    try:
        tree = json.loads(data)
    except ValueError:
        return damage_bytes(data, chance, other)
    for _ in range(chance.randint(1, 6)):
        nodes: list[Any] = [tree]
        for node in nodes:
            nodes.extend(v for v in (node.values() if isinstance(node, dict) else node) if isinstance(v, dict | list))
        node = chance.choice(nodes)
        if not node:
            continue
        key = chance.choice(list(node)) if isinstance(node, dict) else chance.randrange(len(node))
        action = chance.randrange(3)
        if action == 0:
            del node[key]
        elif action == 1:
            node[key] = chance.choice(_VALUES)
        elif isinstance(node[key], str):
            node[key] = damage_lines(node[key].encode(), chance, other).decode("utf-8", "replace")
    return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode()


def damage_members(data: bytes, chance: Random, other: bytes) -> bytes:
    """Damage what an archive or a DOCX holds, and pack it again."""
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            hit = chance.choice(old.namelist())
            for name in old.namelist():
                content = old.read(name)
                if name == hit:
                    if chance.random() < 0.1:
                        continue
                    content = chance.choice((damage_bytes, damage_tags))(content, chance, other)
                odd = chance.random() < 0.02
                new.writestr(chance.choice((f"../{name}", f"/{name}", "a" * 300 + name)) if odd else name, content)
    except (zipfile.BadZipFile, IndexError, ValueError, NotImplementedError, EOFError, zlib.error):
        return damage_bytes(data, chance, other)
    return packed.getvalue()


_BY_ENDING: dict[str, tuple[Mutation, ...]] = {
    ".txt": (damage_lines, damage_lines, damage_bytes),
    ".md": (damage_lines, damage_lines, damage_bytes),
    ".html": (damage_tags, damage_tags, damage_lines, damage_bytes),
    ".xml": (damage_tags, damage_tags, damage_bytes),
    ".json": (damage_json, damage_json, damage_bytes),
    ".docx": (damage_members, damage_members, damage_bytes),
    ".zip": (damage_members, damage_bytes),
    ".pdf": (damage_bytes,),
}


def mutated(data: bytes, ending: str, chance: Random, other: bytes) -> bytes:
    """A file damaged in the ways that its format can be.

    Args:
        data: The file's bytes.
        ending: The ending of its name, which tells the format.
        chance: What decides.
        other: Another file's bytes, to take pieces from.

    Returns:
        The damaged bytes, the same for the same chance.
    """
    for _ in range(chance.choice((1, 1, 2))):
        data = chance.choice(_BY_ENDING.get(ending, (damage_bytes,)))(data, chance, other)
    return data
