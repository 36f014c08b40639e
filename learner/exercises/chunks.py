"""The Mittelfeld in pieces: noun phrases with their genitives and names, prepositional phrases, pronouns, adverbs.

A prepositional phrase behind a noun is a piece of its own; whether it belongs to the noun is left open. Every token
becomes a letter (small ones for what is certainly genitive), and the pieces are found in the string of letters.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from learner.exercises.material import Material
from learner.exercises.wordlists import words
from learner.language.agreement import NounPhrase, noun_phrases

Kind = Literal["noun", "prepositional", "pronoun", "reflexive", "adverb", "adjective", "negation", "other"]
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
_CORE = r"(?:O*D?[OCAVT]*(?:TK)?[AV]*(?:UN|N|U)E*|e[CAV]*N|E+|O*C)"
_GENITIVE = r"(?:d[cav]*nE*|[cav]+n|e+)"
_PHRASE = rf"(?:{_CORE}|{_GENITIVE}){_GENITIVE}*"
_PIECE = re.compile(
    rf"(?P<prepositional>[PQ]O*{_PHRASE}(?:K{_PHRASE})*)|(?P<noun>{_CORE}{_GENITIVE}*(?:K{_PHRASE})*)|."
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
    inside = {
        token: phrase
        for phrase in noun_phrases(material.analysis, sentence, material.lexicon)
        for token in phrase.tokens
    }
    letters = "".join(_letter(material, token, inside) for token in tokens)
    return [_chunk(material, tokens, inside, match) for match in _PIECE.finditer(letters)]


def _chunk(material: Material, tokens: Sequence[int], inside: Mapping[int, NounPhrase], match: re.Match[str]) -> Chunk:
    own = tuple(tokens[match.start() : match.end()])
    phrase = next((inside[token] for token in own if token in inside), None)
    if match.lastgroup is None:
        return Chunk(_OF_TAGS.get(material.analysis.words[own[0]].tag, "other"), own)
    kind: Kind = "noun" if match.lastgroup == "noun" else "prepositional"
    return Chunk(kind, own, phrase, "K" in match[0].replace("TK", ""))


def _letter(material: Material, token: int, inside: Mapping[int, NounPhrase]) -> str:
    tag, form = material.analysis.words[token].tag, material.analysis.form(token)
    phrase = inside.get(token)
    if tag == "ADV" and form.lower() in words("approximate.txt"):
        return "O"
    if tag == "NE" and form != material.analysis.words[token].lemma and form.endswith("s"):
        return "e"
    if phrase and tag not in {"APPRART", "TRUNC"}:
        letter = _LETTERS.get(tag, "V") if tag != "KON" else "V"
        if letter == "N" and form in words("measures.txt"):
            return "U"
        return letter.lower() if phrase.cases == ("Gen",) and phrase.preposition is None else letter
    if tag == "KON" and form.lower() not in {"und", "oder", "sowie"}:
        return "X"
    return _LETTERS.get(tag, "X")
