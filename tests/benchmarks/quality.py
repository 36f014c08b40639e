"""How right the analysis is on our own tables and marked articles (tests/data/language)."""

from learner.language.verbs import VerbPhrase, verb_phrases
from learner.lexicon.lexeme import LEVELS, Level
from learner.lexicon.lexicon import Lexicon
from learner.packs.analysing import analyse_text
from tests.language import gold_quotes
from tests.language.sample import DATA, analysis_of, lesson_texts, rows


def main() -> None:
    lexicon = Lexicon.open()
    print(f"separable verbs, own table   {_separable(lexicon)}")
    print(f"moods, own table             {_moods(lexicon)}")
    print(f"speech, own articles         {gold_quotes.compared(lexicon)}")
    print(f"verb phrases, own table      {_brackets(lexicon)}")
    for name, texts in _texts():
        print(f"levels, {name:20} {_levels(texts)}")


def _separable(lexicon) -> str:
    table = rows("separable.tsv")
    wanted = {(row[0], row[1], row[3]) for row in table if row[1] != "-"}
    found = {
        (sentence, analysis.form(token), word.lemma)
        for sentence in {row[0] for row in table}
        for analysis in [analysis_of(sentence, lexicon)]
        for token, word in enumerate(analysis.words)
        if word.head is not None
    }
    right = len(wanted & found)
    return f"P {100 * right / len(found):5.1f} %  R {100 * right / len(wanted):5.1f} %  ({len(wanted)} pairs)"


def _moods(lexicon) -> str:
    right = 0
    table = rows("konjunktiv.tsv")
    for sentence, verb, mood, tense, _ in table:
        analysis = analysis_of(sentence, lexicon)
        features = [word.features for token, word in enumerate(analysis.words) if analysis.form(token) == verb]
        right += any((one.get("Mood", "-"), one.get("Tense", "-")) == (mood, tense) for one in features)
    return f"{100 * right / len(table):5.1f} %  ({right} of {len(table)})"


def _brackets(lexicon) -> str:
    """Verb phrases found whole, with verb, tense, mood, voice and modal verb right."""
    table = rows("verbs.tsv")
    right = 0
    for sentence, tokens, *said, _, _ in table:
        analysis = analysis_of(sentence, lexicon)
        right += any(
            [" ".join(analysis.form(token) for token in one.tokens), *_said(one)] == [tokens, *said]
            for one in verb_phrases(analysis, 0, lexicon)
        )
    return f"{100 * right / len(table):5.1f} %  ({right} of {len(table)})"


def _said(phrase: VerbPhrase) -> list[str]:
    return [phrase.lemma, phrase.tense, phrase.mood, phrase.voice, phrase.modal or "-"]


def _texts() -> list[tuple[str, list[tuple[str, Level]]]]:
    """Texts with the levels they were written for: the twenty-four, those written later, those of the lessons."""
    folders = {"own texts": DATA / "levels", "written later": DATA / "levels-later"}
    own = [
        (name, [(path.read_text(encoding="utf-8"), path.stem[-2:].upper()) for path in sorted(folder.glob("*.txt"))])
        for name, folder in folders.items()
    ]
    lessons = [(path.read_text(encoding="utf-8"), level) for path, level in lesson_texts()]
    return [*own, ("texts of lessons", lessons)]


def _levels(texts: list[tuple[str, Level]]) -> str:
    apart = [abs(LEVELS.index(analyse_text(text).level.cefr) - LEVELS.index(written)) for text, written in texts]
    return f"{apart.count(0)} of {len(apart)} as written for, {apart.count(0) + apart.count(1)} within one"


if __name__ == "__main__":
    main()
