"""From a document to its structured record: meeting header, item boundaries, sections, decisions.

:func:`~referat_nlp.structure.build.structure` is the one way in.
"""

from .build import structure

__all__ = ["structure"]
