"""How much of a source the library is willing to read."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import LimitError

_MIB = 1024 * 1024
_OPTIONS = {
    "max_bytes": "--max-mb",
    "max_total_bytes": "--max-total-mb",
    "max_members": "--max-members",
    "max_ratio": "--max-ratio",
    "max_nesting": "--max-nesting",
    "max_pages": "--max-pages",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what a source may hold; a source that passes one gives an error that names it.

    Attributes:
        max_bytes: Size of one file, of one member of an archive, and of what a compressed file unpacks to.
        max_total_bytes: What all members of one archive unpack to together, nested archives included.
        max_members: Members of one archive, those of nested archives included.
        max_ratio: How many times larger than its packed form a member may be (small members are let off).
        max_nesting: Archives inside archives.
        max_pages: Pages of one PDF.
    """

    max_bytes: int = 100 * _MIB
    max_total_bytes: int = 2048 * _MIB
    max_members: int = 20_000
    max_ratio: int = 200
    max_nesting: int = 2
    max_pages: int = 5_000

    def check_bytes(self, size: int, what: str = "") -> None:
        """Refuse a file of more than :attr:`max_bytes`.

        Args:
            size: Its bytes.
            what: What they are bytes of, where it is not the file.

        Raises:
            LimitError: The file is larger.
        """
        if size > self.max_bytes:
            raise LimitError(
                f"{size / _MIB:.0f} MiB{what} is more than the {self.max_bytes / _MIB:.0f} MiB read at most",
                advice=f"Split the file, or {how_to_raise('max_bytes')}.",
            )


def how_to_raise(limit: str) -> str:
    """What to do about a limit, as the end of an advice: the option of ``referat tag``, and the field."""
    return f"raise the limit ({_OPTIONS[limit]}; in Python Limits.{limit})"
