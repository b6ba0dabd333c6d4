"""Many files: finding them, tagging them, and writing the records to one file that is whole or not there."""

from .cluster import Cluster
from .discovery import discover
from .engine import Bounds, Engine, InProcess
from .engines import choose
from .journal import Journal
from .selection import Selection
from .sinks import ENDINGS, Record, Sink, open_sink
from .tagging import run, tag, tag_archive
from .tally import Tally
from .workers import Workers

__all__ = [
    "ENDINGS",
    "Bounds",
    "Cluster",
    "Engine",
    "InProcess",
    "Journal",
    "Record",
    "Selection",
    "Sink",
    "Tally",
    "Workers",
    "choose",
    "discover",
    "open_sink",
    "run",
    "tag",
    "tag_archive",
]
