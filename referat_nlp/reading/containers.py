"""Archives and compressed files, read without unpacking to disk and within limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from ..errors import (
    EmptyInputError,
    EncryptedError,
    LimitError,
    MalformedError,
    ReferatError,
    UnsafeArchiveError,
    UnsupportedFormatError,
)
from .limits import Limits, how_to_raise
from .registry import Result, read_within

_MIB = 1024 * 1024
#: Members smaller than this may be packed at any ratio: a page of blanks does no harm.
_SMALL = 4 * _MIB
_ENCRYPTED_FLAG = 0x1
_CLIMBS = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
# What a browser saves beside a page.
_ASSET = re.compile(
    r"\.(?:css|js|mjs|map|ico|svg|woff2?|ttf|eot)$|_(?:files|filer)/.*\.(?:png|jpe?g|gif|webp|html?)$",
    re.IGNORECASE,
)
_OFFICE = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
}
_PACK_ERRORS = (OSError, EOFError, zlib.error, lzma.LZMAError, struct.error)
#: What a broken zip archive raises.
ZIP_ERRORS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, *_PACK_ERRORS)


@dataclass(slots=True)
class Budget:
    """What an archive and all archives inside it may still use together."""

    limits: Limits
    bytes_used: int = 0
    members: int = 0
    depth: int = 0

    def take(self, size: int) -> None:
        """Count unpacked bytes.

        Raises:
            LimitError: More than the total was unpacked.
        """
        self.bytes_used += size
        if self.bytes_used > self.limits.max_total_bytes:
            raise LimitError(
                f"it unpacks to more than {self.limits.max_total_bytes / _MIB:.0f} MiB in all",
                advice=f"Split the archive, or {how_to_raise('max_total_bytes')}.",
            )

    def take_member(self) -> None:
        """Count a member.

        Raises:
            LimitError: There are too many.
        """
        self.members += 1
        if self.members > self.limits.max_members:
            raise LimitError(
                f"it has more than {self.limits.max_members} members",
                advice=f"Split the archive, or {how_to_raise('max_members')}.",
            )


def read_packed(data: bytes, kind: str, path: str | None, limits: Limits, budget: Budget) -> Iterator[Result]:
    """Read a file compressed by gzip, xz or bzip2: one document, or JSON lines.

    Args:
        data: The compressed bytes.
        kind: ``gzip``, ``xz`` or ``bzip2``.
        path: The file's name for the user.
        limits: Bounds.
        budget: What is left of them.

    Raises:
        ReferatError: The file cannot be unpacked within the limits.
    """
    openers: dict[str, Callable[[IO[bytes]], gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File]] = {
        "gzip": lambda file: gzip.GzipFile(fileobj=file),
        "xz": lzma.LZMAFile,
        "bzip2": bz2.BZ2File,
    }
    try:
        with openers[kind](io.BytesIO(data)) as opened:
            unpacked = opened.read(limits.max_bytes + 1)
    except _PACK_ERRORS as error:
        raise MalformedError(f"the {kind} file is broken or cut off ({error})") from error
    _check_ratio(len(unpacked), len(data), limits, None)
    limits.check_bytes(len(unpacked))
    budget.take(len(unpacked))
    yield from _descend(unpacked, path, limits, budget)


def read_zip(data: bytes, path: str | None, limits: Limits, budget: Budget) -> Iterator[Result]:
    """Read the documents of a zip archive; nothing is written to disk.

    Args:
        data: The archive.
        path: Its name for the user; members are ``path/member``.
        limits: Bounds.
        budget: What is left of them.

    Raises:
        ReferatError: The archive as a whole cannot be read.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except ZIP_ERRORS as error:
        raise MalformedError(f"the zip archive (or DOCX) is broken or cut off ({error})") from error
    names = {member.filename for member in members}
    for marker, what in _OFFICE.items():
        if marker in names and ("mimetype" in names or "[Content_Types].xml" in names):
            raise UnsupportedFormatError(
                f"this is {what}, which is not read", advice="Save it as PDF or DOCX and read that."
            )
    read_any = False
    for member in members:
        name = member.filename
        if member.is_dir() or _JUNK.search(name) or _ASSET.search(name):
            continue
        read_any = True
        budget.take_member()
        member_path = f"{path}/{name}" if path else name
        try:
            content = unpack(archive, member, limits)
            budget.take(len(content))
        except LimitError as error:
            yield error.at(member_path)
            if budget.bytes_used > limits.max_total_bytes:
                return
            continue
        except ReferatError as error:
            yield error.at(member_path)
            continue
        yield from _descend_named(content, member_path, limits, budget)
    if not read_any:
        raise EmptyInputError("the zip archive holds no documents")


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The bytes of one member of a zip archive.

    Args:
        archive: The open archive.
        member: The member.
        limits: Bounds.

    Raises:
        ReferatError: The member is unsafe, locked, too large or broken.
    """
    if _CLIMBS.search(member.filename):
        raise UnsafeArchiveError("the name of this member climbs out of the archive")
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise EncryptedError("this member of the archive is protected by a password")
    _check_ratio(member.file_size, member.compress_size, limits, member.filename)
    limits.check_bytes(member.file_size)
    try:
        with archive.open(member) as file:
            content = file.read(limits.max_bytes + 1)
    except ZIP_ERRORS as error:
        raise MalformedError(f"this member of the archive is broken ({error})") from error
    _check_ratio(len(content), member.compress_size, limits, member.filename)
    limits.check_bytes(len(content))
    return content


def _check_ratio(size: int, packed: int, limits: Limits, member: str | None) -> None:
    if size > _SMALL and size > limits.max_ratio * max(packed, 1):
        what = "this member" if member else "the file"
        raise UnsafeArchiveError(
            f"{what} unpacks to over {limits.max_ratio} times its size",
            advice=f"Unpack it with a tool that you trust and give the files, or {how_to_raise('max_ratio')}.",
        )


def _descend(data: bytes, path: str | None, limits: Limits, budget: Budget) -> Iterator[Result]:
    if budget.depth >= limits.max_nesting:
        raise LimitError(
            f"archives inside archives, more than {limits.max_nesting} deep",
            advice=f"Unpack the outer archives, or {how_to_raise('max_nesting')}.",
        )
    budget.depth += 1
    try:
        yield from read_within(data, path, limits, budget)
    finally:
        budget.depth -= 1


def _descend_named(data: bytes, path: str, limits: Limits, budget: Budget) -> Iterator[Result]:
    try:
        yield from _descend(data, path, limits, budget)
    except ReferatError as error:
        yield error.at(path)
