"""The errors that the library raises, each with what to do about it.

Nothing else leaves the public functions on bad input: a caller catches :class:`ReferatError`.
"""

from __future__ import annotations


class ReferatError(Exception):
    """Base of all errors of this library.

    Attributes:
        kind: A short stable name of the problem, for programs ("encrypted").
        message: What is wrong, with the path where there is one.
        advice: What the user can do about it.
        path: The source that the error is about, or None.
    """

    kind = "error"
    advice = "Please report this with the file, if you can share it."

    def __init__(self, problem: str, *, path: str | None = None, advice: str | None = None) -> None:
        self.path = path
        self.problem = problem
        self.message = f"{path}: {problem}" if path else problem
        if advice is not None:
            self.advice = advice
        super().__init__(f"{self.message}. {self.advice}")

    def at(self, path: str) -> ReferatError:
        """The same error, naming the source that it was met in."""
        return type(self)(self.problem, path=path, advice=self.advice)


class NotFoundError(ReferatError):
    """The path does not exist, or vanished while it was being read."""

    kind = "not-found"
    advice = "Check the path; was the file moved or deleted?"


class PermissionDeniedError(ReferatError):
    """The path may not be read by this user."""

    kind = "permission-denied"
    advice = "Give this user permission to read it."


class EmptyInputError(ReferatError):
    """The source holds nothing, or nothing but white space."""

    kind = "empty"
    advice = "Check that the download or export was complete."


class UnsupportedFormatError(ReferatError):
    """The bytes are of no format that the library reads."""

    kind = "unsupported-format"
    advice = "Give text, Markdown, HTML, PDF, DOCX, FirstAgenda JSON, SBSYS/eDoc/Acadre XML, or a zip of these."


class MalformedError(ReferatError):
    """The bytes claim to be of a format but cannot be read as it (truncated, broken)."""

    kind = "malformed"
    advice = "Fetch or export the file again; it may have been cut off."


class EncryptedError(ReferatError):
    """The file is protected by a password."""

    kind = "encrypted"
    advice = "Save an unprotected copy and read that."


class NoTextError(ReferatError):
    """A scanned document: pages without a text layer."""

    kind = "no-text-layer"
    advice = "Run OCR over it first (for example ocrmypdf -l dan) and read the result."


class LimitError(ReferatError):
    """A limit on size, nesting or number was passed."""

    kind = "limit"
    advice = "Split the file, or raise the limit."


class UnsafeArchiveError(ReferatError):
    """An archive that tries to write outside itself or expands beyond reason."""

    kind = "unsafe-archive"
    advice = "Unpack it with a tool that you trust and give the files."


class NotMinutesError(ReferatError):
    """The text was read, but no agenda item was found in it."""

    kind = "not-minutes"
    advice = "Check that this is a referat or a dagsorden; see what was read with: referat text FILE"


class TooSlowError(ReferatError):
    """A document took longer than it may; the process that read it was stopped."""

    kind = "timeout"
    advice = "Look at the file; if it is sound, give it more time (--timeout)."


class TooMuchMemoryError(ReferatError):
    """A document took more memory than it may; the process that read it was stopped."""

    kind = "memory"
    advice = "Look at the file, split it, or allow more (--max-memory)."


class CrashError(ReferatError):
    """The process that read a document died of it, more than once."""

    kind = "crashed"
    advice = "The file may be damaged: fetch it again, or convert it. Please report it, if you can share it."


class OutputError(ReferatError):
    """The output cannot be written."""

    kind = "output"
    advice = "Check the path, the free space and the ending (.jsonl, .csv, .parquet, .sqlite, .popolo.json)."


class MissingExtraError(ReferatError):
    """A feature needs a package that is not installed."""

    kind = "missing-extra"
    advice = "Install the extra that the message names."


class ModelError(ReferatError):
    """A model cannot be used: a file is missing or broken, or the model is for another task."""

    kind = "model"
    advice = "Check the folder: config.json, tokenizer.json, and model.int8.onnx, model.onnx or model.safetensors."


class ModelNotFoundError(ModelError):
    """There is no model of that name: not in the package, not as a folder, not on the hub."""

    kind = "model-not-found"
    advice = "Give the name of a bundled model, a folder, or a model of the Hugging Face hub as owner/name."


def known_error(error: Exception, path: str | None) -> ReferatError:
    """The error itself, or the library's own where the library is at fault: a batch goes on."""
    if isinstance(error, ReferatError):
        return error if error.path or not path else error.at(path)
    return ReferatError(f"internal error, {type(error).__name__}: {error}", path=path)
