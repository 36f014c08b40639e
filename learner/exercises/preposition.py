"""preposition: the one a verb or noun governs; the others are wrong by the case that is seen, or with this word."""

from collections.abc import Iterator
from functools import cache

from learner.exercises import extent
from learner.exercises.blanks import blanked, cased, standing
from learner.exercises.difficulty import at_least
from learner.exercises.item import Choice, Feedback, Item, Option
from learner.exercises.leaning import lead
from learner.exercises.material import Material, fingerprint
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.wordlists import grammar_table, ordered
from learner.language.agreement import NounPhrase, phrases
from learner.language.clauses import Clause, clause_of
from learner.language.tables import column, mapping
from learner.language.wordbook import wordbook
from learner.lexicon.lexeme import Level
from learner.lexicon.wordclasses import wordclass, wordmap, wordrow

EXERCISE = "preposition"
_OF_CASE = {"Dat": wordrow("prepositions.with-dative"), "Acc": wordrow("prepositions.with-accusative")}
_WRONG = 3
_STEM = 5  # letters
_BEFORE = 3  # tokens before a reflexive pronoun among which its subject stands
_OR_OBJECT = frozenset({"suchen"})  # takes an object instead, beside which the preposition is free
_SOMETHING = frozenset({"etwas", "nichts", "jemanden"})
_OF_ANY_NOUN = wordclass("prepositions.of-any-noun")  # `die Kritik von der Spitze`: of its giver
# The levels at which a preposition is learnt that is asked of a learner.
_ASKED: dict[Level, tuple[Level, ...]] = {
    "A1": ("A2",),
    "A2": ("A2",),
    "B1": ("A2", "B1"),
    "B2": ("B1", "B2"),
    "C1": ("B2", "C1"),
    "C2": ("B2", "C1"),
}


def generate(material: Material) -> tuple[Item, ...]:
    """One item per governed preposition whose phrase shows its case, in the order of the article."""
    found = (item for number in standing(material) for item in _items(material, number))
    return tuple({item.id: item for item in found}.values())


@cache
def _government() -> dict[tuple[str, str, str], tuple[str, tuple[str, ...], str]]:
    """(lemma, part of speech, preposition) -> case, confused prepositions, level."""
    rows = grammar_table("government.tsv")
    return {(row[0], row[1], row[2]): (row[3], tuple(row[4].split()), row[5]) for row in rows}


def _items(material: Material, sentence: int) -> Iterator[Choice]:
    for phrase in noun_phrases(material, sentence):
        if phrase.preposition is None or phrase.preposition + 1 != phrase.tokens[0] or _tells_when(material, phrase):
            continue
        preposition = material.analysis.form(phrase.preposition)
        for lemma, pos in _governors(material, sentence, phrase):
            found = _government().get((lemma, pos, preposition.lower()))
            fits = (
                found and found[2] in _ASKED[material.level] and not (pos == "VERB" and _is_of_noun(material, phrase))
            )
            item = _item(material, sentence, phrase, (lemma, pos), *found[:2]) if found and fits else None
            if item:
                yield item
                break


def _tells_when(material: Material, phrase: NounPhrase) -> bool:
    """`beginnt mit dem 1. Januar`, `die Frage nach dem Aufwachen`: nothing with which it begins, that is asked."""
    word = material.analysis.words[phrase.head]
    done = word.tag == "NNI" and phrase.preposition is not None
    if word.lemma in wordclass("nouns.of-manner") and phrase.preposition is not None:
        return True  # `den Streit mit gemischten Gefühlen verfolgen`
    after = done and material.analysis.form(phrase.preposition or 0).lower() in wordclass("prepositions.of-times")
    bound = phrase.preposition is not None and word.lemma in wordclass("nouns.bounds")  # `nach dem Ende der Studie`
    return after or bound or word.lemma in column("times.tsv").union(*ordered("calendar.txt"))


def _is_of_noun(material: Material, phrase: NounPhrase) -> bool:
    """`Auf drei Stellen gingen elf Bewerbungen ein`: a noun of the sentence has the preposition too."""
    assert phrase.preposition is not None
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, phrase.preposition)]
    preposition = material.analysis.form(phrase.preposition).lower()
    nouns = (material.analysis.words[token] for token in material.analysis.article.tokens_of(sentence))
    return any((word.lemma, "NOUN", preposition) in _government() for word in nouns if word.pos == "NOUN")


