"""What a pipeline is, as a digest: two with the same one give the same records for the same file."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ReferatError
from ..inference.checkpoint import Stored
from ..schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from ..pipeline import Pipeline

_PACKAGE = Path(__file__).parents[1]
# The code that records come from; the commands, the sinks and what trains and evaluates are none of it.
_ROOMS = ("danish", "reading", "structure", "inference", "analysis")
_MODULES = ("schema.py", "document.py", "errors.py", "pipeline.py", "archive/file.py")
# Those that read files or compute: another version of one may give another text or another score.
_LIBRARIES = (
    *("charset-normalizer", "ftfy", "lxml", "numpy", "onnxruntime", "pypdfium2", "python-docx", "tokenizers"),
    *("torch", "transformers"),
)


def fingerprint(pipeline: Pipeline) -> str:
    """The digest of everything that a pipeline's records depend on beside the file.

    Those are the library's code, the packages that it reads and computes with, the schema's version, the
    analysers with their settings, the files that models are read from (wherever they lie), and the limits.

    Args:
        pipeline: The pipeline.

    Raises:
        ReferatError: An analyser cannot be pickled, so that nothing can be said of it.
    """
    analysers = (pipeline.item_type, pipeline.outcome, pipeline.votes, pipeline.absence, pipeline.summary)
    parts = {
        "schema": SCHEMA_VERSION,
        "code": _code(),
        "python": list(sys.version_info[:2]),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "analysers": _pickled(pipeline),
        "theirs": [_source(each) for each in analysers],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]


class _ByContent(pickle.Pickler):
    """Pickles a model as the digest of its files: the same model in another place is the same."""

    def persistent_id(self, value: Any) -> str | None:
        stored = None if isinstance(value, type) else getattr(value, "stored", None)
        return model_digest(stored) if isinstance(stored, Stored) else None


def _pickled(pipeline: Pipeline) -> str:
    stream = io.BytesIO()
    try:
        _ByContent(stream, protocol=4).dump(pipeline)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise ReferatError(
            f"an analyser cannot be pickled: {error}",
            advice="Make it a function or class of a module, and keep what cannot be pickled out of its attributes.",
        ) from error
    return hashlib.sha256(stream.getvalue()).hexdigest()


def model_digest(stored: Stored) -> str:
    """The digest of the files that a model is read from, by name and content."""
    digest = hashlib.sha256()
    for path in stored.files():
        digest.update(f"{path.relative_to(stored.folder).as_posix()}\0".encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


@cache
def _code() -> str:
    """The digest of the library's own code: more than its version, which stays while it is worked on."""
    digest = hashlib.sha256()
    modules = [path for room in _ROOMS for path in sorted((_PACKAGE / room).rglob("*.py"))]
    for path in (*modules, *(_PACKAGE / name for name in _MODULES)):
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _source(analyser: object) -> str | None:
    """The digest of the module that an analyser of somebody else's is written in."""
    kind = analyser if hasattr(analyser, "__qualname__") else type(analyser)
    name = str(getattr(kind, "__module__", ""))
    if name.split(".")[0] == __name__.split(".")[0]:
        return None
    path = getattr(sys.modules.get(name), "__file__", None)
    return hashlib.sha256(Path(path).read_bytes()).hexdigest() if path and Path(path).is_file() else None
