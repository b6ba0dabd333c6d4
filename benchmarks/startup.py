"""How long commands, the import and the loading of analysers take, in fresh processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from .archive import REFERAT
from .pipelines import Case
from .settings import Settings
from .tables import Section

BOUND_SECONDS = 0.3


def startup(settings: Settings, cases: Sequence[Case]) -> Section:
    """Start each command many times, by turns.

    Args:
        settings: How many times.
        cases: The pipelines that are loaded.

    Returns:
        A row a command.
    """
    bounded = {
        "referat --help": [REFERAT, "--help"],
        "referat tag --help": [REFERAT, "tag", "--help"],
        "import referat_nlp": [sys.executable, "-c", "import referat_nlp"],
    }
    free = {"Python alone": [sys.executable, "-c", "pass"]}
    for case in cases:
        program = f"import referat_nlp; referat_nlp.load(**{dict(case.chosen)!r})"
        free[f"load the analysers: {case.name}"] = [sys.executable, "-c", program]
    commands = {**bounded, **free}
    for command in commands.values():
        _seconds(command)  # The first run writes bytecode.
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(settings.starts):
        for name, command in commands.items():
            times[name].append(_seconds(command))
    section = Section("Start-up: a fresh process from start to end")
    for name, each in times.items():
        section.rows.append(
            {
                "command": name,
                "runs": len(each),
                "median s": median(each),
                "worst s": max(each),
                "bound s": BOUND_SECONDS if name in bounded else None,
            }
        )
    section.met = all(median(times[name]) <= BOUND_SECONDS for name in bounded)
    return section


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun
