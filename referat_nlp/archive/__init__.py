"""Many files: finding them, tagging them, and writing the records to one file that is whole or not there."""

from .discovery import discover
from .sinks import ENDINGS, Record, Sink, open_sink
from .tagging import Tally, tag

__all__ = ["ENDINGS", "Record", "Sink", "Tally", "discover", "open_sink", "tag"]
