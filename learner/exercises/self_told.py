"""Reports in which `er` or `sie` is the speaker: `Er rechne mit einem knappen Ja, sagte Keller`."""

from collections.abc import Sequence

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.persons import PRONOUNS, mentioned, persons
from learner.exercises.pronouns import genders, subject_pronoun
from learner.exercises.questions.nouns import is_role
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.analysis import Name, Quote
from learner.lexicon.wordclasses import wordclass

_OWN = {"m": ("er", "ihm", "ihn", "sein"), "f": ("sie", "ihr")}


def of_speaker(material: Material, quote: Quote, tokens: Sequence[int]) -> Statement | None:
    """The report without the pronouns that mean its speaker, where its subject is one or belongs to him; else None."""
    whole = Statement(extent.sentences(material.analysis, quote.start, quote.end)[0], tuple(tokens))
    speaker = next((one for one in persons(material) if one.name == quote.speaker), None)
    if speaker is None or speaker.gender not in _OWN:
        return None
    own_thing = _own_things(material, quote, tokens, speaker)
    if own_thing is not None:
        return whole.without([own_thing])
    if not _tells_of(material, whole, speaker):
        return None
    if _has_rival(material, quote, speaker) or speaks_for_others(speaker):
        return None
    own = _OWN[speaker.gender]
    return whole.without(token for token in tokens if _is_own(material, token, own))


def _own_things(material: Material, quote: Quote, tokens: Sequence[int], speaker: Name) -> int | None:
    """The token of `Sein Mandant`, `In ihrem Betrieb`, `Ihr eigener Sohn` that means the speaker; None where none may.

    By his work, or of his family, whoever else is near: whose client it is, only the work of a lawyer tells.
    """
    place = next((one for one in tokens[:2] if material.analysis.words[one].tag == "PPOSAT"), None)
    opens = place == tokens[0] or material.analysis.words[tokens[0]].tag == "APPR"
    if place is None or not opens or not material.analysis.form(place).lower().startswith(_OWN[speaker.gender][-1]):
        return None
    behind = (one for one in tokens[1:] if one > place and material.analysis.words[one].lemma != "eigen")
    noun = next(behind, place)
    lemma = material.analysis.words[noun].lemma
    if lemma in wordclass("nouns.of-those-spoken-for"):
        return place if speaks_for_others(speaker) else None
    known = lemma in wordclass("nouns.of-ones-work", "nouns.of-ones-family")
    return place if known and not _has_rival(material, quote, speaker, besides=noun) else None


def _tells_of(material: Material, report: Statement, speaker: Name) -> bool:
    """Whether a pronoun of the speaker's sex is the subject, or stands in another case where only a person can."""
    subject = subject_pronoun(material, report)
    if subject is not None:
        return PRONOUNS[material.analysis.form(subject).lower()] == speaker.gender
    found = [token for token in report.tokens if material.analysis.words[token].tag == "PPER"]
    return bool(found) and all(
        material.analysis.form(token).lower() in own_pronouns(speaker.gender)[1:] for token in found
    )


def own_pronouns(gender: str) -> tuple[str, ...]:
    """The personal pronouns by which a report means its speaker, the subject first."""
    return _OWN[gender][:3] if gender == "m" else _OWN[gender]


def speaks_for_others(speaker: Name) -> bool:
    """`Sein Mandant habe …, sagt der Anwalt. Er habe …`: whoever defends somebody tells of him."""
    return any(role in speaker.role.lower() for role in wordclass("roles.speaking-for-others"))


def gender_of_speaker(material: Material, quote: Quote) -> str:
    """The sex of the speaker where the report calls him `er` or `sie`; empty where it does not."""
    tokens = extent.tokens(material.analysis, quote.start, quote.end)
    if quote.kind == "direct" or of_speaker(material, quote, tokens) is None:
        return ""
    return next(one.gender for one in persons(material) if one.name == quote.speaker)


def _is_own(material: Material, token: int, own: Sequence[str]) -> bool:
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    return form in own[:3] if tag == "PPER" else tag == "PPOSAT" and form.startswith(own[-1])


def _has_rival(material: Material, quote: Quote, speaker: Name, *, besides: int | None = None) -> bool:
    """Whether somebody else of the same sex is told of in the sentence or the one before in its paragraph."""
    article = material.analysis.article
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    first = max(number - 1, 0)
    if article.sentences[first].paragraph != article.sentences[number].paragraph:
        first = number
    start, end = article.sentences[first].start, article.sentences[number].end
    others = [one for one in material.analysis.names if one.kind == "person" and one != speaker]
    alike = [one for one in mentioned(others, start, end) if one.gender in {speaker.gender, ""}]
    return bool(alike) or any(
        token != besides and _is_somebody_else(material, token, speaker)
        for token in extent.tokens(material.analysis, start, end)
    )


def _is_somebody_else(material: Material, token: int, speaker: Name) -> bool:
    """Whether a noun names a person of that sex and is no part of how the speaker is called."""
    word, span = material.analysis.words[token], material.analysis.article.tokens[token]
    if word.pos != "NOUN" or not (is_role(word.lemma) or word.lemma in words("groups.txt")):
        return False
    behind = any(span.start < mention.start <= span.end + 2 for mention in speaker.mentions)
    before = any(mention.end < span.start <= mention.end + 6 for mention in speaker.mentions)
    return speaker.gender in genders(material, token) and not (behind or before)
