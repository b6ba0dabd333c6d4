"""Any Transformers checkpoint, local or of the hub, through the extra ``[train]``."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import numpy as np

from ..errors import MissingExtraError, ModelError, ModelNotFoundError
from .batching import Ids, Logits
from .checkpoint import TOKENIZER, Checkpoint, Head
from .tokenize import TextTokenizer

_FETCHED = ["*.json", "*.txt", "*.model", "*.spm", "*.safetensors", "model.onnx", "model.int8.onnx"]
"""What is taken from the hub: no code, and no weights that are pickles."""


def require_transformers(why: str) -> None:
    """See that the extra ``[train]`` is installed.

    Args:
        why: What needs it, as the beginning of a sentence.

    Raises:
        MissingExtraError: A package of it is missing.
    """
    missing = [package for package in ("torch", "transformers", "safetensors") if find_spec(package) is None]
    if missing:
        raise MissingExtraError(f"{why} needs {', '.join(missing)}", advice="pip install 'referat-nlp[train]'")


def fetch(name: str) -> Path:
    """Fetch a model from the Hugging Face hub, or find it where it was put before.

    Args:
        name: ``owner/name``.

    Returns:
        The folder on this machine.

    Raises:
        ModelNotFoundError: The hub does not give it.
        MissingExtraError: The extra is not installed.
    """
    require_transformers(f"{name!r} is no folder here; to fetch it from the hub")
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, allow_patterns=_FETCHED))
    except Exception as error:  # of the network, of the hub, of the disk
        raise ModelNotFoundError(
            f"there is no folder {name!r} here, and the hub does not give a model of that name: {first_line(error)}"
        ) from None


def load_tokenizer(folder: Path) -> TextTokenizer:
    """The tokenizer of a Transformers checkpoint, in its fast form or turned into it.

    Raises:
        ModelError: There is none, or it has no fast form.
    """
    if (folder / TOKENIZER).is_file():
        return TextTokenizer.from_folder(folder)
    from transformers import AutoTokenizer

    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(str(folder), trust_remote_code=False, local_files_only=True)
        return TextTokenizer.of(tokenizer.backend_tokenizer)
    except Exception as error:
        raise ModelError(f"the tokenizer cannot be used: {first_line(error)}", path=str(folder)) from None


class TorchRunner:
    """Runs a Transformers checkpoint, on the GPU where there is one."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        """Load a checkpoint.

        Args:
            checkpoint: A folder with safetensors.

        Raises:
            MissingExtraError: The extra is not installed.
            ModelError: The checkpoint cannot be loaded.
        """
        require_transformers(f"{checkpoint.folder} holds no ONNX graph; to run it from its safetensors")
        import torch

        self._checkpoint = checkpoint
        self._torch = torch
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._model = load_model(checkpoint.folder, checkpoint.head).to(self._device)

    def __call__(self, ids: Ids, mask: Ids) -> Logits:
        """Run a batch; see :class:`~referat_nlp.inference.batching.Runner`."""
        torch = self._torch
        with torch.inference_mode():
            given = {
                "input_ids": torch.from_numpy(ids).to(self._device),
                "attention_mask": torch.from_numpy(mask).to(self._device),
            }
            logits: Logits = self._model(**given).logits.float().cpu().numpy()
        return np.asarray(logits, dtype=np.float32)

    def __reduce__(self) -> tuple[type[TorchRunner], tuple[Checkpoint]]:
        # The other process may have a device of its own.
        return TorchRunner, (self._checkpoint,)


def load_model(folder: Path, head: Head, **options: Any) -> Any:
    """Load a Transformers checkpoint in single precision, ready to predict.

    Args:
        folder: A folder with config.json and safetensors.
        head: Which of Transformers' classes of models.
        options: Passed on to ``from_pretrained``.

    Returns:
        The model.

    Raises:
        ModelError: It cannot be loaded: unknown to Transformers, code of its own, shapes that do not fit.
    """
    return pretrained(folder, head, **options).eval()


def pretrained(folder: Path, head: Head | Literal["ForSeq2SeqLM"], **options: Any) -> Any:
    """What ``from_pretrained`` of a Transformers class gives for a checkpoint, in single precision.

    Args:
        folder: A folder with config.json and safetensors.
        head: Which of Transformers' classes of models (``AutoModel…``).
        options: Passed on; with ``output_loading_info`` the model comes with what was not loaded.

    Returns:
        The model, or what the options ask for.

    Raises:
        ModelError: It cannot be loaded.
    """
    import torch
    import transformers

    messages: Any = transformers.utils.logging
    messages.disable_progress_bar()
    auto: Any = getattr(transformers, f"AutoModel{head}")
    try:
        return auto.from_pretrained(
            str(folder),
            trust_remote_code=False,
            use_safetensors=True,
            local_files_only=True,
            dtype=torch.float32,
            **options,
        )
    except Exception as error:  # Transformers raises what the part that failed raised
        raise ModelError(f"Transformers cannot load it: {first_line(error)}", path=str(folder)) from None


def first_line(error: Exception) -> str:
    """The first line of what an error says."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
