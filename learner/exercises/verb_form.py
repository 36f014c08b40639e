"""verb-form: infinitive and tense given, the finite form typed; both parts of a separable verb are gaps."""

from itertools import pairwise

from learner.exercises import extent
from learner.exercises.blanks import standing, with_gaps
from learner.exercises.difficulty import at_least, is_strong
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import Cut
from learner.exercises.verbs_of import (
    TENSES,
    FiniteVerb,
    finite_verbs,
    has_certain_number,
    holds_subjunctive,
    is_regular,
)
from learner.exercises.wordlists import grammar_words
from learner.language.clauses import clause_of
from learner.language.tables import mapping
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.wordclasses import wordclass

EXERCISE = "verb-form"
_FIRST = wordclass("verbs.first-learnt")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per finite verb in the indicative of which only one form is right."""
    found = (one for number in standing(material) for one in finite_verbs(material, number))
    items = [item for one in found if (item := _item(material, one)) is not None]
    return tuple({item.id: item for item in items}.values())


def _item(material: Material, one: FiniteVerb) -> Gap | None:
    features = material.analysis.words[one.token].features
    form = material.analysis.form(one.token)
    if features.get("Mood") != "Ind" or features.get("Person") != "3" or not _is_attested(one, form, features):
        return None
    if not has_certain_number(material, one) or one.lemma in grammar_words("two-ways.txt") | grammar_words(
        "two-spellings.txt"
    ):
        return None
    if _is_easy(material, one, features["Tense"]) or holds_subjunctive(material, one.sentence):
        return None
    if _is_given_away(material, one, form) or _is_open(material, one) or _may_be_reported(material, one):
        return None
    if _is_of_two(material, form) or _is_of_amount(material, one):
        return None
    tense = TENSES[features["Tense"]]
    cited = _cited(material, one)
    cuts = [_cut(material, token) for token in (one.token, one.particle) if token is not None]
    evidence = material.analysis.sentence_text(one.sentence)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(evidence, one.lemma)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=f"Ergänze das Verb im {tense}: {cited}",
        evidence=(evidence,),
        lemma=one.lemma,
        passage=with_gaps(material, one.sentence, cuts),
        hints=(f"{cited}, {tense}", *("" for _ in cuts[1:])),
        feedback=Feedback(f"{EXERCISE}.right", {"word": one.lemma, "tense": tense, "key": form}),
    )


def _is_of_two(material: Material, form: str) -> bool:
    """`fällt`, of `fällen` and of `fallen`; verbs with a particle are not counted beside their own verb."""
    lemmas = {reading.lemma for reading in material.lexicon.verb_analyses(form.lower())}
    simple = [one for one in lemmas if not any(one != other and one.endswith(other) for other in lemmas)]
    return len(simple) > 1


def _is_of_amount(material: Material, one: FiniteVerb) -> bool:
    """`Ein Fünftel der Karten ging`: gingen is right too."""
    clause = clause_of(material.analysis, one.sentence, one.token)
    words = [material.analysis.words[token] for token in clause.tokens] if clause else []
    return any(word.lemma in grammar_words("amounts.txt") and behind.tag == "ART" for word, behind in pairwise(words))


def _may_be_reported(material: Material, one: FiniteVerb) -> bool:
    """`Vor allem Großeltern griffen zu, berichtet Oehler`: a plural past of a report stands for the subjunctive."""
    features = material.analysis.words[one.token].features
    start = material.analysis.article.tokens[one.token].start
    past = features.get("Tense") == "Past" and features.get("Number") == "Plur"
    reports = (quote for quote in material.analysis.quotes if quote.kind == "indirect")
    return past and any(quote.start <= start < quote.end for quote in reports)


def _is_easy(material: Material, one: FiniteVerb, tense: str) -> bool:
    """Whether the form teaches nothing: a regular one, of a first verb, or a present without a change."""
    twofold = len(material.lexicon.twins(one.lemma, "VERB")) > 1
    beginner = not at_least(material.level, "B1")
    turned = one.clause.kind == "verb-first" or _is_impersonal(material, one) or _has_object_first(material, one)
    if beginner and turned:
        return True
    if one.lemma in _FIRST or twofold or (material.level not in {"A1", "A2"} and is_regular(one.lemma, one.verb)):
        return True
    lexeme = wordbook(material.lexicon).lookup(one.lemma, "VERB")
    if at_least(material.level, "B2"):
        strong = lexeme is not None and is_strong(material.lexicon, lexeme, material.level)
        return not strong or tense == "Pres"
    if lexeme is None or lexeme.level is None or _is_rare(material, lexeme.level):
        return True
    if tense == "Past":  # beginners use it of few verbs
        return material.level in {"A1", "A2"} and one.lemma not in grammar_words("first-pasts.txt")
    known = lexeme.level == "A1" and material.level != "A1"
    return known or not (_changes(one) or one.verb.particle)


def _has_object_first(material: Material, one: FiniteVerb) -> bool:
    """`25 Gramm Zucker enthält jeder Riegel`: what stands in front is of another number than the verb."""
    words, number = material.analysis.words, material.analysis.words[one.token].features.get("Number")
    front = one.clause.vorfeld or range(0)
    plurals = [words[token].features.get("Number") for token in front if words[token].pos == "NOUN"]
    bare = not any(words[token].tag in {"APPR", "APPRART"} for token in front)
    return bare and bool(plurals) and all(one != number for one in plurals)


def _is_impersonal(material: Material, one: FiniteVerb) -> bool:
    """`Anders verhält es sich …`: the subject is an `es` that stands for nothing."""
    behind = material.analysis.form(one.token + 1) if one.token + 1 < len(material.analysis.words) else ""
    return behind == "es"


def _is_rare(material: Material, level: Level) -> bool:
    """Whether the verb is more than one level above the learner's."""
    return LEVELS.index(level) > LEVELS.index(material.level) + 1


