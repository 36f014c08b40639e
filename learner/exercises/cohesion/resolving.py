"""The noun a pronoun stands for: the only one near that agrees with it in gender and number (decision 0045).

Near are the nouns before it in its sentence and those of the sentence before; another one that agrees further up makes
it uncertain unless the noun is a subject or object, and so does a pronoun in between that could mean something else.
"""

from collections.abc import Iterator, Sequence

from learner.exercises import extent
from learner.exercises.cohesion.anaphors import Anaphor, every
from learner.exercises.cohesion.antecedents import NOUNS, is_somebody
from learner.exercises.cohesion.candidates import Candidate, candidates, kind
from learner.exercises.cohesion.nominative import nominative
from learner.exercises.cohesion.reflexive import acts_beside
from learner.exercises.material import Material
from learner.exercises.persons import mentioned
from learner.exercises.wordlists import words
from learner.language.clauses import clause_of
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_REACH = 3  # sentences back in which another noun that agrees may have been meant
_PERSONS = 7  # sentences back in which somebody was told of whom the pronoun may mean
_DEPTH = 3  # pronouns of one chain
_PHRASES = NOUNS | {"ART", "APPR", "APPRART", "ADJ(A)", "ADJ(D)", "PPOSAT", "PIAT", "PDAT", "CARD", "TRUNC"}
_STOPS = frozenset({"$,", "$(", "$."})
_APART = frozenset({"ART", "APPR", "APPRART", "PPOSAT", "PDAT"})


def meant(material: Material, anaphor: Anaphor, depth: int = 0) -> Candidate | None:
    """The one noun that agrees, at its last place; None where another one could be meant or none certainly is."""
    near = _near(material, anaphor)
    able = [one for one in near if one.fits(anaphor.wanted)]
    for other in _agreeing(material, anaphor):
        taken_up = meant(material, other, depth + 1) if depth < _DEPTH else None
        if taken_up is None:
            return None
        able.append(taken_up)
    far = [one for one in _far(material, anaphor) if one.fits(anaphor.wanted)]
    distant = not able and anaphor.kind == "personal"
    able = far if distant else able
    if not able or not _are_one(able):
        return None
    named = [one for one in able if nominative(material, one)[0]]
    key = max(named or able, key=lambda one: one.token)
    if not leads(material, key) and (distant or not _are_one([*able, *far])):
        return None
    if anaphor.kind == "relative" and not _is_apart(material, key, near):
        return None
    return key if _is_certain(material, key, anaphor) else None


def is_worth(material: Material, one: Candidate) -> bool:
    """Whether a noun is one that is taken up or could be: no time, nothing of an expression, no abbreviation."""
    plain = one.lemma not in wordclass("nouns.in-expressions") and kind(material, one.lemma) != "time"
    return plain and not material.analysis.form(one.token).isupper()


def leads(material: Material, one: Candidate) -> bool:
    """Whether a noun can be the subject of its clause, and is no attribute."""
    if one.phrase is None or one.phrase.preposition is not None or "Nom" not in one.phrase.cases:
        return False
    first = one.phrase.tokens[0]
    return material.analysis.words[first].tag != "APPRART" and not _is_behind_noun(material, first)


def _near(material: Material, anaphor: Anaphor) -> list[Candidate]:
    """What the pronoun can stand for in its own sentence and the one before; of a relative one what is right before."""
    sentence = extent.sentence_of(material.analysis, anaphor.token)
    if anaphor.kind == "relative":
        before_it = _before_relative(material, anaphor)
        return [one for one in candidates(material, sentence, whole=True) if one.token in before_it]
    before = [one for one in candidates(material, sentence) if one.token < anaphor.token]
    if anaphor.kind == "personal":
        before = [one for one in before if not _would_be_oneself(material, anaphor, one)]
    return [*(candidates(material, sentence - 1) if sentence else ()), *before]


def _far(material: Material, anaphor: Anaphor) -> list[Candidate]:
    """The same of the sentences further up; none where the pronoun can only mean what was said last."""
    if anaphor.kind in {"relative", "demonstrative"}:
        return []
    sentence = extent.sentence_of(material.analysis, anaphor.token)
    before = range(max(0, sentence - _REACH), max(0, sentence - 1))
    return [one for number in before for one in candidates(material, number)]


def _agreeing(material: Material, anaphor: Anaphor) -> Iterator[Anaphor]:
    """The pronouns before it, in its sentence and the one before, that could mean the same."""
    sentence = extent.sentence_of(material.analysis, anaphor.token)
    if anaphor.kind in {"relative", "demonstrative"}:
        return
    for number in range(max(0, sentence - 1), sentence + 1):
        for other in every(material, number):
            alike = bool(set(other.wanted) & set(anaphor.wanted))
            if alike and other.kind != "relative" and other.token < anaphor.token:
                yield other


