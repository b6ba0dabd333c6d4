"""A toy encoder, labelled minutes in a folder, and one model of item types that several tests look at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from referat_nlp.cli.app import app
from tests.inference.toys import small_modernbert

MINUTES = Path(__file__).parents[1] / "fixtures" / "minutes"


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Two threads that share a busy core wait for each other longer than one works."""
    torch = pytest.importorskip("torch")
    for module in ("transformers", "onnx", "safetensors", "sklearn", "rouge_score"):
        pytest.importorskip(module)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encoder that has a head of two other labels, which is replaced."""
    return small_modernbert(tmp_path_factory.mktemp("base") / "encoder", ["x", "y"])


@pytest.fixture(scope="session")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some of the authored minutes and their labels."""
    folder = tmp_path_factory.mktemp("labelled")
    for path in sorted(MINUTES.iterdir()):
        if path.name.split("_")[0] in ("acadre", "egebro", "elmshede", "havrelund", "strandborg"):
            shutil.copy(path, folder / path.name)
    return folder


def train(*arguments: str | Path | float) -> Result:
    return CliRunner().invoke(app, ["train", *map(str, arguments)])


@pytest.fixture(scope="session")
def types(base: Path, labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A model of item types, and what the command printed."""
    out = tmp_path_factory.mktemp("models") / "types"
    done = train("item-type", "--data", labelled, "--base", base, "-o", out, "--epochs", 2, "--rate", 3e-3)
    assert done.exit_code == 0, done.output
    return out, done
