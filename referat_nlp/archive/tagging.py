"""Files in, one output out: what ``referat tag`` runs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError, ReferatError
from ..schema import Failure
from .discovery import Entry, discover
from .engine import Bounds, Engine, InProcess, Job, MakePipeline, Tagged, unpack
from .engines import EngineName, choose
from .file import printable
from .journal import Journal, files_of, stamp
from .order import AsTheyCome, InOrder, Out, Recall
from .selection import Selection
from .sinks import Record, Sink, open_sink, sink_kind
from .tally import Tally

if TYPE_CHECKING:
    from ..pipeline import Pipeline

OnRecord = Callable[[Record], None]
OnFile = Callable[[str], None]


def tag(
    paths: Iterable[str],
    sink: Sink,
    pipeline: Pipeline,
    *,
    exclude: Collection[str] = (),
    on_record: OnRecord | None = None,
) -> Tally:
    """Tag everything under the paths here and now, and write one record a document.

    Args:
        paths: Files, folders, globs, ``-`` (see :func:`~referat_nlp.archive.discovery.discover`).
        sink: Where the records go, opened; closing it is the caller's.
        pipeline: What to run.
        exclude: Files to leave out, such as the output.
        on_record: Called with each record after it was written.

    Returns:
        The counts. Documents that cannot be read are failures in the output and in the counts.

    Raises:
        OutputError: A record cannot be written (the disk is full).
    """
    return run(discover(paths, exclude=exclude), sink, InProcess(pipeline), on_record=on_record)


def tag_archive(
    selection: Selection | Iterable[str],
    out: str | Path,
    pipeline: Pipeline | MakePipeline,
    *,
    workers: int | None = None,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
    engine: EngineName = "local",
    ray_address: str | None = None,
    in_order: bool = True,
    append: bool = False,
    fresh: bool = False,
    on_record: OnRecord | None = None,
    on_file: OnFile | None = None,
) -> Tally:
    """Tag an archive to a file, in processes of their own; a run that was stopped goes on where it was.

    Args:
        selection: What to read, or paths.
        out: The output; its ending names the format. Beside it is the journal, ``<out>.journal``.
        pipeline: What to run, or what makes it; it is pickled for the workers.
        workers: How many processes; 1 if not given, with Ray as many as there are processors. 0 runs the pipeline
            here, where nothing can stop it.
        bounds: What a file may cost.
        engine: Whether they are on this machine or on those of a Ray cluster.
        ray_address: Where that is; see :class:`~.cluster.Cluster`.
        in_order: Whether the output has the order of the input, or that in which files are done.
        append: Whether to add to the output that is there, which leaves out documents that it holds.
        fresh: Whether to forget what earlier runs finished.
        on_record: Called with each record after it was written.
        on_file: Called with the path of each file that is done.

    Returns:
        The counts, with what earlier runs finished.

    Raises:
        OutputError: The output cannot be written, or is written by another run.
        ReferatError: The pipeline cannot be loaded, or there is no cluster.
        MissingExtraError: Ray is not installed.
    """
    path = Path(out)
    sink_kind(path)
    if not isinstance(selection, Selection):
        selection = Selection(tuple(selection))
    if workers is None and engine == "local":
        workers = 1
    chosen = choose(pipeline, engine, workers=workers, bounds=bounds, ray_address=ray_address)
    journal = path.with_name(f"{path.name}.journal")
    # The journal first: it keeps a second run off the output.
    with closing(chosen), Journal(journal, fresh=fresh) as kept:
        chosen.prepare()
        with open_sink(path, append=append) as sink:
            entries = selection.files(leave_out=own_files(path))
            tally = run(entries, sink, chosen, journal=kept, in_order=in_order, on_record=on_record, on_file=on_file)
        kept.forget_others()
    return tally


def own_files(out: Path) -> list[str]:
    """The output and what stands beside it while it is made."""
    return [str(out), f"{out}.part", *files_of(out.with_name(f"{out.name}.journal"))]


def run(
    entries: Iterable[Entry],
    sink: Sink,
    engine: Engine,
    *,
    journal: Journal | None = None,
    in_order: bool = True,
    on_record: OnRecord | None = None,
    on_file: OnFile | None = None,
) -> Tally:
    """Tag files by any engine, to any sink.

    Args:
        entries: Paths, and errors in the place of what cannot be read.
        sink: Where the records go, opened.
        engine: What runs the pipeline; closing it is the caller's.
        journal: Where finished results are kept; None keeps them for this run alone.
        in_order: Whether records are written in the order of the entries, or as they come.
        on_record: Called with each record after it was written.
        on_file: Called with the path of each file that is done.

    Returns:
        The counts.

    Raises:
        OutputError: A record cannot be written or kept.
    """
    if journal is not None:
        return _Run(sink, engine, journal, in_order, on_record, on_file).all(entries)
    with Journal() as temporary:
        return _Run(sink, engine, temporary, in_order, on_record, on_file).all(entries)


@dataclass(slots=True)
class _File:
    """A file that is being tagged: where it is, what it is called, and whether it changes."""

    path: str
    name: str
    stamp: str | None


class _Run:
    """One run: what is known goes from the journal to the output, the rest by the engine to both."""

    def __init__(
        self,
        sink: Sink,
        engine: Engine,
        journal: Journal,
        in_order: bool,
        on_record: OnRecord | None,
        on_file: OnFile | None,
    ) -> None:
        self._sink, self._engine, self._journal = sink, engine, journal
        self._on_record, self._on_file = on_record, on_file
        self._out: Out = InOrder(self._write) if in_order else AsTheyCome(self._write)
        self._tally = Tally()
        self._files: dict[int, _File] = {}
        # In this process the order is that of the input anyway, and nothing has to wait.
        self._keeps = journal.path is not None or not isinstance(engine, InProcess)
        self._looks_up = False

    def all(self, entries: Iterable[Entry]) -> Tally:
        """Tag everything."""
        if self._keeps:
            self._journal.use(self._engine.prepare().fingerprint, self._engine.bounds)
            self._looks_up = not self._journal.is_empty()
        for result in self._engine.run(self._jobs(entries)):
            file = self._files[result.index]
            if isinstance(result, Tagged):
                self._out.add(result.index, self._recall(result, file))
                continue
            if self._keeps and result.sha256 is not None:
                self._journal.finish(result)
                if file.stamp is not None:
                    self._journal.remember(file.path, file.stamp, result.sha256)
            self._close(result.index, file.name)
        return self._tally

    def _jobs(self, entries: Iterable[Entry]) -> Iterator[Job]:
        """What is left to do; what is known, or cannot be, is put out on the way."""
        for index, entry in enumerate(entries):
            if isinstance(entry, ReferatError):
                name = printable(entry.path or "")
                self._out.add(index, partial(Failure.of, entry.at(name)))
                self._close(index, name)
                continue
            name = printable(entry)
            changes = stamp(entry)
            sha256 = self._digest(entry, changes) if self._looks_up and changes else None
            known = self._journal.known(sha256) if sha256 else None
            for position in range(known.n_documents if known else 0):
                self._out.add(index, partial(self._journal.record, str(sha256), position, name))
            if known and known.complete:
                self._close(index, name)
                continue
            self._files[index] = _File(entry, name, changes)
            size = int(changes.split(":")[0]) if changes else 0
            yield Job(index, entry, size, skip=known.n_documents if known else 0, sha256=sha256)

    def _digest(self, path: str, changes: str) -> str | None:
        """The digest of a file's bytes, of which the journal may know without reading them."""
        known = self._journal.digest(path, changes)
        if known is not None:
            return known
        try:
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size > self._engine.prepare().limits.max_bytes:
                    return None
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None  # Reading it says why.
        self._journal.remember(path, changes, sha256)
        return sha256

    def _recall(self, tagged: Tagged, file: _File) -> Recall:
        if not self._keeps or tagged.sha256 is None:
            return partial(unpack, tagged.packed, failed=tagged.failed)
        self._journal.keep(tagged, file.name)
        return partial(self._journal.record, tagged.sha256, tagged.position, file.name)

    def _write(self, record: Record) -> None:
        try:
            self._sink.write(record)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"the output cannot be written: {error.strerror}") from error
        self._tally.add(record)
        if self._on_record is not None:
            self._on_record(record)

    def _close(self, index: int, path: str) -> None:
        self._files.pop(index, None)
        self._out.close(index)
        if self._on_file is not None:
            self._on_file(path)
