"""A statement said with another word: a true one that is more than a copy of its sentence."""

from learner.exercises import extent
from learner.exercises.material import Material
from learner.exercises.persons import persons
from learner.exercises.statement import Statement
from learner.exercises.wordlists import table


def paraphrased(material: Material, statement: Statement) -> Statement | None:
    """The statement with one word or name said otherwise; None where the table has none of its words."""
    return _with_full_name(material, statement) or _with_other_word(material, statement)


def _with_other_word(material: Material, statement: Statement) -> Statement | None:
    forms = [material.analysis.form(token) for token in statement.tokens]
    if material.analysis.words[statement.tokens[0]].pos not in {"NOUN", "PROPN"}:
        forms[0] = forms[0].lower()
    for phrase, instead in table("paraphrases.tsv"):
        parts = phrase.split()
        places = [place for place in range(len(forms)) if forms[place : place + len(parts)] == parts]
        if len(places) == 1 and _is_free(material, statement, places[0], len(parts), instead):
            tokens = statement.tokens[places[0] : places[0] + len(parts)]
            return statement.writing({tokens[0]: instead}).without(tokens[1:])
    return None


def _is_free(material: Material, statement: Statement, place: int, count: int, instead: str) -> bool:
    """Whether the words stand together in the article, in no name and not written otherwise yet."""
    tokens = statement.tokens[place : place + count]
    together = tokens[-1] - tokens[0] == count - 1
    named = extent.in_name(material.analysis, tokens[0])
    after = material.analysis.words[tokens[-1] + 1].tag if tokens[-1] + 1 < len(material.analysis.words) else ""
    counts = instead != "über" or after == "CARD"
    return together and not named and counts and not set(tokens) & set(statement.instead)


def _with_full_name(material: Material, statement: Statement) -> Statement | None:
    """`Keller` as `Sabine Keller`, where the last name stands alone."""
    for name in persons(material):
        parts = name.name.split()
        if len(parts) < 2 or not name.gender:
            continue
        places = [token for token in statement.tokens if material.analysis.form(token) == parts[-1]]
        mentioned = [token for token in places if _is_whole_mention(material, token)]
        if len(places) == 1 and mentioned and places[0] not in statement.instead:
            return statement.writing({places[0]: name.name})
    return None


def _is_whole_mention(material: Material, token: int) -> bool:
    """Whether the last name stands without first name, title or role."""
    span = material.analysis.article.tokens[token]
    alone = any(
        (mention.start, mention.end) == (span.start, span.end)
        for name in material.analysis.names
        for mention in name.mentions
    )
    before = material.analysis.words[token - 1].tag if token else "$."
    after = material.analysis.words[token + 1].tag if token + 1 < len(material.analysis.words) else "$."
    owner = material.analysis.form(token).endswith("s") and after in {"NN", "NNA", "ADJ(A)"}  # `Kranz Partei`
    return alone and not owner and before not in {"NE", "NN", "NNA", "FM", "ADJ(A)", "ART"}
