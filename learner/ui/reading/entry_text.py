"""What the panel says of a word: forms, meanings, definition, parts, sound, how often it stands here."""

from collections.abc import Callable, Iterator

from learner.language.analysis import Entry, Word
from learner.lexicon.lexeme import ARTICLES, Gloss, Lexeme, Noun, Verb

Say = Callable[..., str]
_MOST_GLOSSES = 4


def heading(entry: Entry, say: Say) -> str:
    """`einhergehen · verb, separable · B2`."""
    lexeme = entry.lexeme
    kind = say(f"ui.pos.{lexeme.pos}")
    if lexeme.verb and lexeme.verb.particle:
        kind = say("ui.entry.separable", kind=kind)
    return " · ".join(part for part in (lexeme.lemma, kind, lexeme.level or "") if part)


def bare_heading(word: Word, say: Say) -> str:
    """The same for a word that has no entry: lemma and part of speech."""
    return f"{word.lemma} · {say(f'ui.pos.{word.pos}')}"


def forms(lexeme: Lexeme, say: Say) -> str:
    """Article and plural, principal parts, or comparison; empty where nothing is known."""
    if lexeme.noun:
        return noun_forms(lexeme.lemma, lexeme.noun, say)
    if lexeme.verb:
        return verb_forms(lexeme.verb)
    return " · ".join(lexeme.comparison)


def noun_forms(lemma: str, noun: Noun, say: Say) -> str:
    """`der Durchbruch, die Durchbrüche`; nouns without a plural, or with nothing but one, say so."""
    article = "/".join(dict.fromkeys(ARTICLES[gender] for gender in noun.genders))
    if noun.genders == ("pl",):
        return f"{article} {lemma} ({say('ui.entry.plural-only')})"
    plural = " / ".join(f"die {form}" for form in noun.plurals) or say("ui.entry.no-plural")
    return f"{article} {lemma}, {plural}"


def verb_forms(verb: Verb) -> str:
    """`geht einher · ging einher · ist einhergegangen`."""
    perfect = f"{'/'.join(verb.auxiliaries)} {verb.participle}"
    reflexive = " (sich)" if verb.reflexive else ""
    return f"{verb.third}{reflexive} · {verb.preterite} · {perfect}"


def glosses(entry: Entry, language: str) -> str:
    """The meanings in the learner's language of explanation: `to go along with; to be accompanied by`."""
    return lexeme_glosses(entry.lexeme, language)


def lexeme_glosses(lexeme: Lexeme, language: str) -> str:
    """The same for a word without its article."""
    found = [gloss for gloss in lexeme.glosses if gloss.language == language]
    chosen = found or [gloss for gloss in lexeme.glosses if gloss.language != "de"]
    return "; ".join(_gloss(gloss) for gloss in chosen[:_MOST_GLOSSES])


def _gloss(gloss: Gloss) -> str:
    return f"{gloss.text} ({gloss.hint})" if gloss.hint else gloss.text


def definition(entry: Entry) -> str:
    """The German definition in quotation marks; empty where there is none."""
    return lexeme_definition(entry.lexeme)


def lexeme_definition(lexeme: Lexeme) -> str:
    """The same for a word without its article."""
    definitions = [*lexeme.definitions, *(gloss for gloss in lexeme.glosses if gloss.language == "de")]
    return f"„{definitions[0].text}“" if definitions else ""


def notes(entry: Entry, say: Say) -> Iterator[str]:
    """Parts of a compound, sound, what a verb governs, how often the word stands in the article."""
    if entry.compound:
        yield " + ".join(entry.compound)
    if entry.lexeme.ipa:
        yield f"[{entry.lexeme.ipa}]"
    if entry.lexeme.verb:
        yield from entry.lexeme.verb.government
    if count := len(entry.occurrences):
        yield say("ui.entry.once" if count == 1 else "ui.entry.times", count=count)
