"""verb-form: infinitive and tense given, the finite form typed; both parts of a separable verb are gaps."""

from learner.exercises.blanks import usable, with_gaps
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import Cut
from learner.exercises.verbs_of import FiniteVerb, finite_verbs, has_certain_number, is_regular
from learner.exercises.wordlists import grammar_words

EXERCISE = "verb-form"
_TENSES = {"Pres": "Präsens", "Past": "Präteritum"}


def generate(material: Material) -> tuple[Item, ...]:
    """One item per finite verb in the indicative of which only one form is right."""
    found = (one for number in usable(material) for one in finite_verbs(material, number))
    items = [item for one in found if (item := _item(material, one)) is not None]
    return tuple({item.id: item for item in items}.values())


def _item(material: Material, one: FiniteVerb) -> Gap | None:
    features = material.analysis.words[one.token].features
    form = material.analysis.form(one.token)
    if features.get("Mood") != "Ind" or features.get("Person") != "3" or not _is_attested(one, form, features):
        return None
    if not has_certain_number(material, one) or one.lemma in grammar_words("two-ways.txt"):
        return None
    if _is_easy(material, one) or _may_be_reported(material, one) or _may_be_infinitive(material, one, form):
        return None
    tense = _TENSES[features["Tense"]]
    cuts = [_cut(material, token) for token in (one.token, one.particle) if token is not None]
    evidence = material.analysis.sentence_text(one.sentence)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(evidence, one.lemma)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=f"Ergänze das Verb im {tense}: {one.lemma}",
        evidence=(evidence,),
        lemma=one.lemma,
        passage=with_gaps(material, one.sentence, cuts),
        hints=(f"{one.lemma}, {tense}", *("" for _ in cuts[1:])),
        feedback=Feedback(f"{EXERCISE}.right", {"word": one.lemma, "tense": tense, "key": form}),
    )


def _is_easy(material: Material, one: FiniteVerb) -> bool:
    """Whether a regular verb teaches nothing at this level."""
    return material.level not in {"A1", "A2"} and is_regular(one.lemma, one.verb)


def _may_be_reported(material: Material, one: FiniteVerb) -> bool:
    """Whether the sentence holds a subjunctive, so that a past form may be one as well."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[one.sentence])
    return any(material.analysis.words[token].features.get("Mood") == "Sub" for token in tokens)


def _may_be_infinitive(material: Material, one: FiniteVerb, form: str) -> bool:
    """Whether a plural at the end of a clause that nothing introduces may be an infinitive."""
    opener = material.analysis.words[one.clause.start_token].tag
    introduced = opener in {"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "APPR"}
    return form.lower() == one.lemma and not introduced and one.clause.kind != "main"


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
