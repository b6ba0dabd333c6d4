"""Structured records from Danish municipal minutes.

>>> import referat_nlp
>>> pipeline = referat_nlp.load()
>>> referat = pipeline("examples/kloeverby_teknik.xml")
>>> referat.items[2].title, referat.items[2].outcome
('Byggelinje ved Klosterengen', 'forkastet')

Names are imported when they are first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .document import Document
    from .errors import ReferatError
    from .pipeline import Pipeline, load, parse
    from .reading import Limits, read, read_all
    from .schema import (
        Absence,
        Ballot,
        Counts,
        Decision,
        DecisionPoint,
        ErrorInfo,
        Failure,
        Item,
        Meeting,
        Participant,
        Person,
        Referat,
        Section,
        Source,
        Statement,
        Summary,
        SummarySentence,
        Voter,
        json_schema,
    )

__all__ = [
    "Absence",
    "Ballot",
    "Counts",
    "Decision",
    "DecisionPoint",
    "Document",
    "ErrorInfo",
    "Failure",
    "Item",
    "Limits",
    "Meeting",
    "Participant",
    "Person",
    "Pipeline",
    "Referat",
    "ReferatError",
    "Section",
    "Source",
    "Statement",
    "Summary",
    "SummarySentence",
    "Voter",
    "__version__",
    "json_schema",
    "load",
    "parse",
    "read",
    "read_all",
]

_HOME = {
    "Document": "document",
    "ReferatError": "errors",
    "Pipeline": "pipeline",
    "load": "pipeline",
    "parse": "pipeline",
    "Limits": "reading",
    "read": "reading",
    "read_all": "reading",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_HOME.get(name, 'schema')}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
