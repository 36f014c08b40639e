"""Denials: `nicht` and `kein` put in or taken out where they deny the whole clause and nothing else."""

from collections.abc import Callable, Iterator

from learner.exercises.chunks import Chunk, chunks
from learner.exercises.edits.edit import Edit
from learner.exercises.fields import Fields, fields
from learner.exercises.material import Material
from learner.exercises.statement import Statement
from learner.exercises.wordlists import words
from learner.language.clauses import clause_of
from learner.lexicon.wordclasses import wordclass, wordmap

_COPULAS = wordclass("verbs.linking")
_DEFINITE = wordclass("determiners.definite")
_KEIN = wordmap("determiners.denied")
_ONLY_DENIED = wordclass("verbs.only-denied")
_LONGEST = 14  # tokens
_PAIRS = {("nicht", "mehr"): "noch", ("noch", "nicht"): "bereits"}


def denials(material: Material, statement: Statement) -> Iterator[Edit]:
    """Every certain way of turning the statement's first main clause into its denial, or a denial into a statement."""
    found = fields(material, statement)
    if material.analysis.words[found.finite].features.get("Mood") == "Sub":
        return
    if any(_is_negative(material, token) for token in statement.tokens):
        return
    put_in = _CHANGES if _is_short(material, statement) else _TAKING_OUT
    if material.level != "A1":  # a `nicht` or `kein` put into the sentence asks for no understanding
        put_in = tuple(change for change in put_in if change not in {_with_nicht, _kein})
    for change in put_in:
        for changed in change(material, statement, found):
            yield Edit(changed, "denial", "", "")


def _is_short(material: Material, statement: Statement) -> bool:
    """Whether a denial sounds like something one may say: nobody denies 180 guests on Monday evening in the hall."""
    counted = any(material.analysis.words[token].tag == "CARD" for token in statement.tokens)
    return len(statement.tokens) <= _LONGEST and not counted


def _is_negative(material: Material, token: int) -> bool:
    """`unvermeidlich`: a second denial in the sentence makes it hard to say what is denied."""
    form = _form(material, token)
    return material.analysis.words[token].pos == "ADJ" and form.startswith("un") and not form.startswith("unter")


