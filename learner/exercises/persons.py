"""The persons of an article that certainly are persons and certainly are told apart by their names."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.questions.nouns import is_role
from learner.language import gazetteer
from learner.language.analysis import Name, Quote
from learner.language.bylines import is_author
from learner.lexicon.wordclasses import wordclass

_LONGEST_NAME = 4
_USUAL_NAME = 2  # words; more may be two names side by side (subject and object)
_PARTICLES = wordclass("names.particles", "names.foreign-particles") | {"vom"}
_NOBLE = wordclass("names.nobility")
_WORD = re.compile(r"\w+")
_NEAR = 8  # letters behind a cue
_REACH = 3  # sentences back in which a pronoun may find its person
PRONOUNS = {"er": "m", "sie": "f"}


@lru_cache(maxsize=2)
def persons(material: Material) -> tuple[Name, ...]:
    """The persons in order of first mention; of two with the same last name neither, nor first names side by side."""
    everyone = [name for name in material.analysis.names if name.kind == "person"]
    last_names = [_plain(name.name.split()[-1]) for name in everyone]
    turned = {name.name for name in everyone} & {" ".join(reversed(name.name.split())) for name in everyone}
    return tuple(
        name
        for name in everyone
        if last_names.count(_plain(name.name.split()[-1])) == 1
        and (name.name not in turned or " " not in name.name)
        and _is_person(material, name)
        and not _is_cut(material, name)
        and not _inside(name, everyone)
        and not _is_genitive(material, name)
    )


def _is_genitive(material: Material, name: Name) -> bool:
    """`ein Bild Egon Schieles`: nobody knows whether the s is part of a name that stands behind nouns only."""
    tokens = [extent.tokens(material.analysis, mention.start, mention.end).start for mention in name.mentions]
    before = [material.analysis.words[token - 1] if token else None for token in tokens]
    return name.name.endswith("s") and all(
        word is not None and word.tag == "NN" and not is_role(word.lemma) for word in before
    )


def _is_cut(material: Material, name: Name) -> bool:
    """`Lukas Graf` of `Lukas Graf Trott`: a title ends it and a word goes on; or a role begins it."""
    first, *_, last = name.name.split() if " " in name.name else ("", "")
    if first and gazetteer.sex(last) and not gazetteer.sex(first):
        return True  # `Hüttenwartin Annina`
    if any(word in _PARTICLES and gazetteer.sex(behind) for word, behind in pairwise(name.name.split())):
        return True  # `Dana zu Artur Weinrebe`
    if last not in _NOBLE:
        return False
    ends = [extent.tokens(material.analysis, mention.start, mention.end).stop for mention in name.mentions]
    return any(material.analysis.form(end)[:1].isupper() for end in ends if end < len(material.analysis.words))


def _plain(name: str) -> str:
    """The name without marks on its letters: Davutoglu is Davutoğlu."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def speaks(material: Material, quote: Quote) -> bool:
    """Whether the quote is certainly its speaker's: named in the cue, `der 61-Jährige`, or meant by a clear pronoun.

    Of the persons our speech floor names it is right in 99 of 100 cases where it is certain, and where a quotation or a
    report goes on in the paragraph of its cue, but for a pronoun that could mean another one (decision 0037).
    """
    speaker = next((name for name in material.analysis.names if name.name == quote.speaker), None)
    if quote.cue is None or speaker is None or speaker.kind != "person":
        return False
    words = _WORD.findall(material.analysis.article.slice(quote.cue))
    pronoun = next((word.lower() for word in words if word.lower() in PRONOUNS), None)
    named = bool(set(words) & set(speaker.name.split()))
    if quote.certain or _is_far(material, quote) or (not named and _has_name_behind(material, quote)):
        return quote.certain
    if pronoun is None and not named and not _is_told_of_near(material, quote, speaker):
        return False
    return pronoun is None or named or antecedent(material, pronoun, quote.cue.start) == speaker


