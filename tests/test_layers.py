"""Imports point one way, so that each layer can be read, used and replaced without those above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "referat_nlp"

# From the bottom up: a layer may import those before it (and itself), never those after it.
LAYERS = [
    {"danish"},
    {"schema", "document", "errors"},
    {"reading"},
    {"structure"},
    {"inference"},
    {"analysis"},
    {"pipeline"},
    {"archive"},
    {"report"},
    {"evaluate"},
    {"train"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer_of(module: Path) -> str | None:
    """The top-level room of a module; None for the package's own __init__, which names all of them."""
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return None if first == "__init__" else first


def imported_layers(module: Path) -> Iterator[str]:
    package = ["referat_nlp", *module.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = base + (node.module.split(".") if node.module else [])
            names = [[*origin, alias.name] for alias in node.names]
        else:
            continue
        for name in names:
            if name[0] == "referat_nlp" and len(name) > 1:
                yield name[1]


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_its_own_layer_and_those_below(module: Path) -> None:
    own = layer_of(module)
    if own is None:
        return
    above = {name for name in imported_layers(module) if LEVEL.get(name, -1) > LEVEL[own]}
    assert not above, f"{module.name} in {own} imports {above}"


def test_every_module_has_a_layer() -> None:
    rooms = {layer_of(module) for module in modules()} - {None}
    assert rooms == set(LEVEL)


def test_an_upward_import_would_be_seen() -> None:
    assert {"schema", "danish"} <= set(imported_layers(PACKAGE / "analysis" / "context.py"))


def test_modules_stay_small() -> None:
    lengths = {str(path.relative_to(PACKAGE)): len(path.read_text().splitlines()) for path in modules()}
    assert not {name: length for name, length in lengths.items() if length > 400}