def _governors(material: Material, sentence: int, phrase: NounPhrase) -> Iterator[tuple[str, str]]:
    """The noun right before the preposition, else the last verb of the clause, its predicative adjectives."""
    preposition = phrase.preposition or 0
    before = material.analysis.words[preposition - 1] if preposition else None
    clause = clause_of(material.analysis, sentence, preposition)
    if before and before.pos == "NOUN" and not _is_of_verb(material, clause, preposition):
        yield before.lemma, "NOUN"
    if clause is None or not clause.certain:
        return
    near = (one for one in noun_phrases(material, sentence) if one.preposition is not None)
    if any(one.tokens[-1] == preposition - 1 for one in near):
        return  # `stammt von Betrieben aus der Region`: it may belong to that noun
    if before and before.pos == "NOUN" and clause.finite is not None and preposition < clause.finite:
        return  # `Die Verhandlungen mit den Vertretern beginnen`: it belongs to the noun
    verbs = [token for token in clause.tokens if material.analysis.words[token].pos == "VERB"]
    if any(preposition < token for token in verbs[:-1]):
        return  # `wird zu einem Besuch kommen und Gespräche führen`: the first of two verbs has it
    lemmas = [
        material.analysis.words[token].lemma for token in verbs[-1:] if not _is_predicate(material, clause, token)
    ]
    yield from ((lemma, "VERB") for lemma in lemmas if not (lemma in _OR_OBJECT and _has_object(material, clause)))
    adjectives = [token for token in clause.tokens if material.analysis.words[token].tag == "ADJ(D)"]
    yield from ((material.analysis.words[token].lemma, "ADJ") for token in adjectives)


def _is_predicate(material: Material, clause: Clause, token: int) -> bool:
    """`zeigt sich von ihm überzeugt`: a participle beside a verb that makes no tense of it."""
    finite = material.analysis.words[clause.finite] if clause.finite is not None else None
    participle = material.analysis.words[token].tag == "VV(PP)"
    return participle and finite is not None and finite.tag.startswith("VV")


def _is_of_verb(material: Material, clause: Clause | None, preposition: int) -> bool:
    """`Nun richtet sich der Blick auf …`: the verb asks for the preposition as well."""
    form = material.analysis.form(preposition).lower()
    words = [material.analysis.words[token] for token in clause.tokens] if clause else []
    return any(word.pos == "VERB" and (word.lemma, "VERB", form) in _government() for word in words)


def _has_object(material: Material, clause: Clause) -> bool:
    """Whether something is named in the accusative (`nach der Pensionierung etwas suchen`)."""
    open_ = any(material.analysis.form(token) in _SOMETHING for token in clause.tokens)
    found = noun_phrases(material, extent.sentence_of(material.analysis, clause.start_token))
    bare = (one for one in found if one.preposition is None and one.head in clause.tokens)
    return open_ or any(one.cases == ("Acc",) for one in bare)


def _item(
    material: Material, sentence: int, phrase: NounPhrase, word: tuple[str, str], case: str, confused: tuple[str, ...]
) -> Choice | None:
    assert phrase.preposition is not None
    lemma = word[0]
    if _seen_cases(material, phrase) != {case}:
        return None
    key = material.analysis.form(phrase.preposition)
    if _is_shown(material, sentence, key) or _is_impersonal(material, sentence, phrase.preposition, lemma):
        return None
    if _is_told(material, sentence, lemma) or _shares_reflexive(material, sentence, phrase.preposition):
        return None
    if word[1] == "VERB" and _lacks_reflexive(material, sentence, phrase.preposition, lemma):
        return None
    wrong = _wrong(material, phrase.preposition, word[1], case, confused)
    if not wrong:
        return None
    evidence = material.analysis.sentence_text(sentence)
    values = {"word": lemma, "key": key.lower(), "case": {"Dat": "Dativ", "Acc": "Akkusativ"}[case]}
    options = [Option(key, True, Feedback(f"{EXERCISE}.right", values))]
    for text in wrong:
        reason = "confused" if text in confused else "case"
        options.append(Option(cased(text, key), False, Feedback(f"{EXERCISE}.{reason}", {**values, "said": text})))
    return Choice(
        id=f"{EXERCISE}-{fingerprint(evidence, key, lemma)}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem=f"Welche Präposition verlangt „{_cited(material, sentence, phrase.preposition, word)}“?",
        context=blanked(material, sentence, phrase.preposition),
        evidence=(evidence,),
        lemma=lemma,
        options=tuple(sorted(options, key=lambda option: option.text)),
    )


