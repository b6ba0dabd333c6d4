"""The evaluation as one page that needs nothing beside it: scores, charts, and every error with its text."""

from __future__ import annotations

from .render import render_page, write_page

__all__ = ["render_page", "write_page"]
