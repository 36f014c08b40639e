"""particle: the missing part of a separable verb, typed; the verb's meaning is given, no other particle has it."""

from learner.exercises.blanks import standing, with_gaps
from learner.exercises.difficulty import is_new, is_transparent
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.looks import meaning_of
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import Cut
from learner.exercises.verbs_of import FiniteVerb, finite_verbs
from learner.language.tables import mapping
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Lexeme

EXERCISE = "particle"


def generate(material: Material) -> tuple[Item, ...]:
    """One item per separated verb whose meaning is certain and is no other particle's."""
    found = (one for number in standing(material) for one in finite_verbs(material, number))
    items = [item for one in found if (item := _item(material, one)) is not None]
    return tuple({item.id: item for item in items}.values())


def _item(material: Material, one: FiniteVerb) -> Gap | None:
    lexeme = wordbook(material.lexicon).lookup(one.lemma, "VERB")
    meaning = meaning_of(lexeme) if lexeme else None
    if one.particle is None or lexeme is None or meaning is None or not is_alone(material, lexeme):
        return None
    particle = material.analysis.form(one.particle)
    if particle != one.verb.particle:
        return None
    if is_transparent(material.lexicon, lexeme) or not is_new(material, lexeme.level):
        return None
    itself = any(material.analysis.words[token].tag == "PRF" for token in one.clause.tokens)
    if itself and meaning.hint != "sich":  # `sich ankündigen` is not to announce
        return None
    span = material.analysis.article.tokens[one.particle]
    evidence = material.analysis.sentence_text(one.sentence)
    simple = one.lemma.removeprefix(particle)
    reflexive = "sich " if itself else ""
    return Gap(
        id=f"{EXERCISE}-{fingerprint(evidence, one.lemma)}",
        exercise=EXERCISE,
        skill="vocabulary",
        level=material.level,
        stem=f"Welcher Teil des Verbs fehlt? {reflexive}___{simple} = {meaning.text}",
        evidence=(evidence,),
        lemma=one.lemma,
        passage=with_gaps(material, one.sentence, [Cut(span.start, span.end)]),
        hints=(meaning.text,),
        feedback=Feedback(f"{EXERCISE}.right", {"word": one.lemma, "meaning": meaning.text}),
    )


def is_alone(material: Material, lexeme: Lexeme) -> bool:
    """Whether every other separable verb of the lexicon with this base differs certainly in meaning."""
    book = wordbook(material.lexicon)
    simple = lexeme.lemma.removeprefix(lexeme.verb.particle) if lexeme.verb else lexeme.lemma
    others = (book.lookup(particle + simple, "VERB") for particle in mapping("particles.tsv"))
    known = (other for other in others if other and other.lemma != lexeme.lemma and (other.zipf or 0) >= 2.5)
    return all(_differ(lexeme, other) for other in known)


def _differ(lexeme: Lexeme, other: Lexeme) -> bool:
    """Apart in meaning, of which both tell something; that both hold the same simple verb counts for nothing."""
    return bool(other.glosses or other.definitions) and not _shared(lexeme, other)


def _shared(one: Lexeme, other: Lexeme) -> bool:
    return bool(_words(one) & _words(other))


def _words(lexeme: Lexeme) -> set[str]:
    senses = (*lexeme.glosses, *lexeme.definitions[:3])
    words = (word.strip("(),;.") for sense in senses for word in sense.text.lower().split())
    return {word for word in words if len(word) > 3}
