"""Who speaks in an article and can be asked for: persons, bodies and persons without a name; whether they surely do."""

import re

from learner.exercises import extent
from learner.exercises.bodies import bodies, speaks_as_body
from learner.exercises.material import Material
from learner.exercises.persons import persons, speaks
from learner.exercises.unnamed import speaks_unnamed, unnamed, with_article
from learner.language import gazetteer
from learner.language.analysis import Name, Quote
from learner.text.article import Span

_ARTICLES = {"m": ("der", "vom"), "f": ("die", "von der"), "n": ("das", "vom"), "pl": ("die", "von den")}


def speakers(material: Material) -> tuple[Name, ...]:
    """Everybody who can be an answer to who said something, those with a name of their own first."""
    return (*persons(material), *bodies(material), *unnamed(material))


def cited(material: Material, name: str, *, behind_von: bool = False) -> str:
    """The name as an answer: of a body that a common noun names with its article (`die Polizei`, `von der Polizei`)."""
    nameless = next((one for one in unnamed(material) if one.name == name), None)
    if nameless is not None:
        return with_article(nameless)[behind_von]
    lexeme = material.lexicon.lookup(name, "NOUN") if any(one.name == name for one in bodies(material)) else None
    if lexeme is None or lexeme.lemma != name or lexeme.noun is None or len(lexeme.noun.genders) != 1:
        return f"von {name}" if behind_von else name
    nominative, dative = _ARTICLES[lexeme.noun.genders[0]]
    return f"{dative} {name}" if behind_von else f"{nominative} {name}"


def _is_labelled(material: Material, quote: Quote) -> bool:
    """Whether the paragraph begins with the speaker, an office perhaps, and a colon: `Ada Hartwig, Leiterin: „…“`."""
    if quote.kind != "direct" or quote.speaker is None or quote.cue is None:
        return False
    article = material.analysis.article
    sentence = article.sentences[extent.sentences(material.analysis, quote.start, quote.end)[0]]
    start = article.paragraphs[sentence.paragraph].start
    label = rf"(?:[\w-]+ ){{0,3}}{re.escape(quote.speaker)}(?:, [^:.!?]{{3,90}})?:\s*[„»«“\"]"
    return re.fullmatch(label, article.text[start : quote.start]) is not None


def _is_reported(material: Material, quote: Quote) -> bool:
    """`Lührs habe ihr versichert, der Betrieb sei sicher`: that he said so only somebody else says."""
    cue = extent.tokens(material.analysis, quote.cue.start, quote.cue.end) if quote.cue else range(0)
    told = (material.analysis.words[token].features for token in cue)
    return any(one.get("Mood") == "Sub" and one.get("Tense") == "Pres" for one in told)


def _may_be_another(material: Material, quote: Quote) -> bool:
    """`Während Wiesmüller zufrieden ist, will Brandl reden. Man müsse entscheiden.`: whose words the second are."""
    if quote.kind == "direct" or quote.cue is None:
        return False
    article = material.analysis.article
    own, told = (extent.sentences(material.analysis, one.start, one.end)[0] for one in (quote, quote.cue))
    if told >= own:
        return False
    bounds = article.sentences[told]
    return any(
        name.kind == "person" and name.name != quote.speaker and _acts(material, mention)
        for name in material.analysis.names
        for mention in name.mentions
        if quote.cue.end <= mention.start < bounds.end
    )


def _reads_out(material: Material, quote: Quote) -> bool:
    """`Er habe einen Brief erhalten, erzählte Behm: Die Quote werde sinken`: the words are those of the letter."""
    article = material.analysis.article
    number = extent.sentences(material.analysis, quote.start, quote.end)[0]
    told = range(article.sentences[number].first, extent.tokens(material.analysis, quote.start, quote.end).start)
    forms = [material.analysis.form(token) for token in told]
    if quote.kind == "direct" or forms[-1:] != [":"]:
        return False
    reported = any(material.analysis.words[token].features.get("Mood") == "Sub" for token in told)
    return reported and any(gazetteer.is_document(material.analysis.words[token].lemma) for token in told)


def _acts(material: Material, mention: Span) -> bool:
    """Whether a finite verb stands right before or behind the name (`will Brandl`)."""
    tokens = extent.tokens(material.analysis, mention.start, mention.end)
    around = (tokens[0] - 1, tokens[-1] + 1)
    return any(
        material.analysis.words[one].tag.endswith("(FIN)") for one in around if 0 <= one < len(material.analysis.words)
    )


def is_certain(material: Material, quote: Quote) -> bool:
    """Whether a person or body named in the cue says it, as the article itself tells."""
    if _is_reported(material, quote) or _may_be_another(material, quote) or _reads_out(material, quote):
        return False
    if speaks(material, quote) or _is_labelled(material, quote) or speaks_unnamed(material, quote):
        return True
    return any(speaks_as_body(material, name, quote) for name in bodies(material))
