"""XML parsed without entities, network or unbounded memory."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from ..errors import LimitError, MalformedError
from .builder import TextBuilder

_LAST_END_TAG = re.compile(r"</[\w.:-]+\s*>\s*\Z")
_TAIL = 400


def parse_export(text: str, builder: TextBuilder) -> Any:
    """Parse the XML of an export; ill-formed XML is read as far as it goes, with a warning.

    Args:
        text: The decoded XML.
        builder: Takes the warning.

    Returns:
        The root element.

    Raises:
        LimitError: It declares entities, or is nested too deeply.
        MalformedError: It is cut off, or no XML at all.
    """
    if "<!ENTITY" in text:
        raise LimitError(
            "the XML declares entities, which can grow without bound; they are never expanded",
            advice="Remove the declarations from the file, if you trust it, and read it again.",
        )
    if not _LAST_END_TAG.search(text.rstrip()[-_TAIL:]):
        raise MalformedError("the XML is cut off before its end")
    parser = _parser(recover=True)
    root = _parse(text.encode("utf-8", "ignore"), parser)
    errors = list(parser.error_log)
    if any("limit" in entry.type_name.lower() or "huge" in entry.message.lower() for entry in errors):
        raise LimitError(
            "the XML is nested more than 256 elements deep, or a text in it is longer than 10 million characters",
            advice="Split the file, or export the meeting in another form.",
        )
    if errors:
        first = errors[0]
        where = f"line {first.line}: {first.message.strip()}"
        builder.warn(f"the XML is not well-formed ({where}); it was read as far as possible")
    return root


def parse_part(data: bytes) -> Any:
    """Parse the XML of a part of an Office file.

    Args:
        data: The part.

    Returns:
        The root element.

    Raises:
        MalformedError: It is not well-formed.
    """
    return _parse(data, _parser(recover=False))


def name_of(element: Any) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *path: str) -> list[Any]:
    """The elements at a path below an element, by name whatever their namespace."""
    found = [element]
    for name in path:
        found = [part for parent in found for part in parent if name_of(part) == name]
    return found


def text_at(element: Any, *path: str) -> str:
    """The text of the first element at a path, stripped; empty where there is none."""
    for found in children(element, *path):
        return "".join(found.itertext()).strip()
    return ""


def _parser(*, recover: bool) -> Any:
    return etree.XMLParser(
        encoding="utf-8" if recover else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _parse(data: bytes, parser: Any) -> Any:
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError(f"the XML is broken ({error})") from error
    if root is None:
        raise MalformedError("the XML holds no elements")
    return root
