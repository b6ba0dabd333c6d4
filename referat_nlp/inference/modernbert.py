"""The ONNX graph of a ModernBERT, drawn by hand: what tracing gives says the same and takes 1.4 times as long.

Beside the traced graph: queries, keys, values and the two halves of the feed-forward layer come from products of their
own, so that nothing is cut; rotary positions and the attention scale are ONNX Runtime's own operators; masks, sines and
cosines are made once; the norm of the embeddings stands in their table; and where the first token alone is
classified, the last layer is that token's.

Attention is drawn in parts, and sums and norms apart: the fused operators (MultiHeadAttention, SkipLayerNormalization)
are slower on a processor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .checkpoint import Head

if TYPE_CHECKING:
    from onnx import ModelProto

_OPSET, _IR_VERSION = 17, 8
_CONTRIBUTED = "com.microsoft"
"""The domain of operators that ONNX Runtime has beyond the standard."""

_FLOAT, _BOOL = 1, 9
"""Types of values, by ONNX's numbers."""

_HIDDEN = -1e9
"""What is added to the score of a token that is not to be seen. Far above -inf, so that padding which sees nothing
becomes no NaN, which quantisation would spread over the batch."""

Weights = Mapping[str, NDArray[np.float32]]


def is_drawn(config: Any, head: Head) -> bool:
    """Whether the graph of a model can be drawn here.

    Args:
        config: The model's configuration, as Transformers reads it.
        head: Whether it labels texts or tokens.

    Returns:
        True for a ModernBERT of the usual kind: exact GELU, plain rotary positions, texts classified by their first
        token.
    """
    if config.model_type != "modernbert":
        return False
    ropes = [config.rope_parameters[kind] or {} for kind in set(config.layer_types)]
    return (
        (config.hidden_activation, config.classifier_activation) == ("gelu", "gelu")
        and all(rope.get("rope_type") == "default" for rope in ropes)
        and (head == "ForTokenClassification" or config.classifier_pooling == "cls")
    )


def draw(model: Any, head: Head) -> ModelProto:
    """Draw the graph of a ModernBERT, in single precision, for any batch and length.

    Args:
        model: The Transformers model.
        head: Whether it labels texts or tokens.

    Returns:
        A graph that takes ``input_ids`` and ``attention_mask`` and gives ``logits``.
    """
    import onnx
    from onnx import TensorProto, helper

    weights = {name: tensor.detach().float().numpy() for name, tensor in model.state_dict().items()}
    drawing = _Drawing(model.config, weights)
    drawing.logits(head)
    axes = ["batch", "length"]
    shown = axes if head == "ForTokenClassification" else axes[:1]
    graph = helper.make_graph(
        drawing.nodes,
        "modernbert",
        [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [*shown, len(weights["classifier.weight"])])],
        drawing.constants,
    )
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIBUTED, 1)]
    drawn = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
    onnx.checker.check_model(drawn)
    return drawn


