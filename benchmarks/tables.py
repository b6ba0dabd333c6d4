"""What a section found, as a table to read and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

Value = str | int | float | None
Row = dict[str, Value]


@dataclass
class Section:
    """One table.

    Attributes:
        title: What is measured.
        rows: One thing measured a row; the keys are the columns and name the unit.
        notes: What a reader has to know of it, or why there are no rows.
        met: Whether all bounds are.
    """

    title: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    met: bool = True


def show(section: Section, console: Console) -> None:
    """Print a section.

    Args:
        section: The section.
        console: Where.
    """
    console.print(f"\n[bold]{section.title}[/]")
    if section.rows:
        columns = list(dict.fromkeys(column for row in section.rows for column in row))
        table = Table()
        for column in columns:
            numbers = any(isinstance(row.get(column), int | float) for row in section.rows)
            table.add_column(column, justify="right" if numbers else "left")
        for row in section.rows:
            table.add_row(*(written(row.get(column)) for column in columns))
        console.print(table)
    for note in section.notes:
        console.print(note, markup=False)
    if not section.met:
        console.print("[bold red]A bound is not met.[/]")


def show_facts(facts: Mapping[str, Value], console: Console) -> None:
    """Print names and values, a line each."""
    for name, value in facts.items():
        console.print(f"{name}: {written(value)}", markup=False)


def written(value: Value) -> str:
    """A value with three figures that count, or all before the point."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else value
