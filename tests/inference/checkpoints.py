"""Tiny checkpoints of the architectures that people fine-tune, made on the spot: random weights, learned tokenizers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

TEXTS = (
    "Sagsfremstilling: Byrådet har afsat midler til en ny svømmehal, og forvaltningen har holdt møder om placeringen.",
    "Indstilling: Forvaltningen indstiller, at orienteringen tages til efterretning, og at bevillingen godkendes.",
    "Udvalget drøftede oplægget. Cykelstien mellem Tved Mark og havnen koster 14,2 mio. kr. og bliver 3 km lang.",
    "Beslutning: Godkendt. Et flertal tiltrådte indstillingen; punkt 1, 2, 4, 5, 6, 7, 8, 9 og 0 er udsat.",
)
_PIECES = 300
_SHAPE: dict[str, Any] = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "max_position_embeddings": 130,
}


def word_pieces() -> Tokenizer:
    """WordPiece, as of BERT."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tokenizer.train_from_iterator(
        TEXTS, trainers.WordPieceTrainer(vocab_size=_PIECES, special_tokens=special, show_progress=False)
    )
    return _around(tokenizer, "[CLS]", "[SEP]")


def byte_pairs() -> Tokenizer:
    """Byte-level BPE, as of RoBERTa and BART."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=_PIECES + 100,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXTS, trainer)
    return _around(tokenizer, "<s>", "</s>")


def unigrams(begin: str | None, end: str) -> Tokenizer:
    """Unigram pieces with a sign for spaces, as SentencePiece makes them for XLM-R, DeBERTa and T5."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"] if begin == "<s>" else ["[PAD]", "[CLS]", "[SEP]", "[UNK]"]
    if begin is None:
        special = ["<pad>", "</s>", "<unk>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    unknown = next(each for each in special if "unk" in each.lower())
    tokenizer.train_from_iterator(
        TEXTS,
        trainers.UnigramTrainer(vocab_size=250, special_tokens=special, unk_token=unknown, show_progress=False),
    )
    return _around(tokenizer, begin, end)


def _around(tokenizer: Tokenizer, begin: str | None, end: str) -> Tokenizer:
    named = [each for each in (begin, end) if each]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin or ''} $A {end}".strip(),
        special_tokens=[(each, tokenizer.token_to_id(each)) for each in named],
    )
    return tokenizer


ENCODERS: dict[str, Callable[[], Tokenizer]] = {
    "Bert": word_pieces,
    "DistilBert": word_pieces,
    "Electra": word_pieces,
    "Roberta": byte_pairs,
    "ModernBert": byte_pairs,
    "XLMRoberta": lambda: unigrams("<s>", "</s>"),
    "DebertaV2": lambda: unigrams("[CLS]", "[SEP]"),
}
"""Architectures with the kind of tokenizer that they usually have."""

# Transformers has other names for some sizes.
_OWN_SHAPE: dict[str, dict[str, Any]] = {
    "Longformer": {**_SHAPE, "attention_window": [8, 8]},
    "DistilBert": {"dim": 32, "hidden_dim": 48, "n_layers": 2, "n_heads": 2, "max_position_embeddings": 130},
    "Electra": {**_SHAPE, "embedding_size": 16},
    "DebertaV2": {**_SHAPE, "relative_attention": True, "pos_att_type": ["p2c", "c2p"], "position_buckets": 32},
    "ModernBert": {**_SHAPE, "local_attention": 32, "layer_types": ["full_attention", "sliding_attention"]},
}


