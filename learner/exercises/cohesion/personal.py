"""Pronouns that nothing before them in their own sentence explains: `er`, `sie`, `ihm`, `seine Frau`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from learner.exercises.cohesion.antecedents import can_be_meant
from learner.exercises.cohesion.pointer import Pointer
from learner.exercises.kinds import kind_of
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.persons import PRONOUNS, antecedent, persons
from learner.exercises.pronouns import acts_as_person, is_finite, subject_meant, subject_pronoun
from learner.exercises.questions.nouns import is_role
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.clauses import clause_of, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass, wordmap

_OBJECTS = wordmap("pronouns.antecedent")
_BINDING = wordclass("pronouns.binding")
_DESCRIBING = frozenset({"ADJ(A)", "CARD"})
_AGE = re.compile(r"^\w+ (ist|war) \d\d\b|\b\d\d Jahre alt\b")
_ADJECTIVES = 2  # between a determiner and its noun


def personal(material: Material, sentence: int) -> Iterator[Pointer]:
    """The pronouns of a sentence that need one before it: its subject, another one, `Seine Frau` at the beginning."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    yield from _subject(material, sentence, tokens)
    yield from _object(material, sentence, tokens)
    yield from _own(material, sentence, tokens)


def meant(material: Material, pointer: Pointer) -> Name | None:
    """The person a pronoun means; None where that is not certain."""
    pronoun = "er" if pointer.wanted == "m" else "sie"
    person = antecedent(material, pronoun, material.analysis.article.tokens[pointer.token].start)
    return person if person in persons(material) else None


def noun_behind(material: Material, token: int, stop: int) -> int | None:
    """The noun of a determiner, with adjectives between them."""
    for head in range(token + 1, min(stop, token + 2 + _ADJECTIVES)):
        if material.analysis.words[head].tag in {"NN", "NNA"}:
            return head
        if material.analysis.words[head].tag not in _DESCRIBING:
            return None
    return None


def _subject(material: Material, sentence: int, tokens: range) -> Iterator[Pointer]:
    """`sagt sie`, `Er hofft`, `Sie haben`."""
    speaking = _speaking(material, tokens)
    if speaking is not None:
        yield from _of_speaker(material, sentence, range(tokens.start, speaking))
        return
    statement = Statement(sentence, tuple(tokens))
    subject = subject_pronoun(material, statement)
    wanted = PRONOUNS[material.analysis.form(subject).lower()] if subject is not None else "p"
    token = subject if subject is not None else tokens.start
    if subject is None and not _opens_with_several(material, tokens):
        return
    if can_be_meant(material, wanted, range(tokens.start, token)) or _may_be_object(material, sentence, token):
        return
    acts = acts_as_person(material, statement) or _is_of_person(material, sentence)
    form = material.analysis.form(token)
    found = Pointer("several" if wanted == "p" else "pronoun", sentence, token, form, wanted, acts, acts)
    named = wanted != "p" and subject_meant(material, statement) is not None
    yield replace(found, of_person=True) if named else found


def _may_be_object(material: Material, sentence: int, token: int) -> bool:
    """Whether `sie` behind its verb may be whom something else in the clause acts on (`hatte sie jemand gesehen`)."""
    clause = clause_of(material.analysis, sentence, token)
    if material.analysis.form(token) != "sie" or clause is None:
        return False
    acting = (one for one in noun_phrases(material, sentence) if one.cases == ("Nom",) and one.preposition is None)
    behind = material.analysis.words[token + 1].tag == "PIS"
    return behind or any(token < one.tokens[0] and one.head in clause.tokens for one in acting)


def _is_of_person(material: Material, sentence: int) -> bool:
    """Whether a verb or state of the main clause is a person's (`Sie ist skeptisch`), or an age is told."""
    main = next((one for one in clauses(material.analysis, sentence) if one.kind == "main"), None)
    own = [material.analysis.words[token].lemma for token in main.tokens] if main else []
    return bool(words("person_words.txt").intersection(own)) or bool(
        _AGE.search(material.analysis.sentence_text(sentence))
    )


def _of_speaker(material: Material, sentence: int, before: range) -> Iterator[Pointer]:
    form = material.analysis.form(before.stop)
    wanted = PRONOUNS[form.lower()]
    if not can_be_meant(material, wanted, before, of_person=True):
        yield Pointer("pronoun", sentence, before.stop, form, wanted, firm=True, of_person=True)


def _speaking(material: Material, tokens: range) -> int | None:
    """The pronoun of `sagt sie`, `wie er erklärte`: certainly a person."""
    verbs = [
        token
        for token in tokens
        if is_finite(material, token)
        and material.analysis.words[token].lemma in column("reporting.tsv")
        and material.analysis.words[token].features.get("Number") == "Sing"
    ]
    beside = (near for verb in verbs for near in (verb + 1, verb - 1) if near in tokens)
    return next((one for one in beside if material.analysis.form(one).lower() in PRONOUNS), None)


def _opens_with_several(material: Material, tokens: range) -> bool:
    """Whether the sentence begins like `Sie haben`."""
    verb = tokens.start + 1
    plural = verb in tokens and material.analysis.words[verb].features.get("Number") == "Plur"
    return material.analysis.form(tokens.start) == "Sie" and plural and is_finite(material, verb)


def _object(material: Material, sentence: int, tokens: range) -> Iterator[Pointer]:
    """The first further pronoun: `ihn`, `ihnen`, `… weil sie …`."""
    subject = subject_pronoun(material, Statement(sentence, tuple(tokens)))
    for token in tokens:
        form = material.analysis.form(token)
        if form.lower() in _BINDING:
            return
        if token == subject or material.analysis.words[token].tag != "PPER" or form not in _OBJECTS:
            continue
        if not can_be_meant(material, _OBJECTS[form], range(tokens.start, token)):
            yield Pointer("object", sentence, token, form, _OBJECTS[form])
        return


def _own(material: Material, sentence: int, tokens: range) -> Iterator[Pointer]:
    """The first `seine Frau`, `ihr Bruder`: of a person named before."""
    for token in tokens:
        form = material.analysis.form(token).lower()
        owned = material.analysis.words[token].tag == "PPOSAT" and form.startswith(("sein", "ihr"))
        head = noun_behind(material, token, tokens.stop) if owned else None
        if form in _BINDING:
            return
        if head is None or not _is_person(material, head):
            continue
        wanted = "m" if form.startswith("sein") else "fp"
        if not can_be_meant(material, wanted, range(tokens.start, token)):
            text = " ".join(map(material.analysis.form, range(token, head + 1)))
            yield Pointer("own", sentence, token, text, wanted, firm=True, of_person=True)
        return


def _is_person(material: Material, head: int) -> bool:
    lemma = material.analysis.words[head].lemma
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    return is_role(lemma) or (lexeme is not None and kind_of(lexeme) == "person")
