"""One file a run: what is read, what is trained, and for how long."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator


class Part(BaseModel):
    """A part of a run's configuration: unknown keys are errors, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceConfig(Part):
    """One source of text.

    Attributes:
        name: How reports call it.
        path: A file or folder, below the run's data folder unless absolute.
        kind: ``minutes`` goes through the library's readers; ``text`` is plain text, plain or compressed, one
            paragraph a line, documents separated by blank lines.
        fraction: The share of documents taken, drawn by a hash of their names.
        repeat: How often its tokens stand in the training data.
    """

    name: str
    path: Path
    kind: Literal["minutes", "text"]
    fraction: float = Field(1.0, gt=0, le=1)
    repeat: int = Field(1, ge=1)


class DuplicatesConfig(Part):
    """What counts as a near-duplicate.

    Attributes:
        threshold: Estimated Jaccard similarity of shingles from which a passage is dropped.
        words: Words a shingle.
        shortest: Passages of fewer words are kept however often they come: formulas are what minutes are made of.
    """

    threshold: float = Field(0.8, gt=0, le=1)
    words: int = Field(5, ge=1)
    shortest: int = Field(20, ge=1)


class CorpusConfig(Part):
    """From sources to packed tokens.

    Attributes:
        folder: Where documents and tokens are written.
        sources: What is read, in the order in which near-duplicates are kept.
        held_out_share: The share of meetings kept out of training, drawn by a hash of the meeting.
        held_out_ids: Files of what else is kept out: labelled items as JSON Lines, or a line each of a meeting's id or
            file name, ``meeting/item number``, or a case number.
        duplicates: What counts as a near-duplicate.
        seed: Seed of the order of documents.
    """

    folder: Path
    sources: list[SourceConfig] = Field(min_length=1)
    held_out_share: float = Field(0.05, gt=0, lt=1)
    held_out_ids: list[Path] = Field(default_factory=list)
    duplicates: DuplicatesConfig = Field(default_factory=lambda: DuplicatesConfig.model_validate({}))
    seed: int = 1

    @model_validator(mode="after")
    def _names_differ(self) -> CorpusConfig:
        names = [source.name for source in self.sources]
        if len(set(names)) < len(names):
            raise ValueError("two sources have the same name")
        return self


class TokenizerConfig(Part):
    """The tokenizer: where it is kept, its kind and its size."""

    folder: Path
    kind: Literal["bpe", "unigram"] = "bpe"
    pieces: int = Field(16000, ge=300, le=65535)
    characters: int = Field(60_000_000, ge=1)


class ModelConfig(Part):
    """The shape of the encoder, in ModernBERT's terms."""

    layers: int = Field(ge=1)
    hidden: int = Field(ge=16)
    heads: int = Field(ge=1)
    intermediate: int = Field(ge=16)
    global_every: int = Field(3, ge=1)
    local_window: int = Field(128, ge=2)
    positions: int = Field(2048, ge=16)


class Phase(Part):
    """A stretch of training with one length of sequences."""

    steps: int = Field(ge=1)
    length: int = Field(ge=8)
    batch: int = Field(ge=1)


class PretrainConfig(Part):
    """The schedule: warm-up, a constant rate, and a decay that can be asked for at any moment.

    Attributes:
        folder: Where checkpoints, metrics and models are written.
        start: The folder of a finished encoder of the same shape and tokenizer that training goes on from, such as
            ``models/encoder``; by default it begins from nothing.
        phases: The constant stretch; warm-up is taken from the first.
        decay: The last stretch, in which the rate falls to zero.
        rate: The learning rate.
        warmup: Steps until it is reached.
        weight_decay: How fast the matrices of the layers shrink, times the rate. Too little of it lets them grow until
            each token attends to one other alone, which the loss does not show and fine-tuning does.
        masked: The share of tokens that are masked.
        compile: Whether to try ``torch.compile``.
        micro_batch: Sequences computed at a time, where a batch does not fit into memory; all by default.
        checkpoint_minutes: Minutes between checkpoints.
        measure_steps: Steps between measurements on the held-out minutes.
        measure_tokens: Held-out tokens measured, at the length of the first phase.
    """

    folder: Path
    start: Path | None = None
    phases: list[Phase] = Field(min_length=1)
    decay: Phase
    rate: float = Field(gt=0)
    warmup: int = Field(ge=0)
    weight_decay: float = Field(0.01, ge=0)
    clip: float = Field(1.0, gt=0)
    masked: float = Field(0.3, gt=0, lt=1)
    compile: bool = True
    micro_batch: int | None = Field(None, ge=1)
    threads: int | None = Field(None, ge=1)
    checkpoint_minutes: float = Field(10, ge=0)
    log_steps: int = Field(20, ge=1)
    measure_steps: int = Field(250, ge=1)
    measure_tokens: int = Field(100_000, ge=1)
    seed: int = 1


class ComposedConfig(Part):
    """Composed meetings to learn from.

    Attributes:
        meetings: How many there are of item types.
        voting: How many there are of ballots and absences: most decisions of a meeting tell of none.
        seed: What all chance depends on.
    """

    meetings: int = Field(ge=1)
    voting: int = Field(ge=1)
    seed: int = 1


class TaskConfig(Part):
    """How a task is fine-tuned; see :class:`referat_nlp.train.settings.Settings`."""

    epochs: int = Field(ge=1)
    rate: float = Field(gt=0)
    batch: int = Field(ge=1)
    patience: int = Field(2, ge=1)
    weak_weight: float = Field(0.3, ge=0, le=1)
    mask_share: float = Field(0.3, ge=0, le=1)
    max_windows: int = Field(4, ge=1)
    dropout: float = Field(0.1, ge=0, lt=1)


class TasksConfig(Part):
    """What is made of the encoder.

    Attributes:
        folder: Where the tasks' data and models are written.
        bundled: Where those that are shipped lie.
        shipped: Their names.
        labels: Labelled minutes to learn from.
        validation: Labelled minutes by which training ends and scores are calibrated; rules were not made on them.
        apart: Labelled minutes that are kept for scoring.
        documents: Where minutes of labels lie that are not beside them, below the run's data folder.
        minutes: Unlabelled minutes, below the run's data folder: their Resuméer are references, and an ablation asks
            what labels of the rules would add.
        composed: Composed meetings.
        item_type: How item types are learned.
        ballots: How ballots and absences are.
        summary: How summaries are.
    """

    folder: Path
    bundled: Path
    shipped: list[str]
    labels: list[Path] = Field(min_length=1)
    validation: list[Path]
    apart: list[Path]
    documents: list[Path]
    minutes: list[Path]
    composed: ComposedConfig
    item_type: TaskConfig
    ballots: TaskConfig
    summary: TaskConfig


class RunConfig(Part):
    """A whole run; one that ends with the encoder has no tasks.

    Attributes:
        data: The folder that paths of data are below.
        licence: What its models are published under, by its SPDX identifier; their cards state it.
    """

    data: Path
    licence: str = "Apache-2.0"
    corpus: CorpusConfig
    tokenizer: TokenizerConfig
    model: ModelConfig
    pretrain: PretrainConfig
    tasks: TasksConfig | None = None


def load_config(path: Path, data: Path | None = None) -> RunConfig:
    """Read a run's configuration.

    Args:
        path: A YAML file.
        data: A folder to read sources from in place of the one that the file names.

    Returns:
        The configuration.

    Raises:
        OSError: The file cannot be read.
        pydantic.ValidationError: A key is missing, unknown or out of range.
    """
    config = RunConfig.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    return config if data is None else config.model_copy(update={"data": data})
