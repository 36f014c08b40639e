"""Whether a sentence of the page is correct German, as far as can be seen: readers take what is shown for right.

Slips come together, those that no rule sees with those that one sees. In pages that people had pasted readers found one
in 6 of 100 shown sentences where the rules found none or few, in 5 short and 16 long ones where they found some, in 12
and 23 where they found many. So such a page shows short sentences only, or none (decisions 0056 and 0061).
"""

from functools import lru_cache

from learner.exercises.brackets import is_built
from learner.exercises.material import Material
from learner.exercises.misspelt import misspelt
from learner.exercises.slips import slip

# No fault, and faults of signs and headlines, which tell nothing about the care with which a page was written.
_OF_LAYOUT = frozenset(
    {"", "label", "headline", "fragment", "dateline", "mark", "dash", "bracket", "two sentences", "pair"}
    | {"blank before a stop", "no blank behind a stop", "letter"}  # a link stood there; `8s`, `6:3,7:5`
)
_FEW, _SEVERAL = 2, 4  # slips
_SOME, _MANY, _MOST = 0.03, 0.06, 0.1  # of the sentences
_SHORT = 22  # tokens


def is_correct(material: Material, sentence: int) -> bool:
    """Whether no slip is seen, of signs, endings, commas or letters, nor one to be feared."""
    article = material.analysis.article
    tokens = article.tokens_of(article.sentences[sentence])
    if len(tokens) > _longest(material) or slip(material, sentence) or not is_built(material, sentence):
        return False
    return not misspelt(material).intersection(tokens)


@lru_cache(maxsize=2)
def _longest(material: Material) -> int:
    """How many tokens a sentence may have, by the share of sentences of its page in which a slip is seen."""
    article = material.analysis.article
    running = [number for number in range(len(article.sentences)) if material.is_running(number)]
    told = {material.analysis.sentence_text(number): number for number in running}  # pages repeat their texts
    slips = sum(slip(material, number) not in _OF_LAYOUT for number in told.values()) + _misspelt_forms(material)
    share = slips / len(running) if slips >= _FEW else 0.0
    if share < _SOME:
        return len(article.tokens)
    return 0 if share >= _MOST or (share >= _MANY and slips >= _SEVERAL) else _SHORT


def _misspelt_forms(material: Material) -> int:
    """How many words in small letters are misspelt; among capitals are names that no list has."""
    forms = {material.analysis.form(token) for token in misspelt(material)}
    return sum(form.islower() for form in forms)
