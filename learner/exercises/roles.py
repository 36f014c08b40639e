"""What the article says a person is: the role before or behind the name, in the nominative and whole by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.questions.nouns import is_role
from learner.exercises.role_likeness import kind
from learner.language import gazetteer
from learner.language.analysis import Name
from learner.lexicon.wordclasses import wordclass

_NOUNS = frozenset({"NN", "NNA"})
_ATTRIBUTES = frozenset({"ART", "ADJ(A)", "NN", "NNA", "NE", "APPR", "APPRART"})
_LONGEST = 7  # tokens of an attribute behind the noun
_FAR = 10  # tokens between a role and the name behind its attributes
_GENITIVE = wordclass("determiners.genitive")
_JOINING = wordclass("roles.joining") | {"&", "/"}
_ENDS = frozenset({",", ".", ":", ";", "–", "("})
_INDEFINITE = frozenset({"ein", "eine"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is: the description in the nominative, its kind, the tokens from the noun on, its sentence.

    `kinds` are those of everything the article calls the person; a `clause` says it of either sex, in a predicate.
    `full` says that the first name stands there too: `der Händler Brinkhoff` may be a firm.
    """

    person: Name
    text: str
    kind: str
    tokens: tuple[int, ...]
    sentence: int
    kinds: frozenset[str] = frozenset()
    clause: Literal["", "relative", "main"] = ""
    full: bool = True


@lru_cache(maxsize=2)
def roles(material: Material) -> tuple[Role, ...]:
    """Every role the article certainly gives to a person by standing beside the name."""
    found = list(_found(material))
    kinds = {one.person.name: frozenset(two.kind for two in found if two.person == one.person) for one in found}
    return tuple(replace(one, kinds=kinds[one.person.name]) for one in found)


def key_at(material: Material, token: int) -> str:
    """The kind of role the noun at a token names, of whichever sex; empty where it names none."""
    for sex in ("m", "f"):
        if noun := noun_of(material, token, sex):
            return _kind(material, token, noun)
    return ""


def _kind(material: Material, token: int, noun: str) -> str:
    lemma = material.analysis.words[token].lemma
    return kind(noun, adjectival=(noun.endswith("r") and noun != lemma) or _is_adjectival(material, noun))


def _found(material: Material) -> Iterator[Role]:
    for person in persons(material):
        if not is_known(person):
            continue
        for mention in person.mentions:
            name = extent.tokens(material.analysis, mention.start, mention.end)
            if not name:
                continue
            for role in (
                _before(material, person, name),
                _apart(material, person, name),
                _behind(material, person, name),
            ):
                if role is not None:
                    yield replace(role, full=person.name in material.analysis.article.slice(mention))


def is_known(person: Name) -> bool:
    """Whether the person has two names and a sex that the first one does not belie."""
    first, _, last = person.name.partition(" ")
    return bool(last and person.gender) and gazetteer.sex(first) in {person.gender, "-", ""}


def noun_of(material: Material, token: int, sex: str) -> str:
    """The noun at a token as a role of this sex in the nominative; empty where it is no role or of the other sex."""
    word, form = material.analysis.words[token], material.analysis.form(token)
    if word.tag not in _NOUNS or not form[:1].isupper() or extent.in_person(material.analysis, token):
        return ""
    lemma = word.lemma if word.lemma[:1].isupper() and word.lemma[:3] == form[:3] else form
    known = gazetteer.role(lemma)
    told = known[1] if known else gazetteer.sex_of_people(lemma)
    if not (known or is_role(lemma)) or not told:
        return ""
    if told == "-" or _is_adjectival(material, lemma):
        return _declined(lemma, form, sex)
    return lemma if told == sex and form.startswith(lemma) else ""


def _is_adjectival(material: Material, lemma: str) -> bool:
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    return lexeme is not None and lexeme.noun is not None and lexeme.noun.declension == "adjectival"


def _declined(lemma: str, form: str, sex: str) -> str:
    """`Abgeordneter`, `Abgeordnete`: an adjective that has become a noun."""
    stem = lemma.removesuffix("r").removesuffix("n")
    if not stem.endswith("e") or form not in {stem, f"{stem}r", f"{stem}n"}:
        return ""
    return f"{stem}r" if sex == "m" else stem


def _adjectives(material: Material, noun: int, sex: str) -> tuple[str, int] | None:
    """What of the adjectives before a noun belongs to the role, and where they begin; None where that is open."""
    kept: list[str] = []
    token, first = noun, material.analysis.article.sentences[extent.sentence_of(material.analysis, noun)].first
    while token > first and material.analysis.words[token - 1].tag in {"ADJ(A)", "CARD"}:
        token -= 1
        lemma, form = material.analysis.words[token].lemma.lower(), material.analysis.form(token)
        if "jährig" in form or (form[:1].isupper() and form.endswith("er")) or lemma in wordclass("roles.passing"):
            continue
        lemma = form.removesuffix("n").removesuffix("e") if form[:4] == "früh" else lemma
        if lemma not in wordclass("roles.belonging") | gazetteer.adjectives_of_peoples():
            return None
        stem = (
            lemma.capitalize()
            if form[:1].isupper() and token and material.analysis.words[token - 1].tag == "ART"
            else lemma
        )
        kept.insert(0, stem + ("er" if sex == "m" else "e"))
    return "".join(f"{one} " for one in kept), token


def _before(material: Material, person: Name, name: range) -> Role | None:
    """`Bürgermeisterin Ilse Kern`; not where two are named (`die Gründer Jan Holl und Ina Ott`)."""
    place = name.start
    first = place == material.analysis.article.sentences[extent.sentence_of(material.analysis, place)].first
    noun = "" if first else noun_of(material, place - 1, person.gender)
    joined = material.analysis.form(name.stop).lower() in _JOINING
    if joined and not noun.endswith("in"):  # else a singular in any case
        return None
    found = _adjectives(material, place - 1, person.gender) if noun else None
    if found is None or _is_many(material, found[1], noun):
        return None
    return _role(material, person, noun, found[0] + noun, range(place - 1, place))