def _wrong(material: Material, preposition: int, pos: str, case: str, confused: tuple[str, ...]) -> list[str]:
    """First those that learners take for it, then those of the other case, which the phrase behind it excludes.

    Empty from B2 on where none has the same case: the article behind the gap would give the answer away.
    """
    key = material.analysis.form(preposition).lower()
    other = _OF_CASE["Acc" if case == "Dat" else "Dat"]
    pool = [one for one in other if one != key and one not in confused]
    material.rng(f"{EXERCISE} {preposition}").shuffle(pool)
    advanced = at_least(material.level, "B2")
    joined = pos != "NOUN" and material.analysis.words[preposition - 1].pos == "NOUN"  # `im Streit ____ die Miete`
    tempting = [one for one in confused if not joined and not (pos == "NOUN" and one in _OF_ANY_NOUN)]
    if advanced and not set(tempting) - set(other):
        return []
    return [*tempting[: 1 + advanced], *pool][:_WRONG]


def _is_shown(material: Material, sentence: int, preposition: str) -> bool:
    """Whether the preposition stands in the sentence once more, also in one word with an article (`vom`)."""
    within = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    contractions = mapping("contractions.tsv")
    fused = any(contractions.get(material.analysis.form(one).lower()) == preposition.lower() for one in within)
    return fused or extent.stands_again(material.analysis, sentence, preposition)


def _is_told(material: Material, sentence: int, lemma: str) -> bool:
    """`ob er daran glaube`, in what is shown before the sentence: there the verb may have its preposition too."""
    return f" {lemma[:_STEM].lower()}" in (lead(material, sentence) or "").lower()


def _shares_reflexive(material: Material, sentence: int, preposition: int) -> bool:
    """`wollen sich treffen und über … sprechen`: the pronoun is the first verb's."""
    clause = clause_of(material.analysis, sentence, preposition)
    tags = [material.analysis.words[token].tag for token in clause.tokens] if clause else []
    return "PRF" in tags and "KON" in tags and sum(tag.startswith("VV") for tag in tags) > 1


def _lacks_reflexive(material: Material, sentence: int, preposition: int, lemma: str) -> bool:
    """`Mit dem Geld sollen zwei Kontrolleure beschäftigt werden`: only `sich beschäftigen` asks for `mit`."""
    lexeme = wordbook(material.lexicon).lookup(lemma, "VERB")
    form = material.analysis.form(preposition).lower()
    frames = lexeme.verb.government if lexeme is not None and lexeme.verb is not None else ()
    governed = [one for one in frames if form in one.split()]
    clause = clause_of(material.analysis, sentence, preposition)
    itself = clause is not None and any(_is_reflexive(material, token) for token in clause.tokens)
    return bool(governed) and not itself and all(one.startswith("sich ") for one in governed)


def _is_impersonal(material: Material, sentence: int, preposition: int, lemma: str) -> bool:
    """`es kommt auf … an`, `es handelt sich um`: another verb than the one cited."""
    clause = clause_of(material.analysis, sentence, preposition)
    forms = {material.analysis.form(token).lower() for token in clause.tokens} if clause else set()
    return lemma in wordclass("verbs.impersonal-with-preposition") and "es" in forms


def _cited(material: Material, sentence: int, preposition: int, word: tuple[str, str]) -> str:
    """The word with the pronoun it has here (`sich erinnern`, `sich beschränken`)."""
    lemma, pos = word
    clause = clause_of(material.analysis, sentence, preposition)
    tokens = clause.tokens if clause else ()
    itself = any(_is_reflexive(material, token) for token in tokens)
    return f"sich {lemma}" if pos == "VERB" and itself else lemma


def _is_reflexive(material: Material, token: int) -> bool:
    """`sich`, or `uns` where `wir` act."""
    form = material.analysis.form(token).lower()
    actor = wordmap("pronouns.reflexive-of").get(form, "")
    start = max(token - _BEFORE, 0)
    acts = bool(actor) and actor in {material.analysis.form(one).lower() for one in range(start, token)}
    return material.analysis.words[token].tag == "PRF" or acts


def _seen_cases(material: Material, phrase: NounPhrase) -> set[str]:
    """The cases that determiner, adjectives and noun show without the preposition."""
    if phrase.determiner is None and not any(material.analysis.words[token].tag == "ADJ(A)" for token in phrase.tokens):
        return set()
    forms = [material.analysis.form(token) for token in phrase.tokens]
    bare = phrases(forms, [material.analysis.words[token] for token in phrase.tokens], wordbook(material.lexicon))
    if not bare or bare[-1].head != len(forms) - 1:
        return set()
    return set(bare[-1].cases) - ({"Nom", "Gen"} if set(bare[-1].cases) <= {"Nom", "Gen", "Acc"} else {"Gen"})