def _is_far(material: Material, quote: Quote) -> bool:
    """Whether the cue stands in another paragraph: somebody else may have begun to speak in between."""
    assert quote.cue is not None
    article = material.analysis.article
    sentences = (extent.sentences(material.analysis, one.start, one.end)[0] for one in (quote, quote.cue))
    return len({article.sentences[number].paragraph for number in sentences}) > 1


def _is_told_of_near(material: Material, quote: Quote, speaker: Name) -> bool:
    """Whether who is called by a role (`Der Pilot meldete`) is named before it in the paragraph or right before."""
    assert quote.cue is not None
    article = material.analysis.article
    number = extent.sentences(material.analysis, quote.cue.start, quote.cue.end)[0]
    own = article.sentences[number]
    start = min(article.paragraphs[own.paragraph].start, article.sentences[max(0, number - 1)].start)
    return any(start <= mention.start < own.end for mention in speaker.mentions)


def _has_name_behind(material: Material, quote: Quote) -> bool:
    """`betonte der Brigadegeneral a. D. Vytenis …`: who it is stands right behind the cue."""
    assert quote.cue is not None
    end = quote.cue.end
    mentions = (mention for name in material.analysis.names for mention in name.mentions)
    return any(end <= mention.start <= end + _NEAR for mention in mentions)


def antecedent(material: Material, pronoun: str, offset: int) -> Name | None:
    """The person `er` or `sie` at an offset means: the only one of this gender in the last sentence that names any.

    Sentences that go on with the pronoun are passed over; one that has both the pronoun and a name leaves it open.
    """
    gender = PRONOUNS[pronoun]
    everyone = [name for name in material.analysis.names if name.kind == "person" and name.gender in {gender, ""}]
    here = extent.sentences(material.analysis, offset, offset + 1)[0]
    for sentence in range(here, max(-1, here - _REACH - 1), -1):
        bounds = material.analysis.article.sentences[sentence]
        found = mentioned(everyone, bounds.start, min(bounds.end, offset))
        if found:
            alone = sentence == here or not _has_pronoun(material, sentence, pronoun)
            known = len(found) == 1 and found[0].gender == gender and alone
            return (
                found[0] if known and _is_told_of(material, found[0], bounds.start, min(bounds.end, offset)) else None
            )
    return None


def _is_told_of(material: Material, person: Name, start: int, end: int) -> bool:
    """Whether the person is named there in another case than the genitive (`Nachfolgerin Prölls`)."""
    here = [mention for mention in person.mentions if start <= mention.start and mention.end <= end]
    texts = (material.analysis.article.slice(mention) for mention in here)
    return any(text.endswith("s") == person.name.endswith("s") for text in texts)


def _has_pronoun(material: Material, sentence: int, pronoun: str) -> bool:
    """Whether the pronoun stands in the sentence outside direct speech."""
    article = material.analysis.article
    quoted = [quote for quote in material.analysis.quotes if quote.kind == "direct"]
    return any(
        material.analysis.form(token).lower() == pronoun
        and not any(quote.start <= article.tokens[token].start < quote.end for quote in quoted)
        for token in article.tokens_of(article.sentences[sentence])
    )


def mentioned(names: Iterable[Name], start: int, end: int) -> list[Name]:
    """The names with a mention between two offsets."""
    return [name for name in names if any(start <= mention.start and mention.end <= end for mention in name.mentions)]


def _is_person(material: Material, name: Name) -> bool:
    """Who speaks under that name; or first and last name, one of them certain: by a list, role, verb or age beside."""
    words = name.name.split()
    if len(words) > _LONGEST_NAME or any(character.isdigit() for character in name.name):
        return False
    if len(words) > _USUAL_NAME and not _is_one_name(material, name, words):
        return False
    if (len(words) == _USUAL_NAME and _are_two(material, words)) or is_author(
        material.analysis.article.text, name.name
    ):
        return False
    return _speaks_by_name(material, name) or (
        len(words) > 1 and bool(name.gender) and _is_told_of_as_one(material, name)
    )