def _before_relative(material: Material, anaphor: Anaphor) -> range:
    """The nouns right before a relative clause and nothing else; behind a verb or `und` its whole clause."""
    first = material.analysis.article.sentences[extent.sentence_of(material.analysis, anaphor.token)].first
    end = anaphor.token
    while end > first and material.analysis.form(end) != ",":
        end -= 1
    start = end
    while start > first and material.analysis.words[start - 1].tag in _PHRASES:
        start -= 1
    if start == end or material.analysis.words[start - 1].tag == "KON":
        while start > first and material.analysis.words[start - 1].tag not in _STOPS:
            start -= 1
    return range(start, end)


def _would_be_oneself(material: Material, anaphor: Anaphor, one: Candidate) -> bool:
    """Whether a noun stands in the pronoun's own clause and is no attribute: for it `sich` would stand there."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, anaphor.token), anaphor.token)
    if clause is None or one.token not in clause.tokens or one.phrase is None:
        return acts_beside(material, anaphor.token, one.token)  # `Die Lehrerin kauft Brot und fragt sie`
    between = (material.analysis.form(token) for token in range(one.token, anaphor.token))
    if material.analysis.words[anaphor.token - 1].tag == "APPR" or "," in between:  # `17 Kinder, unter ihnen …`
        return False
    first = one.phrase.tokens[0] if one.phrase.preposition is None else one.phrase.preposition
    return first == clause.start_token or not _is_behind_noun(material, first)


def _is_behind_noun(material: Material, token: int) -> bool:
    """Whether the token before, in the same sentence, is a noun."""
    first = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)].first
    return token > first and material.analysis.words[token - 1].tag in NOUNS


def _are_one(able: Sequence[Candidate]) -> bool:
    """Whether all are the same noun, or compounds of it (`Haushaltsgeräte … solche Geräte`)."""
    shortest = min((one.lemma.lower() for one in able), key=len)
    return all(one.lemma.lower().endswith(shortest) for one in able)


def _is_apart(material: Material, key: Candidate, near: Sequence[Candidate]) -> bool:
    """Whether another noun, no name of the key, stands between it and its relative clause."""
    behind = next((one.token for one in near if one.token > key.token), key.token)
    return any(material.analysis.words[token].tag in _APART for token in range(key.token + 1, behind))


def _is_certain(material: Material, key: Candidate, anaphor: Anaphor) -> bool:
    text, gender = nominative(material, key)
    if not text or gender not in anaphor.wanted or not is_worth(material, key):
        return False
    if anaphor.kind in {"relative", "demonstrative"}:
        return True
    if set(anaphor.wanted) & {"m", "f"} and _is_rivalled(material, key, anaphor):
        return False
    if key.lemma in words("groups.txt") and _names_somebody(material, anaphor):
        return False
    somebody = is_somebody(material, key.lemma)
    owned = anaphor.owned is not None and is_somebody(material, material.analysis.words[anaphor.owned].lemma)
    return somebody or not (owned or _is_human(material, anaphor))


def _names_somebody(material: Material, anaphor: Anaphor) -> bool:
    """Whether anybody of the gender is named before: `er brachte ihr einen Käse` is seldom a family."""
    end = material.analysis.article.tokens[anaphor.token].start
    wanted = set(anaphor.wanted) - {"p"}
    people = [one for one in material.analysis.names if one.kind == "person" and one.gender in {*wanted, ""}]
    return bool(mentioned(people, 0, end))


def _is_human(material: Material, anaphor: Anaphor) -> bool:
    """Whether the pronoun's clause tells of a person (`sie hofft`)."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, anaphor.token), anaphor.token)
    own = {material.analysis.words[token].lemma for token in clause.tokens} if clause else set()
    doing = words("human_verbs.txt") | wordclass("verbs.making") | column("reporting.tsv")
    return bool(own & (doing | words("person_words.txt")))


def _is_rivalled(material: Material, key: Candidate, anaphor: Anaphor) -> bool:
    """Whether somebody told of further up could be meant, by name or by what he is."""
    sentence = extent.sentence_of(material.analysis, anaphor.token)
    wanted = set(anaphor.wanted) - {"p"}
    article = material.analysis.article
    start, end = article.sentences[max(0, sentence - _PERSONS)].start, article.tokens[anaphor.token].start
    people = [one for one in material.analysis.names if one.kind == "person" and one.gender in {*wanted, ""}]
    if mentioned(people, start, end):
        return True
    near = (one for number in range(max(0, sentence - _REACH), sentence + 1) for one in candidates(material, number))
    others = (one for one in near if one.token < anaphor.token and one.lemma != key.lemma)
    return any(one.fits("".join(wanted)) and kind(material, one.lemma) == "person" for one in others)
