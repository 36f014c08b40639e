"""The verbs of an article's sentences with their lexemes: finite forms whose tense, mood and number are certain."""

from collections.abc import Iterator
from dataclasses import dataclass

from learner.exercises.material import Material
from learner.exercises.usage import has_loose_particle
from learner.language.clauses import Clause, clauses
from learner.language.finite import auxiliary_verbs
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Verb
from learner.lexicon.wordclasses import wordclass

_MASSES = wordclass("nouns.masses")

TENSES = {"Pres": "Präsens", "Past": "Präteritum"}


@dataclass(frozen=True, slots=True)
class FiniteVerb:
    """A finite full verb: its token, the particle's token or None, lemma, principal parts, clause."""

    sentence: int
    token: int
    particle: int | None
    lemma: str
    verb: Verb
    clause: Clause


def finite_verbs(material: Material, sentence: int) -> Iterator[FiniteVerb]:
    """The finite full verbs of certain clauses."""
    words = material.analysis.words
    if has_loose_particle(material, sentence):
        return
    for clause in clauses(material.analysis, sentence):
        if clause.finite is None or not clause.certain:
            continue
        word = words[clause.finite]
        if word.pos != "VERB" or word.lemma in auxiliary_verbs():
            continue
        lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB")
        if lexeme and lexeme.verb:
            particle = next((token for token in clause.tokens if words[token].head == clause.finite), None)
            if particle is not None and _is_anothers(material, sentence, clause.finite, particle):
                continue
            yield FiniteVerb(sentence, clause.finite, particle, word.lemma, lexeme.verb, clause)


def _is_anothers(material: Material, sentence: int, finite: int, particle: int) -> bool:
    """`Für eines gibt es sie, die anderen gehen leer aus`: between verb and particle stands another main verb."""
    depending = {
        token for one in clauses(material.analysis, sentence) if one.kind == "verb-last" for token in one.tokens
    }
    between = range(finite + 1, particle)
    return any(material.analysis.words[one].tag.endswith("(FIN)") and one not in depending for one in between)


def holds_subjunctive(material: Material, sentence: int) -> bool:
    """Whether the sentence holds a subjunctive, so that a past form may be one as well."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    return any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)


def has_certain_number(material: Material, one: FiniteVerb) -> bool:
    """Whether no noun of quantity and no pair of subjects leaves singular and plural open."""
    if material.analysis.form(one.clause.start_token).lower() == "was":  # `was die Winde trieben`: object or subject
        return False
    lemmas = {material.analysis.words[token].lemma for token in one.clause.tokens}
    joined = any(material.analysis.words[token].tag == "KON" for token in one.clause.tokens)
    return not lemmas & _MASSES and not joined


def changes_stem(lemma: str, verb: Verb) -> bool:
    """Whether the preterite is not made by the rule of weak verbs, particle or not."""
    stem = lemma.removeprefix(verb.particle).removesuffix("n").removesuffix("e")
    return verb.preterite.split()[0] not in {stem + "te", stem + "ete"}


def is_regular(lemma: str, verb: Verb) -> bool:
    """Whether the parts are what the rule makes of the infinitive, so that nobody needs to be asked for them."""
    return not changes_stem(lemma, verb) and not verb.particle
