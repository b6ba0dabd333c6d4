"""The tokenizer: trained on the corpus, and measured on minutes that it has not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from training.config import RunConfig, TokenizerConfig
from training.corpus.build import HELD_OUT, TRAIN, read_texts
from training.corpus.passages import hash_share

PAD, UNK, CLS, SEP, MASK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
SPARE = tuple(f"[unused{n}]" for n in range(8))
"""Pieces that a task can give a meaning to, such as 'here begins the title', without growing the vocabulary."""

SPECIAL = (PAD, UNK, CLS, SEP, MASK, *SPARE)

_SPLIT = r" ?\p{L}+| ?\p{N}{1,3}| ?[^\s\p{L}\p{N}]+|\s*[\r\n]|\s+(?!\S)|\s+"
"""Words, groups of up to three digits, signs, line ends: counts of votes stay whole, case numbers do not."""

_WORD = re.compile(r"\w+|[^\w\s]")


def train_tokenizer(config: RunConfig) -> Tokenizer:
    """Train the run's tokenizer on its corpus and save it.

    Args:
        config: The run; its corpus is built.

    Returns:
        The tokenizer, saved as ``tokenizer.json`` with what Transformers needs beside it.
    """
    settings = config.tokenizer
    tokenizer = _train(settings, config)
    settings.folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(settings.folder / "tokenizer.json"))
    return tokenizer


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a folder.

    Raises:
        FileNotFoundError: None was trained there.
    """
    path = folder / "tokenizer.json"
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: run the command tokenizer first")
    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    return tokenizer


def pieces_a_word(tokenizer: Tokenizer, path: Path) -> float:
    """How many pieces a word takes, a word being a run of letters and digits or a single other sign.

    Args:
        tokenizer: A tokenizer.
        path: Documents of a built corpus.

    Returns:
        Pieces divided by words, line ends not counted in either.
    """
    pieces = words = 0
    for _, text in read_texts(path):
        flat = " ".join(text.split())
        pieces += len(tokenizer.encode(flat, add_special_tokens=False).ids)
        words += len(_WORD.findall(flat))
    return pieces / max(words, 1)


def compare_tokenizers(config: RunConfig) -> dict[str, float]:
    """Pieces a word on the held-out minutes: the run's tokenizer, the other kind, and half and double its size.

    Args:
        config: The run; its corpus and tokenizer are built.

    Returns:
        Pieces a word, by kind and size.
    """
    held_out = config.corpus.folder / HELD_OUT
    own = config.tokenizer
    other = "unigram" if own.kind == "bpe" else "bpe"
    rivals = [(other, own.pieces), (own.kind, own.pieces // 2), (own.kind, min(own.pieces * 2, 65535))]
    scores = {f"{own.kind} {own.pieces}": pieces_a_word(load_tokenizer(own.folder), held_out)}
    for kind, pieces in rivals:
        rival = _train(own.model_copy(update={"kind": kind, "pieces": pieces}), config)
        scores[f"{kind} {pieces}"] = pieces_a_word(rival, held_out)
    return scores


def _train(settings: TokenizerConfig, config: RunConfig) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE() if settings.kind == "bpe" else models.Unigram())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_SPLIT), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = (
        trainers.BpeTrainer(
            vocab_size=settings.pieces, special_tokens=list(SPECIAL), initial_alphabet=alphabet, show_progress=False
        )
        if settings.kind == "bpe"
        else trainers.UnigramTrainer(
            vocab_size=settings.pieces,
            special_tokens=list(SPECIAL),
            initial_alphabet=alphabet,
            unk_token=UNK,
            show_progress=False,
        )
    )
    tokenizer.train_from_iterator(_sample(settings, config), trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{CLS} $A {SEP}",
        pair=f"{CLS} $A {SEP} $B:1 {SEP}:1",
        special_tokens=[(name, tokenizer.token_to_id(name)) for name in (CLS, SEP)],
    )
    return tokenizer


def _sample(settings: TokenizerConfig, config: RunConfig) -> Iterator[str]:
    """Documents up to the limit of characters: sources weigh what they weigh in training."""
    repeats = {source.name: source.repeat for source in config.corpus.sources}
    path = config.corpus.folder / TRAIN
    total = sum(len(text) * repeats[source] for source, text in read_texts(path))
    share = settings.characters / max(total, 1)
    for number, (source, text) in enumerate(read_texts(path)):
        for copy in range(repeats[source]):
            if hash_share(f"tokenizer {number} {copy}") < share:
                yield text
