"""Names: another person, town or country of the article, of which it tells nothing of the kind."""

import re
from collections.abc import Iterator

from learner.exercises import extent
from learner.exercises.cohesion.antecedents import is_somebody
from learner.exercises.edits.edit import Edit, common, happened, is_planned
from learner.exercises.material import Material
from learner.exercises.persons import persons as certain_persons
from learner.exercises.questions.nouns import is_institution
from learner.exercises.statement import Statement
from learner.exercises.usage import is_sensitive
from learner.exercises.wordlists import words
from learner.language.analysis import Name
from learner.language.clauses import clause_of, clauses
from learner.language.tables import column, rows
from learner.lexicon.wordclasses import wordclass

_ROLE = frozenset({"ART", "ADJ(A)", "NN", "NNA", "NNI", "TRUNC"})
_ARTICLES = frozenset({"ART", "APPRART", "PDAT", "PPOSAT", "ADJ(A)"})
_BEFORE_ROLE = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)", "$,", "APPR"})
_ALSO = wordclass("adverbs.likewise")
_AROUND = 6  # paragraphs in which persons belong to one matter: pages end with teasers of other articles
_ENOUGH = 2  # content words in common by which two sentences could tell the same
_OFTEN = 3  # mentions of the place an article is about


def persons(material: Material, statement: Statement) -> Iterator[Edit]:
    """The only person of the statement, with the role in front, gives way to another one of the same sex."""
    everyone = certain_persons(material)
    here = _here(material, statement, "person")
    if len(here) != 1 or here[0][0] not in everyone or done_together(material, statement):
        return
    particle = any(part[0].islower() for part in here[0][0].name.split())  # `wird von Loen ernst`
    if particle or material.analysis.form(here[0][1][0] - 1) in words("families.txt"):
        return
    forms = {material.analysis.form(token).lower() for token in statement.tokens}
    if any(is_sensitive(material.analysis.words[token].lemma) for token in statement.tokens):
        return  # of whom the page quotes nobody says that he died
    described = any(re.search(r"-\d|-jährig", form) for form in forms)  # `der Weltranglisten-20.` may be the other one
    if described or "selbst" in forms or _has_initials(material):  # `B. selbst`: whoever that is
        return
    if not (
        _speaks(material, statement, here[0][0]) or happened(material, statement) or is_planned(material, statement)
    ):
        return  # `Keller gibt sich skeptisch`, `Keller steht am Regal`: of others it may be as true
    if any(material.analysis.words[one].tag == "PPER" and one not in statement.instead for one in statement.tokens):
        return  # `Keller hat versprochen, ihm zu helfen`: it may be the other one
    name, tokens = here[0]
    alike = [one for one in everyone if _plays_alike(material, name, one)]
    others = [one for one in alike if one.gender == name.gender != "" and one != name]
    other = next((one for one in others if not does_alike(material, statement, one)), None)
    changed = other and _exchanged(material, statement, name, tokens, other.name)
    if other and changed:
        yield Edit(changed, "speaker" if _speaks(material, statement, name) else "name", other.name, name.name)


def _has_initials(material: Material) -> bool:
    """Whether somebody is called `Werner B.` or `B.`, who could be another one too."""
    people = (name.name for name in material.analysis.names if name.kind == "person")
    return any(re.search(r"\b[A-ZÄÖÜ]\.$", name) for name in people)


def done_together(material: Material, statement: Statement) -> bool:
    """Whether others may have done the same beside the one that is named (`stimmte dafür`, `Auch Keller kam`)."""
    article = material.analysis.article
    sentence = {material.analysis.form(one).lower() for one in article.tokens_of(article.sentences[statement.sentence])}
    joint = any(material.analysis.words[token].lemma in words("joint_verbs.txt") for token in statement.tokens)
    return joint or not _ALSO.isdisjoint(sentence)


