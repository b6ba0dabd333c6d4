"""The slim runtime: a checkpoint as an ONNX graph, on the processor."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from ..errors import ModelError
from .batching import Ids, Logits

# What goes wrong is raised; the runtime would print it besides.
_ONLY_FATAL = 4
_KNOWN_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}


class OnnxRunner:
    """Runs an ONNX graph that takes ``input_ids`` and ``attention_mask`` and gives logits."""

    def __init__(self, path: Path, threads: int | None = None) -> None:
        """Open a graph.

        Args:
            path: The ``.onnx`` file.
            threads: How many to use; None for the cores that this process may run on.

        Raises:
            ModelError: The file is no graph that can be run, or takes something else.
        """
        self._path, self._threads = path, threads
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or _usable_cores()
        options.inter_op_num_threads = 1
        options.log_severity_level = _ONLY_FATAL
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime has a class of its own for each of its states
            raise ModelError(f"is no ONNX graph that can be run: {error}", path=str(path)) from None
        self._inputs = {each.name for each in self._session.get_inputs()}
        if not {"input_ids"} <= self._inputs <= _KNOWN_INPUTS:
            named = ", ".join(sorted(self._inputs))
            raise ModelError(f"the graph takes {named}; it should take input_ids and attention_mask", path=str(path))

    def __call__(self, ids: Ids, mask: Ids) -> Logits:
        """Run a batch; see :class:`~referat_nlp.inference.batching.Runner`."""
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        output: Any = self._session.run(None, {name: given[name] for name in self._inputs})[0]
        return np.asarray(output, dtype=np.float32)

    def __reduce__(self) -> tuple[type[OnnxRunner], tuple[Path, int | None]]:
        # A session cannot go to another process; the file can be opened there again.
        return OnnxRunner, (self._path, self._threads)


def _usable_cores() -> int:
    """The cores that this process may run on, which in a container are fewer than the machine's.

    ``OMP_NUM_THREADS`` bounds them, as it does for torch: processes that work side by side share the cores.
    """
    bound = os.environ.get("OMP_NUM_THREADS", "")
    if bound.isdecimal() and int(bound) > 0:
        return int(bound)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
