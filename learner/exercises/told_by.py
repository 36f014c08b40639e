"""Who says it: the sentence that tells who speaks in a report, and pronouns of whoever speaks or holds a view."""

from collections.abc import Iterable

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.dangling import can_mean, is_person, stands_for_somebody, wanted
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.analysis import Name, Quote
from learner.language.clauses import clause_of, clauses
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_BEHIND = frozenset({"nach", "zufolge"})
_OF_THINGS = wordclass("verbs.of-things")
_DONE_TO_THINGS = wordclass("verbs.done-to-things")
_ASKING = wordclass("verbs.asking")


def speaks_since(material: Material, sentence: int) -> int:
    """The sentence that tells whose reported speech this one is, where that stands before it; else the sentence."""
    bounds = material.analysis.article.sentences[sentence]
    starts = (
        quote.cue.start
        for quote in material.analysis.quotes
        if quote.kind == "indirect" and quote.cue and quote.start < bounds.end and bounds.start < quote.end
    )
    tokens = (extent.tokens(material.analysis, start, start + 1).start for start in starts if start < bounds.start)
    return min((extent.sentence_of(material.analysis, token) for token in tokens), default=sentence)


def reports_unled(material: Material, sentence: int) -> bool:
    """`Inzwischen stehe der Gemeinde mehr zu.`: a report of which nothing in the article is seen to tell who speaks."""
    article = material.analysis.article
    led = [one for one in material.analysis.quotes if _is_led(material, one)]
    for clause in clauses(material.analysis, sentence):
        if clause.kind != "main" or clause.finite is None or not clause.certain:
            continue
        features = material.analysis.words[clause.finite].features
        told = features.get("Mood") == "Sub" and features.get("Tense") == "Pres" and features.get("Person") == "3"
        start = article.tokens[clause.finite].start
        if told and not any(one.start <= start < one.end for one in led):
            return True
    return False


def _is_led(material: Material, quote: Quote) -> bool:
    """Whether it is known who says it, or that nobody is named (`hieß es`); not `wie manche behaupten`."""
    cue = material.analysis.article.slice(quote.cue).split() if quote.cue else []
    return quote.speaker is not None or "es" in cue


def names(material: Material, pronoun: int, tokens: Iterable[int]) -> bool:
    """Whether one of the tokens is a noun or name that a pronoun can mean; a person where the pronoun speaks."""
    speaks = _says(material, pronoun) or _holds_view(material, pronoun)
    tokens = tuple(tokens)
    if speaks and (speaker := _speaker(material, pronoun)) is not None:
        return any(_is_named(material, speaker, one) for one in tokens)
    return any(can_mean(material, pronoun, one) and (not speaks or is_person(material, one)) for one in tokens)


def speaks_unnamed(material: Material, tokens: range, token: int) -> bool:
    """`…, sagt sie`, `nach ihrer Ansicht` with nobody before it, outside what is said, whom the pronoun can mean."""
    if not _says(material, token):
        return _holds_view(material, token) and not names(material, token, range(tokens.start, token))
    spans = material.analysis.article.tokens
    said = _led_by(material, token)
    outside = (one for one in tokens if one < token and not any(it.start <= spans[one].start < it.end for it in said))
    return not names(material, token, outside)


def may_be_speaker(material: Material, token: int) -> bool:
    """Whether a pronoun of reported speech may be whoever says it, who is named with it."""
    if _is_thing(material, token) or _tells(material, token) or _is_said_to_be_a_thing(material, token):
        return False
    start = material.analysis.article.tokens[token].start
    end = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)].end
    indirect = (quote for quote in material.analysis.quotes if quote.kind == "indirect")
    reported = (quote for quote in indirect if quote.cue and quote.cue.start < end)  # what comes later is not shown
    said = [quote for quote in reported if quote.start <= start < quote.end]  # in quotations a speaker is `ich`
    people = {name.name: name for name in material.analysis.names if name.kind == "person"}
    known = [people[quote.speaker].gender for quote in said if quote.speaker in people]
    if any(known) and not set(known) & set(wanted(material, token)):
        return False  # `Sie soll am Freitag beginnen, wie der Gesandte mitteilte`
    cues = [extent.tokens(material.analysis, quote.cue.start, quote.cue.end) for quote in said if quote.cue]
    if any(material.analysis.words[one].lemma in _ASKING for cue in cues for one in cue):
        return False  # `Ob er ihr verzeihen könne, fragte der Verteidiger`
    named = (one for cue in cues for one in cue)
    return any(can_mean(material, token, one) and is_person(material, one) for one in named)


