"""What the article says of one person only: roles and clauses that nobody else in it has or may have."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from learner.exercises import extent
from learner.exercises.kinds import kind_of
from learner.exercises.main_facts import main_facts
from learner.exercises.material import Material
from learner.exercises.misspelt import misspelt
from learner.exercises.paragraphs import sentences_of
from learner.exercises.passage import safe
from learner.exercises.persons import mentioned
from learner.exercises.readable import are_easy
from learner.exercises.relative_facts import relative_facts
from learner.exercises.role_likeness import is_part, says_something
from learner.exercises.roles import Role, key_at, roles
from learner.language.analysis import Word
from learner.language.offices import is_office
from learner.lexicon.wordclasses import wordclass

_DEFINITE = wordclass("roles.taking-up")
_OVER = wordclass("roles.over")
_RARE = 2


def sole_facts(material: Material) -> list[Role]:
    """For every person the role that tells most and a clause of either kind, where they can be asked for."""
    found: dict[tuple[str, str], Role] = {}
    for fact in _facts(material):
        key = (fact.person.name, fact.clause)
        longer = key not in found or len(fact.tokens) > len(found[key].tokens)
        if longer and _is_shown_well(material, fact) and _is_sole(material, fact):
            found[key] = fact
    return list(found.values())


@lru_cache(maxsize=2)
def _facts(material: Material) -> tuple[Role, ...]:
    """Roles and clauses, these too with every kind of role their person has."""
    given = roles(material)
    kinds = {one.person.name: one.kinds for one in given}
    clauses = (
        replace(one, kinds=kinds.get(one.person.name, frozenset()))
        for one in chain(relative_facts(material), main_facts(material))
    )
    return (*given, *clauses)


def _is_shown_well(material: Material, fact: Role) -> bool:
    """Whether the words stand by the full name, are easy enough and right, and hold no part of the name."""
    return (
        material.is_running(fact.sentence)
        and fact.full
        and are_easy(material, fact.tokens)
        and not misspelt(material).intersection(fact.tokens)
        and safe(fact.text)
        and not any(part in fact.text for part in fact.person.name.split())
    )


def _is_sole(material: Material, fact: Role) -> bool:
    """Whether a clause has a noun that stands near nobody else, or no one else in the article has the role."""
    if fact.clause:
        words = [material.analysis.words[token] for token in fact.tokens]
        named = any(extent.in_person(material.analysis, token) for token in fact.tokens)
        return not named and any(_is_telling(material, word) and _is_apart(material, word, fact) for word in words)
    others = (one for one in roles(material) if one.person != fact.person)
    return (
        says_something(fact.kind, alone=len(fact.tokens) == 1)
        and not _may_be_over(material, fact)
        and not any(is_part(kind, fact.kind) for one in others for kind in one.kinds)
        and not any(_is_anothers(material, token, fact) for token in _role_tokens(material))
    )


def _may_be_over(material: Material, fact: Role) -> bool:
    """Whether the paragraph of a role tells of retiring or of a death, so that the person may be it no longer."""
    analysis = material.analysis
    around = sentences_of(material, analysis.article.sentences[fact.sentence].paragraph)
    tokens = {token for number in around for token in analysis.article.tokens_of(analysis.article.sentences[number])}
    return any(analysis.words[token].lemma in _OVER for token in tokens.difference(fact.tokens))


def _is_telling(material: Material, word: Word) -> bool:
    """Whether a word is a name, or a noun that is no time and says more than `Betrieb`."""
    if word.pos == "PROPN":
        return True
    lexeme = material.lexicon.lookup(word.lemma, "NOUN") if word.pos == "NOUN" else None
    time = lexeme is not None and kind_of(lexeme) == "time"
    return word.pos == "NOUN" and not time and word.lemma not in wordclass("roles.untelling")


def _is_apart(material: Material, word: Word, fact: Role) -> bool:
    """Whether no sentence with the word, nor the one before or behind it, names another person, and few have it."""
    sentences = material.analysis.article.sentences
    others = [name for name in material.analysis.names if name.kind == "person" and name != fact.person]
    places = [token for token, other in enumerate(material.analysis.words) if other.lemma == word.lemma]
    if len(places) > _RARE:  # what the article is about is more than one person's
        return False
    for number in {extent.sentence_of(material.analysis, token) for token in places}:
        near = sentences[max(0, number - 1) : number + 2] if number != fact.sentence else sentences[number : number + 1]
        if mentioned(others, near[0].start, near[-1].end):
            return False
    return True


@lru_cache(maxsize=2)
def _role_tokens(material: Material) -> Sequence[int]:
    """The tokens of nouns that name a person by a role."""
    return tuple(token for token in range(len(material.analysis.words)) if key_at(material, token))


def _is_anothers(material: Material, token: int, role: Role) -> bool:
    """Whether a noun of the article may give the same role to somebody else (`ein anderer Trainer`)."""
    if not key_at(material, token).endswith(role.kind):
        return False
    if any(one.person == role.person and token in one.tokens[:1] for one in roles(material)):
        return False
    many = material.analysis.words[token].features.get("Number") == "Plur"
    return not (many or _takes_up(material, token, role))


def _takes_up(material: Material, token: int, role: Role) -> bool:
    """`die Bürgermeisterin`, not beside another name; of no office only behind the mention of its bearer."""
    if not token or material.analysis.form(token - 1).lower() not in _DEFINITE:
        return False
    start = material.analysis.article.tokens[token].start
    near = range(max(0, token - 2), min(len(material.analysis.words), token + 3))
    spans = [extent.tokens(material.analysis, mention.start, mention.end) for mention in role.person.mentions]
    if any(extent.in_person(material.analysis, one) and not any(one in span for span in spans) for one in near):
        return False
    people = [
        name for name in material.analysis.names if name.kind == "person" and name.gender in {role.person.gender, ""}
    ]
    last = max(((m.start, name.name) for name in people for m in name.mentions if m.start < start), default=(0, ""))
    return last[1] == role.person.name or is_office(material.analysis.words[token].lemma)
