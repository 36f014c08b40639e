"""The project's commands on a fresh machine: run, test, check, lock, bench, figures. Needs Python 3.11 alone."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
STAMP = VENV / "lock.sha256"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
)
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--group", "test", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "-q", "-o", "requirements.txt"),
)


def main(arguments: list[str]) -> int:
    """Run one of the commands; the rest of the words go to the program behind it."""
    commands = {"run": run, "test": test, "check": check, "lock": lock, "bench": bench, "figures": figures}
    if not arguments or arguments[0] not in commands:
        print(f"usage: python3 dev.py {'|'.join(commands)} [...]", file=sys.stderr)
        return 2
    prepare()
    return commands[arguments[0]](arguments[1:])


def prepare() -> None:
    """Make .venv and install the lock into it, unless that lock is already installed."""
    digest = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == digest:
        return
    print("Setting up .venv (once, about a minute) ...", file=sys.stderr)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    python("-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK), check=True)
    STAMP.write_text(digest)


def python(*words: str, check: bool = False) -> int:
    """Run the virtual environment's Python at the root of the checkout; returns its exit code."""
    return subprocess.run([str(PYTHON), *words], cwd=ROOT, check=check).returncode


def run(words: list[str]) -> int:
    """Start the program."""
    return subprocess.run([str(PYTHON), "-m", "learner", *words], env=_with_checkout(), check=False).returncode


def _with_checkout() -> dict[str, str]:
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}


def test(words: list[str]) -> int:
    """Run the tests on every core."""
    return python("-m", "pytest", "-q", "-n", "auto", *words)


def check(_words: list[str]) -> int:
    """Run linter, formatter, types and import contracts; returns 1 if any of them finds fault."""
    outcomes = [python(*words) for words in CHECKS]
    return int(any(outcomes))


def lock(_words: list[str]) -> int:
    """Write requirements.txt anew: hashes, no hosts."""
    python("-m", "pip", "install", "--quiet", "uv", check=True)
    return python("-m", "uv", *COMPILE)


def bench(words: list[str]) -> int:
    """Print the figures of tests/benchmarks beside their budgets."""
    return python("-m", "tests.benchmarks", *words)


def figures(words: list[str]) -> int:
    """Print how right the analysis is: on the treebank beside the checkout and on our own tables."""
    return python("-m", "tests.benchmarks", "language", "quality", *words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
