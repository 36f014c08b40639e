"""w-question: wer, was, wann, wo, wie viele …; one constituent is asked for, the other answers are of its kind."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from learner.exercises.cores import askable
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.material import Material, fingerprint
from learner.exercises.paragraphs import lead_paragraph
from learner.exercises.passage import safe
from learner.exercises.questions.about import about
from learner.exercises.questions.by_whom import by_whom
from learner.exercises.questions.frame import Frame, frame
from learner.exercises.questions.how_long import how_long
from learner.exercises.questions.how_many import how_many
from learner.exercises.questions.how_much import how_much
from learner.exercises.questions.how_old import how_old
from learner.exercises.questions.missing_person import missing_persons
from learner.exercises.questions.pronoun import pronouns
from learner.exercises.questions.question import Question
from learner.exercises.questions.referent import referents
from learner.exercises.questions.said_that import said_that
from learner.exercises.questions.what_for import what_for
from learner.exercises.questions.when import when
from learner.exercises.questions.where import where
from learner.exercises.questions.which import which
from learner.exercises.questions.who import who
from learner.exercises.questions.why import why
from learner.exercises.readable import are_easy
from learner.exercises.taking_up import takes_up_things
from learner.exercises.told_fully import is_part_of_something
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

EXERCISE = "w-question"
_FEWEST_WRONG, _MOST_WRONG = 2, 3
_LONGEST_STEM = 170
_FEWEST_WORDS = 5
_OF_TIME_AND_PLACE = frozenset({"when", "where"})
_FEWEST_WORDS_OF_FIGURE, _MOST_WORDS_OF_FIGURE = 5, 18
_FOCUSING = wordclass("adverbs.focusing")
_LEANING = wordclass("adverbs.leaning-in-questions")
_BOUNDS, _SHORT = wordclass("nouns.bounds"), 3  # `am Ende`, `gleich zum Schluss`
_THEIRS = ("sein", "ihr")
_DENYING = wordclass("adverbs.denying") | {"wenig", "kaum"}
_COUNTING = wordclass("adjectives.counting")
_ASKERS: tuple[Callable[[Material, Sequence[Frame], Frame], Iterator[Question]], ...] = (
    why, what_for, how_many, how_long, how_much, when, where, who, by_whom, about,
)  # fmt: skip


def generate(material: Material) -> tuple[Item, ...]:
    """At most two items a sentence, in the order of the article."""
    frames = _frames(material)
    found = [
        question for one in asked_frames(material) for asker in _ASKERS for question in asker(material, frames, one)
    ]
    if material.level == "A1":  # an age in brackets behind a name is beginners' reading
        found += how_old(material)
    found += said_that(material, frames)
    found += which(material)
    found += pronouns(material)
    found = [question for question in found if _has_easy_words(material, question)]
    found = [question for question in found if not _is_thin(material, question) and _is_sober(material, question)]
    turned = {question.statement.sentence for question in found if _is_sound(question)}
    found += missing_persons(material, turned)
    busy = {
        number for question in found if _is_sound(question) for number in (question.statement.sentence, *question.also)
    }
    found += referents(material, busy)
    items = (_item(material, question) for question in found if _is_sound(question))
    return tuple({item.id: item for item in items}.values())


@lru_cache(maxsize=2)
def _frames(material: Material) -> tuple[Frame, ...]:
    return tuple(one for statement in askable(material) if (one := frame(material, statement)) is not None)


@lru_cache(maxsize=2)
def asked_frames(material: Material) -> tuple[Frame, ...]:
    """The main clauses of the article, taken apart, of which one piece may be asked for."""
    return tuple(one for one in _frames(material) if _can_be_asked(material, one))


def _can_be_asked(material: Material, one: Frame) -> bool:
    """Whether the clause tells what is, by itself (not `hört sich den Vorwurf an`)."""
    return not (takes_up_things(material, one.statement) or any(keeps(material, one) for keeps in _NOT_ASKED))


def _is_compared_alone(material: Material, one: Frame) -> bool:
    """`Ein Stockwerk höher ist ein Junge geboren worden`: than what, another sentence says."""
    forms = [material.analysis.form(token) for token in one.statement.tokens]
    words = [material.analysis.words[token] for token in one.statement.tokens]
    compared = (
        word.tag == "ADJ(D)" and form.endswith("er") and not word.lemma.endswith("er")
        for form, word in zip(forms, words, strict=True)
    )
    return "als" not in forms and any(compared)


def _leans_on_time(material: Material, one: Frame) -> bool:
    """`diesmal`, `erneut`, `zum Schluss`, `im ersten Jahr`: of what, another sentence says."""
    if any(material.analysis.form(token).lower() in _LEANING for token in one.statement.tokens):
        return True
    pieces = (piece.tokens for piece in (*one.front, *one.middle) if piece.kind == "prepositional")
    return any(_is_bound(material, run) and not _is_told_of_what(material, run[-1] + 1) for run in pieces)


def _is_bound(material: Material, run: Sequence[int]) -> bool:
    """`am Ende`, `im ersten Jahr`."""
    words = material.analysis.words
    counted = any(words[token].lemma.removesuffix("e") in _COUNTING for token in run)
    last = words[run[-1]].lemma
    return (last in _BOUNDS and len(run) <= _SHORT) or (counted and last in column("times.tsv"))


def _is_told_of_what(material: Material, behind: int) -> bool:
    """`am Ende des Jahres`, `am Anfang von allem`."""
    if behind >= len(material.analysis.words):
        return False
    return material.analysis.words[behind].tag in {"ART", "NE", "PPOSAT"} or material.analysis.form(behind) == "von"


def _is_example(material: Material, one: Frame) -> bool:
    """`zum Beispiel`, which in a question makes no sense."""
    return any(material.analysis.form(token) == "Beispiel" for token in one.statement.tokens)


def _is_brought_in(material: Material, one: Frame) -> bool:
    """`Eine Bäckerei verkauft …`: what the lead brings in has its name further on."""
    sentence = material.analysis.article.sentences[one.statement.sentence]
    if sentence.paragraph != lead_paragraph(material):
        return False
    first = one.subject.tokens[0] if one.subject is not None else one.fields.finite
    return material.analysis.words[first].tag == "ART" and material.analysis.form(first).lower() in {"ein", "eine"}


def _owns_unnamed(material: Material, one: Frame) -> bool:
    """`Frauen kommen in ihre kleine Praxis`: whose it is, is told by a name that acts in the clause, or before it."""
    owned = any(
        material.analysis.words[token].tag == "PPOSAT" and material.analysis.form(token).lower().startswith(_THEIRS)
        for token in one.statement.tokens
    )
    named = one.subject is not None and any(_is_name(material, token) for token in one.subject.tokens)
    return owned and not named


def _may_be_object_first(material: Material, one: Frame) -> bool:
    """`Die Folgen bekamen auch die Kunden zu spüren`: of two phrases that could be the subject `auch` marks one."""
    also = (piece for piece in one.middle if material.analysis.form(piece.tokens[0] - 1) == "auch")
    able = any(piece.phrase is not None and "Nom" in piece.phrase.cases for piece in also)
    return able and (one.subject is None or one.subject_in_front)


def _is_denied(material: Material, one: Frame) -> bool:
    """Whether the clause denies something, which would make the question ask for what is not."""
    forms = {material.analysis.form(token).lower() for piece in (*one.front, *one.middle) for token in piece.tokens}
    return any(form in _DENYING or form.startswith("kein") for form in forms)


def _opens_with_focus(material: Material, one: Frame) -> bool:
    """`Allein in Spielbanken …`: moved into the sentence the word would limit something else."""
    return bool(one.front) and material.analysis.form(one.front[0].tokens[0]).lower() in _FOCUSING


def _is_sound(question: Question) -> bool:
    """Enough wrong answers; the key's words not in the stem; everything free of notation."""
    texts = (question.stem, question.key, *question.wrong)
    given = question.key.lower() in question.stem.lower() or question.key.lower().startswith(("nur ", "auch ", "etwa "))
    return (
        len(question.wrong) >= _FEWEST_WRONG
        and len(question.stem) <= _LONGEST_STEM
        and not given
        and not stands_out(question)
        and all(text and safe(text) for text in texts)
    )


