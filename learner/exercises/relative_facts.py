"""What a relative clause behind a name says of a person, as a predicate of its own: `leitet die Schülervertretung`."""

from collections.abc import Iterator

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.persons import persons
from learner.exercises.questions.nouns import is_institution, is_role
from learner.exercises.roles import Role, behind_brackets, is_known
from learner.language.analysis import Name
from learner.lexicon.wordclasses import wordclass

_SHORTEST, _LONGEST = 3, 12  # tokens behind the pronoun
_PRONOUNS = {"m": "der", "f": "die"}
NEVER = frozenset("PPER PPOSAT PDAT PDS PIS PROAV PAV PTKNEG PRELS PRELAT PWAV KOUS KOUI PTKZU".split())


def relative_facts(material: Material) -> Iterator[Role]:
    """Every relative clause right behind the full name of a person that stands alone as a predicate."""
    for person in persons(material):
        for mention in person.mentions if is_known(person) else ():
            name = extent.tokens(material.analysis, mention.start, mention.end)
            fact = _fact(material, person, _behind_age(material, name.stop)) if name else None
            if fact is not None:
                yield fact


def _behind_age(material: Material, token: int) -> int:
    """The token behind `(54)`, `, 54`."""
    token = behind_brackets(material, token)
    forms = material.analysis.form
    number = token + 2 < len(material.analysis.words) and forms(token) == "," and forms(token + 1).isdigit()
    return token + 2 if number else token


def _fact(material: Material, person: Name, comma: int) -> Role | None:
    words, forms = material.analysis.words, material.analysis.form
    start = comma + 2
    if start >= len(words) or forms(comma) != "," or forms(comma + 1) != _PRONOUNS[person.gender or "m"]:
        return None
    if words[comma + 1].tag != "PRELS":
        return None
    last = next((one for one in range(start, len(words)) if forms(one) in {",", ".", ";", "–", ":", "(", "!", "?"}), 0)
    clause = range(start, last)
    if not _SHORTEST <= len(clause) <= _LONGEST or not _stands_alone(material, clause) or _goes_on(material, last):
        return None
    sentence = extent.sentence_of(material.analysis, comma)
    if not _is_subject(material, sentence, clause, person) or _is_quoted(material, clause):
        return None
    text = _as_main(material, clause)
    return Role(person, text, "", tuple(clause), sentence, clause="relative") if text else None


def _goes_on(material: Material, comma: int) -> bool:
    """`, die auf 24 Flächen misst, wie hoch das Gras wird`: what she measures stands behind the comma."""
    behind = material.analysis.words[comma + 1 : comma + 2] if material.analysis.form(comma) == "," else ()
    return any(word.features.get("VerbForm") != "Fin" and word.tag != "KON" for word in behind)


def _stands_alone(material: Material, clause: range) -> bool:
    """Whether nothing points out of the clause and its only finite verb, an indicative, ends it."""
    words = material.analysis.words
    finite = [token for token in clause if words[token].features.get("VerbForm") == "Fin"]
    if finite != [clause[-1]] or words[clause[-1]].tag.startswith("VM"):
        return False
    indicative = words[clause[-1]].features.get("Mood") == "Ind"
    points = any(words[token].tag in NEVER for token in clause)
    passing = any(material.analysis.form(token).lower() in wordclass("roles.pointing") for token in clause)
    nouns = any(words[token].pos == "NOUN" for token in clause)
    plain = all(material.analysis.form(token)[0].isalnum() for token in clause)
    return indicative and nouns and plain and not points and not passing


def _is_subject(material: Material, sentence: int, clause: range, person: Name) -> bool:
    """Whether the pronoun is the subject: `der` of a man always, `die` where no other noun acts."""
    if person.gender == "m":
        return True
    heads = [one.head for one in noun_phrases(material, sentence) if one.head in clause and one.preposition is None]
    able = [one for one in noun_phrases(material, sentence) if one.head in heads and one.cases == ("Nom",)]
    lemmas = [material.analysis.words[head].lemma for head in heads]
    return not able and not any(is_role(lemma) or is_institution(lemma) for lemma in lemmas)


def _is_quoted(material: Material, clause: range) -> bool:
    start = material.analysis.article.tokens[clause.start].start
    return any(quote.kind == "direct" and quote.start <= start < quote.end for quote in material.analysis.quotes)


def _as_main(material: Material, clause: range) -> str:
    """The clause with its verb in front; empty where the verb may have a particle that is not known."""
    forms = [material.analysis.form(token) for token in clause]
    verb, middle = forms[-1], forms[:-1]
    lexeme = material.lexicon.lookup(material.analysis.words[clause[-1]].lemma, "VERB")
    if lexeme is None or lexeme.verb is None:
        return " ".join([verb, *middle]) if material.analysis.words[clause[-1]].pos == "AUX" else ""
    particle = lexeme.verb.particle
    if particle and verb.startswith(particle):
        return " ".join([verb.removeprefix(particle), *middle, particle])
    return " ".join([verb, *middle])
