"""Whether what is shown before a sentence tells what it takes up: no silence before `Daran`, no hall elsewhere."""

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.material import Material
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_ABSTRACT = ("ung", "heit", "keit", "tät", "ion", "nis", "schaft", "weise", "fall")
_WHILES = wordclass("times.whiles")


def takes_up_untold(material: Material, sentence: int, start: int) -> bool:
    """Whether a sentence takes up what none of the sentences shown from the token `start` on tells."""
    return _takes_up_nothing(material, sentence) or _names_another_thing(material, sentence, start)


def is_said(material: Material, sentence: int) -> bool:
    """Whether something in the sentence is said or reported."""
    bounds = material.analysis.article.sentences[sentence]
    return any(one.start < bounds.end and bounds.start < one.end for one in material.analysis.quotes)


def _takes_up_nothing(material: Material, sentence: int) -> bool:
    """`Der Pfarrer schweigt. Daran habe niemand gedacht.`: it begins with what was said to him, which is not shown."""
    first = material.analysis.article.sentences[sentence].first
    takes_up = material.analysis.words[first].tag in {"PDS", "PROAV"} and is_said(material, sentence)
    return takes_up and not (is_said(material, sentence - 1) or _names_thing(material, sentence - 1))


def _names_another_thing(material: Material, sentence: int, start: int) -> bool:
    """`Er habe als Student in dieser Halle gestanden`: of no hall the sentences shown before have told."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    words = material.analysis.words
    for token in tokens[1:-1]:
        noun = words[token + 1]
        if words[token].tag != "PDAT" or noun.tag != "NN" or not material.analysis.form(token).startswith("dies"):
            continue
        summing = noun.lemma in wordclass("nouns.summing-up") or noun.lemma.lower().endswith(_ABSTRACT)
        told = any(words[one].lemma.lower().endswith(noun.lemma.lower()) for one in range(start, token))
        if not summing and not told and noun.lemma not in column("times.tsv") | wordclass("times.around-now"):
            return True
    return False


def _names_thing(material: Material, sentence: int) -> bool:
    """Whether a noun of the sentence is neither a person nor a time."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    found = (material.analysis.words[token] for token in tokens if not extent.in_person(material.analysis, token))
    nouns = (word.lemma for word in found if word.tag in {"NN", "NE", "NNI"})
    return any(not is_somebody(material, one) and one not in column("times.tsv") | _WHILES for one in nouns)
