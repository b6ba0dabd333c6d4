"""The drawn graph of a ModernBERT says what PyTorch and the traced graph say; what is not known is traced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from referat_nlp.inference import export as exporting
from referat_nlp.inference.checkpoint import HEADS, Head, read_checkpoint, read_json
from referat_nlp.inference.export import export_fp32, parity, quantise, random_batches
from referat_nlp.inference.session import OnnxRunner
from referat_nlp.inference.torch_session import TorchRunner

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
onnx = pytest.importorskip("onnx")

LABELS = ["a", "b", "c"]
TEXTS: Head = "ForSequenceClassification"
TOKENS: Head = "ForTokenClassification"
SHAPES = ((1, 2), (1, 33), (4, 90), (2, 300))
FULL, SLIDING = "full_attention", "sliding_attention"
BIASES = dict.fromkeys(("attention_bias", "mlp_bias", "norm_bias", "classifier_bias"), True)


def modernbert(folder: Path, head: Head, layers: tuple[str, ...] = (FULL, SLIDING), **more: Any) -> Path:
    """A ModernBERT of random weights, large ones, so that what is wrong shows in the logits."""
    torch.manual_seed(0)
    config = transformers.ModernBertConfig(
        vocab_size=200,
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=len(layers),
        num_attention_heads=2,
        max_position_embeddings=512,
        local_attention=32,
        layer_types=list(layers),
        pad_token_id=0,
        id2label=dict(enumerate(LABELS)),
        label2id={label: index for index, label in enumerate(LABELS)},
        **more,
    )
    model = getattr(transformers, f"ModernBert{head}")(config)
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(0, 0.3)
    model.eval().save_pretrained(folder)
    return folder


def operators(path: Path) -> set[str]:
    return {node.op_type for node in onnx.load(path).graph.node}


def against_torch(folder: Path, graph: Path) -> float:
    runner = TorchRunner(read_checkpoint(folder / "model.safetensors", HEADS, LABELS))
    batches = random_batches(read_json(folder / "config.json"), SHAPES)
    assert np.ptp(runner(*batches[-1])) > 0.3, "logits that are all alike show nothing"
    return parity(runner, OnnxRunner(graph), batches).difference


@pytest.mark.parametrize(
    ("head", "layers", "more"),
    [
        (TEXTS, (FULL, SLIDING), BIASES),
        (TEXTS, (SLIDING, FULL), {}),
        (TEXTS, (SLIDING,), BIASES),
        (TOKENS, (FULL, SLIDING), {}),
        (TOKENS, (SLIDING, FULL), BIASES),
    ],
)
def test_a_drawn_graph_says_what_the_model_says(
    tmp_path: Path, head: Head, layers: tuple[str, ...], more: dict[str, Any]
) -> None:
    folder = modernbert(tmp_path / "model", head, layers, **more)
    graph = export_fp32(folder, head)
    assert "RotaryEmbedding" in operators(graph)
    assert against_torch(folder, graph) < 1e-4


@pytest.mark.parametrize(
    "more",
    [
        {"classifier_pooling": "mean"},
        {"hidden_activation": "silu"},
        {"classifier_activation": "relu"},
        {
            "rope_parameters": {
                FULL: {"rope_type": "linear", "rope_theta": 1000.0, "factor": 2.0},
                SLIDING: {"rope_type": "default", "rope_theta": 1000.0},
            }
        },
    ],
    ids=["mean", "silu", "relu", "rope"],
)
def test_a_modernbert_of_another_kind_is_traced(tmp_path: Path, more: dict[str, Any]) -> None:
    folder = modernbert(tmp_path / "model", TEXTS, **more)
    graph = export_fp32(folder, TEXTS)
    assert "RotaryEmbedding" not in operators(graph)
    assert against_torch(folder, graph) < 1e-4


@pytest.mark.parametrize("head", [TEXTS, TOKENS])
def test_the_drawn_graph_agrees_with_the_traced_one_also_in_int8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: Head
) -> None:
    folder = modernbert(tmp_path / "model", head)
    batches = random_batches(read_json(folder / "config.json"), SHAPES)
    drawn = OnnxRunner(export_fp32(folder, head)), OnnxRunner(quantise(folder))
    sizes = [len(onnx.load(folder / "model.int8.onnx").graph.node)]
    monkeypatch.setattr(exporting, "is_drawn", lambda *_: False)
    traced = OnnxRunner(export_fp32(folder, head)), OnnxRunner(quantise(folder))
    sizes.append(len(onnx.load(folder / "model.int8.onnx").graph.node))
    assert sizes[0] < sizes[1]
    assert parity(traced[0], drawn[0], batches).difference < 1e-4
    lost = [parity(traced[0], runner, batches) for runner in (traced[1], drawn[1])]
    assert lost[1].difference < 1.5 * lost[0].difference
    assert lost[1].signs > 0.95


def test_the_quantised_graph_multiplies_integers_everywhere(tmp_path: Path) -> None:
    folder = modernbert(tmp_path / "model", TEXTS)
    export_fp32(folder, TEXTS)
    found = [node.op_type for node in onnx.load(quantise(folder)).graph.node]
    # Queries, keys, values, their output, two halves and the output of the feed-forward layer; head and classifier.
    assert found.count("MatMulInteger") == 7 * 2 + 2
    # The shares of attention times the values.
    assert found.count("MatMul") == 2


def test_padding_changes_nothing(tmp_path: Path) -> None:
    folder = modernbert(tmp_path / "model", TOKENS, (SLIDING, FULL))
    runner = OnnxRunner(export_fp32(folder, TOKENS))
    [(ids, _)] = random_batches(read_json(folder / "config.json"), [(1, 20)])
    padded = np.concatenate([ids, np.zeros((1, 150), dtype=np.int64)], axis=1)
    mask = (np.arange(170) < 20).astype(np.int64)[None]
    found = runner(padded, mask)
    assert np.isfinite(found).all()
    assert np.abs(found[:, :20] - runner(ids, np.ones_like(ids))).max() < 1e-4
