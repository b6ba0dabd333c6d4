"""What ``referat label`` prints: how far a sheet is, how far annotators agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..evaluate.gold.sheets import Sheet
    from ..evaluate.labelling.agreement import Agreement


def counted(n: int, thing: str) -> str:
    """A number of things: "1 item", "2 items"."""
    return f"{n} {thing}{'' if n == 1 else 's'}"


def sheet_progress(sheet: Sheet) -> str:
    """How much of a sheet is labelled."""
    done = sheet.rows - len(sheet.unlabelled)
    head = f"{sheet.file}: {done} of {counted(sheet.rows, 'item')} labelled, {len(sheet.unlabelled)} to go"
    lines = [f"  {header}: {n}" for header, n in sheet.filled.items()]
    if sheet.problems:
        lines.append(f"{counted(len(sheet.problems), 'problem')}; {counted(len(sheet.items), 'item')} in order")
    return "\n".join([head, *lines])


def print_agreement(found: Agreement) -> None:
    """Print the table of agreement and that of the disagreements."""
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    table = Table("field", title=f"{counted(found.items, 'item')} labelled by {' and '.join(found.annotators)}")
    for column in ("n", "agreement", "Cohen's κ", "Krippendorff's α"):
        table.add_column(column, justify="right")
    for field in found.fields:
        table.add_row(field.field, str(field.n), f"{field.agreement:.1%}", _figure(field.kappa), _figure(field.alpha))
    console.print(table)
    if not found.disagreements:
        console.print("no disagreements")
        return
    rows = Table("field", "document", "no.", "title", *found.annotators, title="Disagreements", show_lines=True)
    for each in found.disagreements:
        labels = (each.labels.get(annotator, "") for annotator in found.annotators)
        cells = (each.field, Path(each.document).name, each.number or "", each.title or "", *labels)
        rows.add_row(*cells)
    console.print(rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
