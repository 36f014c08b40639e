"""What in a sentence points to others: left out or named where that is certain, else the sentence is dropped."""

from dataclasses import replace

from learner.exercises.anchoring import is_anchored, is_explained
from learner.exercises.bare_das import is_bare_das, is_subject_das
from learner.exercises.chunks import Chunk, chunks
from learner.exercises.fields import main_clause
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.pointing import lacks_noun
from learner.exercises.pronouns import is_finite, subject_meant, subject_pronoun
from learner.exercises.statement import Statement
from learner.exercises.told_inside import is_told_inside
from learner.exercises.wordlists import words
from learner.language.clauses import clauses
from learner.language.dates import is_year
from learner.lexicon.wordclasses import wordclass

_CONJUNCTIONS = wordclass("conjunctions.joining-main")
_ADVERBS = frozenset({"ADV", "PROAV", "ADJ(D)"})
_POINTING = wordclass("adverbs.joined")
_INDEFINITE = wordclass("pronouns.indefinite")
_DEFINITE = wordclass("determiners.definite")
_ANYBODY = wordclass("persons.anybody")
_NOW = wordclass("times.around-now")
_NUMBERED = wordclass("nouns.numbered")
_ANSWERING = frozenset({"PDS", "PDAT", "PPOSS", "ITJ", "PTKANT", "VV(IMP)"})


def resolved(material: Material, statement: Statement, *, opened: bool = False) -> Statement | None:
    """The statement with nothing in it that only other sentences explain; None where that cannot be had.

    `opened` allows one that begins with its verb: a question needs no Vorfeld where `Deshalb` stood.
    """
    bracketed = main_clause(material, statement).finite not in statement.tokens
    if bracketed or _joins_predicates(material, statement):
        return None
    named = _with_subject_named(material, statement)
    plain = named and _without_connectives(material, named)
    if named and plain is None and opened:
        plain = _verb_first(material, named)
    return plain if plain and is_understood(material, plain) else None


def is_understood(material: Material, statement: Statement) -> bool:
    """Whether nothing in the statement points outside it."""
    return all(_is_clear(material, statement, place) for place in range(len(statement.tokens)))


def _with_subject_named(material: Material, statement: Statement) -> Statement | None:
    """`Er erklärte …`, `Zudem erklärte er …` with the person's name; None where it stays open who is meant."""
    subject = subject_pronoun(material, statement)
    if subject is None:
        return statement
    pronoun = material.analysis.form(subject).lower()
    again = sum(material.analysis.form(token).lower() == pronoun for token in statement.tokens) > 1
    meant = None if again else subject_meant(material, statement)  # `Er bleibe, sagt er`: another one, it would seem
    return statement.writing({meant[0]: meant[1].name}) if meant else None


def _is_person(material: Material, piece: Chunk) -> bool:
    """Whether the piece is a person's name."""
    span = material.analysis.article.tokens[piece.tokens[-1]]
    return any(mention.end == span.end for person in persons(material) for mention in person.mentions)


def _without_connectives(material: Material, statement: Statement) -> Statement | None:
    """Without a leading conjunction and adverbs like `jedoch` behind the verb; None where one stands before it."""
    dropped: list[int] = []
    for place, token in enumerate(statement.tokens):
        form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
        if place == 0 and tag == "KON" and form in _CONJUNCTIONS:
            dropped.append(token)
        elif place == 0 and form == "auch" and not is_finite(material, statement.tokens[1]):
            dropped.append(token)  # `Auch Keller hat …`: true without it
        elif form == "aber" and place and material.analysis.form(statement.tokens[place - 1]) != ",":
            dropped.append(token)  # `Anfang Oktober aber bekam …`
        elif form == "dabei" and _is_with_sein(material, statement, place):
            continue
        elif form in words("connectives.txt") and tag in _ADVERBS:
            if place == 0:
                return _with_subject_first(material, statement)
            if place < 2 or not _can_be_left_out(material, statement, place):
                return None
            dropped.append(token)
    return statement.without(dropped)


def _can_be_left_out(material: Material, statement: Statement, place: int) -> bool:
    """Whether a connective inside the sentence stands by itself, and nothing is joined by it alone."""
    of_verb = material.analysis.words[statement.tokens[place]].tag == "PROAV" and _is_of_verb(
        material, statement, place
    )
    free = _stands_free(material, statement, place) and not of_verb
    return free and not _sets_second_against(material, statement, place)


