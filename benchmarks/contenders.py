"""Ways to run a model over texts, timed side by side: our runtime, and a Transformers pipeline in PyTorch."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tokenizers import Tokenizer

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.models.inputs import BUDGET, item_text
from referat_nlp.inference.checkpoint import HEADS, Head
from referat_nlp.inference.model import Model, open_model

from .tables import Row

_WARM_UP = 4
_OUR_BATCH = "by length"
_TASKS: dict[Head, str] = {
    "ForSequenceClassification": "text-classification",
    "ForTokenClassification": "token-classification",
}


@dataclass(frozen=True)
class Contender:
    """A way to run a model.

    Attributes:
        name: What the table calls it.
        batch: How inputs are put together.
        run: From texts to probabilities.
        n_tokens: How many tokens it makes of texts, padding left out.
    """

    name: str
    batch: str
    run: Callable[[list[str]], object]
    n_tokens: Callable[[list[str]], int]


def ours(model: Model, weights: str, threads: int) -> Contender:
    """Our runtime, with a file of weights of a model's folder: tokens, batches of like length, ONNX Runtime."""
    opened = open_model(model.checkpoint.folder / weights, labels=model.labels, heads=HEADS, threads=threads)

    def inputs(texts: list[str]) -> list[list[int]]:
        return [opened.tokenizer.joined([tokens.ids]) for tokens in opened.tokenizer.encode(texts)]

    def run(texts: list[str]) -> object:
        return [opened.probabilities(logits) for logits in opened.logits(inputs(texts))]

    return Contender(f"referat_nlp, {weights}", _OUR_BATCH, run, lambda texts: sum(map(len, inputs(texts))))


def transformers_pipeline(weights: Any, head: Head, like: Model, batch_size: int) -> Contender:
    """A Transformers pipeline on the processor, in single precision.

    Args:
        weights: A Transformers model, or the folder of one.
        head: What it labels, texts or tokens.
        like: The model whose tokenizer is used.
        batch_size: How many texts go through the model together.
    """
    import torch
    from transformers import PreTrainedTokenizerFast, pipeline
    from transformers.utils import logging

    logging.disable_progress_bar()
    # A copy: the pipeline sets padding, which is not for the other contenders.
    copied = Tokenizer.from_str(like.tokenizer.tokenizer.to_str())
    tokenizer: Any = PreTrainedTokenizerFast(
        tokenizer_object=copied,
        pad_token=copied.id_to_token(like.checkpoint.pad_id),
        model_max_length=like.checkpoint.max_tokens,
        model_input_names=["input_ids", "attention_mask"],
    )
    pipe: Any = pipeline(
        _TASKS[head], model=weights, tokenizer=tokenizer, device="cpu", dtype=torch.float32, trust_remote_code=False
    )

    def n_tokens(texts: list[str]) -> int:
        return sum(map(len, tokenizer(texts)["input_ids"]))

    batch = f"{batch_size} {'text' if batch_size == 1 else 'texts'}"
    return Contender("pipeline, fp32", batch, lambda texts: pipe(texts, batch_size=batch_size), n_tokens)


def texts_of(items: Sequence[ItemContext], model: Model) -> list[str]:
    """The texts of items as one string each, cut to the tokens that all models here take at once."""
    texts = ["\n".join(part for part in item_text(item).parts if part) for item in items]
    room = min(BUDGET.total, model.checkpoint.max_tokens) - 2
    cut = zip(texts, model.tokenizer.encode(texts), strict=True)
    return [text[: tokens.offsets[room - 1][1]] if len(tokens.ids) > room else text for text, tokens in cut]


def compared(contenders: Sequence[Contender], texts: list[str], threads: int, runs: int) -> list[Row]:
    """Time contenders by turns on the same texts.

    Args:
        contenders: What is compared, with the first one.
        texts: The texts.
        threads: How many each uses, which is for the table: they were made with it.
        runs: How often each runs, after a first few texts that do not count.

    Returns:
        A row each.
    """
    times: list[list[float]] = [[] for _ in contenders]
    for contender in contenders:
        contender.run(texts[:_WARM_UP])
    for _ in range(runs):
        for contender, own in zip(contenders, times, strict=True):
            begun = time.perf_counter()
            contender.run(texts)
            own.append(time.perf_counter() - begun)
    rows: list[Row] = []
    for contender, own in zip(contenders, times, strict=True):
        seconds, n_tokens = median(own), contender.n_tokens(texts)
        rows.append(
            {
                "runtime": contender.name,
                "batch": contender.batch,
                "threads": threads,
                "items": len(texts),
                "tokens": n_tokens,
                "runs": runs,
                "median s": seconds,
                "items/s": len(texts) / seconds,
                "tokens/s": n_tokens / seconds,
                "time / first": seconds / median(times[0]),
            }
        )
    return rows


def name_of(folder: Path) -> str:
    """What tables call a model folder."""
    return folder.name or str(folder)