class _Drawing:
    """Nodes and constants of one graph; values are called by their names in it."""

    def __init__(self, config: Any, weights: Weights) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._config, self._weights = config, weights
        self._width = config.hidden_size // config.num_attention_heads
        self._window = config.local_attention // 2
        self._known: set[str] = set()

    def logits(self, head: Head) -> None:
        """Draw everything, from tokens to logits."""
        kinds: list[str] = self._config.layer_types
        near = self._near()
        masks = {kind: self._mask(near if kind == "sliding_attention" else None) for kind in sorted(set(kinds))}
        turns = {kind: self._turn(self._config.rope_parameters[kind]["rope_theta"]) for kind in sorted(set(kinds))}
        state = normed = self._op("Gather", self._constant("table", self._table()), "input_ids")
        for index, kind in enumerate(kinds):
            last = index + 1 == len(kinds)
            layer = f"model.layers.{index}"
            seen, mask, asking = normed, masks[kind], normed
            if last and head == "ForSequenceClassification":
                state, asking = self._cut(state, 1, 1), self._cut(normed, 1, 1)
                mask = self._cut(mask, 2, 1)
                if kind == "sliding_attention":
                    # The first token sees no further.
                    seen, mask = (self._cut(each, axis, self._window + 1) for each, axis in ((seen, 1), (mask, 3)))
            found = self._attention(f"{layer}.attn", asking, seen, mask, turns[kind])
            state = self._op("Add", state, found)
            found = self._feed_forward(f"{layer}.mlp", self._norm(f"{layer}.mlp_norm", state))
            state = self._op("Add", state, found)
            normed = self._norm("model.final_norm" if last else f"model.layers.{index + 1}.attn_norm", state)
        if head == "ForSequenceClassification":
            normed = self._op("Squeeze", normed, self._whole(1))
        dense = self._op("Gelu", self._linear("head.dense", normed), domain=_CONTRIBUTED)
        self._op("Identity", self._linear("classifier", self._norm("head.norm", dense)), gives="logits")

    def _table(self) -> NDArray[np.float32]:
        """The embeddings with their norm applied, which depends on nothing but the token."""
        table = self._weights["model.embeddings.tok_embeddings.weight"].astype(np.float64)
        table = table - table.mean(axis=1, keepdims=True)
        table /= np.sqrt((table**2).mean(axis=1, keepdims=True) + self._config.norm_eps)
        shift = self._weights.get("model.embeddings.norm.bias", np.float32(0))
        return np.asarray(table * self._weights["model.embeddings.norm.weight"] + shift, dtype=np.float32)

    def _positions(self) -> str:
        """0, 1, 2 … for the tokens of an input."""
        length = self._op("Gather", self._op("Shape", "attention_mask"), self._whole(1, scalar=True))
        return self._op("Range", self._whole(0, scalar=True), length, self._whole(1, scalar=True), gives="positions")

    def _near(self) -> str:
        """Which tokens are within the window of which, shape (length, length)."""
        places = self._positions()
        apart = self._op("Sub", self._op("Unsqueeze", places, self._whole(1)), places)
        return self._op("LessOrEqual", self._op("Abs", apart), self._whole(self._window, scalar=True))

    def _mask(self, near: str | None) -> str:
        """What is added to the scores of attention, shape (batch, 1, length, length), or 1 for the third."""
        shown = self._op("Cast", "attention_mask", to=_BOOL)
        shown = self._op("Unsqueeze", shown, self._whole(1, 2))
        allowed = shown if near is None else self._op("And", shown, near)
        return self._op("Where", allowed, self._number(0.0), self._number(_HIDDEN))

    def _turn(self, base: float) -> tuple[str, str]:
        """Cosines and sines of each position, shape (length, half a head)."""
        pace = 1.0 / base ** (np.arange(0, self._width, 2, dtype=np.float32) / self._width)
        places = self._op("Cast", "positions", to=_FLOAT)
        paces = self._constant(f"pace_{base:g}", pace.astype(np.float32))
        angles = self._op("Mul", self._op("Unsqueeze", places, self._whole(1)), paces)
        return self._op("Cos", angles), self._op("Sin", angles)

    def _attention(self, name: str, asking: str, seen: str, mask: str, turn: tuple[str, str]) -> str:
        """What the tokens that ask find in those that they see."""
        query, key, value = (
            self._linear(f"{name}.Wqkv", state, part=(number, 3)) for number, state in enumerate((asking, seen, seen))
        )
        # The first token, where it asks alone, is not turned.
        query = self._heads(self._turned(query, turn) if asking == seen else query)
        key, value = self._heads(self._turned(key, turn)), self._heads(value)
        scale = float(self._width**-0.5)
        scores = self._op("FusedMatMul", query, key, domain=_CONTRIBUTED, transB=1, alpha=scale)
        shares = self._op("Softmax", self._op("Add", scores, mask), axis=-1)
        found = self._op("Transpose", self._op("MatMul", shares, value), perm=[0, 2, 1, 3])
        joined = self._op("Reshape", found, self._whole(0, 0, self._config.hidden_size))
        return self._linear(f"{name}.Wo", joined)

    def _turned(self, state: str, turn: tuple[str, str]) -> str:
        return self._op("RotaryEmbedding", state, self._whole(0), *turn, domain=_CONTRIBUTED)

    def _heads(self, state: str) -> str:
        """Shape (batch, length, hidden) → (batch, heads, length, width of a head)."""
        split = self._op("Reshape", state, self._whole(0, 0, self._config.num_attention_heads, self._width))
        return self._op("Transpose", split, perm=[0, 2, 1, 3])

    def _feed_forward(self, name: str, state: str) -> str:
        opened, gate = (self._linear(f"{name}.Wi", state, part=(number, 2)) for number in range(2))
        gated = self._op("Mul", self._op("Gelu", opened, domain=_CONTRIBUTED), gate)
        return self._linear(f"{name}.Wo", gated)

    def _linear(self, name: str, state: str, part: tuple[int, int] = (0, 1)) -> str:
        """The product with a weight, or with one part of several of it."""
        number, parts = part
        named = f"{name}.{number}" if parts > 1 else name
        weight = np.split(self._weights[f"{name}.weight"], parts)[number]
        product = self._op("MatMul", state, self._constant(f"{named}.weight", weight.T))
        bias = self._weights.get(f"{name}.bias")
        if bias is None:
            return product
        return self._op("Add", product, self._constant(f"{named}.bias", np.split(bias, parts)[number]))

    def _norm(self, name: str, state: str) -> str:
        given = [self._constant(f"{name}.weight", self._weights[f"{name}.weight"])]
        if f"{name}.bias" in self._weights:
            given.append(self._constant(f"{name}.bias", self._weights[f"{name}.bias"]))
        return self._op("LayerNormalization", state, *given, axis=-1, epsilon=self._config.norm_eps)

    def _cut(self, value: str, axis: int, size: int) -> str:
        """The first of a value along an axis; all where there are fewer."""
        return self._op("Slice", value, self._whole(0), self._whole(size), self._whole(axis))

    def _op(self, kind: str, *given: str, gives: str | None = None, domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        name = gives or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, given, [name], name=name, domain=domain, **attributes))
        return name

    def _whole(self, *values: int, scalar: bool = False) -> str:
        name = "whole_" + "_".join(map(str, values)) + ("_scalar" if scalar else "")
        return self._constant(name, np.array(values[0] if scalar else values, dtype=np.int64))

    def _number(self, value: float) -> str:
        return self._constant(f"number_{value:g}", np.array(value, dtype=np.float32))

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self._known:
            self._known.add(name)
            self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name
