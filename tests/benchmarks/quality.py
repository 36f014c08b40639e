"""How right the analysis is on our own tables and marked articles (tests/data/language)."""

from learner.lexicon.lexicon import Lexicon
from tests.language import gold_quotes
from tests.language.sample import DATA, analysis_of, rows


def main() -> None:
    lexicon = Lexicon.open()
    print(f"separable verbs, own table   {_separable(lexicon)}")
    print(f"moods, own table             {_moods(lexicon)}")
    print(f"speech, own articles         {gold_quotes.compared(lexicon)}")
    print(f"levels, own texts            {_levels(lexicon)}")


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
        right += any((one.get("Mood"), one.get("Tense")) == (mood, tense) for one in features)
    return f"{100 * right / len(table):5.1f} %  ({right} of {len(table)})"


def _levels(lexicon) -> str:
    texts = sorted((DATA / "levels").glob("*.txt"))
    right = sum(
        analysis_of(path.read_text(encoding="utf-8"), lexicon).level.cefr == path.stem[-2:].upper() for path in texts
    )
    return f"{right} of {len(texts)} as written for"


if __name__ == "__main__":
    main()
