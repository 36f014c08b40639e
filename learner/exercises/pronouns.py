"""Whom a pronoun means that is the subject of a statement, where the sentence before leaves no doubt."""

from functools import lru_cache

from learner.exercises import extent
from learner.exercises.fields import fields
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.exercises.persons import PRONOUNS, antecedent, mentioned, persons
from learner.exercises.questions.nouns import is_role, is_thing
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.clauses import clauses
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass, wordmap
from learner.text.article import Sentence, Span

_ROLE = frozenset({"ART", "ADJ(A)", "NN", "NNA", "NNI", "TRUNC"})
_NOUNS = frozenset({"NN", "NNA", "NNI", "NE", "FM"})
_ADJECTIVAL = wordmap("pronouns.adjectival")
_FOCUSING = wordclass("adverbs.before-subjects")
_ENDINGS = ("en", "er", "e")
_NOUNS_KEPT = 1_024  # nouns of which the genders are kept; every pronoun asks for those before it


def subject_meant(material: Material, statement: Statement) -> tuple[int, Name] | None:
    """The pronoun that is the statement's subject and the person it means; None where that is not certain."""
    subject = subject_pronoun(material, statement)
    if subject is None:
        return None
    pronoun = material.analysis.form(subject).lower()
    person = antecedent(material, pronoun, material.analysis.article.tokens[subject].start)
    if person is None or person not in persons(material):
        return None
    return None if _has_rival(material, statement, PRONOUNS[pronoun], person) else (subject, person)


def acts_as_person(material: Material, statement: Statement) -> bool:
    """Whether the verb of a main clause says that the subject is a person (`Er hofft …`, `ist sie Rüstmeisterin`)."""
    if not any(clause.kind == "main" for clause in clauses(material.analysis, statement.sentence)):
        return False
    found = fields(material, statement)
    verbs = {material.analysis.words[token].lemma for token in (found.finite, *found.bracket)}
    if verbs & (words("human_verbs.txt") | column("reporting.tsv")):
        return True
    called = any(is_role(material.analysis.words[token].lemma) for token in found.middle)
    return called and material.analysis.words[found.finite].lemma in {"sein", "werden"} and not found.bracket


def subject_pronoun(material: Material, statement: Statement) -> int | None:
    """`er` or `sie`, a single person, right before or behind the first finite verb."""
    analysis = material.analysis
    place = next((n for n, token in enumerate(statement.tokens) if is_finite(material, token)), None)
    if place is None or analysis.words[statement.tokens[place]].features.get("Number") != "Sing":
        return None
    beside = [statement.tokens[0]] if place == 1 else []
    beside += statement.tokens[place + 1 : place + 2] if place else []
    if place == 1 and statement.tokens[1] != statement.tokens[0] + 1:  # `Er, …, wurde`: said of another one
        beside = []
    found = (one for one in beside if analysis.form(one).lower() in PRONOUNS and analysis.words[one].tag == "PPER")
    return next(found, None)


def is_finite(material: Material, token: int) -> bool:
    """Whether the word is a finite verb."""
    return material.analysis.words[token].features.get("VerbForm") == "Fin"


def _is_subject_like(material: Material, sentence: Sentence, mention: Span) -> bool:
    """Whether a name, with the role in front of it, opens its sentence or stands right behind a finite verb."""
    start = extent.tokens(material.analysis, mention.start, mention.end).start
    while start > sentence.first and material.analysis.words[start - 1].tag in _ROLE:
        start -= 1
    if start == sentence.first or material.analysis.words[start - 1].tag.endswith("(FIN)"):
        return True
    return start == sentence.first + 1 and material.analysis.form(sentence.first) in _FOCUSING  # `Auch Stumpf hat …`


