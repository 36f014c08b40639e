"""A word as a dictionary prints it: headword, plural, forms, meaning, and whose data that is."""

from collections.abc import Iterator

from learner.export.sources import NOUN_TABLE, PRONUNCIATION
from learner.language.analysis import Entry
from learner.lexicon.lexeme import ARTICLES, Gloss, Lexeme, Noun, Verb
from learner.wording import say, sentences

_GENITIVE_ARTICLES = {"m": "des", "n": "des", "f": "der", "pl": "der"}
_MEANINGS = 3  # which of several senses a sentence means is not certain, so a card shows the first ones


def headword(lexeme: Lexeme) -> str:
    """The word as it is learnt: `der Durchbruch`, `sich einigen`, `einmarschieren`."""
    if lexeme.noun and lexeme.noun.genders:
        return f"{ARTICLES[lexeme.noun.genders[0]]} {lexeme.lemma}"
    reflexive = lexeme.verb is not None and lexeme.verb.reflexive and not lexeme.lemma.startswith("sich ")
    return f"sich {lexeme.lemma}" if reflexive else lexeme.lemma


def articles(noun: Noun | None) -> str:
    """Every article the noun takes: `der`, `der/das`; empty for other words."""
    return "/".join(dict.fromkeys(ARTICLES[gender] for gender in noun.genders)) if noun else ""


def plurals(noun: Noun | None) -> str:
    """The plurals in full, `die Durchbrüche`; empty where there is none or the noun is one."""
    if noun is None or noun.genders[:1] == ("pl",):
        return ""
    return ", ".join(f"die {plural}" for plural in noun.plurals)


def forms(lexeme: Lexeme) -> str:
    """Genitive of a noun, principal parts and government of a verb, comparison of an adjective; empty if unknown."""
    if lexeme.noun:
        return _genitive(lexeme.noun)
    if lexeme.verb:
        return _principal_parts(lexeme.verb)
    return ", ".join(lexeme.comparison)


def _genitive(noun: Noun) -> str:
    return f"{_GENITIVE_ARTICLES[noun.genders[0]]} {noun.genitive}" if noun.genitive and noun.genders else ""


def _principal_parts(verb: Verb) -> str:
    perfect = " ".join(filter(None, ["/".join(verb.auxiliaries), verb.participle]))
    parts = ", ".join(filter(None, [verb.third, verb.preterite, perfect]))
    return "; ".join([parts, *verb.government])


def part_of_speech(lexeme: Lexeme, language: str) -> str:
    """`noun`, `verb, separable` … in the language of the labels."""
    key = f"anki.part-of-speech.{lexeme.pos}"
    name = say(key if key in sentences(language) else "anki.part-of-speech.X", language)
    if lexeme.verb and lexeme.verb.particle:
        return say("anki.part-of-speech.separable", language, verb=name)
    return name


def meaning(lexeme: Lexeme) -> str:
    """The first meanings, all in the language of the first; empty where there are none."""
    return "; ".join(f"({gloss.hint}) {gloss.text}" if gloss.hint else gloss.text for gloss in _shown(lexeme.glosses))


def definition(entry: Entry) -> str:
    """The German definition, several numbered line by line; else the parts of a compound, `Sicherheit + s + …`."""
    texts = [one.text for one in entry.lexeme.definitions[:_MEANINGS]]
    if len(texts) > 1:
        return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    return texts[0] if texts else " + ".join(entry.compound)


def _shown(glosses: tuple[Gloss, ...]) -> tuple[Gloss, ...]:
    return tuple(gloss for gloss in glosses if gloss.language == glosses[0].language)[:_MEANINGS]


def data_sources(lexeme: Lexeme | None) -> Iterator[str]:
    """Whose data stands in the lines of a word, its definitions and its IPA; nobody's where there is no word."""
    if lexeme is None:
        return
    yield from (one.source for one in (*_shown(lexeme.glosses), *lexeme.definitions[:_MEANINGS]))
    if lexeme.noun and (lexeme.noun.plurals or lexeme.noun.genitive):
        yield NOUN_TABLE
    if lexeme.ipa:
        yield PRONUNCIATION