def stands_out(question: Question) -> bool:
    """`Suter` among `Marc Zobrist` and `Nadja Fehlmann`: the only name without a first name."""
    names = (question.key, *question.wrong)
    named = question.kind == "who" and all(word[0].isupper() for name in names for word in name.split())
    return named and " " not in question.key and all(" " in name for name in question.wrong)


def _names_part(material: Material, one: Frame) -> bool:
    """`Wer beugt sich über den Rand?`: of what, another sentence says."""
    named = (token for token in one.statement.tokens if material.analysis.words[token].lemma not in _BOUNDS)
    return any(is_part_of_something(material, token) for token in named)


_NOT_ASKED: tuple[Callable[[Material, Frame], bool], ...] = (
    _is_example,
    _is_compared_alone,
    _leans_on_time,
    _may_be_object_first,
    _is_brought_in,
    _owns_unnamed,
    _is_denied,
    _opens_with_focus,
    _names_part,
)


def _has_easy_words(material: Material, question: Question) -> bool:
    """Whether the words it takes from its sentence are those of the level."""
    asked = question.stem.rstrip("?").replace(",", "").split()
    kept = (token for token in question.statement.tokens if material.analysis.form(token) in asked)
    return are_easy(material, kept)


def _is_thin(material: Material, question: Question) -> bool:
    """`Wie viele Schüler hat die Schule?`: to be found by one word, as only beginners do; `Wann reißt die Kopie?`."""
    fewest = _FEWEST_WORDS_OF_FIGURE - (not at_least(material.level, "B1"))
    if question.stem.startswith("Wie viel"):
        return len(question.stem.split()) < fewest
    inside = (material.analysis.form(token) for token in question.statement.tokens if _is_name(material, token))
    named = any(form in question.stem for form in inside)
    return question.kind in _OF_TIME_AND_PLACE and len(question.stem.split()) < _FEWEST_WORDS and not named