def _is_told_of_as_one(material: Material, name: Name) -> bool:
    """Whether a role stands beside the name; or it has a listed first name and stands short too, or beside a verb."""
    if name.role or _has_apposition(material, name):
        return True
    return bool(gazetteer.sex(name.name.split()[0])) and (_stands_short(material, name) or _acts(material, name))


def _is_one_name(material: Material, name: Name, words: list[str]) -> bool:
    """Whether the words between first and last are first names or particles, or the whole stands there twice."""
    inner = all(word.lower() in _PARTICLES or gazetteer.sex(word) or len(word) <= 2 for word in words[1:-1])
    return inner or material.analysis.article.text.count(name.name) > 1


def _are_two(material: Material, words: list[str]) -> bool:
    """Whether both words are first names that stand alone too: subject and object side by side."""
    text, (first, last) = material.analysis.article.text, words
    alone = [rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", rf"\b{re.escape(first)}\b(?! {re.escape(last)})"]
    return all(map(gazetteer.sex, words)) and all(re.search(pattern, text) for pattern in alone)


def _speaks_by_name(material: Material, name: Name) -> bool:
    """Whether a cue names this person."""
    cues = [quote.cue for quote in material.analysis.quotes if quote.speaker == name.name and quote.cue]
    return any(cue.start <= mention.start and mention.end <= cue.end for cue in cues for mention in name.mentions)


def _stands_short(material: Material, name: Name) -> bool:
    """Whether the last name also stands alone, as newspapers do with persons."""
    last = name.name.split()[-1]
    return any(material.analysis.article.slice(mention).rstrip("s") == last.rstrip("s") for mention in name.mentions)


def _acts(material: Material, name: Name) -> bool:
    """`Jonas Erbach saß …`, `Levin Abel, 16, kommt …`, `die Mutter, Ina Moll, …`, in running text."""
    article = material.analysis.article
    full = [mention for mention in name.mentions if article.slice(mention).endswith(name.name)]
    runs = (extent.tokens(material.analysis, mention.start, mention.end) for mention in full)
    return any(
        material.is_running(extent.sentence_of(material.analysis, run.start)) and _is_beside_verb_or_age(material, run)
        for run in runs
    )


def _is_beside_verb_or_age(material: Material, run: range) -> bool:
    """Whether a finite verb stands before or behind the tokens, or commas on both sides, or an age behind them."""
    words, forms = material.analysis.words, material.analysis.form
    before, behind = words[run.start - 1] if run.start else None, words[run.stop]
    if before is not None and before.tag in {"APPR", "APPRART"}:  # `ein Stück von Ina Moll läuft`
        return False
    verb = any(one is not None and one.features.get("VerbForm") == "Fin" for one in (before, behind))
    if verb or forms(run.stop) != ",":
        return verb
    aged = words[run.stop + 1].tag == "CARD" and forms(run.stop + 2) == ","
    return aged or (run.start > 0 and forms(run.start - 1) == ",")


def _has_apposition(material: Material, name: Name) -> bool:
    """Whether an office stands behind the name: `Ada Hartwig, Leiterin der Abteilung`."""
    words, forms = material.analysis.words, material.analysis.form
    ends = [extent.tokens(material.analysis, mention.start, mention.end).stop for mention in name.mentions]
    return any(
        end + 1 < len(words) and forms(end) == "," and words[end + 1].pos == "NOUN" and is_role(words[end + 1].lemma)
        for end in ends
    )


def _inside(name: Name, everyone: Iterable[Name]) -> bool:
    """Whether another person's name holds this one (`Bob` beside `Bob Bryan`)."""
    words = set(name.name.split())
    return any(words < set(other.name.split()) for other in everyone if other is not name)
