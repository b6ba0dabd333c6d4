"""Labelled minutes that nobody held: text composed together with its labels, to train and to time models."""

from __future__ import annotations

from .compose import Composed, Mention, compose

__all__ = ["Composed", "Mention", "compose"]
