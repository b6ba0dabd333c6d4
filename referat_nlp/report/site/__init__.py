"""The output of ``referat tag`` as a website: static pages that work from a file and ask nobody for anything."""

from __future__ import annotations

from .build import build_site

__all__ = ["build_site"]
