"""Names that no list has: beside a verb of saying, or in full where a part of them stands alone."""

from collections.abc import Iterable, Sequence
from functools import cache

from learner.language import gazetteer
from learner.language.draft import Draft
from learner.language.named import COMPANY, Mention
from learner.language.tables import rows

BEFORE_NOUNS = frozenset({"ART", "APPRART", "ADJ(A)", "PPOSAT", "PDAT", "PIAT", "CARD"})
_SECOND = frozenset({"NE", "NNI", "NNA", "FM", "ADJ(A)", "ADJ(D)"})
_LONGEST = 3
_NEAR = 3  # words behind a name in which the legal form of a company stands
_SURE_TAGS = frozenset({"NE", "NNI", "FM"})


def beside_speech(draft: Draft, found: Sequence[Mention]) -> list[Mention]:
    """Unlisted names right beside a verb of saying (`sagte Huber`), all their parts."""
    taken = taken_by(found)
    speakers: list[Mention] = []
    for clauses in draft.clauses:
        for clause in clauses:
            if clause.finite is None or draft.words[clause.finite].lemma not in _verbs_of_speech():
                continue
            own = frozenset(clause.tokens) - taken
            runs = (_name_run(draft, clause.finite, own, step) for step in (1, -1))
            # `sagt Managing Director | Paul Winter`: what stands right before a name is a title
            speakers += [
                Mention("person", run[0], run[-1], _text(draft, run))
                for run in runs
                if run and run[-1] + 1 not in taken
            ]
    return speakers


def in_full(draft: Draft, found: Sequence[Mention]) -> list[Mention]:
    """`Tinka Rauh`, of which no list has either part, where `sagt Tinka` stands elsewhere."""
    taken = taken_by(found)
    alone = {mention.name for mention in found if mention.kind == "person" and mention.first == mention.last}
    return [
        Mention("person", token, token + 1, _text(draft, (token, token + 1)))
        for token, form in enumerate(draft.forms[:-1])
        if form in alone
        and not {token, token + 1} & taken
        and _is_second_name(draft, token + 1)
        and COMPANY.isdisjoint(draft.forms[token + 2 : token + 2 + _NEAR])  # `Rauh Technische Federn GmbH`
    ]


def _is_second_name(draft: Draft, token: int) -> bool:
    """A word with a capital behind a name in the same sentence that can be the last name."""
    form, tag = draft.forms[token], draft.words[token].tag
    begins = draft.sentences[draft.sentence_of(token)].start == token
    return form.istitle() and not begins and tag in _SECOND and not gazetteer.speaks(form)


@cache
def _verbs_of_speech() -> frozenset[str]:
    return frozenset(verb for verb, kinds, strength in rows("reporting.tsv") if "d" in kinds and strength == "s")


def _name_run(draft: Draft, verb: int, own: frozenset[int], step: int) -> list[int]:
    """The names in an unbroken row beside the verb; none where an article or adjective stands before them."""
    run: list[int] = []
    token = verb + step
    while token in own and is_unlisted(draft, token):
        run.append(token)
        token += step
    run.sort()
    before = draft.words[run[0] - 1].tag if run and run[0] else ""
    return [] if before in BEFORE_NOUNS or len(run) > _LONGEST else run


def _text(draft: Draft, tokens: Sequence[int]) -> str:
    return " ".join(draft.forms[token] for token in tokens)


def is_unlisted(draft: Draft, token: int) -> bool:
    """Whether the word can only be a name, with a capital, and is no office."""
    word, form = draft.words[token], draft.forms[token]
    named = word.tag in _SURE_TAGS and form[0].isupper() and len(form) > 2 and not form.isupper()
    return named and gazetteer.role(form) is None


def taken_by(found: Iterable[Mention]) -> set[int]:
    """The tokens of the mentions."""
    return {token for mention in found for token in range(mention.first, mention.last + 1)}
