"""The model card of an encoder: what it has read, for how long, how well it fills gaps, what it is not good for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referat_nlp.train.hardware import hardware
from training.config import RunConfig
from training.corpus.packing import token_counts

CARD = "README.md"


def card(config: RunConfig, metrics: dict[str, Any]) -> str:
    """Write the card.

    Args:
        config: The run.
        metrics: What ``metrics.json`` says.

    Returns:
        Markdown, with the front matter that the Hugging Face hub reads.
    """
    shape = config.model
    return "\n".join(
        [
            "---",
            "language: da",
            "library_name: transformers",
            "pipeline_tag: fill-mask",
            "tags: [referat-nlp]",
            f"license: {config.licence.lower()}",
            "---",
            "# A Danish encoder for municipal minutes",
            "",
            f"ModernBERT, {metrics['parameters'] / 1e6:.1f} million parameters: {shape.layers} layers of "
            f"{shape.hidden}, {shape.heads} heads, up to {shape.positions:,} tokens, "
            f"{config.tokenizer.pieces:,} pieces of byte-level {config.tokenizer.kind.upper()}. Trained on masked "
            f"tokens ({config.pretrain.masked:.0%}) and on nothing before.",
            "",
            "## Data",
            "",
            "| source | tokens, repeats included | repeats |",
            "|---|---:|---:|",
            *_sources(config),
            "",
            "Near-duplicates are removed; meetings and cases that are held out for scoring are kept out.",
            "",
            "## Training",
            "",
            f"`python -m training pretrain`: {metrics['tokens'] / 1e6:.1f} million tokens in {metrics['steps']} steps, "
            f"the rate falling from step {metrics['constant_steps']} on; {metrics['hours']:.1f} hours on {hardware()}. "
            f"Muon and AdamW, rate {config.pretrain.rate}, weight decay {config.pretrain.weight_decay}, seed "
            f"{config.pretrain.seed}.{_before(metrics['tokens_before'])}",
            "",
            "| length | loss on held-out minutes, nats a masked token |",
            "|---:|---:|",
            *(f"| {length} | {loss:.3f} |" for length, loss in metrics["held_out_loss_by_length"].items()),
            "",
            "## Limits",
            "",
            "It is small and has read little: administrative Danish, most of its minutes from one municipality. It is "
            "a base to fine-tune, not a source of facts.",
            "",
            "## Licence",
            "",
            f"{config.licence}. The texts that it has read have terms of their own.",
            "",
        ]
    )


def _before(tokens: int) -> str:
    return (
        f" The weights that it began with had read {tokens / 1e6:.1f} million tokens of the same sources."
        if tokens
        else ""
    )


def _sources(config: RunConfig) -> Iterator[str]:
    counts = token_counts(config.corpus.folder)
    for source in config.corpus.sources:
        yield f"| {source.name} | {counts[source.name]:,} | {source.repeat} |"
