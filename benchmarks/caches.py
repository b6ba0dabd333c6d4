"""The library made to forget the lines that it has seen."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper


def forget() -> None:
    """Empty all caches of the library, so that what is read next is seen for the first time."""
    for each in gc.get_objects():
        # Asking for a class runs code of other packages' objects.
        if type(each) is _lru_cache_wrapper and each.__wrapped__.__module__.startswith("referat_nlp"):
            each.cache_clear()