def _is_many(material: Material, start: int, noun: str) -> bool:
    """Whether the noun may be a plural of its own (`hielten Betrüger Jan Kern fest`), one of many, or half a role."""
    if start == material.analysis.article.sentences[extent.sentence_of(material.analysis, start)].first:
        return False
    before = material.analysis.words[start - 1]
    if start > 1 and material.analysis.form(start - 2).endswith("-") and before.tag == "KON":  # `Zoo- und Parkdirektor`
        return True
    one_of_many = material.analysis.form(start - 1).lower() in wordclass("determiners.indefinite")
    if before.tag in {"CARD", "PIAT"} or one_of_many:
        return True
    acting = before.pos in {"VERB", "AUX"} and before.features.get("Number") == "Plur"
    return acting and not noun.endswith("in")


def _apart(material: Material, person: Name, name: range) -> Role | None:
    """`Der Bürgermeister von Rosstal, Jan Holl,`: the role with its attributes, a comma, the name."""
    place = name.start
    if place < 3 or material.analysis.form(place - 1) != "," or material.analysis.form(name.stop).lower() in _JOINING:
        return None
    sentence = extent.sentence_of(material.analysis, name.start)
    first = max(material.analysis.article.sentences[sentence].first, place - _FAR)
    for token in range(place - 2, first - 1, -1):
        if (noun := noun_of(material, token, person.gender)) and _is_definite(material, token, person.gender):
            behind = range(token + 1, place - 1)
            found = _adjectives(material, token, person.gender)
            closed = material.analysis.form(name.stop) in _ENDS and (behind or _goes_on(material, name.stop + 1))
            if found is None or not closed or not _is_attribute(material, behind):
                return None
            return _role(material, person, noun, found[0] + noun, range(token, place - 1))
        if material.analysis.words[token].tag not in _ATTRIBUTES:
            return None
    return None


def _goes_on(material: Material, token: int) -> bool:
    """Whether the verb follows, so that role and name are no list (`der Pfarrer, Jan Holl, Ina Ott`)."""
    return material.analysis.words[token].features.get("VerbForm") == "Fin"


def _is_definite(material: Material, noun: int, sex: str) -> bool:
    """Whether the article before the noun is one of this sex in the singular."""
    token = noun
    while token and material.analysis.words[token - 1].tag == "ADJ(A)":
        token -= 1
    form = material.analysis.form(token - 1).lower() if token else ""
    return form in wordclass("roles.of-a-man" if sex == "m" else "roles.of-a-woman")


def _behind(material: Material, person: Name, name: range) -> Role | None:
    """`Ilse Kern, (die) Leiterin des Museums,`: a comma, the role with its attributes, the end of the apposition."""
    words, forms = material.analysis.words, material.analysis.form
    token = behind_brackets(material, name.stop)
    if token + 2 >= len(words) or forms(token) != "," or (name.start and forms(name.start - 1).lower() in _JOINING):
        return None
    token += 1
    if forms(token).lower() in (_INDEFINITE | ({"der"} if person.gender == "m" else {"die"})):
        token += 1
    while words[token].tag == "ADJ(A)":
        token += 1
    noun = noun_of(material, token, person.gender)
    found = _adjectives(material, token, person.gender) if noun else None
    if found is None or not noun or token + 1 in _named(material):
        return None
    end = token + 1
    while end < len(words) and words[end].tag in _ATTRIBUTES and end - token <= _LONGEST:
        end += 1
    closed = forms(end) in _ENDS or (forms(end) == "und" and bool(noun_of(material, end + 1, person.gender)))
    if not closed or not _is_attribute(material, range(token + 1, end)):
        return None
    return _role(material, person, noun, found[0] + noun, range(token, end))


def behind_brackets(material: Material, token: int) -> int:
    """The token behind an age or a party in brackets."""
    forms = material.analysis.form
    if token + 3 < len(material.analysis.words) and forms(token) == "(":
        end = next((one for one in range(token, token + 5) if forms(one) == ")"), token)
        return end + 1 if end > token else token
    return token


def _is_attribute(material: Material, tokens: range) -> bool:
    """Whether what stands behind the noun is a genitive or one with a preposition, and names no person."""
    if not tokens:
        return True
    words = material.analysis.words
    first = words[tokens.start]
    begins = first.tag in {"APPR", "APPRART"} or material.analysis.form(tokens.start).lower() in _GENITIVE
    inside = all(words[token].tag in _ATTRIBUTES for token in tokens) and len(tokens) <= _LONGEST
    return (
        begins and inside and not _named(material).intersection(tokens) and words[tokens[-1]].tag in {"NN", "NE", "NNA"}
    )


@lru_cache(maxsize=2)
def _named(material: Material) -> frozenset[int]:
    """The tokens that are part of a person's name."""
    people = (name for name in material.analysis.names if name.kind == "person")
    spans = (mention for name in people for mention in name.mentions)
    return frozenset(token for span in spans for token in extent.tokens(material.analysis, span.start, span.end))


def _role(material: Material, person: Name, noun: str, text: str, tokens: range) -> Role | None:
    """The role, where it stands in running text."""
    sentence = extent.sentence_of(material.analysis, tokens.start)
    article = material.analysis.article
    attribute = article.text[article.tokens[tokens.start].end : article.tokens[tokens[-1]].end]
    return Role(
        person, " ".join((text + attribute).split()), _kind(material, tokens.start, noun), tuple(tokens), sentence
    )
