"""Models that tests can make: bags of words as ONNX graphs without PyTorch, and small ModernBERTs with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
UNKNOWN = SPECIAL.index("[UNK]")
TYPES = ["orientering", "drøftelse", "godkendelse", "andet"]
Words = Mapping[str, Mapping[str, float]]


def finish(tokenizer: Tokenizer) -> Tokenizer:
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer


def word_tokenizer(words: Sequence[str]) -> Tokenizer:
    """One token a word or sign, in lower case; words that are not given are unknown."""
    vocabulary = {piece: index for index, piece in enumerate([*SPECIAL, *words])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return finish(tokenizer)


def config(labels: Sequence[str], head: str = "ForSequenceClassification", **more: Any) -> dict[str, Any]:
    return {
        "architectures": [f"ModernBert{head}"],
        "model_type": "modernbert",
        "id2label": {str(index): label for index, label in enumerate(labels)},
        "label2id": {label: index for index, label in enumerate(labels)},
        "problem_type": "multi_label_classification",
        "max_position_embeddings": 512,
        "pad_token_id": 0,
        "cls_token_id": 2,
        "sep_token_id": 3,
        **more,
    }


def bag_of_words(
    folder: Path,
    labels: Sequence[str],
    words: Words,
    *,
    bias: float = -2.0,
    head: str = "ForSequenceClassification",
    **more: Any,
) -> Path:
    """A model folder whose model adds up what each word says for each label.

    Args:
        folder: Where to write it.
        labels: The labels, in the order of the model's outputs.
        words: What each word adds to the logit of each label.
        bias: The logit of a text without any of these words.
        head: ForSequenceClassification, or ForTokenClassification, which gives each token its own row.
        more: Keys of config.json.

    Returns:
        The folder.
    """
    onnx = pytest.importorskip("onnx")
    helper, TensorProto = onnx.helper, onnx.TensorProto
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(config(labels, head, **more)), encoding="utf-8")
    word_tokenizer(list(words)).save(str(folder / "tokenizer.json"))
    table = np.zeros((len(SPECIAL) + len(words), len(labels)), dtype=np.float32)
    for row, said in enumerate(words.values(), start=len(SPECIAL)):
        for label, value in said.items():
            table[row, labels.index(label)] = value
    constants = [
        onnx.numpy_helper.from_array(table, "table"),
        onnx.numpy_helper.from_array(np.full(len(labels), bias, dtype=np.float32), "bias"),
        onnx.numpy_helper.from_array(np.array([2], dtype=np.int64), "last"),
        onnx.numpy_helper.from_array(np.array([1], dtype=np.int64), "tokens"),
    ]
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Cast", ["attention_mask"], ["shown"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["shown", "last"], ["column"]),
        helper.make_node("Mul", ["rows", "column"], ["masked"]),
    ]
    if head == "ForSequenceClassification":
        nodes.append(helper.make_node("ReduceSum", ["masked", "tokens"], ["sum"], keepdims=0))
        shape: list[str | int] = ["batch", len(labels)]
    else:
        nodes.append(helper.make_node("Identity", ["masked"], ["sum"]))
        shape = ["batch", "length", len(labels)]
    nodes.append(helper.make_node("Add", ["sum", "bias"], ["logits"]))
    graph = helper.make_graph(
        nodes,
        "bag",
        [
            helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"])
            for n in ("input_ids", "attention_mask")
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape)],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, folder / "model.onnx")
    return folder


CASES = {
    "orientering": "Kvartalsrapport for {0}. Forvaltningen indstiller, at orienteringen tages til efterretning.",
    "drøftelse": "Temadrøftelse om {0}. Forvaltningen indstiller, at udvalget drøfter oplægget.",
    "godkendelse": "Anlægsbevilling til {0}. Forvaltningen indstiller, at bevillingen godkendes.",
    "andet": "Eventuelt om {0}. Intet at bemærke.",
}
SUBJECTS = ["skolen", "havnen", "biblioteket", "svømmehallen", "cykelstien", "plejehjemmet", "genbrugspladsen"]


def piece_tokenizer() -> Tokenizer:
    """A byte-level BPE like that of the project's encoders, learned from the cases."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(
        vocab_size=500,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([text.format(each) for text in CASES.values() for each in SUBJECTS], trainer)
    return finish(tokenizer)


def small_modernbert(folder: Path, labels: Sequence[str] = TYPES, head: str = "ForSequenceClassification") -> Path:
    """A ModernBERT of two layers of 32 as a Transformers checkpoint; of the types it has learned the cases.

    Args:
        folder: Where to write it.
        labels: Its labels.
        head: Its head.

    Returns:
        The folder, with safetensors alone.
    """
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(0)
    tokenizer = piece_tokenizer()
    settings = transformers.ModernBertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=512,
        local_attention=32,
        layer_types=["full_attention", "sliding_attention"],
        pad_token_id=0,
        cls_token_id=2,
        bos_token_id=2,
        sep_token_id=3,
        eos_token_id=3,
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
        problem_type="multi_label_classification" if head == "ForSequenceClassification" else None,
    )
    model = getattr(transformers, f"ModernBert{head}")(settings)
    if list(labels) == TYPES and head == "ForSequenceClassification":
        _learn(torch, model, tokenizer)
    model.eval().save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def _learn(torch: Any, model: Any, tokenizer: Tokenizer) -> None:
    texts = [(text.format(each), kind) for kind, text in CASES.items() for each in SUBJECTS]
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    encoded = tokenizer.encode_batch([text for text, _ in texts])
    tokenizer.no_padding()
    batch = {
        "input_ids": torch.tensor([each.ids for each in encoded]),
        "attention_mask": torch.tensor([each.attention_mask for each in encoded]),
        "labels": torch.eye(4)[[TYPES.index(kind) for _, kind in texts]],
    }
    optimiser = torch.optim.AdamW(model.parameters(), lr=5e-3)
    model.train()
    for _ in range(40):
        loss = model(**batch).loss
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
