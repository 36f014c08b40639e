"""Notes -> the fields of Anki's note types, as HTML."""

from collections.abc import Callable

from learner.export import escaping
from learner.export.notes import ClozeNote, Note, QuestionNote, WordNote, note_kind
from learner.export.questions import LETTERS

YES = "1"


def fields(note: Note) -> dict[str, str]:
    """The filled fields of a note by name; those not named stay empty."""
    return _RENDERERS[note_kind(note)](note)


def cards(note: Note) -> tuple[int, ...]:
    """The cards of a note as template numbers (cloze: gap numbers from 0), as Anki itself would make them."""
    if isinstance(note, WordNote):
        return (0, *([1] if note.produce else []), *([2] if note.typing else []))
    if isinstance(note, ClozeNote):
        return (0,) if note.together else tuple(range(sum(run.marked for run in note.passage)))
    return (0,)


def _word(note: WordNote) -> dict[str, str]:
    gloss = escaping.field(note.gloss)
    return {
        "Word": escaping.field(note.word),
        "Headword": escaping.field(note.headword),
        "Article": note.article,
        "Gender": note.gender,
        "PartOfSpeech": escaping.field(note.part_of_speech),
        "Level": note.level,
        "Plural": escaping.field(note.plural),
        "Forms": escaping.field(note.forms),
        "IPA": escaping.field(note.ipa),
        "Gloss": f'<span lang="{escaping.field(note.gloss_language)}">{gloss}</span>' if gloss else "",
        "Definition": escaping.field(note.definition),
        "Sentence": escaping.marked(note.sentence),
        "Hint": escaping.gapped(note.sentence),
        "Source": escaping.field(note.source),
        "AddReverse": YES if note.produce else "",
        "AddTyping": YES if note.typing else "",
    }


def _cloze(note: ClozeNote) -> dict[str, str]:
    return {
        "Text": escaping.cloze(note.passage, together=note.together),
        "Prompt": escaping.field(note.prompt),
        "Explanation": escaping.field(note.explanation),
        "Source": escaping.field(note.source),
        "AddTyping": YES if note.typing else "",
    }


def _question(note: QuestionNote) -> dict[str, str]:
    options = dict(zip(LETTERS, map(escaping.field, note.options), strict=False))
    return {
        "Question": escaping.field(note.question),
        "Passage": escaping.marked(note.passage),
        **options,
        "Correct": LETTERS[note.correct],
        "Explanation": escaping.field(note.explanation),
        "Source": escaping.field(note.source),
    }


_RENDERERS: dict[str, Callable[..., dict[str, str]]] = {
    "vocabulary": _word,
    "cloze": _cloze,
    "comprehension": _question,
}
