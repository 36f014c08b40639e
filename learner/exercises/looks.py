"""The one certain meaning of a word, and whether it is the same word in English."""

from difflib import SequenceMatcher
from functools import cache, lru_cache

from learner.exercises.wordlists import grammar_table
from learner.lexicon.lexeme import Gloss, Lexeme

_PLAIN = str.maketrans("äöü", "aou")
_ALIKE = 0.7
_BEGUN_ALIKE = 0.55
_BEGINNING = 3  # letters that a borrowed verb shares with its English twin (reagieren, react)


def meaning_of(lexeme: Lexeme) -> Gloss | None:
    """The one meaning that is certain: the English gloss of a word with a single sense, or with one that is usual.

    Which of several senses is meant cannot be told from a sentence by rule, so words with more are not asked, but for
    those readers have found to mean nearly always one in newspapers, and verbs whose second sense belongs to `sich`.
    German definitions are no options: they often need a form that fits no other, and are long. A participle whose
    meaning is its verb's has none of its own.
    """
    found, shown = _certain_meaning(lexeme), shown_meanings().get((lexeme.lemma, lexeme.pos))
    return Gloss(shown, found.source) if found is not None and shown is not None else found


def _certain_meaning(lexeme: Lexeme) -> Gloss | None:
    """The meaning as the glossary, or the table of usual senses, has it."""
    usual = usual_senses().get((lexeme.lemma, lexeme.pos))
    first, *others = lexeme.glosses or (None,)
    if first is not None and usual is not None:
        return Gloss(usual, first.source)
    if first is None or first.language != "en" or len(others) > 1:
        return None
    if others and not _is_plain_first(lexeme.pos, first, others[0]):
        return None
    of_verb = first.hint.startswith("participle") or (lexeme.pos == "NOUN" and first.text.startswith("to "))
    return None if of_verb else first


@cache
def shown_meanings() -> dict[tuple[str, str], str]:
    """By lemma and part of speech what is shown where a word of the gloss is narrower than what the word means."""
    return {(lemma, pos): meaning for lemma, pos, meaning in grammar_table("shown-meanings.tsv")}


@cache
def usual_senses() -> dict[tuple[str, str], str]:
    """By lemma and part of speech the meaning of words of several senses of which newspapers know hardly any other."""
    return {(lemma, pos): meaning for lemma, pos, meaning in grammar_table("usual-senses.tsv")}


def _is_plain_first(pos: str, first: Gloss, other: Gloss) -> bool:
    """Whether of two senses the first is meant where `sich` is missing; nothing else shows which is (`Beteiligung`)."""
    return pos == "VERB" and not first.hint and other.hint == "sich"


def looks_alike(lexeme: Lexeme) -> bool:
    """Whether the meaning is the same word in English (Minister, Konflikt), which nobody needs to be asked."""
    lemma = sounded(lexeme.lemma)
    words = [sounded(word) for gloss in lexeme.glosses for word in gloss.text.replace(",", " ").split()]
    borrowed = lexeme.lemma.endswith("ieren") and any(word[:_BEGINNING] == lemma[:_BEGINNING] for word in words)
    return borrowed or any(are_alike(lemma, word) for word in words)


@lru_cache(maxsize=16384)
def are_alike(one: str, two: str) -> bool:
    """Whether two words look the same, a little less so where they begin alike (renovieren, renovate)."""
    alike = _ALIKE if one[:2] != two[:2] else _BEGUN_ALIKE
    letters = sum(min(one.count(letter), two.count(letter)) for letter in set(one))
    if not letters or 2.0 * letters / (len(one) + len(two)) <= alike:  # at most that many can stand in the same order
        return False
    return SequenceMatcher(None, one, two).ratio() > alike


def sounded(word: str) -> str:
    """The word with letters that stand for the same sound in German and English written alike."""
    plain = word.lower().translate(_PLAIN)
    return plain.replace("ph", "f").replace("k", "c").replace("z", "c")