def _plays_alike(material: Material, name: Name, other: Name) -> bool:
    """Whether both speak in the article, or none does: a name only mentioned is no answer to what a speaker does."""
    speakers = {quote.speaker for quote in material.analysis.quotes}
    paragraphs = [
        {
            material.analysis.article.sentences[number].paragraph
            for mention in one.mentions
            for number in extent.sentences(material.analysis, mention.start, mention.end)
        }
        for one in (name, other)
    ]
    apart = min(abs(mine - theirs) for mine in paragraphs[0] for theirs in paragraphs[1])
    return (name.name in speakers) == (other.name in speakers) and apart <= _AROUND


def places(material: Material, statement: Statement) -> Iterator[Edit]:
    """The only place, a town or country named without an article, gives way to another one of its kind."""
    here = _here(material, statement, "place")
    kinds = {row[0]: row[1] for row in rows("places.tsv")}
    if len(here) != 1 or not _is_bare(material, here[0][0]) or len(here[0][1]) != 1:
        return
    name, (token,) = here[0]
    known = material.analysis.form(token) == name.name and kinds.get(name.name) in {"c", "t"}
    if not known or _is_setting(material, name):  # nobody who has read the article doubts where it plays
        return
    if not _stands_alone(material, statement, token) or not happened(material, statement):
        return
    if sum(form.startswith(name.name[:5].lower()) for form in _forms(material, statement)) > 1:
        return  # `In Taiwan hat die Deutsche Telekom …`: the statement tells that it was elsewhere
    clause = clause_of(material.analysis, statement.sentence, token)
    if clause is None or clause.kind != "main":  # `als in Rom noch Könige regierten`: no news
        return
    for other in material.analysis.names:
        same = other.kind == "place" and other != name and kinds.get(other.name) == kinds[name.name]
        if (
            same
            and _is_bare(material, other)
            and not _is_hinted(material, statement, other)
            and not does_alike(material, statement, other)
            and not _is_setting(material, other)
        ):
            yield Edit(statement.writing({token: other.name}), "name", other.name, name.name)
            return


def _stands_alone(material: Material, statement: Statement, token: int) -> bool:
    """A place behind `in`, `nach`, `aus` or as subject, no part of a longer name (`VfB Stuttgart`)."""
    place = statement.tokens.index(token)
    before = statement.tokens[place - 1] if place else None
    after = material.analysis.words[statement.tokens[place + 1]].tag
    if after in {"NE", "NNI", "FM", "CARD", "TRUNC", "NN", "ADJ(A)", "KON"}:
        return False
    if before is None or material.analysis.form(before).lower() not in {"in", "nach", "aus"}:
        return before is None
    return material.analysis.words[before - 1].tag != "NN" if before else True  # `die Regierung in Ankara`


def _is_setting(material: Material, other: Name) -> bool:
    """Whether the article plays there: nobody leaves it to go there."""
    counts = [len(name.mentions) for name in material.analysis.names if name.kind == "place"]
    return len(other.mentions) >= _OFTEN and len(other.mentions) == max(counts)


def _forms(material: Material, statement: Statement) -> list[str]:
    return [material.analysis.form(token).lower() for token in statement.tokens]


def _is_hinted(material: Material, statement: Statement, other: Name) -> bool:
    """Whether a word of the statement begins like the other name (`Brasilianer`, `Brasilien`)."""
    return any(form.startswith(other.name[:5].lower()) for form in _forms(material, statement))


def _here(material: Material, statement: Statement, kind: str) -> list[tuple[Name, tuple[int, ...]]]:
    """The names of a kind in the statement with the tokens of each mention; also where a name stands for a pronoun."""
    sentence = material.analysis.article.sentences[statement.sentence]
    found = [
        (name, tuple(extent.tokens(material.analysis, mention.start, mention.end)))
        for name in material.analysis.names
        if name.kind == kind
        for mention in name.mentions
        if sentence.start <= mention.start < sentence.end
    ]
    written = {text: token for token, text in statement.instead.items()}
    found += [(name, (written[name.name],)) for name in material.analysis.names if name.name in written]
    return [(name, tokens) for name, tokens in found if set(tokens) <= set(statement.tokens)]