def _is_name(material: Material, token: int) -> bool:
    return material.analysis.words[token].pos == "PROPN"


def _is_sober(material: Material, question: Question) -> bool:
    """Whether a question for a figure asks for nothing besides: no clause, no `schnell`, no `laut Keller`.

    What colours a statement has no place in its question (`Wie viele Euro kostet ein neues Gerät schnell?`).
    """
    if question.kind != "number":
        return True
    words = question.stem.rstrip("?").split()
    kept = (token for token in question.statement.tokens if material.analysis.form(token) in words)
    coloured = any(material.analysis.words[token].tag == "ADJ(D)" for token in kept)
    return not coloured and "," not in question.stem and "laut" not in words and len(words) <= _MOST_WORDS_OF_FIGURE


def _item(material: Material, question: Question) -> Choice:
    evidence = material.analysis.sentence_text(question.statement.sentence)
    proof = question.statement.sentence if question.proof is None else question.proof
    values = {"key": question.key, "evidence": material.analysis.sentence_text(proof)}
    right, wrong = question.right or Feedback(f"{EXERCISE}.right", values), Feedback(f"{EXERCISE}.wrong", values)
    own = dict(zip(question.wrong, question.reasons, strict=False))
    wrongs = [Option(text, False, own.get(text, wrong)) for text in _chosen(question)]
    options = [Option(question.key, True, right), *wrongs]
    options.sort(key=lambda option: option.text)
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, question.stem, question.key)}",
        exercise=EXERCISE,
        skill="comprehension",
        level=material.level,
        stem=question.stem,
        context=question.context,
        evidence=(evidence, *(material.analysis.sentence_text(number) for number in question.also)),
        options=tuple(options),
    )


def _chosen(question: Question) -> tuple[str, ...]:
    """Up to three wrong answers, the key neither the only long nor the only short one where that can be had."""
    wrong = list(question.wrong[:_MOST_WRONG])
    length = len(question.key)
    for better in question.wrong[_MOST_WRONG:]:
        if all(len(text) * 1.6 < length for text in wrong) and len(better) * 1.6 >= length:
            wrong[-1] = better
        if all(len(text) > length * 1.6 for text in wrong) and len(better) <= length * 1.6:
            wrong[-1] = better
    return tuple(wrong)
