"""The loop: stops in time, keeps its best weights, repeats itself by seed."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from referat_nlp.errors import ModelError
from referat_nlp.train.base import load_base
from referat_nlp.train.loop import Epoch, fine_tune, held_out_loss, rate_at
from referat_nlp.train.rows import Row, batches
from referat_nlp.train.settings import Settings

torch = pytest.importorskip("torch")

GOOD, BAD = np.array([1, 0], np.float32), np.array([0, 1], np.float32)


class Words(torch.nn.Module):  # type: ignore[misc]
    """Adds up what each token says for two labels."""

    def __init__(self) -> None:
        super().__init__()
        self.table = torch.nn.Embedding(8, 2)

    def forward(self, input_ids: Any, attention_mask: Any) -> SimpleNamespace:
        return SimpleNamespace(logits=(self.table(input_ids) * attention_mask[..., None]).sum(dim=1))


def run(model: Any, training: list[Row], held_out: list[Row], settings: Settings) -> list[Epoch]:
    return fine_tune(model, lambda _: training, held_out, exclusive=True, pad_id=0, settings=settings)


def words(seed: int = 0) -> Words:
    torch.manual_seed(seed)
    return Words()


def test_it_stops_when_the_held_out_loss_rises_and_keeps_the_best() -> None:
    # What is learned of token 1 is wrong of the held-out rows.
    model = words()
    with torch.no_grad():
        model.table.weight.zero_()
    held_out = [Row([1, 3], BAD)]
    settings = Settings(epochs=20, rate=0.1, patience=3, dropout=0)
    epochs = run(model, [Row([1, 2], GOOD)] * 8, held_out, settings)
    assert [epoch.best for epoch in epochs] == [True, False, False, False]
    left = held_out_loss(model, held_out, exclusive=True, pad_id=0, settings=settings)
    assert left == pytest.approx(epochs[0].held_out_loss)


def test_it_goes_on_while_the_held_out_loss_falls() -> None:
    rows = [Row([1, 2], GOOD), Row([3], BAD)]
    epochs = run(words(), rows, rows, Settings(epochs=6, rate=0.1, patience=1))
    assert len(epochs) == 6
    assert epochs[-1].training_loss < epochs[0].training_loss


def test_a_weight_of_nothing_teaches_nothing() -> None:
    model = words()
    with torch.no_grad():
        model.table.weight.zero_()
    rows = [Row([1], GOOD), *[Row([1], BAD, weight=1e-6)] * 5]
    run(model, rows, [Row([1], GOOD)], Settings(epochs=3, rate=0.1))
    good, bad = model.table.weight[1].tolist()
    assert good > bad


def test_a_loss_that_is_no_number_is_an_error() -> None:
    with pytest.raises(ModelError, match="no number"):
        run(words(), [Row([1], GOOD)], [Row([1], np.array([np.nan, 0], np.float32))], Settings(epochs=1))


def test_the_rate_rises_and_falls() -> None:
    settings = Settings(rate=1.0, warmup=0.1)
    rates = [rate_at(done / 100, settings) for done in range(100)]
    assert max(rates) == pytest.approx(rates[10], abs=0.02)
    assert rates[:10] == sorted(rates[:10])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert 0 < rates[0] < 0.05
    assert 0 < rates[-1] < 0.05


def test_seed_decides_the_weights(base: Path) -> None:
    def weights(seed: int) -> Any:
        labels = ["orientering", "andet"]
        start = load_base(base, "ForSequenceClassification", labels, exclusive=True, dropout=0.2, seed=seed)
        rows = [Row([2, *range(5, 9 + n), 3], GOOD if n % 2 else BAD) for n in range(12)]
        run(start.model, rows, rows[:4], Settings(epochs=1, rate=1e-3, batch=4, seed=seed))
        return torch.cat([each.flatten() for each in start.model.state_dict().values()])

    assert torch.equal(weights(1), weights(1))
    assert not torch.equal(weights(1), weights(2))


def test_batches_hold_every_row_once() -> None:
    rows = [Row([2] * (1 + n % 7), np.array([n], np.float32)) for n in range(50)]
    for seed in (None, "a"):
        found = list(batches(rows, 4, 0, seed))
        assert sorted(int(value) for batch in found for value in batch.targets[:, 0]) == list(range(50))
        assert sum(int(batch.mask.sum()) for batch in found) == sum(len(row.ids) for row in rows)
    assert [b.ids.shape for b in batches(rows, 4, 0, "a")] != [b.ids.shape for b in batches(rows, 4, 0, "b")]


def test_marks_name_row_and_token() -> None:
    rows = [
        Row([2, 7, 3], np.array([[0.5]], np.float32), (2,), 0.5),
        Row([2, 7, 3, 8, 3], np.array([[0.1], [0.9]], np.float32), (2, 4)),
    ]
    batch = next(batches(rows, 2, 0))
    assert batch.marks is not None
    assert [(int(batch.ids[row, place])) for row, place in batch.marks.T] == [3, 3, 3]
    assert batch.targets[:, 0].tolist() == pytest.approx([0.5, 0.1, 0.9])
    assert batch.weights.tolist() == [0.5, 1.0, 1.0]