def _joins_predicates(material: Material, statement: Statement) -> bool:
    """`sprach von Schuld, anerkannte aber die Reue`: without `aber` nothing joins the second verb."""
    triples = zip(statement.tokens, statement.tokens[1:], statement.tokens[2:], strict=False)
    return any(
        material.analysis.form(one) == "," and _may_be_verb(material, verb) and material.analysis.form(behind) == "aber"
        for one, verb, behind in triples
    )


def _may_be_verb(material: Material, token: int) -> bool:
    """`anerkannte` may have been read as an adjective, but none stands before `aber`."""
    return is_finite(material, token) or material.analysis.words[token].tag == "ADJ(A)"


def _sets_second_against(material: Material, statement: Statement, place: int) -> bool:
    """`Verletzt wurde niemand, die Wohnungen waren jedoch leer`: nothing else joins the two."""
    mains = [one for one in clauses(material.analysis, statement.sentence) if one.kind == "main"]
    return any(statement.tokens[place] in one.tokens for one in mains[1:])


def _is_with_sein(material: Material, statement: Statement, place: int) -> bool:
    """`dabei sein`, which leans on nothing said before; `dabei bleiben` does."""
    behind = statement.tokens[place + 1 : place + 2]
    return any(material.analysis.words[token].lemma == "sein" for token in behind)


def _is_of_verb(material: Material, statement: Statement, place: int) -> bool:
    """`will dabei bleiben`: without the adverb the verb says something else."""
    behind = statement.tokens[place + 1 : place + 2]
    return any(material.analysis.words[token].tag in {"VV(INF)", "VV(PP)", "VV(IZU)"} for token in behind)


def _verb_first(material: Material, statement: Statement) -> Statement | None:
    """`Zudem sorgt der Rat für Ruhe` as `sorgt der Rat für Ruhe`."""
    opener = material.analysis.form(statement.tokens[0]).lower()
    if opener not in words("connectives.txt") or not is_finite(material, statement.tokens[1]):
        return None
    return _without_connectives(material, replace(statement, tokens=statement.tokens[1:]))


def _with_subject_first(material: Material, statement: Statement) -> Statement | None:
    """`Zudem forderte Brandt Zusagen` as `Brandt forderte Zusagen`; None where subject or its end is not certain."""
    if len(statement.tokens) < 4 or not is_finite(material, statement.tokens[1]):
        return None
    pieces = chunks(material, statement.sentence, statement.tokens[2:])
    subject, following = pieces[0], pieces[1:2]
    if not _is_subject(material, statement, subject) or not all(_is_apart(piece) for piece in following):
        return None
    if material.analysis.form(statement.tokens[2 + len(subject.tokens)]) in {",", "und", "oder"}:
        return None
    rest = statement.tokens[2 + len(subject.tokens) :]
    moved = replace(statement, tokens=(*subject.tokens, statement.tokens[1], *rest))
    return _without_connectives(material, moved)


def _is_apart(piece: Chunk) -> bool:
    """Whether what follows the subject is certainly no attribute of it."""
    if piece.kind == "noun":
        return piece.phrase is not None and "Gen" not in piece.phrase.cases
    return piece.kind in {"adverb", "adjective", "negation", "reflexive", "pronoun"}


def _is_subject(material: Material, statement: Statement, piece: Chunk) -> bool:
    """Whether the piece right behind the verb is its subject: in the nominative, of the verb's number."""
    if piece.tokens[0] in statement.instead:
        return True
    number = material.analysis.words[statement.tokens[1]].features.get("Number")
    if piece.kind != "noun" or piece.joined:
        return False
    if len(piece.tokens) == 1 and material.analysis.words[piece.tokens[0]].tag == "NE":
        return number == "Sing" and not material.analysis.form(piece.tokens[0]).endswith("s")
    if piece.phrase is None or _is_person(material, piece):
        return number == "Sing" and _is_person(material, piece)
    return "Nom" in piece.phrase.cases and piece.phrase.number == number


