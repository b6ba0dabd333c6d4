"""How long `referat --help` and `import referat_nlp` take, in fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
BOUND_SECONDS = 0.3
COMMANDS = {
    "referat --help": [str(Path(sys.executable).with_name("referat")), "--help"],
    "referat tag --help": [str(Path(sys.executable).with_name("referat")), "tag", "--help"],
    "import referat_nlp": [sys.executable, "-c", "import referat_nlp"],
    "python -c pass": [sys.executable, "-c", "pass"],
}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    met = True
    for name, command in COMMANDS.items():
        seconds(command)  # The first run writes bytecode.
        times = [seconds(command) for _ in range(RUNS)]
        met &= statistics.median(times) <= BOUND_SECONDS
        print(f"{name:20} median {statistics.median(times):.3f} s   worst {max(times):.3f} s")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