def _without_nicht(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`Konami wollte sich nicht äußern` in a main clause or behind `dass`."""
    if any(material.analysis.words[token].tag in {"VV(PP)", "ADJ(D)"} for token in found.vorfeld):
        return  # `Davon betroffen ist das Verfahren nicht`
    places = [place for place, token in enumerate(statement.tokens) if material.analysis.words[token].tag == "PTKNEG"]
    if any(material.analysis.words[token].lemma in _ONLY_DENIED for token in statement.tokens):
        return
    if _is_counted(material, statement):  # `mehr als sechs Millionen können nicht lesen`: others can
        return
    if len(places) != 1 or _scope(material, statement) - {"nicht"} or not 0 < places[0] < len(statement.tokens) - 1:
        return
    beside = {_form(material, statement.tokens[places[0] + step]) for step in (-1, 1)}
    token = statement.tokens[places[0]]
    last = places[0] == len(statement.tokens) - 2
    if last and "," in map(material.analysis.form, statement.tokens):
        return  # `…, über die Rechnung nicht`: without it nothing is said
    if not beside & words("beside_nicht.txt") and _is_asserted(material, statement, token, found):
        yield statement.without([token])


def _is_counted(material: Material, statement: Statement) -> bool:
    """Whether a number or an amount stands in it: the same may hold of others."""
    tags = {material.analysis.words[token].tag for token in statement.tokens}
    return bool(tags & {"CARD", "PIAT"})


def _is_asserted(material: Material, statement: Statement, token: int, found: Fields) -> bool:
    """Whether the token stands in the first main clause or in one that `dass` introduces."""
    clause = clause_of(material.analysis, statement.sentence, token)
    return clause is not None and (clause.finite == found.finite or _form(material, clause.start_token) == "dass")


def _nicht_mehr(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`nicht mehr` becomes `noch`, `noch nicht` becomes `bereits`; not `seit Mai noch`."""
    if any(_form(material, token) in wordclass("adverbs.ending") for token in statement.tokens):
        return
    for first, second in zip(found.middle, found.middle[1:], strict=False):
        instead = _PAIRS.get((_form(material, first), _form(material, second)))
        others = _scope(material, statement.without([first, second]))
        after = _form(material, second + 1)
        if _form(material, first - 1) in words("beside_nicht.txt"):  # `gar nicht mehr`
            continue
        if instead and not others and after not in wordclass("adverbs.behind-nicht"):
            yield statement.writing({first: instead}).without([second])


def _bereits(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`ist bereits abgeschlossen` becomes `ist noch nicht abgeschlossen`."""
    last = found.middle[-1] if found.middle else None
    if last is None or not found.bracket or _form(material, last) not in {"bereits", "schon"}:
        return
    if not _scope(material, statement) and material.analysis.words[found.finite].pos == "AUX":
        yield statement.writing({last: "noch nicht"})


def _kein(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`Der Verein sucht einen Trainer` becomes `Der Verein sucht keinen Trainer`."""
    pieces = chunks(material, statement.sentence, found.middle)
    with_ein = [piece for piece in pieces if _determiner(material, piece) in _KEIN]
    everywhere = [token for token in statement.tokens if _form(material, token) in _KEIN]
    plain = [material.analysis.form(token) for token in found.rest] == ["."]
    if len(with_ein) != 1 or len(everywhere) != 1 or _scope(material, statement) or not plain:
        return
    piece = with_ein[0]
    if _is_joined(material, pieces) or not _may_be_denied(material, pieces, piece):
        return
    yield statement.writing({piece.tokens[0]: _KEIN[_form(material, piece.tokens[0])]})


def _may_be_denied(material: Material, pieces: list[Chunk], piece: Chunk) -> bool:
    """A noun phrase in nominative or accusative of its own, that neither counts nor is measured (`von 9 Euro`)."""
    place = pieces.index(piece)
    before = pieces[place - 1].kind if place else ""
    behind = pieces[place + 1] if place + 1 < len(pieces) else None
    if piece.kind != "noun" or piece.phrase is None or before in {"adverb", "other", "adjective"}:
        return False
    measured = behind is not None and any(material.analysis.words[token].tag == "CARD" for token in behind.tokens)
    own = set(piece.phrase.cases) <= {"Nom", "Acc"} and piece.tokens[0] == piece.phrase.determiner
    return own and not measured and material.analysis.words[piece.phrase.head].lemma not in words("vague_nouns.txt")


def _is_joined(material: Material, pieces: list[Chunk]) -> bool:
    """Whether `und` joins more than words: the negation would reach only one part."""
    return any(material.analysis.words[token].tag == "KON" for piece in pieces for token in piece.tokens)


def _without_kein(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`keine großen Durchbrüche` becomes `große Durchbrüche`; plurals only, whose adjectives change as one."""
    places = [token for token in statement.tokens if _form(material, token).startswith("kein")]
    forms = {_form(material, token) for token in statement.tokens}
    if len(places) != 1 or _scope(material, statement) - {_form(material, places[0])} or "mehr" in forms:
        return
    phrase = next(
        (piece.phrase for piece in chunks(material, statement.sentence, statement.tokens) if places[0] in piece.tokens),
        None,
    )
    if phrase is None or phrase.determiner != places[0] or phrase.number != "Plur" or phrase.preposition is not None:
        return
    if set(phrase.cases) <= {"Nom", "Acc"} and material.analysis.words[phrase.head].tag == "NN":
        adjectives = [token for token in phrase.tokens if material.analysis.words[token].tag == "ADJ(A)"]
        strong = {token: material.analysis.form(token).removesuffix("n") for token in adjectives}
        if _is_asserted(material, statement, phrase.head, found):
            yield statement.writing(strong).without([places[0]])


def _with_nicht(material: Material, statement: Statement, found: Fields) -> Iterator[Statement]:
    """`nicht` before the right bracket, behind a definite object at the end, or before a predicate."""
    rest = [material.analysis.form(token) for token in found.rest]
    if rest != ["."] or _scope(material, statement) or not _is_definite_range(material, statement, found.vorfeld):
        return
    pieces = chunks(material, statement.sentence, found.middle)
    if not all(_is_firm(material, piece) for piece in pieces[:-1]) or _is_attribute(pieces):
        return
    last = pieces[-1] if pieces else None
    if material.analysis.words[found.finite].lemma in _COPULAS and not found.bracket:
        if last and (last.kind == "adjective" or _is_definite(material, last)):
            yield _before(material, statement, last.tokens[0])
    elif found.bracket and (last is None or last.kind == "reflexive" or _is_definite(material, last)):
        yield _before(material, statement, found.bracket[0])
    elif last and not found.bracket and _is_definite(material, last) and _may_take_object(material, found):
        yield _before(material, statement, found.rest[0])


def _is_attribute(pieces: list[Chunk]) -> bool:
    """Whether the last piece can be a genitive that belongs to the one before it, or follows a measure."""
    if len(pieces) < 2 or pieces[-2].kind not in {"noun", "prepositional"}:
        return False
    last = pieces[-1].phrase
    return pieces[-1].kind == "adjective" or (last is not None and "Gen" in last.cases)


def _may_take_object(material: Material, found: Fields) -> bool:
    return material.analysis.words[found.finite].lemma not in words("light_verbs.txt")


def _before(material: Material, statement: Statement, token: int) -> Statement:
    form = material.analysis.form(token)
    if form == ".":
        return statement.writing({token: " nicht."})
    return statement.writing({token: f"nicht {form}"})


def _is_definite_range(material: Material, statement: Statement, tokens: tuple[int, ...]) -> bool:
    """Whether the Vorfeld is one definite phrase, a name or a prepositional phrase."""
    pieces = chunks(material, statement.sentence, tokens)
    return bool(pieces) and all(_is_firm(material, piece) for piece in pieces)


def _is_firm(material: Material, piece: Chunk) -> bool:
    """A piece that a negation leaves alone: definite, prepositional without `ein`, reflexive."""
    if piece.kind == "prepositional":
        return _determiner(material, piece) not in _KEIN
    return piece.kind == "reflexive" or _is_definite(material, piece)


def _is_definite(material: Material, piece: Chunk) -> bool:
    if piece.kind != "noun" or piece.joined:
        return False
    if piece.phrase is None or piece.tokens[0] not in piece.phrase.tokens:
        return all(material.analysis.words[token].tag in {"NE", "NNI"} for token in piece.tokens)
    form = _determiner(material, piece)
    possessive = (
        piece.phrase.determiner is not None and material.analysis.words[piece.phrase.determiner].tag == "PPOSAT"
    )
    return form in _DEFINITE or possessive


def _determiner(material: Material, piece: Chunk) -> str:
    if piece.phrase is None or piece.phrase.determiner is None:
        return ""
    return _form(material, piece.phrase.determiner)


def _scope(material: Material, statement: Statement) -> set[str]:
    return {_form(material, token) for token in statement.tokens} & words("scope.txt")


def _form(material: Material, token: int) -> str:
    return material.analysis.form(token).lower()


_CHANGES: tuple[Callable[[Material, Statement, Fields], Iterator[Statement]], ...] = (
    _nicht_mehr,
    _bereits,
    _without_nicht,
    _without_kein,
    _kein,
    _with_nicht,
)
_TAKING_OUT = _CHANGES[:-2]
