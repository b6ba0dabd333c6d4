"""How a command ends: messages on standard error and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from ..errors import MissingExtraError, ModelError, OutputError, ReferatError
from ..report.unseen import clean

if TYPE_CHECKING:
    from ..schema import ErrorInfo

FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130


def say(message: str) -> None:
    """A message to the user, out of the way of the output; names of files and what they hold are part of it."""
    typer.echo(clean(message), err=True)


def say_failure(error: ErrorInfo) -> None:
    """What went wrong with one document and what to do about it."""
    say(failure_line(error))


def failure_line(error: ErrorInfo) -> str:
    """The same, in one line whatever the file is called."""
    return clean(f"{error.message}. {error.advice}".replace("\n", "\ufffd"))


@contextmanager
def exit_status() -> Iterator[None]:
    """Turn what ends a command early into a message and its exit status.

    An output that cannot be written and a model that cannot be used are wrong use, a document that cannot be
    read is a failure. A reader that has had enough (``| head``) is neither.
    """
    try:
        yield
        sys.stdout.flush()
    except (OutputError, MissingExtraError, ModelError) as error:
        say(str(error))
        raise typer.Exit(WRONG_USE) from None
    except ReferatError as error:
        say(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes standard output once more on its way out, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
