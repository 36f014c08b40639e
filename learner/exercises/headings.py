"""headings: the author's own headings for the beginnings of their sections."""

from learner.exercises.item import Feedback, Item, Match
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import sentences_of
from learner.exercises.readable import is_readable
from learner.exercises.subheadings import SHOWN, Section, beginning, sections

EXERCISE = "headings"
_FEWEST, _MOST = 3, 5
_SPARE = 2
_READABLE = 0.8  # of a paragraph's sentences


def generate(material: Material) -> tuple[Item, ...]:
    """At most one item: where three of the author's headings or more are certain."""
    own = [one for one in sections(material) if _is_readable(material, one.first)]
    return (_of_sections(material, own),) if len(own) >= _FEWEST else ()


def _of_sections(material: Material, own: list[Section]) -> Match:
    """All of three or four; of more, two give the spare ones."""
    spare = _SPARE if len(own) >= _FEWEST + _SPARE else 0
    asked = min(len(own) - spare, _MOST)
    chosen = sorted(material.rng(EXERCISE).sample(range(len(own)), asked))
    others = [one.heading for number, one in enumerate(own) if number not in chosen][:spare]
    pairs = tuple((f"{beginning(material, own[n].first, SHOWN)} …", own[n].heading) for n in chosen)
    left = " Zwei Überschriften bleiben übrig." if spare else ""
    evidence = tuple(dict.fromkeys(_first_sentence(material, own[n].first) for n in chosen))
    stem = f"Welche Überschrift gehört zu welchem Abschnitt?{left}"
    return Match(
        id=f"{EXERCISE}-{fingerprint(*(right for _, right in pairs))}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=stem,
        evidence=evidence,
        pairs=pairs,
        spare=tuple(others),
        feedback=Feedback(f"{EXERCISE}.own", {}),
    )


def _is_readable(material: Material, paragraph: int) -> bool:
    sentences = [material.analysis.article.sentences[number] for number in sentences_of(material, paragraph)]
    able = sum(is_readable(material, material.analysis.article.tokens_of(one)) for one in sentences)
    return able >= _READABLE * len(sentences)


def _first_sentence(material: Material, paragraph: int) -> str:
    return material.analysis.sentence_text(sentences_of(material, paragraph)[0])
