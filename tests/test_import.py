"""What importing the package and asking for help pull in, as modules loaded."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import referat_nlp

HEAVY = {"torch", "transformers", "numpy", "pyarrow", "pydantic", "lxml", "docx", "pypdfium2", "ftfy"}
HEAVY |= {"typer", "rich", "onnxruntime", "tokenizers"}


def loaded_by(code: str) -> set[str]:
    report = "sys.stderr.write(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
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


@pytest.mark.parametrize("name", referat_nlp.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(referat_nlp, name) is not None
    assert name in dir(referat_nlp)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shout'"):
        _ = referat_nlp.shout  # type: ignore[attr-defined]
