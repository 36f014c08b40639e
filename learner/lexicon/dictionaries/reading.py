"""Which format a dictionary file has, and its records in that format."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from learner.errors import LexiconError
from learner.lexicon.dictionaries import dictd, ding, stardict, tsv
from learner.lexicon.dictionaries.lines import lines
from learner.lexicon.dictionaries.record import Record

FORMATS = {"ding": ding.read, "tsv": tsv.read, "dictd": dictd.read, "stardict": stardict.read}
_LOOKED_AT = 200


def read(path: Path) -> tuple[str, Iterator[tuple[float, Record]]]:
    """The format's name and the records with the share read so far. Raises LexiconError for what is no dictionary."""
    main = main_file(path)
    name = _format(main)
    return name, FORMATS[name](main)


def main_file(path: Path) -> Path:
    """The file that stands for the dictionary: the index of a dictd text, the .ifo of a StarDict one."""
    if not path.is_file():
        raise LexiconError("there is no such file.", where=str(path), hint="Name the dictionary's file.")
    stem = path.with_suffix("") if path.suffix in {".dz", ".gz"} else path
    if stem.suffix in {".dict", ".idx", ".syn"}:
        for suffix in (".ifo", ".index"):
            if (other := stem.with_suffix(suffix)).is_file():
                return other
    return path


def _format(path: Path) -> str:
    if path.suffix == ".ifo":
        return "stardict"
    if path.suffix == ".index":
        return "dictd"
    start = [line for _, line in islice(lines(path), _LOOKED_AT)]
    if any(" :: " in line for line in start if not line.startswith("#")):
        return "ding"
    if any("\t" in line for line in start if not line.startswith("#")):
        return "tsv"
    hint = "Known are Ding text, dictd (.index), StarDict (.ifo) and tab-separated text."
    raise LexiconError("this is no dictionary in a known format.", where=str(path), hint=hint)