def _cited(material: Material, one: FiniteVerb) -> str:
    """The verb with the pronoun it has here (`sich einsetzen`)."""
    words = material.analysis.words
    own = [token for token in one.clause.tokens if words[token].tag == "PRF"]
    reflexive = any(words[token - 1].tag != "APPR" for token in own)  # not `vor sich eine Mappe`
    return f"sich {one.lemma}" if reflexive else one.lemma


def _lost_particle(material: Material, one: FiniteVerb) -> bool:
    """Whether what looks like a particle ends a stretch of the clause, though none was found (`bot ihn dafür auf`)."""
    if one.particle is not None:
        return False
    behind = [token for token in one.clause.tokens if token > one.token]
    words = material.analysis.words
    return any(
        material.analysis.form(token) in mapping("particles.tsv")
        and (words[token + 1].pos == "PUNCT" or words[token + 1].tag == "KON")
        for token in behind
        if token + 1 < len(words)
    )


def _changes(one: FiniteVerb) -> bool:
    """Whether the present changes the stem (`gibt`, `fährt`)."""
    stem = one.lemma.removeprefix(one.verb.particle).removesuffix("n").removesuffix("e")
    return one.verb.third.split()[0] not in {stem + "t", stem + "et"}


def _is_given_away(material: Material, one: FiniteVerb, form: str) -> bool:
    """Whether the answer is the infinitive itself, or stands in the sentence once more."""
    again = extent.stands_again(material.analysis, one.sentence, form)
    return form.lower() in {one.lemma, one.lemma.removeprefix(one.verb.particle)} or again


def _is_open(material: Material, one: FiniteVerb) -> bool:
    """Whether `sie` or a relative `die` leaves the number open, the form may be a participle, or a particle is lost."""
    if material.analysis.form(one.token).lower() == one.verb.participle or _lost_particle(material, one):
        return True
    forms = {material.analysis.form(token).lower() for token in one.clause.tokens}
    relative = any(
        material.analysis.words[token].tag == "PRELS" and material.analysis.form(token).lower() == "die"
        for token in one.clause.tokens
    )
    return "sie" in forms or relative


def _is_attested(one: FiniteVerb, form: str, features: dict[str, str]) -> bool:
    """Whether the form is what the verb's parts say: third person singular, or its plural."""
    singular = (one.verb.third if features.get("Tense") == "Pres" else one.verb.preterite).split()[0]
    if one.clause.kind == "verb-last" and one.verb.particle:
        singular = one.verb.particle + singular
    if features.get("Number") == "Sing":
        return form.lower() == singular
    if features.get("Tense") == "Past":
        return form.lower() == singular + ("n" if singular.endswith("e") else "en")
    return form.lower() in {one.lemma, one.lemma.removeprefix(one.verb.particle)}


def _cut(material: Material, token: int) -> Cut:
    span = material.analysis.article.tokens[token]
    return Cut(span.start, span.end)
