"""The words of a C-test that lose their second half: no names, and none whose ending nobody could prove."""

from collections.abc import Sequence

from learner.exercises import extent
from learner.exercises.completing import rivals
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.readable import begins_compound
from learner.exercises.usage import is_sensitive
from learner.language.agreement import NounPhrase
from learner.language.analysis import Analysis
from learner.language.wordbook import Wordbook, wordbook
from learner.lexicon.wordclasses import wordclass

_SURE_NOUN = 6  # letters of a noun of which enough are shown to know its gender
_MEANING = ("NN", "VV", "ADJ")
_SHORTEST_NOUN = 3
_BEFORE_NAMES = wordclass("nouns.before-their-names")
_UNDAMAGED = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})


def is_certain(material: Material, token: int, damaged: Sequence[int]) -> bool:
    """Whether it is known which words can stand in the gap, and nobody is quizzed on such a word, nor twice on one."""
    word = material.analysis.words[token]
    if is_sensitive(word.lemma) or rivals(material, token, kept(material.analysis.form(token))) is None:
        return False
    if word.tag.startswith(_MEANING) and any(material.analysis.words[one].lemma == word.lemma for one in damaged):
        return False
    return not _leaves_gender_open(material, token, damaged)


def _leaves_gender_open(material: Material, token: int, damaged: Sequence[int]) -> bool:
    """`D__ 1974 eröffnete B__`: the Bad or the Bau, since the article is damaged too."""
    sentence = extent.sentence_of(material.analysis, token)
    phrases = noun_phrases(material, sentence)
    phrase = next((one for one in phrases if one.head == token and one.determiner in damaged), None)
    if phrase is None:
        return False
    return len(material.analysis.form(token)) < _SURE_NOUN or _leaves_number_open(material, phrase)


def _leaves_number_open(material: Material, phrase: NounPhrase) -> bool:
    """`ein Vertreter d__ örtlichen Geri____`: des Gerichts or der Gerichte, as long as each other."""
    noun, form = material.analysis.words[phrase.head], material.analysis.form(phrase.head)
    lexeme = wordbook(material.lexicon).lookup(noun.lemma, "NOUN")
    known = lexeme.noun if lexeme else None
    others = (*known.plurals, noun.lemma, known.genitive or "") if known else ()
    return any(len(one) == len(form) and one != form for one in others)


def in_names(analysis: Analysis) -> frozenset[int]:
    """Every token of a name, also where the name stands for a thing (`eine Egger`)."""
    mentions = (mention for name in analysis.names for mention in name.mentions)
    named = {token for mention in mentions for token in extent.tokens(analysis, mention.start, mention.end)}
    people = {part for name in analysis.names if name.kind == "person" for part in name.name.split()}
    return frozenset(named | {token for token in range(len(analysis.words)) if analysis.form(token) in people})


def is_damageable(material: Material, token: int) -> bool:
    """Whether it is countable and no name that no list has (`in der Stadt Azaz`, `die Overkotts`)."""
    form = material.analysis.form(token)
    if not _countable(material.analysis, token):
        return False
    words_ = material.analysis.words
    noun = words_[token].tag == "NN"
    beside = words_[token - 1].tag if token else ""
    called = noun and token > 0 and words_[token - 1].lemma in _BEFORE_NAMES
    if form[0].isupper() and (beside == "NE" or called):  # `Mitchell Weiser`, `Restaurant Sternen`
        return False
    return not noun or material.lexicon.is_word(form) or _is_compound(wordbook(material.lexicon), form)


def _is_compound(book: Wordbook, form: str) -> bool:
    """Whether a noun that no list has is put together of known words; there is no Sen in `Holtensen`."""
    head = book.head(form)
    return head is not None and begins_compound(book, form[: head[0]])


def _countable(analysis: Analysis, token: int) -> bool:
    form = analysis.form(token)
    plain = len(form) > 1 and form.replace("-", "").isalpha()
    capitals = sum(letter.isupper() for letter in form) > 1 and "-" not in form
    last = form.rpartition("-")[2]  # `Steam-ID` ends in an abbreviation
    short = len(form) < _SHORTEST_NOUN and form[0].isupper() and analysis.words[token].tag in {"NN", "NE"}  # `Co`
    word = len(last) > 1 and not short and not (last.isupper() and last != form)
    return plain and not capitals and analysis.words[token].pos not in _UNDAMAGED and word


def kept(form: str) -> int:
    """How many letters of a word stay: floor(n/2) of its last part, all of what stands before a hyphen."""
    head, hyphen, tail = form.rpartition("-")
    return len(head) + len(hyphen) + len(tail) // 2
