"""Pronouns that stand for a person, so that no thing named before them can be meant."""

from functools import lru_cache
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import every, genders_of_sie
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.cohesion.resolving import leads, meant
from learner.exercises.material import Material
from learner.exercises.persons import mentioned
from learner.exercises.questions.nouns import is_role
from learner.exercises.wordlists import words
from learner.language.clauses import clause_of
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_DATIVES = frozenset({"ihm", "ihr", "ihnen"})
_BEING = frozenset({"sein", "werden", "bleiben"})
_BEFORE_CALLING = frozenset({"PPER", "ADV", "VA(FIN)"})  # no article: what stands there is no subject of its own
_REACH = 3  # sentences back in which somebody is still told of
_GENDERS = {"er": "m", "ihn": "m", "sein": "m", "sie": "f", "ihr": "f"}


@lru_cache(maxsize=4096)
def means_person(material: Material, token: int) -> bool:
    """Whether it is told to somebody, does as people do, or somebody of its gender was named a little before.

    In the last case a thing that is the only one it certainly can mean goes before him.
    """
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    if tag == "PPER" and (form in _DATIVES or _does_as_people_do(material, token)):
        return True
    gender = _gender(material, token)
    if not gender or not _is_told_of(material, token, gender):
        return False
    sentence = extent.sentence_of(material.analysis, token)
    anaphor = next((one for one in every(material, sentence) if one.token == token), None)
    key = meant(material, anaphor) if anaphor else None
    return key is None or is_somebody(material, key.lemma) or not leads(material, key)


def _gender(material: Material, token: int) -> str:
    """Of the person a pronoun in the singular can mean; empty for other words and where several are meant."""
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    if tag == "PPOSAT":
        return next((_GENDERS[stem] for stem in ("sein", "ihr") if form.startswith(stem)), "")
    if tag != "PPER":
        return ""
    several = form == "sie" and genders_of_sie(material, extent.sentence_of(material.analysis, token), token) == "p"
    return "" if several else _GENDERS.get(form, "")


def _does_as_people_do(material: Material, token: int) -> bool:
    """`lacht sie`, `er hofft`, `musste sie Gespräche führen`: its clause has a person for its subject."""
    if material.analysis.form(token).lower() not in {"er", "sie"}:
        return False
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, token), token)
    told = {material.analysis.words[one].lemma for one in clause.tokens} if clause else set()
    return bool(told & (words("human_verbs.txt") | column("reporting.tsv") | wordclass("nouns.dealt-with-by-people")))


def is_called(material: Material, token: int) -> bool:
    """`als er noch Kreisrat gewesen sei`: the clause of the pronoun says what somebody is or becomes."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, token), token)
    words_ = [material.analysis.words[one] for one in clause.tokens] if clause else []
    being = any(word.lemma in _BEING and word.tag.startswith("VA") for word in words_)
    bare = (behind for before, behind in pairwise(words_) if before.tag in _BEFORE_CALLING)
    return being and any(word.tag == "NN" and is_role(word.lemma) for word in bare)


def _is_told_of(material: Material, token: int, gender: str) -> bool:
    """Whether a person of the gender is named before the token in its paragraph, or before its first sentence."""
    sentences, number = material.analysis.article.sentences, extent.sentence_of(material.analysis, token)
    near = range(max(0, number - _REACH), number + 1)
    opens = number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph
    first = next(sentences[one] for one in near if opens or sentences[one].paragraph == sentences[number].paragraph)
    people = [one for one in material.analysis.names if one.kind == "person" and one.gender in {gender, ""}]
    return bool(mentioned(people, first.start, material.analysis.article.tokens[token].start))
