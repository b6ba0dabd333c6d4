"""The head of the minutes: which body met, when and where, and who was there."""

from .absences import item_absences
from .parse import parse_header

__all__ = ["item_absences", "parse_header"]
