"""The way in: an output of ``referat tag`` → a folder with the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...archive.sinks import open_sink
from ...errors import OutputError
from .archive import Archive, collect
from .extra import require_extra
from .records import read_records

_MARK = "assets/site.css"
"""The file by which a folder is known to hold a site."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a site holds."""

    meetings: int
    items: int
    members: int
    failures: int


def build_site(output: str | Path, folder: str | Path) -> Built:
    """Make the site of an output.

    Args:
        output: JSON Lines of ``referat tag``.
        folder: Where the site goes. It appears when it is whole; a site that is there is replaced.

    Returns:
        How much it holds.

    Raises:
        ReferatError: The output cannot be read.
        OutputError: The folder holds something else, or cannot be written.
        MissingExtraError: The extra ``[report]`` is not installed.
    """
    require_extra()
    output, folder = Path(output), Path(folder)
    archive = collect(read_records(output))
    with _whole(folder) as part:
        return _write(archive, output, part)


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """A folder beside the site's, which becomes it at the end."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).is_file())):
        raise OutputError("there is something else than a site", path=str(folder), advice="Name a new folder.")
    part = folder.resolve().with_name(folder.resolve().name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        yield part
        if folder.exists():
            shutil.rmtree(folder)
        part.rename(folder)
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", path=str(folder), advice="Check the path and the free space."
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(archive: Archive, output: Path, folder: Path) -> Built:
    # Imported here, since they need the extra.
    from .downloads import write_tables
    from .members import members_of
    from .pages import Pages
    from .render import assets

    for name in ("assets", "data", "meetings", "members", "parties"):
        (folder / name).mkdir()
    for name, content in assets().items():
        (folder / "assets" / name).write_bytes(content)
    members = members_of(archive)
    pages = Pages(archive, members, folder)
    shutil.copyfile(output, folder / "data" / "minutes.jsonl")
    write_tables(archive, folder / "data")
    # The texts are read a second time rather than held.
    meetings = iter(archive.meetings)
    with open_sink(folder / "data" / "items.csv") as items:
        for record in read_records(output):
            items.write(record)
            pages.write_record(record, meetings)
    pages.write_rest()
    return Built(len(archive.meetings), len(archive.entries), len(members), len(archive.failures))
