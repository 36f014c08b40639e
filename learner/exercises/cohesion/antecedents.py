"""What a pronoun may mean: nouns, names and other pronouns that agree with it, of persons alone where it is one."""

from functools import cache, lru_cache

from learner.exercises import extent
from learner.exercises.extent import in_name
from learner.exercises.kinds import kind_of
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.pronouns import genders
from learner.exercises.questions.nouns import is_institution, is_role, is_thing
from learner.exercises.wordlists import words

NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_AGREEING = {"m": ("er", "ihn", "ihm"), "f": ("sie", "ihr"), "n": ("es", "ihm"), "p": ("sie", "ihnen", "wir", "uns")}
_DEFINITE = frozenset({"ART", "PPOSAT", "PDAT", "APPRART"})
_BEFORE_NAME = frozenset({"ART", "APPRART", "ADJ(A)"})
_HEAD = 4  # letters the last part of a compound has at least


def can_be_meant(
    material: Material, wanted: str, tokens: range, *, of_person: bool = False, brought_in: bool = False
) -> bool:
    """Whether something among the tokens can be what a pronoun means; `brought_in`: a name, or a noun said anew."""
    nouns = 0
    for token in tokens:
        tag = material.analysis.words[token].tag
        if tag in {"PPER", "PPOSAT"} and not brought_in and _agrees(material.analysis.form(token).lower(), wanted):
            return True
        if tag not in NOUNS or (brought_in and not _is_brought_in(material, token)):
            continue
        if of_person and _names_thing(material, token):
            continue
        if set(wanted) & set(genders(material, token)):
            return True
        nouns += 1
    return "p" in wanted and nouns > 1


def is_somebody(material: Material, lemma: str) -> bool:
    """Whether a noun names a person, a group or a body."""
    lexeme = material.lexicon.lookup(lemma, "NOUN")
    listed = is_role(lemma) or is_institution(lemma) or lemma in words("groups.txt")
    return listed or (lexeme is not None and kind_of(lexeme) == "person")


@lru_cache(maxsize=4096)
def is_source(lemma: str) -> bool:
    """Whether what the noun names may be cited, as a side or a study is."""
    return lemma.lower().endswith(_sources())


@cache
def _sources() -> tuple[str, ...]:
    return tuple(word.lower() for word in words("report_sources.txt"))


def _agrees(form: str, wanted: str) -> bool:
    """Whether a pronoun or what is `sein` or `ihr` shows that the same may have been told of."""
    owner = "mn" if form.startswith("sein") else "fp" if form.startswith("ihr") else ""
    return any(form in _AGREEING[gender] or gender in owner for gender in wanted)


def _is_brought_in(material: Material, token: int) -> bool:
    """Whether a noun is a name or has no definite article: `ein Winzer`, `zwei Hefte`, but not `der Mann`."""
    if in_name(material.analysis, token):
        return True
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if one.head == token), None)
    if phrase is None:
        return False
    first = material.analysis.words[phrase.tokens[0]]
    return first.tag not in _DEFINITE or material.analysis.form(phrase.tokens[0]).lower().startswith("ein")


@lru_cache(maxsize=1024)
def _names_thing(material: Material, token: int) -> bool:
    """Whether a noun means no person and no body; the name of a body or place needs an article to be `er` or `sie`."""
    if in_name(material.analysis, token):
        return (
            not extent.in_person(material.analysis, token)
            and material.analysis.words[token - 1].tag not in _BEFORE_NAME
        )
    lemma = material.analysis.words[token].lemma
    if is_source(lemma):
        return False
    if material.lexicon.lookup(lemma, "NOUN") is not None:
        return is_thing(material, lemma)
    heads = (lemma[start:].capitalize() for start in range(3, len(lemma) - _HEAD + 1))
    return is_thing(material, next((head for head in heads if material.lexicon.lookup(head, "NOUN")), lemma))
