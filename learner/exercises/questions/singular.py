"""The finite verb behind `wer` and `was`, which are singular."""

from learner.exercises.material import Material
from learner.language.tables import rows
from learner.language.wordbook import wordbook


def singular(material: Material, finite: int) -> str | None:
    """The third person singular of a plural verb in the same mood and tense; None where it is not certain."""
    word, form = material.analysis.words[finite], material.analysis.form(finite).lower()
    mood, tense = word.features.get("Mood"), word.features.get("Tense")
    if mood != "Ind" or tense not in {"Pres", "Past"}:
        return None
    auxiliary = _auxiliary(word.lemma, f"{mood} {tense} 3Sing")
    if auxiliary:
        return auxiliary
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB")
    if lexeme is None or lexeme.verb is None or form == word.lemma != lexeme.lemma:
        return None
    return (lexeme.verb.third if tense == "Pres" else lexeme.verb.preterite).split()[0]


def _auxiliary(lemma: str, reading: str) -> str | None:
    for form, verb, readings in rows("auxiliaries.tsv"):
        if verb == lemma and reading in readings.split(";"):
            return form
    return None
