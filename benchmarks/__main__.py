"""``python -m benchmarks [CASE...] [--rounds NUMBER]``: all cases, or those that are named."""

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.cases import CASES

PACKAGES = ("python-pptx", "matplotlib", "numpy", "typst", "pydantic", "lxml", "babel", "PyYAML", "click")


def main() -> None:
    """Say where this runs, then run the cases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(CASES)}; all where none is named")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is run; long ones a third of it")
    asked = parser.parse_args()
    unknown = [name for name in asked.cases if name not in CASES]
    if unknown:
        parser.error(f"no case is called {unknown[0]}")
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    for name in asked.cases or CASES:
        with tempfile.TemporaryDirectory() as folder:
            CASES[name](Path(folder), asked.rounds)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
