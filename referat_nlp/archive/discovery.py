"""Files, folders and globs → the documents to read, in an order that is the same every time."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Collection, Iterable, Iterator

from ..errors import NotFoundError, PermissionDeniedError, ReferatError, UnsupportedFormatError
from ..reading.source import STANDARD_INPUT

Entry = str | ReferatError
"""A path, or what is wrong with one."""


def discover(
    paths: Iterable[str], *, exclude: Collection[str] = (), takes: Callable[[str], bool] | None = None
) -> Iterator[Entry]:
    """Find the files that a user names.

    Args:
        paths: Files, folders (searched to any depth, entries sorted by name, hidden ones left out), globs
            (``**`` crosses folders), and ``-`` for standard input, in the order to read them in.
        exclude: Files to leave out wherever they turn up, such as the output of the same run.
        takes: Tells of each path whether it is wanted; all are where it is None.

    Yields:
        A path, ``-``, or an error for what was named or met but cannot be read.
    """
    for path in paths:
        if path != STANDARD_INPUT and glob.has_magic(path) and not os.path.lexists(path):
            yield from _wanted(_matching(path), exclude, takes)
        else:
            yield from files_at(path, exclude=exclude, takes=takes)


def files_at(
    path: str, *, exclude: Collection[str] = (), takes: Callable[[str], bool] | None = None
) -> Iterator[Entry]:
    """As :func:`discover`, of one path that is taken as it stands: the file, or all that is in the folder."""
    if path == STANDARD_INPUT or not os.path.isdir(path):
        # Of one that is not there, reading it says so.
        yield from _wanted(iter([path]), exclude, takes)
        return
    empty = True
    for entry in _wanted(_under(path), exclude, takes):
        empty = False
        yield entry
    if empty:
        # A folder that the user named and that gives nothing is said to, as a pattern without matches is.
        yield NotFoundError(
            "there is no file in the folder" if takes is None else "there is no file in the folder that is to be read",
            path=path,
            advice="Check the path." if takes is None else "Check the path, and the patterns if some were given.",
        )


def _wanted(entries: Iterator[Entry], exclude: Collection[str], takes: Callable[[str], bool] | None) -> Iterator[Entry]:
    left_out = {os.path.realpath(path) for path in exclude}
    for entry in entries:
        if not isinstance(entry, ReferatError):
            if left_out and os.path.realpath(entry) in left_out:
                continue
            if takes is not None and not takes(entry):
                continue
        yield entry


def _matching(pattern: str) -> Iterator[Entry]:
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


def _under(folder: str) -> Iterator[Entry]:
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
