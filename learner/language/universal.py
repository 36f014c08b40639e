"""STTS tags become Universal Dependencies parts of speech, seen in their clause where the tag alone leaves two."""

from collections.abc import Sequence
from functools import cache

from learner.language.clause import Clause
from learner.language.segments import INFINITIVES, PARTICIPLES, TaggedSentence
from learner.language.tables import column, mapping, rows
from learner.lexicon.wordclasses import wordclass

_PHRASE = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "CARD", "ADJ(A)", "NN", "NE", "NNA", "NNI", "TRUNC"})
_PREDICATIVES = PARTICIPLES | {"ADJ(D)", "PWAV", "VV(INF)", "PTKVZ"}
_PLACE = wordclass("adverbs.place")


def universal(sentence: TaggedSentence, clauses: Sequence[Clause]) -> list[str]:
    """The UD part of speech of every token."""
    found = [_by_tag(form, lemma, tag) for form, lemma, tag in sentence.rows()]
    for clause in clauses:
        for token in clause.tokens:
            if found[token] == "AUX" and _is_full_verb(sentence, clause, token):
                found[token] = "VERB"
    return found


def _by_tag(form: str, lemma: str, tag: str) -> str:
    exceptions = _exceptions().get(tag)
    found = exceptions and (exceptions.get(lemma.lower()) or exceptions.get(form.lower()))
    if found:
        return found
    if not form.isalpha() and not any(character.isalnum() for character in form):
        return "SYM" if form in {"%", "€", "$", "§", "+", "="} else ("CCONJ" if form == "&" else "PUNCT")
    if tag == "NN" and lemma in column("calendar.tsv"):
        return "PROPN"
    return mapping("tags.tsv").get(tag, "X")


@cache
def _exceptions() -> dict[str, dict[str, str]]:
    """By tag the words that have another part of speech than it."""
    found: dict[str, dict[str, str]] = {}
    for tag, word, pos in rows("parts-of-speech.tsv"):
        found.setdefault(tag, {})[word] = pos
    return found


def _is_full_verb(sentence: TaggedSentence, clause: Clause, token: int) -> bool:
    """Whether haben, werden, sein or a modal verb stands alone in its clause."""
    tags = {sentence.tags[other] for other in clause.tokens if other != token}
    lemma = sentence.lemmas[token]
    if lemma == "haben":
        return not tags & (PARTICIPLES | {"VM(INF)"}) and not _lets(sentence, clause)
    if lemma == "werden":
        return not tags & (PARTICIPLES | INFINITIVES | {"VM(FIN)"})
    if lemma == "sein":
        infinitive = sentence.has_zu_infinitive(clause.tokens)
        return infinitive or (not tags & _PREDICATIVES and _only_somewhere(sentence, clause.tokens, token))
    return not tags & INFINITIVES and not sentence.has_zu_infinitive(clause.tokens)


def _lets(sentence: TaggedSentence, clause: Clause) -> bool:
    """`hat sich operieren lassen`: an infinitive in place of the participle."""
    return any(sentence.lemmas[token] == "lassen" for token in clause.tokens)


def _only_somewhere(sentence: TaggedSentence, tokens: Sequence[int], verb: int) -> bool:
    """Whether one bare phrase stands with a place and nothing else: `Ich war bei ihm`, `Er ist da`."""
    bare = place = 0
    inside = ""
    for token in tokens:
        tag = sentence.tags[token]
        if tag in {"APPR", "APPRART"}:
            place, inside = place + 1, "prepositional"
        elif tag in {"PPER", "PIS", "PDS", "PRELS", "PWS"}:
            bare, inside = bare + (inside != "prepositional"), ""
        elif tag in _PHRASE and token != verb:
            bare, inside = bare + (not inside), inside or "bare"
        else:
            place += sentence.forms[token].lower() in _PLACE
            inside = ""
    return bare <= 1 and place > 0
