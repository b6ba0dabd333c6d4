"""The built wheel, installed in a clean environment, does what the checkout does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def binaries(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that holds the wheel and what it declares to need, no more.

    The dependencies are links to those of this environment, so that the test needs no network;
    ``REFERAT_WHEEL_FROM_INDEX`` in the environment has pip fetch them.
    """
    folder = tmp_path_factory.mktemp("venv")
    from_index = "REFERAT_WHEEL_FROM_INDEX" in os.environ
    venv.create(folder, with_pip=from_index, symlinks=True)
    python = folder / "bin" / "python"
    if from_index:
        install = [str(python), "-m", "pip", "install", "--quiet", str(wheel)]
    else:
        install = [
            sys.executable,
            "-m",
            "pip",
            f"--python={python}",
            "install",
            "--quiet",
            "--no-deps",
            str(wheel),
        ]
    subprocess.run(install, check=True, capture_output=True)
    if not from_index:
        (site,) = folder.glob("lib/python*/site-packages")
        for name in declared_dependencies("referat-nlp"):
            link(name, site)
    return folder / "bin"


def declared_dependencies(name: str, seen: set[str] | None = None) -> set[str]:
    """Names of everything that a distribution needs at run time, directly or not."""
    seen = set() if seen is None else seen
    for requirement in distribution(name).requires or []:
        needed = re.match(r"[\w.-]+", requirement)
        assert needed is not None
        if needed[0] in seen or "extra ==" in requirement:
            continue
        try:
            distribution(needed[0])
        except PackageNotFoundError:  # Needed on another platform or Python only.
            continue
        seen.add(needed[0])
        declared_dependencies(needed[0], seen)
    return seen


def link(name: str, site: Path) -> None:
    installed = distribution(name)
    tops = {file.parts[0] for file in installed.files or [] if file.parts[0] not in ("..", "__pycache__")}
    for top in tops:
        target = site / top
        if not target.exists():
            target.symlink_to(str(installed.locate_file(top)))


def test_the_wheel_holds_the_package_its_models_and_its_licence_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"config.json", "tokenizer.json", "model.int8.onnx", "blend.json", "README.md"} <= {
        name.removeprefix("referat_nlp/models/item-type/") for name in names
    }
    assert not any(name.endswith(".safetensors") for name in names)
    assert "referat_nlp/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"referat_nlp"}
    assert wheel.stat().st_size < 60_000_000


def test_its_commands_run(binaries: Path, tmp_path: Path) -> None:
    def referat(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(binaries / "referat"), *arguments], capture_output=True, text=True, cwd=tmp_path, check=False
        )

    origin = subprocess.run(
        [str(binaries / "python"), "-c", "import referat_nlp; print(referat_nlp.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert origin.stdout.startswith(str(binaries.parent))
    assert referat("--version").stdout.startswith("referat ")
    tagged = referat("tag", str(ROOT / "examples"), "-o", "out.jsonl")
    assert (tagged.returncode, tagged.stderr.count("failed")) == (0, 0), tagged.stderr
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(records) == len(list((ROOT / "examples").iterdir()))
    assert all(record["items"] for record in records)
    usual = (tmp_path / "out.jsonl").read_bytes()
    assert referat("tag", str(ROOT / "examples"), "--model-type", "rules", "-o", "rules.jsonl").returncode == 0
    assert (tmp_path / "rules.jsonl").read_bytes() != usual
    assert referat("show", str(ROOT / "examples" / "skovlyst_byraad.txt")).returncode == 0
    assert json.loads(referat("schema").stdout)["title"].startswith("referat_nlp")
    # The extra is not installed here.
    refused = referat("tag", str(ROOT / "examples"), "-o", "out.parquet")
    assert (refused.returncode, "referat-nlp[parquet]" in refused.stderr) == (2, True)
