"""What is wrong with labelled minutes, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...errors import ReferatError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with gold.

    Attributes:
        file: The file as it was named.
        row: Its line, or the row of the spreadsheet, from 1; None where the whole file is meant.
        field: Where in the record ("items[3].type", "Udfald"); None where the whole row is meant.
        message: What is wrong and what is allowed.
    """

    file: str
    row: int | None
    field: str | None
    message: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, f"row {self.row}" if self.row else "", self.field or "") if part)
        return f"{place}: {self.message}"


class GoldError(ReferatError):
    """Gold that cannot be scored as it stands.

    Attributes:
        problems: Everything that is wrong, in the order of the files.
    """

    kind = "gold"
    advice = "Put it right, or score the rest with --skip-invalid."

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))
