"""The pronouns of a sentence that stand for a noun before them, and the genders that noun can have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from learner.exercises.cohesion.candidates import candidates
from learner.exercises.cohesion.personal import noun_behind
from learner.exercises.material import Material
from learner.exercises.noun_phrases import noun_phrases
from learner.language.clauses import clause_of
from learner.lexicon.wordclasses import wordclass, wordmap

_PERSONAL = wordmap("pronouns.antecedent")
_POINTING = {"dieser": "mf", "diese": "fp", "diesen": "mp", "diesem": "mn", "der": "mf", "die": "fp", "den": "m"}
_RELATIVE = wordmap("pronouns.relative-genders")
_VERBS = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun; `wanted` are the genders (`p`: a plural) of what it can stand for, `owned` the noun behind `seine`."""

    token: int
    wanted: str
    kind: str
    owned: int | None = None


def anaphors(material: Material, sentence: int) -> Iterator[Anaphor]:
    """The pronouns that certainly point back, in their order."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    for token in tokens:
        found = _anaphor(material, sentence, tokens, token)
        if found is None or _is_quoted(material, token) or _speaks_to_reader(material, tokens, token):
            continue
        if not _points_forward(material, sentence, tokens, found):
            yield found


def every(material: Material, sentence: int) -> Iterator[Anaphor]:
    """Every pronoun of a sentence that may stand for a noun."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[sentence])
    yield from (one for token in tokens if (one := _anaphor(material, sentence, tokens, token)) is not None)


def _anaphor(material: Material, sentence: int, tokens: range, token: int) -> Anaphor | None:
    form, tag = material.analysis.form(token).lower(), material.analysis.words[token].tag
    if tag == "PPER" and form in _PERSONAL:
        wanted = genders_of_sie(material, sentence, token) if form == "sie" else _PERSONAL[form]
        return Anaphor(token, wanted, "personal")
    if tag == "PPOSAT" and form.startswith(("sein", "ihr")):
        owned = noun_behind(material, token, tokens.stop)
        return None if owned is None else Anaphor(token, "mn" if form.startswith("sein") else "fp", "own", owned)
    if tag in {"PRELS", "PRELAT"} and form in _RELATIVE and _opens_clause(material, sentence, tokens, token):
        governed = material.analysis.words[token - 1].tag == "APPR"
        return Anaphor(token, "f" if governed and form == "der" else _RELATIVE[form], "relative")
    if tag == "PDS" and form in _POINTING:
        return Anaphor(token, _shown_by_verb(material, tokens, token) or _POINTING[form], "demonstrative")
    return None


def _opens_clause(material: Material, sentence: int, tokens: range, token: int) -> bool:
    """Whether a relative pronoun stands behind a comma, a preposition between them, and its verb last."""
    clause = clause_of(material.analysis, sentence, token)
    behind = token - 1 if material.analysis.words[token - 1].tag != "APPR" else token - 2
    closed = clause is not None and clause.kind == "verb-last" and clause.finite is not None and clause.certain
    governed = behind == token - 2
    named = token + 1 in tokens and material.analysis.words[token + 1].tag in {"NE", "NN", "ADJ(A)"}
    own = material.analysis.words[token].tag == "PRELAT"
    return closed and behind in tokens and material.analysis.form(behind) == "," and (own or not (governed and named))


def genders_of_sie(material: Material, sentence: int, token: int) -> str:
    """Of `sie` whether it is one (f) or several (p), where nothing else can be the subject; else both."""
    clause = clause_of(material.analysis, sentence, token)
    if clause is None or clause.finite is None or not clause.certain:
        return "fp"
    number = material.analysis.words[clause.finite].features.get("Number", "")
    for other in clause.tokens:
        tag, form = material.analysis.words[other].tag, material.analysis.form(other).lower()
        if (
            other != token
            and not material.analysis.words[other - 1].tag.startswith("APPR")
            and tag in {"PPER", "PIS", "PDS", "PRELS", "PWS", "NE"}
            and form not in wordclass("pronouns.objects") | wordclass("pronouns.of-amounts") | {"das", "es"}
        ):
            return "fp"
    phrases = [one for one in noun_phrases(material, sentence) if one.head in clause.tokens]
    acting = [one for one in phrases if one.determiner is not None or one.number == "Plur"]  # no bare `Reihe sieben`
    if any("Nom" in one.cases and one.preposition is None and one.number in {number, ""} for one in acting):
        return "fp"
    return {"Plur": "p", "Sing": "f"}.get(number, "fp")


def _shown_by_verb(material: Material, tokens: range, token: int) -> str:
    """`Dieser ist`, `Diese sind`: what a pronoun right before its verb is."""
    if token + 1 not in tokens or material.analysis.words[token + 1].tag not in _VERBS or token != tokens.start:
        return ""
    number = material.analysis.words[token + 1].features.get("Number", "")
    form = material.analysis.form(token).lower()
    return {("dieser", "Sing"): "m", ("diese", "Plur"): "p", ("der", "Sing"): "m", ("die", "Plur"): "p"}.get(
        (form, number), ""
    )


def _is_quoted(material: Material, token: int) -> bool:
    start = material.analysis.article.tokens[token].start
    quotes = (quote for quote in material.analysis.quotes if quote.kind == "direct")
    text = material.analysis.article.text[:start]
    paragraph = text[text.rfind("\n") + 1 :]
    opened = paragraph.count("„") > sum(map(paragraph.count, "“”")) or paragraph.count('"') % 2 == 1
    return opened or any(quote.start <= start < quote.end for quote in quotes)


def _speaks_to_reader(material: Material, tokens: range, token: int) -> bool:
    """`Sie`, `Ihr` with a capital inside a sentence, or at its beginning where the text says so elsewhere."""
    form = material.analysis.form(token)
    if form.lower() == "ihr" and _says_you(material):
        return True
    if not form[0].isupper() or not form.lower().startswith(("sie", "ihr", "ihn")):
        return False
    return token != tokens.start or is_polite(material)


@lru_cache(maxsize=2)
def is_polite(material: Material) -> bool:
    """Whether the text says `Sie` to its reader."""
    first = {one.first for one in material.analysis.article.sentences}
    return any(
        word.tag in {"PPER", "PPOSAT"}
        and material.analysis.form(token)[0] in "SI"
        and token not in first
        and not _is_new(material, token)
        for token, word in enumerate(material.analysis.words)
    )


def _is_new(material: Material, token: int) -> bool:
    """Whether a sentence begins inside another one, behind a colon or a quotation mark."""
    return not material.analysis.form(token - 1)[-1].isalnum() and material.analysis.form(token - 1) != ","


@lru_cache(maxsize=2)
def _says_you(material: Material) -> bool:
    """Whether the text says `ihr` to its readers."""
    return any(
        material.analysis.form(token).lower() in {"euch", "euer", "eure"}
        for token in range(len(material.analysis.words))
    )


def _points_forward(material: Material, sentence: int, tokens: range, found: Anaphor) -> bool:
    """Whether the noun may stand behind: `Bevor er fertig war, …`, `In seinem Bericht …`."""
    clause = clause_of(material.analysis, sentence, found.token)
    if found.kind in {"relative", "demonstrative"} or clause is None:
        return clause is None
    first = clause.start_token == tokens.start
    if found.kind == "personal" and clause.kind == "main":
        return False
    if found.kind == "personal" and not first:
        return False
    end = found.owned if found.owned is not None else found.token
    leads = first and (clause.kind != "main" or (clause.finite is not None and found.token < clause.finite))
    return leads and any(one.token > end and one.fits(found.wanted) for one in candidates(material, sentence))
