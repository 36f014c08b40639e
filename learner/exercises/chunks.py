"""The Mittelfeld in pieces: noun phrases with their genitives and names, prepositional phrases, pronouns, adverbs.

A prepositional phrase behind a noun is a piece of its own; whether it belongs to the noun is left open. Every token
becomes a letter (small ones for what is certainly genitive), and the pieces are found in the string of letters.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase
from learner.lexicon.wordclasses import wordclass

Kind = Literal["noun", "prepositional", "pronoun", "reflexive", "adverb", "adjective", "negation", "other"]
_JOINING = wordclass("conjunctions.joining-alike")
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_LETTERS = {
    **dict.fromkeys(("ART", "PPOSAT", "PDAT", "PIAT", "PWAT"), "D"),
    **dict.fromkeys(("NN", "NNA"), "N"),
    **dict.fromkeys(("NE", "NNI", "FM"), "E"),
    "ADJ(A)": "A",
    "CARD": "C",
    "TRUNC": "T",
    "APPR": "P",
    "APPRART": "Q",
    "KON": "K",
}
_CORE = r"(?:O*D?[OCAVT]*(?:TK)?[AV]*(?:UUN|UU|UN|N|U)Y?E*|e[CAV]*N|D?[AV]*E+|O*C|Y)"
_GENITIVE = r"(?:d[cav]*nE*|[cav]+n|e+|g[AV]*E+)"
_PHRASE = rf"(?:{_CORE}|{_GENITIVE}){_GENITIVE}*"
_PIECE = re.compile(
    rf"(?P<prepositional>B?[PQ]O*{_PHRASE}(?:K{_PHRASE})*)|(?P<noun>{_CORE}{_GENITIVE}*(?:K{_PHRASE})*)|."
)
_OF_TAGS: dict[str, Kind] = {
    "PPER": "pronoun",
    "PIS": "pronoun",
    "PDS": "pronoun",
    "PRF": "reflexive",
    "ADV": "adverb",
    "PROAV": "adverb",
    "ADJ(D)": "adjective",
    "PTKNEG": "negation",
}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbours that move together; `phrase` is the first noun phrase in it, `joined` says `und` is inside."""

    kind: Kind
    tokens: tuple[int, ...]
    phrase: NounPhrase | None = None
    joined: bool = False


def chunks(material: Material, sentence: int, tokens: Sequence[int]) -> list[Chunk]:
    """The tokens, which stand side by side in a sentence, cut into pieces from left to right."""
    inside = {token: phrase for phrase in noun_phrases(material, sentence) for token in phrase.tokens}
    letters = "".join(_letter(material, token, inside) for token in tokens)
    return [_chunk(material, tokens, inside, match) for match in _PIECE.finditer(letters)]


def _chunk(material: Material, tokens: Sequence[int], inside: Mapping[int, NounPhrase], match: re.Match[str]) -> Chunk:
    own = tuple(tokens[match.start() : match.end()])
    phrase = next((inside[token] for token in own if token in inside), None)
    if match.lastgroup is None:
        return Chunk(_OF_TAGS.get(material.analysis.words[own[0]].tag, "other"), own)
    kind: Kind = "noun" if match.lastgroup == "noun" else "prepositional"
    return Chunk(kind, own, phrase, "K" in match[0].replace("TK", ""))


def _compares(material: Material, token: int) -> bool:
    """Whether the token is one of `mehr als` before a numeral."""
    forms = [
        material.analysis.form(one).lower()
        for one in range(max(token - 1, 0), min(token + 2, len(material.analysis.words)))
    ]
    first = token if material.analysis.form(token).lower() in {"mehr", "weniger"} else token - 1
    pair = " ".join(forms[-2:] if first == token else forms[:2])
    counted = first + 2 < len(material.analysis.words) and material.analysis.words[first + 2].tag == "CARD"
    return pair in {"mehr als", "weniger als"} and counted


def _names_owner(material: Material, token: int) -> bool:
    """`(die Präsenz) der USA`: an article in the genitive between a noun and a name."""
    words_ = material.analysis.words
    return token > 0 and words_[token - 1].tag in {"NN", "NE", "NNA"} and words_[token + 1].tag in {"NE", "FM"}


def _letter(material: Material, token: int, inside: Mapping[int, NounPhrase]) -> str:
    tag = material.analysis.words[token].tag
    special = _special(material, token, tag)
    if special:
        return special
    phrase = inside.get(token)
    if phrase and tag not in {"APPRART", "TRUNC"}:
        return _of_phrase(material, token, tag, phrase)
    if tag == "KON" and material.analysis.form(token).lower() not in _JOINING:
        return "X"
    return _LETTERS.get(tag, "X")


def _special(material: Material, token: int, tag: str) -> str:
    """The letter of what its tag alone does not tell: about how many, a year, a genitive."""
    form = material.analysis.form(token)
    if form.lower() == "bis" and material.analysis.words[token + 1].tag in {"APPR", "APPRART"}:  # `bis auf den Platz`
        return "B"
    if (tag == "ADV" and form.lower() in words("approximate.txt")) or _compares(material, token):
        return "O"
    if tag == "CARD" and _YEAR.fullmatch(form):
        return "Y"
    if tag == "ART" and form in {"der", "des"} and _names_owner(material, token):
        return "g"
    return _of_name(material, token, tag, form) if tag in {"NE", "NN", "NNA"} else ""


def _of_name(material: Material, token: int, tag: str, form: str) -> str:
    """The letter of a name whose tag or ending mislead: `Jette Brammer`, no noun; `Jonas Brenner`, no genitive."""
    inside = token - 1 in _parts_of_names(material)
    if not inside and tag != "NE":
        return ""
    if token in _parts_of_names(material):
        return "E"
    owner = form != material.analysis.words[token].lemma and form.endswith("s")
    return "e" if owner else "E" if inside else ""


@lru_cache(maxsize=2)
def _parts_of_names(material: Material) -> frozenset[int]:
    """The tokens of every person's name but its last."""
    people = (name for name in material.analysis.names if name.kind == "person")
    mentions = (mention for name in people for mention in name.mentions)
    return frozenset(
        token for mention in mentions for token in extent.tokens(material.analysis, mention.start, mention.end)[:-1]
    )


def _of_phrase(material: Material, token: int, tag: str, phrase: NounPhrase) -> str:
    letter = _LETTERS.get(tag, "V") if tag != "KON" else "V"
    if letter == "N" and material.analysis.form(token) in words("measures.txt"):
        return "U"
    return letter.lower() if phrase.cases == ("Gen",) and phrase.preposition is None else letter
