"""headings: the author's own headings for the beginnings of their sections, else a key phrase for each paragraph."""

from learner.exercises.item import Feedback, Item, Match
from learner.exercises.key_phrases import KeyPhrase, key_phrase
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import prose, sentences_of
from learner.exercises.passage import safe
from learner.exercises.readable import is_readable
from learner.exercises.subheadings import SHOWN, Section, beginning, sections

EXERCISE = "headings"
_FEWEST, _MOST = 4, 5
_FEWEST_SECTIONS = 3
_SPARE = 2
_FIRST_WORDS = 7
_READABLE = 0.8  # of a paragraph's sentences


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item: from the author's headings where three or more are certain, else from key phrases."""
    own = [one for one in sections(material) if _is_readable(material, one.first)]
    return (_of_sections(material, own),) if len(own) >= _FEWEST_SECTIONS else _of_paragraphs(material)


def _of_sections(material: Material, own: list[Section]) -> Match:
    """All of three or four; of more, two give the spare ones."""
    spare = _SPARE if len(own) >= _FEWEST_SECTIONS + _SPARE else 0
    asked = min(len(own) - spare, _MOST)
    chosen = sorted(material.rng(EXERCISE).sample(range(len(own)), asked))
    others = [one.heading for number, one in enumerate(own) if number not in chosen][:spare]
    pairs = tuple((f"{beginning(material, own[n].first, SHOWN)} …", own[n].heading) for n in chosen)
    left = " Zwei Überschriften bleiben übrig." if spare else ""
    evidence = tuple(dict.fromkeys(_first_sentence(material, own[n].first) for n in chosen))
    stem = f"Welche Überschrift gehört zu welchem Abschnitt?{left}"
    return _item(material, stem, evidence, pairs, tuple(others), "own")


def _of_paragraphs(material: Material) -> tuple[Item, ...]:
    """Where six paragraphs have a phrase of their own: four or five are asked, two give the spare ones."""
    headed = _headed(material)
    if len(headed) < _FEWEST + _SPARE:
        return ()
    asked = min(len(headed) - _SPARE, _MOST)
    chosen = sorted(material.rng(EXERCISE).sample(range(len(headed)), asked))
    others = [phrase.text for number, (_, phrase) in enumerate(headed) if number not in chosen][:_SPARE]
    evidence = tuple(dict.fromkeys(material.analysis.sentence_text(headed[n][1].sentence) for n in chosen))
    pairs = tuple((f"{beginning(material, headed[n][0], _FIRST_WORDS)} …", headed[n][1].text) for n in chosen)
    if not all(map(safe, evidence)):
        return ()
    stem = "In welchem Absatz geht es darum? Zwei Themen bleiben übrig."
    return (_item(material, stem, evidence, pairs, tuple(others), "right"),)


def _headed(material: Material) -> list[tuple[int, KeyPhrase]]:
    """The readable paragraphs with a key phrase of their own."""
    found = [
        (paragraph, key_phrase(material, paragraph, beginning(material, paragraph, _FIRST_WORDS)))
        for paragraph in prose(material)
        if _is_readable(material, paragraph)
    ]
    return [(paragraph, phrase) for paragraph, phrase in found if phrase is not None]


def _is_readable(material: Material, paragraph: int) -> bool:
    sentences = [material.analysis.article.sentences[number] for number in sentences_of(material, paragraph)]
    able = sum(is_readable(material, material.analysis.article.tokens_of(one)) for one in sentences)
    return able >= _READABLE * len(sentences)


def _first_sentence(material: Material, paragraph: int) -> str:
    return material.analysis.sentence_text(sentences_of(material, paragraph)[0])


def _item(
    material: Material,
    stem: str,
    evidence: tuple[str, ...],
    pairs: tuple[tuple[str, str], ...],
    spare: tuple[str, ...],
    reason: str,
) -> Match:
    return Match(
        id=f"{EXERCISE}-{fingerprint(*(right for _, right in pairs))}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=stem,
        evidence=evidence,
        pairs=pairs,
        spare=spare,
        feedback=Feedback(f"{EXERCISE}.{reason}", {}),
    )
