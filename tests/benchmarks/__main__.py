"""Run every benchmark of this folder, each in a process of its own; returns 1 where one fails to run."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    names = wanted or sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))
    outcomes = [run(name) for name in names]
    return int(any(outcomes))


def run(name: str) -> int:
    print(f"\n# {name}", flush=True)
    return subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}"], cwd=HERE.parent.parent, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
