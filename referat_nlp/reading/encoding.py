"""Bytes → characters: byte order marks, UTF-8, and what charset-normalizer makes of the rest."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf_16_le", "utf_16_be")
_WIDE_SAMPLE = 8192
# The encodings of Danish files; left to itself, detection finds Baltic and Icelandic ones in short texts.
_CODE_PAGES = ("cp1252", "mac_roman", "cp865")
_DANISH = "æøåÆØÅé"
_HANDLER = "referat-single-byte"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was in, and what had to be repaired."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file; never fails.

    Args:
        data: The bytes of the whole file.

    Returns:
        The characters, without byte order mark. A guess that may be wrong is told in the warnings.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    wide = _wide(data)
    if wide:
        return _lenient(data, wide)
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    if sum(1 for char in replaced if char > "\x7f") - bad > 2 * bad:
        text = data.decode("utf-8", _HANDLER)
        return Decoded(text, "utf-8", (f"{bad} bytes were not UTF-8 and were read as cp1252",))
    page = _code_page(data)
    warnings = () if page == "cp1252" else (f"the encoding is a guess: {page}",)
    return Decoded(data.decode(page, _HANDLER), page, warnings)


def looks_utf16(data: bytes) -> bool:
    """Whether the bytes are UTF-16, marked or not (its NULs are no sign of binary data)."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data) is not None


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        handler = _HANDLER if encoding == "utf-8" else "ignore"
        return Decoded(data.decode(encoding, handler), encoding, (f"some bytes were not valid {encoding}",))


def _wide(data: bytes) -> str | None:
    head = data[:_WIDE_SAMPLE]
    if b"\x00" not in head:
        return None
    found = _detect(head[: len(head) // 2 * 2], _WIDE)
    return found.replace("_", "-") if found else None


def _code_page(data: bytes) -> str:
    found = _detect(data, _CODE_PAGES) or "cp1252"
    counts = {page: sum(map(data.count, _letters(page))) for page in _CODE_PAGES}
    # Danish tells better than detection, which takes 'm\x9bde' of a DOS file for cp1252: the page
    # under which most high bytes are Danish letters is the one.
    rival = max(_CODE_PAGES, key=lambda page: counts[page])
    return rival if counts[rival] >= 2 * counts[found] + 2 else found


def _letters(page: str) -> list[bytes]:
    return [letter.encode(page) for letter in _DANISH]


def _detect(data: bytes, encodings: Sequence[str]) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(encodings)).best()
    return best.encoding if best else None


def _as_single_byte(error: UnicodeError) -> tuple[str, int]:
    import ftfy.bad_codecs  # noqa: F401  (registers the codec that knows the five bytes cp1252 leaves out)

    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


codecs.register_error(_HANDLER, _as_single_byte)