def _exchanged(
    material: Material, statement: Statement, name: Name, tokens: tuple[int, ...], instead: str
) -> Statement | None:
    """The other name in place of this one and of the role before it; None where more hangs on the name."""
    first, last = statement.tokens.index(tokens[0]), statement.tokens.index(tokens[-1])
    written = " ".join(statement.instead.get(token) or material.analysis.form(token) for token in tokens)
    if not name.name.endswith(written) or _goes_on(material, statement, statement.tokens[last + 1]):
        return None
    beside = [material.analysis.form(token) for token in (tokens[0] - 1, tokens[-1] + 1) if token >= 0]
    if "&" in beside or (first and material.analysis.words[statement.tokens[first - 1]].tag in {"NE", "FM", "CARD"}):
        return None  # `Lohmeyer & Stauch` is a firm
    start = first
    while start > 0 and material.analysis.words[statement.tokens[start - 1]].tag in _ROLE:
        start -= 1
    if start and start != first and material.analysis.words[statement.tokens[start - 1]].tag not in _BEFORE_ROLE:
        return None
    if any(_is_firm(material, token) for token in statement.tokens[start:first]):
        return None  # `bei der Großbäckerei Havermann`
    if start != first and _has_verb_for_several(material, statement):  # `hielten Betrüger Ada Hartwig hin`
        return None
    return statement.writing({tokens[0]: instead}).without([*statement.tokens[start:first], *tokens[1:]])


def _is_firm(material: Material, token: int) -> bool:
    """Whether a noun before a name is no person's role."""
    word = material.analysis.words[token]
    return word.tag == "NN" and (not is_somebody(material, word.lemma) or is_institution(word.lemma))


def _has_verb_for_several(material: Material, statement: Statement) -> bool:
    """Whether a finite verb is in the plural: what stands before the name may be its subject."""
    features = (material.analysis.words[token].features for token in statement.tokens)
    return any(one.get("VerbForm") == "Fin" and one.get("Number") == "Plur" for one in features)


def _goes_on(material: Material, statement: Statement, after: int) -> bool:
    """Whether an apposition or relative clause about the person follows, or another name."""
    word = material.analysis.words[after]
    behind = material.analysis.form(after).lower()
    if word.tag in {"KON", "NE", "NN", "APPR", "APPRART"} and behind in wordclass("conjunctions.behind-names"):
        return True
    if word.tag != "$,":
        return word.tag in {"NE", "NN", "CARD", "NNI"}
    starts = {clause.start_token: clause.kind for clause in clauses(material.analysis, statement.sentence)}
    kind = starts.get(after + 1)
    return kind is None or material.analysis.words[after + 1].tag in {"PRELS", "PRELAT"}


def _is_bare(material: Material, name: Name) -> bool:
    """Whether the name takes no article anywhere (`Genf`, not `die Schweiz`)."""
    first = (extent.tokens(material.analysis, mention.start, mention.end)[0] for mention in name.mentions)
    return not any(token and material.analysis.words[token - 1].tag in _ARTICLES for token in first)


def _speaks(material: Material, statement: Statement, name: Name) -> bool:
    """Whether a verb of the statement leads to words of the person; `nimmt es gelassen` beside them does not."""
    sentence = material.analysis.article.sentences[statement.sentence]
    says = any(
        material.analysis.words[token].lemma in column("reporting.tsv")
        and material.analysis.words[token].tag != "VV(PP)"
        for token in statement.tokens
    )
    return says and any(
        quote.speaker == name.name and quote.cue and sentence.start <= quote.cue.start < sentence.end
        for quote in material.analysis.quotes
    )


def does_alike(material: Material, statement: Statement, other: Name) -> bool:
    """Whether a sentence that names the other, or gives his words, shares enough with the statement to say the same."""
    article = material.analysis.article
    spans = [(mention.start, mention.end) for mention in other.mentions]
    spans += [(quote.start, quote.end) for quote in material.analysis.quotes if quote.speaker == other.name]
    about = {number for start, end in spans for number in extent.sentences(material.analysis, start, end)}
    if statement.sentence in about:
        return True
    following = {number + 1 for number in about if number + 1 < len(article.sentences)}
    return any(common(material, statement, number) >= _ENOUGH for number in about | following)