def _has_rival(material: Material, statement: Statement, gender: str, person: Name) -> bool:
    """Whether the sentence before does not name the person, or has another noun that the pronoun could mean."""
    article, sentence = material.analysis.article, statement.sentence
    before = article.sentences[sentence - 1] if sentence else None
    mentions = [mention for mention in person.mentions if before and before.start <= mention.start < before.end]
    if before is not None and not mentions and _goes_on(material, sentence, person):
        return not acts_as_person(material, statement)
    if before is None or not any(_is_subject_like(material, before, mention) for mention in mentions):
        return True
    own = {
        token
        for token in article.tokens_of(before)
        if any(m.start <= article.tokens[token].start < m.end for m in mentions)
    }
    own |= {min(own) - 1}  # the role in front of the name
    nouns = [token for token in article.tokens_of(before) if material.analysis.words[token].tag in _NOUNS]
    if acts_as_person(material, statement):
        nouns = [token for token in nouns if not is_thing(material, material.analysis.words[token].lemma)]
    return any(gender in genders(material, token) for token in nouns if token not in own)


def _goes_on(material: Material, sentence: int, person: Name) -> bool:
    """`Im Juni fuhr er heim. Seither wohnt er hier`: the sentence before tells of the person alone, by a pronoun."""
    article, before = material.analysis.article, material.analysis.article.sentences[sentence - 1]
    if article.sentences[sentence].paragraph != before.paragraph:
        return False
    told = Statement(sentence - 1, tuple(article.tokens_of(before)))
    meant = subject_meant(material, told)
    others = [one for one in material.analysis.names if one.kind == "person" and one != person]
    nobody = not mentioned(others, before.start, before.end)
    nouns = [material.analysis.words[token] for token in told.tokens]
    return nobody and meant is not None and meant[1] == person and not any(is_role(word.lemma) for word in nouns)


@lru_cache(maxsize=_NOUNS_KEPT)
def genders(material: Material, token: int) -> str:
    """The genders a noun's form can have (`m`, `f`, `n`, `p` for plurals); of a person's name the person's."""
    span = material.analysis.article.tokens[token]
    for name in material.analysis.names:
        if any(mention.start <= span.start and span.end <= mention.end for mention in name.mentions):
            if name.kind == "place":
                return _of_place(material, token)
            return (name.gender if name.kind == "person" else "") or "mfnp"
    if settled := _of_adjectival(material, token):
        return settled
    readings = wordbook(material.lexicon).noun_readings(material.analysis.form(token))
    found = {"p" if one.number == "Plur" else one.gender for one in readings}
    if len(found) > 1 and _is_several(material, token):
        found &= {"p"}
    elif len(found) > 1 and _is_single(material, token):
        found -= {"p"}
    if found >= {"m", "f"} and is_role(material.analysis.words[token].lemma):
        found -= {"f"}  # `der Kunde`, `der Leiter`, and neither tidings nor a ladder
    return "".join(sorted(found)) or "mfnp"


def _of_adjectival(material: Material, token: int) -> str:
    """Of `der Angeklagte`, `die Angeklagten` the genders that article and ending leave; empty for other nouns."""
    if material.analysis.words[token].tag != "NNA" or not token:
        return ""
    article, form = material.analysis.form(token - 1).lower(), material.analysis.form(token)
    ending = next((one for one in _ENDINGS if form.endswith(one)), "")
    return _ADJECTIVAL.get(f"{article} -{ending}", "")


def _is_several(material: Material, token: int) -> bool:
    """`die Besitzer`, `zwei junge Einheimische`: determiner, number and ending leave the plural only."""
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if one.head == token), None)
    if phrase is None:
        return False
    return phrase.number == "Plur" or any(material.analysis.words[one].tag == "CARD" for one in phrase.tokens)


def _is_single(material: Material, token: int) -> bool:
    """`jeder neue Lehrer`: one, by the endings before it."""
    sentence = extent.sentence_of(material.analysis, token)
    phrase = next((one for one in noun_phrases(material, sentence) if one.head == token), None)
    return phrase is not None and phrase.number == "Sing" and len(phrase.tokens) > 1


def _of_place(material: Material, token: int) -> str:
    """Neuter, unless an article stands before it (`die Schweiz`, `die USA`)."""
    before = material.analysis.form(token - 1).lower() if token else ""
    return {"die": "fp", "der": "mfp", "den": "mp"}.get(before, "n")
