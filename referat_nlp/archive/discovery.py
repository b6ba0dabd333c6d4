"""Files, folders and globs → the documents to read, in an order that is the same every time."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator

from ..errors import NotFoundError, PermissionDeniedError, ReferatError, UnsupportedFormatError
from ..reading.source import STANDARD_INPUT


def discover(paths: Iterable[str], *, exclude: Collection[str] = ()) -> Iterator[str | ReferatError]:
    """Find the files that a user names.

    Args:
        paths: Files, folders (searched to any depth, entries sorted by name, hidden ones left out), globs
            (``**`` crosses folders), and ``-`` for standard input, in the order to read them in.
        exclude: Files to leave out wherever they turn up, such as the output of the same run.

    Yields:
        A path, ``-``, or an error for what was named or met but cannot be read.
    """
    left_out = {os.path.realpath(path) for path in exclude}
    for path in paths:
        if path == STANDARD_INPUT or os.path.lexists(path):
            found = _folder(path) if os.path.isdir(path) else iter([path])
        elif glob.has_magic(path):
            found = _matching(path)
        else:
            found = iter([path])  # Reading it says that it is not there.
        for entry in found:
            if isinstance(entry, ReferatError) or not left_out or os.path.realpath(entry) not in left_out:
                yield entry


def _matching(pattern: str) -> Iterator[str | ReferatError]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield NotFoundError("no file matches", path=pattern, advice="Check the pattern.")
    # A pattern that ends in ** gives the folders as well as what is in them.
    folders_too = pattern.endswith("**")
    for match in matches:
        if not os.path.isdir(match):
            yield match
        elif not folders_too:
            yield from _under(match)


def _folder(folder: str) -> Iterator[str | ReferatError]:
    """A folder that the user named: one without files is said to be so, as a pattern without matches is."""
    empty = True
    for entry in _under(folder):
        empty = False
        yield entry
    if empty:
        yield NotFoundError("there is no file in the folder", path=folder, advice="Check the path.")


def _under(folder: str) -> Iterator[str | ReferatError]:
    try:
        with os.scandir(folder) as entries:
            visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=_by_name)
    except FileNotFoundError:
        yield NotFoundError("the folder is gone", path=folder)
        return
    except PermissionError:
        yield PermissionDeniedError("the folder may not be read", path=folder)
        return
    except OSError as error:
        problem = f"the folder cannot be read: {error.strerror}"
        yield ReferatError(problem, path=folder, advice="Check the disk.")
        return
    for entry in visible:
        # Links to folders are not followed: they may lead back up.
        if entry.is_dir(follow_symlinks=False):
            yield from _under(entry.path)
        elif entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path)):
            yield entry.path
        elif not entry.is_symlink():
            yield UnsupportedFormatError("not a file", path=entry.path, advice="Give files and folders.")


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name
