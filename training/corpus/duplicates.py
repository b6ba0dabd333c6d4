"""Near-duplicates by MinHash over word shingles (Broder 1997), found by banding, in one pass."""

from __future__ import annotations

import re
import zlib

import numpy as np
from numpy.typing import NDArray

from training.config import DuplicatesConfig

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_BANDS = 16
_ROWS = 4
"""Sixteen bands of four hashes: a pair of similarity 0.8 shares one with probability 0.9998, of 0.3 with 0.12."""

_ODD = np.random.default_rng(20240229).integers(1, 2**63, _BANDS * _ROWS, dtype=np.uint64)
_MULTIPLIERS: Hashes = _ODD | np.uint64(1)
_MIXER = np.uint64(0x9E3779B97F4A7C15)


class NearDuplicates:
    """Passages seen so far; the first of its kind is kept."""

    def __init__(self, config: DuplicatesConfig) -> None:
        self._config = config
        self._signatures: list[NDArray[np.uint32]] = []
        self._bands: list[dict[bytes, int]] = [{} for _ in range(_BANDS)]

    def seen(self, passage: str) -> bool:
        """Whether a passage is near one seen before; if not, it is remembered.

        Args:
            passage: Some text. Case and punctuation do not count, short passages are never duplicates.

        Returns:
            True where an earlier passage has at least the threshold's estimated similarity.
        """
        words = _WORD.findall(passage.lower())
        if len(words) < max(self._config.shortest, self._config.words):
            return False
        signature = self._signature(words)
        keys = [signature[i * _ROWS : (i + 1) * _ROWS].tobytes() for i in range(_BANDS)]
        for candidate in {band[key] for band, key in zip(self._bands, keys, strict=True) if key in band}:
            if float(np.mean(self._signatures[candidate] == signature)) >= self._config.threshold:
                return True
        for band, key in zip(self._bands, keys, strict=True):
            band.setdefault(key, len(self._signatures))
        self._signatures.append(signature)
        return False

    def _signature(self, words: list[str]) -> NDArray[np.uint32]:
        hashes: Hashes = np.fromiter((zlib.crc32(w.encode("utf-8")) for w in words), dtype=np.uint64, count=len(words))
        n = len(words) - self._config.words + 1
        shingles: Hashes = np.zeros(n, dtype=np.uint64)
        for offset in range(self._config.words):
            shingles = shingles * _MIXER + hashes[offset : offset + n]
        shingles ^= shingles >> np.uint64(29)
        permuted = (np.unique(shingles)[:, None] * _MULTIPLIERS) >> np.uint64(32)
        signature: NDArray[np.uint32] = permuted.min(axis=0).astype(np.uint32)
        return signature
