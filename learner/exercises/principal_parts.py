"""principal-parts: einmarschieren – marschierte ein – ist einmarschiert, typed; `ist` only where that is listed."""

from learner.exercises.difficulty import at_least, is_practised, is_strong
from learner.exercises.item import Feedback, Gap, Item
from learner.exercises.material import Material, slug
from learner.exercises.usage import is_sensitive
from learner.exercises.verbs_of import is_regular
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Entry, Occurrence
from learner.language.clauses import clause_of
from learner.lexicon.lexeme import Lexeme, Verb
from learner.lexicon.wordclasses import wordclass

EXERCISE = "principal-parts"
_FEWEST_ZIPF = 2.8
_TWOFOLD = tuple(wordclass("verbs.twofold-prefixes") - {"über", "unter", "voll"})
_UNCERTAIN = wordclass("verbs.twofold-prefixes")


def generate(material: Material) -> tuple[Item, ...]:
    """One item per verb of the article whose parts are irregular, separable or built with `ist`."""
    found = (_item(material, entry) for entry in material.analysis.entries if entry.lexeme.pos == "VERB")
    return tuple(item for item in found if item is not None)


def _item(material: Material, entry: Entry) -> Gap | None:
    lexeme, verb = entry.lexeme, entry.lexeme.verb
    if verb is None or not is_practised(material, lexeme.level) or (lexeme.zipf or 0) < _FEWEST_ZIPF:
        return None
    running = (one for one in entry.plain_places if material.is_running(one.sentence))
    told = (one for one in running if not _is_noun(material, one))
    place = next((one for one in told if not _may_be_adjective(material, verb, one)), None)
    if place is None:
        return None
    if _is_easy(material, lexeme, verb) or _is_doubtful(lexeme.lemma) or not verb.auxiliaries:
        return None
    if verb.reflexive or verb.particle in _UNCERTAIN or is_sensitive(lexeme.lemma):
        return None
    if lexeme.lemma.startswith(_TWOFOLD) or len(material.lexicon.twins(lexeme.lemma, "VERB")) > 1:
        return None
    moved = lexeme.lemma in grammar_words("with-sein.txt") and verb.auxiliaries == ("ist",)
    third = f"ist {verb.participle}" if moved else verb.participle
    return Gap(
        id=f"{EXERCISE}-{slug(lexeme.lemma)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=f"Präteritum und {'Perfekt' if moved else 'Partizip II'} von „{lexeme.lemma}“ (er/sie/es)?",
        evidence=(material.sentence_of(place),),
        lemma=lexeme.lemma,
        passage=f"{lexeme.lemma} – {verb.third} – [[{verb.preterite}]] – [[{third}]]",
        hints=("Präteritum", "Perfekt" if moved else "Partizip II"),
        feedback=Feedback(
            f"{EXERCISE}.right",
            {"word": lexeme.lemma, "preterite": verb.preterite, "third": third},
        ),
    )


def _is_noun(material: Material, place: Occurrence) -> bool:
    """`dessen Floß`: with a capital inside its sentence it is no past of `fließen`."""
    inside = place.tokens[0] != material.analysis.article.sentences[place.sentence].first
    return inside and material.analysis.form(place.tokens[0])[0].isupper() and _follows_word(material, place)


def _follows_word(material: Material, place: Occurrence) -> bool:
    """Whether no quotation mark or colon stands before it, behind which a verb has a capital too."""
    return material.analysis.form(place.tokens[0] - 1)[-1].isalnum()


def _may_be_adjective(material: Material, verb: Verb, place: Occurrence) -> bool:
    """`Wir sind nicht so vermessen`, `wer weiche braucht`: a participle beside `sein`, a form in -e without `ich`."""
    token = place.tokens[0]
    first = material.analysis.form(token).endswith("e") and material.analysis.words[token].features.get("Mood") == "Ind"
    if first and material.analysis.words[token].features.get("Tense") == "Pres":
        near = range(max(token - 2, 0), min(token + 3, len(material.analysis.words)))
        return not any(material.analysis.form(one).lower() == "ich" for one in near)
    clause = clause_of(material.analysis, place.sentence, token)
    finite = clause.finite if clause else None
    participle = material.analysis.form(token) == verb.participle and "ist" not in verb.auxiliaries
    return participle and finite is not None and material.analysis.words[finite].lemma == "sein"


def _is_easy(material: Material, lexeme: Lexeme, verb: Verb) -> bool:
    """Whether a rule gives the parts: of any regular verb, from B1 on also of a separable one."""
    if at_least(material.level, "B1"):
        return not is_strong(material.lexicon, lexeme, material.level)
    return is_regular(lexeme.lemma, verb)


def _is_doubtful(lemma: str) -> bool:
    """Whether the verb, or the one inside it, has two sets of parts."""
    return any(lemma == verb or lemma.endswith(verb) for verb in grammar_words("two-ways.txt") if len(verb) > 4) or (
        lemma in grammar_words("two-ways.txt")
    )
