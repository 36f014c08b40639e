"""who-is-who: persons of the article and what they are or do there, which the article says of nobody else."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations, islice, product

from learner.exercises.item import Feedback, Item, Match
from learner.exercises.material import Material, fingerprint
from learner.exercises.role_likeness import are_apart
from learner.exercises.roles import Role
from learner.exercises.sole_facts import sole_facts
from learner.lexicon.wordclasses import wordrow

EXERCISE = "who-is-who"
_ROLES, _FACTS = "Wer ist wer im Text?", "Was steht im Text über diese Personen?"
_LEFT = " Eine Beschreibung bleibt übrig."
_FEWEST, _MOST = 3, 4
_TOGETHER = 3  # persons of one sex among whom their sex does not tell who is meant
_VARIANTS = 12
_ORDER = ("relative", "", "main")
_STEM = 6  # letters by which two words are of one family

_HEADS = wordrow("roles.heads")

_Facts = tuple[Role, ...]


def generate(material: Material) -> tuple[Item, ...]:
    """One item, and behind it others with fewer or other persons, of which a lesson takes the first that fits it."""
    return tuple(islice((_item(material, asked, spare) for asked, spare in _choices(material)), _VARIANTS))


def _choices(material: Material) -> Iterator[tuple[_Facts, _Facts]]:
    """What is asked of whom, and what is said of another one and stays over; as many persons as possible first."""
    known = _by_person(material)
    for size in range(min(len(known), _MOST + 1), _FEWEST - 1, -1):
        for persons in combinations(known, size):
            for chosen in product(*persons):
                if all(_fit(material, one, other) for one, other in combinations(chosen, 2)):
                    yield from _with_spare(material, chosen)


def _by_person(material: Material) -> list[_Facts]:
    """For every person what can be asked: relative clauses, then roles, then main clauses."""
    facts: dict[str, list[Role]] = {}
    for one in sole_facts(material):
        facts.setdefault(one.person.name, []).append(one)
    return [tuple(sorted(own, key=lambda one: _ORDER.index(one.clause))) for own in facts.values()]


def _with_spare(material: Material, chosen: _Facts) -> Iterator[tuple[_Facts, _Facts]]:
    """All of three or four, or all but one, whose description stays over."""
    shuffled = list(chosen)
    material.rng(f"{EXERCISE} {chosen[0].text}").shuffle(shuffled)
    spares: list[_Facts] = [()] if len(chosen) <= _MOST else []
    spares += [(one,) for one in shuffled] if len(chosen) > _FEWEST else []
    for spare in spares:
        asked = tuple(one for one in chosen if one not in spare)
        if _is_open(asked, chosen):
            yield asked, spare


def _fit(material: Material, one: Role, other: Role) -> bool:
    """Whether neither description may be the other person's as well."""
    if one.person.gender == other.person.gender:  # else the endings of roles tell them apart
        roles = ((mine, theirs) for mine, theirs in ((one, other), (other, one)) if not mine.clause)
        if any(not are_apart(mine.kind, kind) for mine, theirs in roles for kind in theirs.kinds):
            return False
    if _family(one) & _family(other) or _synonyms(one.kind, other.kind):
        return False
    return not (_tells_of(material, one, other) or _tells_of(material, other, one))


def _family(fact: Role) -> frozenset[str]:
    """The beginnings of the nouns of a clause, or of what stands behind a role."""
    words = fact.text.split()
    return frozenset(word[:_STEM] for word in (words if fact.clause else words[1:]) if word[0].isupper())


def _synonyms(one: str, other: str) -> bool:
    """`Fraktionschefin` and `CDU-Fraktionsvorsitzender`: heads of one body."""
    first, second = (
        next((kind.removesuffix(end) for end in _HEADS if kind.endswith(end)), "") for kind in (one, other)
    )
    return bool(first and second) and (first.endswith(second) or second.endswith(first))


def _tells_of(material: Material, fact: Role, other: Role) -> bool:
    """Whether the sentence of the fact names the other person too."""
    bounds = material.analysis.article.sentences[fact.sentence]
    return bool(fact.clause) and any(bounds.start <= mention.start < bounds.end for mention in other.person.mentions)


def _is_open(asked: _Facts, shown: _Facts) -> bool:
    """Whether the sex of a name leaves it at least two of the descriptions, or three of one sex remain."""
    roles = Counter(one.person.gender for one in shown if not one.clause)
    clauses = sum(bool(one.clause) for one in shown)
    if max(roles.values(), default=0) >= _TOGETHER:
        return True
    return all(roles[one.person.gender] + clauses > 1 for one in asked)


def _item(material: Material, asked: _Facts, spare: _Facts) -> Match:
    mixed = any(one.clause for one in (*asked, *spare))
    evidence = tuple(dict.fromkeys(material.analysis.sentence_text(one.sentence) for one in asked))
    texts = [_said(one, mixed=mixed) for one in chain(asked, spare)]
    return Match(
        id=f"{EXERCISE}-{fingerprint(*(one.person.name for one in asked), *texts)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=(_FACTS if mixed else _ROLES) + _LEFT * bool(spare),
        evidence=evidence,
        pairs=_turned([(one.person.name, text) for one, text in zip(asked, texts, strict=False)]),
        spare=tuple(texts[len(asked) :]),
        feedback=Feedback(f"{EXERCISE}.right", {}),
    )


def _turned(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The pairs, so that the descriptions, which are shown by the alphabet, do not stand beside their names."""
    in_order = sorted(text for _, text in pairs)
    turns = [pairs[first:] + pairs[:first] for first in range(len(pairs))]
    beside = [sum(text == other for (_, text), other in zip(turn, in_order, strict=True)) for turn in turns]
    return tuple(turns[beside.index(min(beside))])


def _said(fact: Role, *, mixed: bool) -> str:
    return f"ist {fact.text}" if mixed and not fact.clause else fact.text
