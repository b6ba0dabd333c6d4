"""Models in our runtime beside the same checkpoints, and beside an encoder of usual size, in PyTorch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from referat_nlp.analysis.context import ItemContext
from referat_nlp.inference.checkpoint import FP32, INT8, SAFETENSORS
from referat_nlp.inference.model import Model

from .contenders import Contender, compared, name_of, ours, texts_of, transformers_pipeline
from .pipelines import NO_MODELS
from .settings import Settings
from .tables import Section

_BATCHES = (1, 8)
_BERT_BATCH = 8
_BERT_VOCABULARY = 30_522
_SAME = (
    "Every runtime tokenizes the same texts (title, indstilling, decision, case, at most 400 tokens) and gives scores."
)


def same_checkpoints(settings: Settings, items: Sequence[ItemContext], models: Mapping[str, Model]) -> Section:
    """Run each checkpoint in our runtime and in a Transformers pipeline.

    Args:
        settings: Threads and runs.
        items: The items.
        models: The models, by the analyser that they are for.

    Returns:
        A row for each model and runtime.
    """
    section = Section("Runtimes: the same checkpoints in ONNX Runtime and in a Transformers pipeline")
    section.notes = [_SAME] if models else [NO_MODELS]
    section.notes += _without_extra()
    for analyser, model in models.items():
        folder, head = model.checkpoint.folder, model.checkpoint.head
        contenders = [
            ours(model, weights, settings.threads) for weights in (INT8, FP32) if (folder / weights).is_file()
        ]
        if not (folder / SAFETENSORS).is_file():
            section.notes.append(f"{name_of(folder)}: no {SAFETENSORS}, so nothing for PyTorch to run.")
        elif not _without_extra():
            _use_threads(settings.threads)
            contenders += [transformers_pipeline(str(folder), head, model, size) for size in _BATCHES]
        if contenders:
            rows = compared(contenders, texts_of(items, model), settings.threads, settings.runs)
            section.rows += [{"analyser": analyser, "model": name_of(folder), **row} for row in rows]
    return section


def large_encoder(settings: Settings, items: Sequence[ItemContext], models: Mapping[str, Model]) -> Section:
    """Run an encoder of BERT-base shape with random weights beside our int8 path, on the same tokens.

    Args:
        settings: Threads and runs.
        items: The items, few: it is slow.
        models: The models; the first with int8 weights is beside it, and gives the tokenizer.

    Returns:
        A row each.
    """
    section = Section("A usual encoder: BERT-base shape, random weights, beside our int8 path")
    section.notes = _without_extra()
    usable = [each for each in models.values() if (each.checkpoint.folder / INT8).is_file()]
    if not usable:
        section.notes.append(f"No model with {INT8}. {NO_MODELS}" if not models else f"No model with {INT8}.")
    if section.notes:
        return section
    _use_threads(settings.threads)
    model = usable[0]
    bert, millions = _bert(model)
    contenders = [ours(model, INT8, settings.threads), bert]
    rows = compared(contenders, texts_of(items, model), settings.threads, settings.runs)
    names = (name_of(model.checkpoint.folder), "BERT")
    section.rows = [{"model": name, **row} for name, row in zip(names, rows, strict=True)]
    section.notes = [_SAME, f"BERT: {millions:.1f} million parameters, with the tokenizer of the model beside it."]
    return section


def _bert(model: Model) -> tuple[Contender, float]:
    """An encoder of 110 million parameters for the tokens of a model, and how many millions they are."""
    from transformers import BertConfig, BertForSequenceClassification

    vocabulary = max(_BERT_VOCABULARY, model.tokenizer.tokenizer.get_vocab_size())
    config: Any = BertConfig(vocab_size=vocabulary, num_labels=len(model.labels), pad_token_id=model.checkpoint.pad_id)
    bert: Any = BertForSequenceClassification(config).eval()
    millions = sum(each.numel() for each in bert.parameters()) / 1_000_000
    return transformers_pipeline(bert, "ForSequenceClassification", model, _BERT_BATCH), millions


def _without_extra() -> list[str]:
    """What is missing for PyTorch, as a note; none where nothing is."""
    missing = [package for package in ("torch", "transformers") if find_spec(package) is None]
    return [f"PyTorch is left out: {', '.join(missing)} is missing (pip install -e '.[train]')."] if missing else []


def _use_threads(threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
