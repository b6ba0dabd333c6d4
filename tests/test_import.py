"""What importing the package and asking for help pull in, as modules loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import referat_nlp
from tests.authored import MINUTES

HEAVY = {"torch", "transformers", "numpy", "pyarrow", "pydantic", "lxml", "docx", "pypdfium2", "ftfy"}
HEAVY |= {"typer", "rich", "onnxruntime", "tokenizers"}
RUN_BY_WORKERS = {f"referat_nlp.{room}" for room in ("pipeline", "structure", "analysis", "danish")}


def loaded_by(code: str) -> set[str]:
    report = "sys.stderr.write(json.dumps(sorted({*sys.modules, *(name.split('.')[0] for name in sys.modules)})))"
    program = f"import sys, json\n{code}\n{report}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import referat_nlp") & HEAVY


def test_help_loads_no_more_than_the_command_line_needs() -> None:
    run_help = (
        "from referat_nlp.cli import main\nsys.argv = ['referat', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert loaded_by(run_help) & HEAVY <= {"typer"}


def test_tagging_text_loads_no_reader_of_other_formats_and_no_torch() -> None:
    code = "from referat_nlp import load, parse\nload()(parse('Punkt 1: Skole\\n\\nBeslutning\\nGodkendt.'))"
    assert not loaded_by(code) & {"torch", "transformers", "docx", "pypdfium2", "pyarrow", "typer", "rich"}


def test_with_workers_the_process_that_gives_out_files_loads_neither_rules_nor_models(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    command = ["referat", "tag", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.jsonl"), "--workers", "2"]
    tag = (
        f"import contextlib, io\nfrom referat_nlp.cli import main\nsys.argv = {command}\n"
        "with contextlib.redirect_stderr(io.StringIO()), contextlib.suppress(SystemExit):\n    main()"
    )
    loaded = loaded_by(tag)
    assert "referat_nlp.archive.workers" in loaded
    assert not loaded & {*(HEAVY - {"typer", "pydantic"}), *RUN_BY_WORKERS}
    assert (tmp_path / "out.jsonl").stat().st_size


@pytest.mark.parametrize("name", referat_nlp.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(referat_nlp, name) is not None
    assert name in dir(referat_nlp)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shout'"):
        _ = referat_nlp.shout  # type: ignore[attr-defined]
