"""Universal Dependencies features of the words of a sentence: verb form, mood, tense, person, number, degree."""

from collections.abc import Sequence

from learner.language.clause import Clause
from learner.language.finite import choose, readings
from learner.language.moods import settle
from learner.language.segments import FINITE, INFINITIVES, PARTICIPLES, TaggedSentence
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass

_NOMINATIVE = wordclass("pronouns.nominative") | {"sie"}


def features(
    sentence: TaggedSentence, clauses: Sequence[Clause], particles: dict[int, tuple[int, str]], wordbook: Wordbook
) -> list[dict[str, str]]:
    """The features of every token; empty where nothing is certain."""
    simple = {verb: token for token, (verb, _) in particles.items()}
    found = [_by_tag(tag) for tag in sentence.tags]
    owners = {token: clause for clause in reversed(clauses) for token in clause.tokens}
    for token, tag in enumerate(sentence.tags):
        if tag in FINITE:
            clause = owners.get(token)
            pronoun = _subject(sentence, clauses, clause, token) if clause else ""
            if clause and not pronoun and _drops_ich(sentence, clause, token):
                pronoun = "ich"
            lemma = sentence.lemmas[token]
            if token in simple:
                lemma = lemma.removeprefix(sentence.forms[simple[token]].lower())
            found[token] = _finite(sentence.forms[token].lower(), lemma, tag, pronoun, wordbook)
    settle(sentence, clauses, found)
    return found


def _by_tag(tag: str) -> dict[str, str]:
    if tag in INFINITIVES or tag == "VV(IZU)":
        return {"VerbForm": "Inf"}
    if tag in PARTICIPLES:
        return {"VerbForm": "Part"}
    if tag == "PTKNEG":
        return {"Polarity": "Neg"}
    return {}


def _finite(form: str, lemma: str, tag: str, pronoun: str, wordbook: Wordbook) -> dict[str, str]:
    if tag.endswith("(IMP)") and not pronoun:
        return {"Mood": "Imp", "VerbForm": "Fin"}
    found = choose(readings(form, lemma, wordbook.verb_readings(form, lemma)), pronoun)
    return found.features() if found else {"VerbForm": "Fin"}


def _drops_ich(sentence: TaggedSentence, clause: Clause, verb: int) -> bool:
    """`Habe lange gewartet`: a sentence that begins with a first person and names no subject."""
    follows = sentence.tags[verb + 1] if verb + 1 < len(sentence.tags) else ""
    return (
        clause.kind == "verb-first"
        and verb == clause.start_token == 0
        and follows not in {"PIS", "NE"}
        and not (follows == "PPER" and sentence.forms[verb + 1].lower() in _NOMINATIVE)
    )


def _subject(sentence: TaggedSentence, clauses: Sequence[Clause], clause: Clause, verb: int) -> str:
    """The pronoun that is the verb's subject; behind `und` that of the clause before, if this one has none."""
    near = [token for token in clause.tokens if sentence.tags[token] in {"PPER", "PIS"}]
    pronouns = [sentence.forms[token].lower() for token in sorted(near, key=lambda token: abs(token - verb))]
    found = next((form for form in pronouns if form in _NOMINATIVE), "")
    if not found and "bin" in _own_and_before(sentence, clauses, clause, verb):
        return "ich"
    if found or clause.parent is None or clause.vorfeld is not None:
        return found
    first = sentence.tags[clause.start_token]
    if clause.kind == "verb-first" and verb == clause.start_token:  # `Ich stehe auf, frühstücke und gehe`
        host = _subject(sentence, clauses, clauses[clause.parent], clauses[clause.parent].finite or 0)
        return host if host == "ich" else found
    if first != "KON" or any(sentence.tags[token] in {"NN", "NE"} for token in clause.tokens if token < verb):
        return found
    return _subject(sentence, clauses, clauses[clause.parent], clauses[clause.parent].finite or 0)


def _own_and_before(sentence: TaggedSentence, clauses: Sequence[Clause], clause: Clause, verb: int) -> Sequence[str]:
    """The verb, and that of the clause before if this begins with its verb: `Bin müde, gehe ins Bett` means me."""
    host = None if clause.parent is None else clauses[clause.parent].finite
    shares = host is not None and verb == clause.start_token
    return [sentence.forms[token].lower() for token in ((verb, host) if shares and host is not None else (verb,))]
