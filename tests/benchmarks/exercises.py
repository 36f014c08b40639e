"""A lesson from an analysed article of about 650 words, the first time and again (aim 0.2 s warm)."""

import time
from pathlib import Path

from learner.exercises.making import make
from learner.language.analyzing import analyze
from learner.lexicon.lexicon import Lexicon
from learner.text.reading import article

_ARTICLES = {
    "seed article": Path("../shared/seed/article.txt"),
    "pasted article": Path("tests/data/pasted-article.txt"),
}
_ROUNDS = 7


def main() -> None:
    with Lexicon.open() as lexicon:
        for name, file in _ARTICLES.items():
            if not file.exists():
                print(f"{name} is not here")
                continue
            analysis = analyze(article(file.read_text(encoding="utf-8"), "text"), lexicon)
            times = []
            for seed in range(_ROUNDS):
                start = time.perf_counter()
                lesson = make(analysis, level="B2", seed=seed, lexicon=lexicon)
                times.append(time.perf_counter() - start)
            words = sum(word.pos != "PUNCT" for word in analysis.words)
            print(
                f"{name}: {words} words, {len(lesson.items)} items: {times[0]:.2f} s first time,"
                f" {min(times[1:]):.2f} s again (best of {_ROUNDS - 1})  aim 0.2"
            )


if __name__ == "__main__":
    main()