def _stands_free(material: Material, statement: Statement, place: int) -> bool:
    """Whether an adverb belongs to nothing beside it (`aber auch`, `auch nicht`)."""
    before, after = (material.analysis.words[statement.tokens[place + step]].tag for step in (-1, 1))
    return before not in {"ADV", "KON", "KOKOM", "$,", "PTKNEG"} and after not in {
        "ADV",
        "KON",
        "KOUS",
        "$,",
        "$.",
        "PTKNEG",
    }


def _is_clear(material: Material, statement: Statement, place: int) -> bool:
    """Whether the word at a place is understood from the statement itself."""
    token = statement.tokens[place]
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    if token in statement.instead or is_told_inside(material, statement, place) or _is_this_year(material, token):
        return True
    if place and tag in {"PPER", "PPOSAT"} and material.analysis.form(token)[0].isupper():  # `Sie`, to the reader
        return False
    common = tag == "NN"  # `am Morgen`
    pointing = (form in words("context_words.txt") and not common) or _names_elliptically(material, token)
    pointing |= is_subject_das(material, token) or is_bare_das(material, token)
    pointing |= tag == "PTKVZ" and form in _POINTING  # `gehört dazu`
    pointing |= tag == "CARD" and _counts_nothing(material, statement, place)
    pointing |= tag == "PPOSAT" and _owns_nothing(material, statement, place)
    if pointing or tag in _ANSWERING:
        return False
    if tag == "PIS":
        return form in _INDEFINITE
    if tag == "PROAV":
        return is_explained(material, statement, place)
    return tag not in {"PPER", "PPOSAT"} or is_anchored(material, statement, place, form)


def _is_this_year(material: Material, token: int) -> bool:
    """`in diesem Winter`: the one of the paper."""
    this = material.analysis.words[token].tag == "PDAT" and material.analysis.form(token).lower().startswith("dies")
    return this and material.analysis.words[token + 1].lemma in _NOW


def _counts_nothing(material: Material, statement: Statement, place: int) -> bool:
    """`Für ein anderes habe man sieben gebraucht`: of what, the sentence before says; not `seit 2019`, `Gleis 3`."""
    token, behind = statement.tokens[place], statement.tokens[place + 1 : place + 2]
    verb = any(material.analysis.words[one].tag.startswith("VV") for one in behind)
    label = place > 0 and _is_numbered(material, statement.tokens[place - 1])
    return verb and place > 0 and not label and not is_year(material.analysis.form(token))


def _is_numbered(material: Material, token: int) -> bool:
    """`Gleis`, `Kreisstraße`: the number behind is a name."""
    word = material.analysis.words[token]
    return word.tag == "NN" and word.lemma.lower().endswith(tuple(_NUMBERED)) and word.features.get("Number") != "Plur"


def _owns_nothing(material: Material, statement: Statement, place: int) -> bool:
    """`Gloor hat seine schon geschrieben`: what, the sentence before says."""
    behind = [material.analysis.words[token].tag for token in statement.tokens[place + 1 : place + 2]]
    return not behind or behind[0] in {"ADV", "APPR", "PTKNEG"} or behind[0].startswith(("VV", "$"))


def _names_elliptically(material: Material, token: int) -> bool:
    """Whether a person is named by his age alone, or an adjective has its noun in the sentence before."""
    by_age = _names_by_age(material, token)
    return by_age or _names_somebody_told_of(material, token) or lacks_noun(material, token)


def _names_by_age(material: Material, token: int) -> bool:
    """`der 72-Jährige`, somebody named before."""
    before = material.analysis.form(token - 1).lower() if token else ""
    return before in _DEFINITE and material.analysis.form(token).endswith(("-Jährige", "-Jährigen"))


def _names_somebody_told_of(material: Material, token: int) -> bool:
    """`gegen den Mann`: whom, the sentence before says; not `der Mann, der …`, `der Mann aus Jena`."""
    words_ = material.analysis.words
    adjectives = words_[token - 1].tag == "ADJ(A)" if token else False
    before = material.analysis.form(token - 1 - adjectives).lower() if token > adjectives else ""
    behind = words_[token + 1].tag if token + 1 < len(words_) else ""
    person = words_[token].lemma in _ANYBODY and words_[token].features.get("Number") == "Sing"
    return person and before in _DEFINITE and behind not in {"ART", "NE", "APPR", "APPRART", "$,"}
