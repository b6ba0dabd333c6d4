import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("yaml")

import torch

from training.config import RunConfig, load_config
from training.encoder.pretrain import DECAY, STABLE, decay, open_run, pretrain


@pytest.fixture
def toy(toy_yaml: Path, tmp_path: Path) -> RunConfig:
    return in_folder(load_config(toy_yaml), tmp_path / "run")


def in_folder(config: RunConfig, folder: Path, **changes: object) -> RunConfig:
    schedule = config.pretrain.model_copy(update={"folder": folder, **changes})
    return config.model_copy(update={"pretrain": schedule})


def weights(path: Path) -> dict[str, torch.Tensor]:
    saved: dict[str, torch.Tensor] = torch.load(path, weights_only=True)["model"]
    return saved


def lines(folder: Path, name: str = "metrics.jsonl") -> list[dict[str, float]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def held_out(measured: list[dict[str, float]]) -> dict[float, float]:
    return {line["step"]: line["held_out_loss"] for line in measured if "held_out_loss" in line}


def test_a_run_learns_measures_decays_and_saves_a_model_that_transformers_loads(toy: RunConfig) -> None:
    from transformers import AutoModelForMaskedLM, AutoTokenizer

    final = pretrain(toy)
    assert final is not None
    folder = toy.pretrain.folder
    stable = held_out(lines(folder))
    assert list(stable) == [6, 12, 18]
    assert stable[18] < stable[6]
    model, info = AutoModelForMaskedLM.from_pretrained(final, output_loading_info=True)
    assert not info["missing_keys"]
    assert not info["unexpected_keys"]
    assert model.dtype == torch.bfloat16
    text = AutoTokenizer.from_pretrained(final)("Udvalget [MASK] sagen.", return_tensors="pt")
    assert model(**text).logits.shape == (*text["input_ids"].shape, model.config.vocab_size)
    metrics = json.loads((final / "metrics.json").read_text(encoding="utf-8"))
    assert (metrics["steps"], metrics["constant_steps"]) == (24, 18)
    assert metrics["tokens"] == 24 * 8 * 32
    told = (final / "README.md").read_text(encoding="utf-8")
    assert "license: apache-2.0" in told
    assert "0.0 million tokens in 24 steps, the rate falling from step 18 on" in told
    assert f"| 32 | {metrics['held_out_loss_by_length']['32']:.3f} |" in told
    assert set(metrics["held_out_loss_by_length"]) == {"32", "64"}
    assert str(toy.data) not in json.dumps(metrics)


def test_stopped_and_resumed_equals_uninterrupted(toy: RunConfig, tmp_path: Path) -> None:
    other = in_folder(toy, tmp_path / "other")
    for stop in (5, 13, 18):
        assert pretrain(toy, stop_after=stop) is None
    pretrain(other, stop_after=18)
    one, two = (weights(config.pretrain.folder / STABLE) for config in (toy, other))
    assert one.keys() == two.keys()
    assert all(torch.equal(one[name], two[name]) for name in one)
    assert held_out(lines(toy.pretrain.folder))[18] == held_out(lines(other.pretrain.folder))[18]


def test_micro_batches_change_the_sum_by_rounding_alone(toy: RunConfig, tmp_path: Path) -> None:
    split = in_folder(toy, tmp_path / "split", micro_batch=3)
    for config in (toy, split):
        pretrain(config, stop_after=3)
    one, two = ([line["loss"] for line in lines(c.pretrain.folder) if "loss" in line] for c in (toy, split))
    assert one == pytest.approx(two, abs=0.02)


def test_a_decay_leaves_the_constant_stretch_as_it_is_and_beats_it(toy: RunConfig) -> None:
    folder = toy.pretrain.folder
    pretrain(toy, stop_after=12)
    before = (folder / STABLE).read_bytes()
    final = decay(toy, steps=5)
    assert final is not None
    assert (folder / STABLE).read_bytes() == before
    assert not (folder / DECAY).exists()
    decayed = lines(folder, "metrics-decay.jsonl")
    assert [line["step"] for line in decayed if "rate" in line] == [13, 14, 15, 16, 17]
    assert decayed[-1]["held_out_loss"] < held_out(lines(folder))[12]
    assert json.loads((final / "metrics.json").read_text(encoding="utf-8"))["constant_steps"] == 12


def test_lines_written_after_the_last_checkpoint_are_not_there_twice(toy: RunConfig) -> None:
    folder = toy.pretrain.folder
    pretrain(toy, stop_after=3)
    with (folder / "metrics.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"step": 4, "loss": 1.0}\n{"step": 5, "lo')
    pretrain(toy, stop_after=6)
    assert [line["step"] for line in lines(folder) if "loss" in line] == [1, 2, 3, 4, 5, 6]


def test_a_folder_of_another_model_is_refused(toy: RunConfig) -> None:
    pretrain(toy, stop_after=1)
    other = toy.model_copy(update={"model": toy.model.model_copy(update={"layers": 3})})
    with pytest.raises(ValueError, match="begun with another model"):
        pretrain(other, stop_after=2)


def test_a_run_goes_on_from_a_finished_encoder(toy: RunConfig, tmp_path: Path) -> None:
    first = pretrain(toy)
    second = in_folder(toy, tmp_path / "second", start=first, warmup=0)
    pretrain(second, stop_after=6)
    reached = held_out(lines(toy.pretrain.folder))[6]
    assert held_out(lines(second.pretrain.folder))[6] < reached - 0.1
    final = decay(second, steps=2)
    assert final is not None
    metrics = json.loads((final / "metrics.json").read_text(encoding="utf-8"))
    assert (metrics["tokens_before"], metrics["tokens"]) == (24 * 8 * 32, 8 * 8 * 32)
    assert "had read 0.0 million tokens" in (final / "README.md").read_text(encoding="utf-8")


def test_an_encoder_of_another_shape_or_other_pieces_is_no_start(toy: RunConfig, tmp_path: Path) -> None:
    first = pretrain(toy)
    assert first is not None
    begun = in_folder(toy, tmp_path / "second", start=first)
    wider = begun.model_copy(update={"model": toy.model.model_copy(update={"layers": 3})})
    with pytest.raises(ValueError, match="another shape"):
        open_run(wider)
    tokenizer = (first / "tokenizer.json").read_text(encoding="utf-8")
    (first / "tokenizer.json").write_text(tokenizer.replace("[unused0]", "[spare0]"), encoding="utf-8")
    with pytest.raises(ValueError, match="other pieces"):
        open_run(begun)


def test_a_decay_needs_a_checkpoint(toy: RunConfig) -> None:
    with pytest.raises(FileNotFoundError):
        decay(toy)


def test_layers_alternate_between_local_and_global_attention(toy: RunConfig) -> None:
    wider = toy.model_copy(update={"model": toy.model.model_copy(update={"layers": 4})})
    config = open_run(wider).model.config
    assert config.layer_types == ["full_attention", "sliding_attention", "sliding_attention", "full_attention"]
    assert config.local_attention == 16


def test_a_run_that_is_told_to_end_saves_first(toy_yaml: Path, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    folder = load_config(toy_yaml).pretrain.folder
    text = toy_yaml.read_text(encoding="utf-8").replace(f"folder: {folder}", f"folder: {tmp_path}/run")
    path.write_text(text.replace("steps: 12", "steps: 100000"), encoding="utf-8")
    command = [sys.executable, "-u", "-m", "training", "pretrain", str(path)]
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root, env=environment) as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
    assert process.returncode == 0
    assert "the same command goes on" in rest
    step = torch.load(tmp_path / "run" / STABLE, weights_only=True)["progress"]["step"]
    assert step >= first["step"]