def encoder(folder: Path, kind: str) -> Path:
    """A pretrained encoder of an architecture, as far as its files go.

    Args:
        folder: Where to write it.
        kind: One of :data:`ENCODERS`, or another architecture of Transformers that has the same sizes.

    Returns:
        The folder: config.json, model.safetensors, tokenizer.json.
    """
    torch, transformers = pytest.importorskip("torch"), pytest.importorskip("transformers")
    torch.manual_seed(0)
    tokenizer = ENCODERS.get(kind, word_pieces)()
    pad = next(number for piece, number in tokenizer.get_vocab().items() if "pad" in piece.lower())
    shape = _OWN_SHAPE.get(kind, _SHAPE)
    begin, end = (tokenizer.encode("").ids[place] for place in (0, -1))
    config = getattr(transformers, f"{kind}Config")(
        vocab_size=tokenizer.get_vocab_size(),
        pad_token_id=pad,
        bos_token_id=begin,
        cls_token_id=begin,
        eos_token_id=end,
        sep_token_id=end,
        **shape,
    )
    getattr(transformers, f"{kind}ForMaskedLM")(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


WRITERS = ("T5", "MT5", "Bart", "Pegasus", "Marian")
_ENCODER_DECODER: dict[str, Any] = {
    "d_model": 32,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 48,
    "decoder_ffn_dim": 48,
    "max_position_embeddings": 130,
}


def writer(folder: Path, kind: str, pairs: Sequence[tuple[str, str]] = (), steps: int = 120) -> Path:
    """An encoder-decoder of an architecture.

    Args:
        folder: Where to write it.
        kind: One of :data:`WRITERS`.
        pairs: What it is to write for what, learned by heart.
        steps: How long.

    Returns:
        The folder: config.json, generation_config.json, model.safetensors, tokenizer.
    """
    torch, transformers = pytest.importorskip("torch"), pytest.importorskip("transformers")
    torch.manual_seed(0)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _marian_tokenizer(folder) if kind == "Marian" else _fast(kind)
    named = {
        "vocab_size": len(tokenizer),
        "pad_token_id": tokenizer.pad_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "bos_token_id": tokenizer.bos_token_id,
        "forced_eos_token_id": tokenizer.eos_token_id,
        "decoder_start_token_id": tokenizer.eos_token_id if kind == "Bart" else tokenizer.pad_token_id,
    }
    shape = {"d_model": 32, "d_kv": 16, "d_ff": 48, "num_layers": 1, "num_heads": 2}
    config = getattr(transformers, f"{kind}Config")(**(shape if kind in ("T5", "MT5") else _ENCODER_DECODER), **named)
    model = getattr(transformers, "MarianMTModel" if kind == "Marian" else f"{kind}ForConditionalGeneration")(config)
    if pairs:
        _learn(torch, model, tokenizer, pairs, steps)
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _fast(kind: str) -> Any:
    import transformers

    tokenizer = byte_pairs() if kind == "Bart" else unigrams(None, "</s>")
    begin = {"bos_token": "<s>"} if kind == "Bart" else {}
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="<pad>",
        eos_token="</s>",
        unk_token="<unk>",
        model_max_length=120,
        **begin,
    )


def _marian_tokenizer(folder: Path) -> Any:
    """SentencePiece's own models, one for each side, and a vocabulary of both."""
    import json

    import transformers

    pieces = pytest.importorskip("sentencepiece")
    source = folder / "text.txt"
    source.write_text("\n".join(TEXTS), encoding="utf-8")
    for side in ("source", "target"):
        pieces.SentencePieceTrainer.train(
            input=str(source), model_prefix=str(folder / side), vocab_size=200, minloglevel=2, hard_vocab_limit=False
        )
        (folder / f"{side}.model").rename(folder / f"{side}.spm")
        (folder / f"{side}.vocab").unlink()
    source.unlink()
    model = pieces.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    known = [model.id_to_piece(number) for number in range(model.get_piece_size())]
    listed = ["</s>", "<unk>", *(piece for piece in known if piece not in ("<s>", "</s>", "<unk>")), "<pad>"]
    vocabulary = {piece: number for number, piece in enumerate(listed)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    return transformers.MarianTokenizer(
        str(folder / "source.spm"),
        str(folder / "target.spm"),
        str(folder / "vocab.json"),
        source_lang="da",
        target_lang="da",
        model_max_length=120,
    )


def _learn(torch: Any, model: Any, tokenizer: Any, pairs: Sequence[tuple[str, str]], steps: int) -> None:
    read, wanted = zip(*pairs, strict=True)
    batch = tokenizer(list(read), padding=True, truncation=True, max_length=120, return_tensors="pt")
    labels = tokenizer(text_target=list(wanted), padding=True, return_tensors="pt")["input_ids"]
    labels[labels == tokenizer.pad_token_id] = -100
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-2)
    model.train()
    for _ in range(steps):
        model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], labels=labels).loss.backward()
        optimiser.step()
        optimiser.zero_grad()