def _is_thing(material: Material, token: int) -> bool:
    """`Er bedeute nur, dass …`, `Er sei geöffnet worden`: the verb says nothing of persons."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, token), token)
    words = [material.analysis.words[one] for one in clause.tokens] if clause else []
    lemmas = {word.lemma for word in words}
    passive = {word.lemma for word in words if word.tag == "VV(PP)"} if "werden" in lemmas else set()
    named = bool(lemmas & _OF_THINGS) or bool(passive & _DONE_TO_THINGS)  # but `er werde das Haus verkaufen`
    return material.analysis.form(token).lower() in {"er", "sie"} and named


def _is_said_to_be_a_thing(material: Material, token: int) -> bool:
    """`Sie sei ein Teil der Straße, sagt die Bürgermeisterin`: she is none."""
    sentence = extent.sentence_of(material.analysis, token)
    clause = clause_of(material.analysis, sentence, token)
    if clause is None or clause.finite is None or material.analysis.words[clause.finite].lemma != "sein":
        return False
    full = any(material.analysis.words[one].tag.startswith("VV") for one in clause.tokens)
    heads = [phrase.head for phrase in noun_phrases(material, sentence) if phrase.preposition is None]
    named = [one for one in heads if one in clause.tokens and one > clause.finite]
    return not full and bool(named) and not is_somebody(material, material.analysis.words[named[0]].lemma)


def _tells(material: Material, token: int) -> bool:
    """`Habe sie klargestellt, …, erinnert sich Ritschel`: who told something in a report is mostly somebody else."""
    clause = clause_of(material.analysis, extent.sentence_of(material.analysis, token), token)
    words = [material.analysis.words[one] for one in clause.tokens] if clause else []
    return any(word.tag == "VV(PP)" and word.lemma in column("reporting.tsv") for word in words)


def _says(material: Material, token: int) -> bool:
    """Whether the pronoun is who says something (`…, sagt sie`)."""
    return stands_for_somebody(material, token) and bool(_led_by(material, token))


def _holds_view(material: Material, token: int) -> bool:
    """`nach seiner Einschätzung`, `in ihren Augen`, `seiner Ansicht nach`: whose it is must be somebody."""
    words = material.analysis.words
    owned = [one.tag for one in words[token : token + 2]] == ["PPOSAT", "NN"]
    ahead, behind = words[token - 1], words[token + 2] if token + 2 < len(words) else None
    led = ahead.tag == "APPR" or (behind is not None and behind.lemma in _BEHIND)
    return owned and led and words[token + 1].lemma in column("attribution.tsv")


def _led_by(material: Material, token: int) -> list[Quote]:
    """What is said in the words that a cue leads to in which the token stands."""
    start = material.analysis.article.tokens[token].start
    return [one for one in material.analysis.quotes if one.cue and one.cue.start <= start < one.cue.end]


def _speaker(material: Material, pronoun: int) -> Name | None:
    """The person by name for whom the pronoun of a cue stands (`nach ihren Angaben`)."""
    said = {one.speaker for one in _led_by(material, pronoun)}
    return next((one for one in material.analysis.names if one.kind == "person" and one.name in said), None)


def _is_named(material: Material, name: Name, token: int) -> bool:
    """Whether the token is part of a mention of the name, or the role by which it is known."""
    start = material.analysis.article.tokens[token].start
    role = material.analysis.words[token].lemma in name.role.split()
    return role or any(mention.start <= start < mention.end for mention in name.mentions)
