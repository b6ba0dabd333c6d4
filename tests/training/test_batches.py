from collections import Counter

import pytest

pytest.importorskip("numpy")
pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("yaml")

import numpy as np

from training.config import PretrainConfig
from training.encoder.batches import Pieces, draw_sequences, mask
from training.encoder.schedule import decay_place, place_of, rate_of, stable_steps

PIECES = Pieces(cls=2, sep=3, mask=4, first_ordinary=13)
STREAM = np.arange(13, 1013, dtype=np.uint16)


def test_sequences_are_framed_and_cut_from_the_stream() -> None:
    drawn = draw_sequences(STREAM, PIECES, length=12, first=0, count=20, seed=1)
    assert set(drawn[:, 0]) == {PIECES.cls}
    assert set(drawn[:, -1]) == {PIECES.sep}
    assert (np.diff(drawn[:, 1:-1], axis=1) == 1).all()


def test_a_pass_shows_nothing_twice_and_almost_everything_once() -> None:
    n_sequences = len(STREAM) // 10 - 1
    seen = Counter(draw_sequences(STREAM, PIECES, 12, 0, n_sequences, seed=1)[:, 1:-1].ravel().tolist())
    assert set(seen.values()) == {1}
    assert len(seen) == n_sequences * 10


def test_the_next_pass_cuts_and_orders_anew() -> None:
    n_sequences = len(STREAM) // 10 - 1
    first, second = (draw_sequences(STREAM, PIECES, 12, n * n_sequences, n_sequences, seed=1) for n in (0, 1))
    assert first[:, 1].tolist() != second[:, 1].tolist()
    assert set(first[:, 1] % 10) != set(second[:, 1] % 10)


def test_what_is_drawn_depends_on_the_place_alone() -> None:
    whole = draw_sequences(STREAM, PIECES, 12, 90, 30, seed=1)
    parts = [draw_sequences(STREAM, PIECES, 12, first, 10, seed=1) for first in (90, 100, 110)]
    assert (whole == np.concatenate(parts)).all()
    assert (whole != draw_sequences(STREAM, PIECES, 12, 90, 30, seed=2)).any()


def test_too_short_a_stream_is_an_error() -> None:
    with pytest.raises(ValueError, match="too few"):
        draw_sequences(STREAM[:15], PIECES, 12, 0, 1, seed=1)


def test_the_share_is_masked_in_every_sequence_and_special_pieces_never() -> None:
    sequences = draw_sequences(STREAM, PIECES, 102, 0, 8, seed=1)
    sequences[:, 50] = PIECES.sep
    batch = mask(sequences, PIECES, 0.3, np.random.default_rng(1))
    masked = batch.inputs.numpy() == PIECES.mask
    assert masked.sum(axis=1).tolist() == [30] * 8
    assert not masked[:, [0, 50, 101]].any()
    assert (batch.targets.numpy() == sequences.ravel()[batch.places.numpy()]).all()
    assert (batch.inputs.numpy()[~masked] == sequences[~masked]).all()
    assert (batch.inputs.numpy().ravel()[batch.places.numpy()] == PIECES.mask).all()


def test_masks_are_drawn_anew() -> None:
    sequences = draw_sequences(STREAM, PIECES, 102, 0, 2, seed=1)
    first, second = (mask(sequences, PIECES, 0.3, np.random.default_rng(n)) for n in (1, 2))
    assert first.places.tolist() != second.places.tolist()


SCHEDULE = PretrainConfig.model_validate(
    {
        "folder": "runs/toy",
        "phases": [
            {"steps": 10, "length": 32, "batch": 4},
            {"steps": 5, "length": 64, "batch": 2},
            {"steps": 5, "length": 32, "batch": 8},
        ],
        "decay": {"steps": 9, "length": 64, "batch": 2},
        "rate": 1.0,
        "warmup": 4,
    }
)


def test_phases_follow_each_other_and_each_length_goes_on_where_it_stopped() -> None:
    assert stable_steps(SCHEDULE) == 20
    places = [place_of(SCHEDULE, step) for step in range(20)]
    assert [place.phase.length for place in places] == [32] * 10 + [64] * 5 + [32] * 5
    assert [place.drawn for place in places[:3]] == [0, 4, 8]
    assert places[10].drawn == 0
    assert [place.drawn for place in places[15:17]] == [40, 48]
    with pytest.raises(ValueError, match="beyond"):
        place_of(SCHEDULE, 20)


def test_the_decay_draws_on_where_its_length_stopped() -> None:
    assert decay_place(SCHEDULE, 7, 7).drawn == 0
    assert decay_place(SCHEDULE, 12, 12).drawn == 4
    assert decay_place(SCHEDULE, 20, 22).drawn == 14


def test_the_rate_rises_stays_and_falls_to_nothing() -> None:
    assert [rate_of(SCHEDULE, step) for step in (0, 1, 3, 4, 1000)] == [0.25, 0.5, 1.0, 1.0, 1.0]
    falling = [rate_of(SCHEDULE, step, decayed_from=20, decay_steps=9) for step in range(20, 29)]
    assert falling == pytest.approx([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1])
