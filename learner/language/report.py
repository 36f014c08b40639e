"""The object of `learner analyze --json` (docs/analyze-json.md)."""

from typing import Any

from learner.language.analysis import Analysis, Entry
from learner.lexicon.lexeme import ARTICLES

FORMAT = 1


def report(analysis: Analysis) -> dict[str, Any]:
    """Plain dictionaries and lists; offsets count code points of `text`."""
    article = analysis.article
    return {
        "version": FORMAT,
        "title": article.title,
        "text": article.text,
        "dropped": [{"text": drop.text, "reason": drop.reason, "after": drop.after} for drop in article.dropped],
        "sentences": [{"start": s.start, "end": s.end, "paragraph": s.paragraph} for s in article.sentences],
        "level": {
            "cefr": analysis.level.cefr,
            "confidence": analysis.level.confidence,
            "reasons": list(analysis.level.reasons),
        },
        "tokens": [
            {
                "start": span.start,
                "end": span.end,
                "lemma": word.lemma,
                "pos": word.pos,
                "features": word.features,
                "head": word.head,
            }
            for span, word in zip(article.tokens, analysis.words, strict=True)
        ],
        "quotes": [{"start": q.start, "end": q.end, "kind": q.kind, "speaker": q.speaker} for q in analysis.quotes],
        "vocabulary": [_vocabulary(analysis, entry) for entry in analysis.entries],
    }


def _vocabulary(analysis: Analysis, entry: Entry) -> dict[str, Any]:
    lexeme, noun = entry.lexeme, entry.lexeme.noun
    spans = analysis.article.tokens
    return {
        "lemma": lexeme.lemma,
        "pos": lexeme.pos,
        "article": ARTICLES[noun.genders[0]] if noun and noun.genders else None,
        "plural": noun.plurals[0] if noun and noun.plurals else None,
        "forms": list(entry.forms),
        "glosses": [gloss.text for gloss in lexeme.glosses],
        "definition": lexeme.definitions[0].text if lexeme.definitions else None,
        "ipa": lexeme.ipa,
        "zipf": lexeme.zipf,
        "level": lexeme.level,
        "compound": list(entry.compound),
        "occurrences": [
            [[spans[token].start, spans[token].end] for token in occurrence.tokens] for occurrence in entry.occurrences
        ],
    }
