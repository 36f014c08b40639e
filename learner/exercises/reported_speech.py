"""reported-speech: the subjunctive of a reported sentence typed; or the direct sentence that is meant, chosen."""

from collections.abc import Iterator
from itertools import pairwise

from learner.exercises import extent
from learner.exercises.blanks import cased, standing, stands_before, with_gaps
from learner.exercises.dangling import dangles
from learner.exercises.item import Choice, Feedback, Gap, Item, Option
from learner.exercises.leaning import lead
from learner.exercises.material import Material, fingerprint
from learner.exercises.passage import Cut, safe
from learner.exercises.statement import Statement
from learner.exercises.subjunctives import spelt_otherwise, unreal_forms
from learner.exercises.usage import has_loose_particle
from learner.exercises.wordlists import grammar_table, grammar_words
from learner.language.analysis import Quote
from learner.language.clauses import Clause, clauses
from learner.language.finite import readings
from learner.language.tables import column
from learner.language.wordbook import wordbook
from learner.lexicon.wordclasses import wordclass

EXERCISE = "reported-speech"
_FEELING = wordclass("verbs.of-feeling-about-facts")
_POINTING = wordclass("pronouns.of-one-or-several")


def generate(material: Material) -> tuple[Item, ...]:
    """Both kinds of items for every reported clause in Konjunktiv I whose speaker is named; none for beginners."""
    if material.level in {"A1", "A2"}:
        return ()
    found = [(number, clause) for number in standing(material) for clause in _reported(material, number)]
    typed = (_typed(material, number, clause) for number, clause in found)
    chosen = (_chosen(material, number, clause) for number, clause in found)
    items = [item for item in (*typed, *chosen) if item is not None]
    once = {
        (item.stem, item.passage.partition("[[")[2].partition("]]")[0] if isinstance(item, Gap) else item.id): item
        for item in reversed(items)
    }
    return tuple(reversed(once.values()))


def _reported(material: Material, number: int) -> Iterator[Clause]:
    """The clauses in Konjunktiv I, third person, that the indicative would spell otherwise, inside reported speech."""
    for clause in clauses(material.analysis, number):
        quote = _quote(material, clause.finite) if clause.finite is not None and clause.certain else None
        if clause.finite is None or quote is None or _is_told_plainly(material, number, quote):
            continue
        if _is_behind_colon(material, number, quote) or _is_led_far(material, number, quote):
            continue
        if has_loose_particle(material, extent.sentence_of(material.analysis, clause.finite)):
            continue
        if material.analysis.form(clause.finite - 1).lower() == "als":  # `als sei nichts geschehen`, whoever speaks
            continue
        if clause.kind == "verb-first" or _is_set_phrase(material, clause) or _is_of_amount(material, clause):
            continue
        word = material.analysis.words[clause.finite]
        form = material.analysis.form(clause.finite).lower()
        subjunctive = word.features.get("Mood") == "Sub" and word.features.get("Tense") == "Pres"
        moods = {one.mood for one in readings(form, word.lemma) if one.person == "3"}
        if subjunctive and word.features.get("Person") == "3" and moods == {"Sub"}:
            yield clause


def _is_set_phrase(material: Material, clause: Clause) -> bool:
    """`sei dahingestellt`, `es sei denn`: in the subjunctive whoever speaks."""
    forms = {material.analysis.form(token).lower() for token in clause.tokens}
    return "dahingestellt" in forms or {"sei", "denn"} <= forms


def _is_of_amount(material: Material, clause: Clause) -> bool:
    """`die Hälfte der Posten solle …`, `die Sorge sei A und B`: the verb may stand in the plural too."""
    words = [material.analysis.words[token] for token in clause.tokens]
    amounts = grammar_words("amounts.txt")
    return _has_two_subjects(material, clause) or any(
        word.lemma in amounts and behind.tag == "ART" for word, behind in pairwise(words)
    )


def _has_two_subjects(material: Material, clause: Clause) -> bool:
    """`die Sorge sei die Lage und der Zins`: of `sein` either can be the subject, and two are several."""
    if clause.finite is None or material.analysis.words[clause.finite].lemma != "sein":
        return False
    tags = [material.analysis.words[token].tag for token in clause.tokens]
    joined = (tags[place + 1 : place + 4] for place, tag in enumerate(tags) if tag == "KON")
    single = material.analysis.words[clause.finite].features.get("Number") == "Sing"
    return single and any("NN" in behind or "NE" in behind for behind in joined)


def _quote(material: Material, token: int) -> Quote | None:
    """The reported speech around a token, where the article names its speaker."""
    start = material.analysis.article.tokens[token].start
    for quote in material.analysis.quotes:
        if quote.kind == "indirect" and quote.start <= start < quote.end and quote.cue:
            return None if _is_wished(material, token) else quote
    return None


def _is_told_plainly(material: Material, number: int, quote: Quote) -> bool:
    """`Wenn das komisch klinge, der Plan ist falsch, sagt er`: a main clause of the report is in the indicative."""
    cue = quote.cue
    mains = (one.finite for one in clauses(material.analysis, number) if one.kind == "main" and one.finite is not None)
    starts = ((token, material.analysis.article.tokens[token].start) for token in mains)
    inside = (
        token
        for token, start in starts
        if quote.start <= start < quote.end and (cue is None or not cue.start <= start < cue.end)
    )
    return any(material.analysis.words[token].features.get("Mood") == "Ind" for token in inside)


def _is_behind_colon(material: Material, number: int, quote: Quote) -> bool:
    """`Sie wirft weniger weg: Der Anteil sei gesunken`: what is told before the colon leads to no report."""
    sentence = material.analysis.article.sentences[number]
    led = quote.cue is not None and sentence.start <= quote.cue.start < sentence.end
    return not led and ":" in material.analysis.article.text[sentence.start : quote.start]


def _is_led_far(material: Material, number: int, quote: Quote) -> bool:
    """Whether `laut Keller` leads to the report, behind which the indicative is as good, or no verb, far before it."""
    if quote.cue is None:
        return False
    cue = [material.analysis.words[one].tag for one in extent.tokens(material.analysis, quote.cue.start, quote.cue.end)]
    spoken = any(tag.startswith("V") for tag in cue)
    far = quote.cue.start < material.analysis.article.sentences[number].start
    return not spoken and (far or any(tag.startswith("APP") for tag in cue))


def _is_wished(material: Material, token: int) -> bool:
    """`legt Wert darauf, dass …`: what is wished for may stand in the indicative as well."""
    sentence = material.analysis.article.sentences[extent.sentence_of(material.analysis, token)]
    before = {material.analysis.words[one].lemma for one in range(sentence.first, token)}
    if "dass" in before and before & _FEELING:
        return True  # `ärgert sich darüber, dass …`: what one feels about is so
    return bool(before & {"Wert", "darauf", "dafür"}) and "dass" in before and not before & column("reporting.tsv")


def _forms(lemma: str, number: str) -> tuple[str, ...]:
    """Indicative present and past, Konjunktiv II of an auxiliary; empty for other verbs."""
    return next((row[2:] for row in grammar_table("moods.tsv") if row[0] == lemma and row[1] == number), ())


def _full_forms(material: Material, clause: Clause) -> tuple[str, ...]:
    """The same forms of a full verb in the singular (`gibt`, `gab`, `gäbe`); empty where the table lacks one."""
    assert clause.finite is not None
    word, form = material.analysis.words[clause.finite], material.analysis.form(clause.finite)
    first = any(material.analysis.form(token) in {"ich", "Ich"} for token in clause.tokens)
    behind = material.analysis.words[clause.finite + 1 : clause.finite + 2]
    if first or any(one.tag == "PTKZU" for one in behind):  # `zurate zu ziehen`
        return ()
    lexeme = wordbook(material.lexicon).lookup(word.lemma, "VERB")
    apart = any(material.analysis.words[token].head == clause.finite for token in clause.tokens)
    if lexeme is None or lexeme.verb is None or word.features.get("Number") != "Sing":
        return ()
    verb = lexeme.verb
    joined = verb.particle if verb.particle and not apart else ""
    if joined and not form.startswith(joined):
        return ()
    present, past = (joined + part.split()[0] for part in (verb.third, verb.preterite))
    unreal = unreal_forms(material.lexicon, past, word.lemma)
    return (present, past, *unreal) if unreal else ()


def _typed(material: Material, number: int, clause: Clause) -> Gap | None:
    assert clause.finite is not None
    word, form = material.analysis.words[clause.finite], material.analysis.form(clause.finite)
    forms = _forms(word.lemma, word.features.get("Number", "")) or _full_forms(material, clause)
    if not forms:
        return None
    open_ = _joins_subjects(material, clause) or _points_back(material, clause) or _is_one_or_several(material, clause)
    if open_ or extent.stands_again(material.analysis, number, form) or stands_before(material, number, form):
        return None
    span = material.analysis.article.tokens[clause.finite]
    others = (*forms[2:], *spelt_otherwise(word.lemma, form))
    evidence = material.analysis.sentence_text(number)
    return Gap(
        id=f"{EXERCISE}-{fingerprint(evidence, form)}",
        exercise=EXERCISE,
        skill="grammar",
        level=max(material.level, "B1"),
        stem=f"Indirekte Rede: Ergänze „{word.lemma}“ im {_wanted(material, clause)}.",
        evidence=(evidence,),
        passage=with_gaps(material, number, [Cut(span.start, span.end, tuple(cased(one, form) for one in others))]),
        hints=(word.lemma,),
        feedback=Feedback(f"{EXERCISE}.typed", {"key": form, "other": forms[2], "indicative": forms[0]}),
    )


def _wanted(material: Material, clause: Clause) -> str:
    """The mood; of a full verb in one word, since `würde helfen` and `geschehen sei` would fill the gap as well."""
    assert clause.finite is not None
    full = material.analysis.words[clause.finite].tag.startswith("VV")
    return "Konjunktiv (ein Wort)" if full else "Konjunktiv"


def _points_back(material: Material, clause: Clause) -> bool:
    """`Selbige seien gegangen`, `Gekündigt habe sie nicht`: one or several, the sentence before says."""
    subject = next((token for token in clause.tokens if material.analysis.words[token].tag != "KON"), clause.tokens[0])
    if material.analysis.form(subject).lower() in _POINTING:
        return True
    number = extent.sentence_of(material.analysis, subject)
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[number])
    named = any(material.analysis.words[token].tag == "NE" for token in tokens)  # `…, sagte Ada Keller`: she herself
    they = (token for token in clause.tokens if material.analysis.form(token) in {"sie", "Sie"})
    return not (named or lead(material, number)) and any(dangles(material, tokens, token) for token in they)


def _is_one_or_several(material: Material, clause: Clause) -> bool:
    """`Zweifel seien unangebracht`: a noun without article that is the same in the singular and the plural."""
    opening = [material.analysis.words[token].tag for token in clause.tokens[:2]]
    if opening[0] != "NN" or opening[1:] == ["ART"]:
        return False
    found = wordbook(material.lexicon).noun_readings(material.analysis.form(clause.tokens[0]))
    return {one.number for one in found if one.case == "Nom"} == {"Sing", "Plur"}


def _joins_subjects(material: Material, clause: Clause) -> bool:
    """Whether `und` may join two singular subjects behind a plural verb, which could agree with the first alone."""
    assert clause.finite is not None
    words = material.analysis.words
    behind = [token for token in clause.tokens if token > clause.finite]
    joined = any(words[token].tag == "KON" for token in behind)
    first = next((token for token in behind if words[token].pos in {"NOUN", "PROPN"}), None)
    single = first is not None and words[first].features.get("Number") != "Plur"
    ahead = any(words[token].features.get("Number") == "Plur" for token in clause.tokens if token < clause.finite)
    return joined and single and not ahead and words[clause.finite].features.get("Number") == "Plur"


def _chosen(material: Material, number: int, clause: Clause) -> Choice | None:
    """Which sentence was said? Only for a whole main clause without a pronoun for the speaker."""
    assert clause.finite is not None
    word = material.analysis.words[clause.finite]
    forms = _forms(word.lemma, word.features.get("Number", ""))
    quote = _quote(material, clause.finite)
    if not forms or quote is None or clause.kind != "main" or not _is_alone(material, number, clause):
        return None
    if _is_impression(material, number) or _is_unreal(material, clause):
        return None
    statement = Statement(number, clause.tokens)
    plain = [statement.writing({clause.finite: form}).text(material.analysis) for form in forms]
    evidence = material.analysis.sentence_text(number)
    if not _is_present(material, clause) or not safe(evidence) or len(set(plain)) < len(plain):  # `wollte` twice
        return None
    values = {"key": f"{plain[0]}.", "form": material.analysis.form(clause.finite), "indicative": forms[0]}
    reasons = ("right", "past", "unreal")
    return Choice(
        id=f"{EXERCISE}-direct-{fingerprint(evidence, plain[0])}",
        exercise=EXERCISE,
        skill="grammar",
        level=material.level,
        stem="Wie lautet der Satz in direkter Rede?",
        context=(lead(material, number) or "") + evidence,
        evidence=(evidence,),
        options=tuple(
            Option(f"„{text}.“", reason == "right", Feedback(f"{EXERCISE}.{reason}", {**values, "said": f"{text}."}))
            for text, reason in zip(plain, reasons, strict=True)
        ),
    )


def _is_impression(material: Material, number: int) -> bool:
    """`trat dem Eindruck entgegen, die Stadt sei schutzlos`: nobody has said so."""
    tokens = material.analysis.article.tokens_of(material.analysis.article.sentences[number])
    return any(material.analysis.words[token].lemma in wordclass("nouns.of-impressions") for token in tokens)


def _is_unreal(material: Material, clause: Clause) -> bool:
    """`Ohne die Maschine könne der Betrieb nicht zahlen`: who says so may say `könnte` himself."""
    return any(material.analysis.form(token).lower() == "ohne" for token in clause.tokens)


def _is_alone(material: Material, number: int, clause: Clause) -> bool:
    """A clause in one piece, no other one depending on it, without pronouns that direct speech would change."""
    found = clauses(material.analysis, number)
    tags = {material.analysis.words[token].tag for token in clause.tokens}
    last = clause.tokens[-1] - clause.tokens[0] + 1 == len(clause.tokens)
    depends = any(other.parent is not None and found[other.parent] == clause for other in found)
    ahead = clause.vorfeld is not None and clause.vorfeld.start in clause.tokens
    words = material.analysis.words
    told = [one for one in found if one.finite is not None and words[one.finite].features.get("Mood") == "Sub"]
    if len(told) > 1:  # `Einen Groll hege sie nicht, dafür sei …`: half of it would be no answer
        return False
    return last and ahead and not depends and not tags & {"PPER", "PPOSAT", "PRF", "KON"} and len(clause.tokens) >= 5


def _is_present(material: Material, clause: Clause) -> bool:
    """No perfect (`habe gesagt`, `habe wählen müssen`), of which any past can be the direct form; no future."""
    assert clause.finite is not None
    tags = [
        material.analysis.words[token].tag
        for token in clause.tokens
        if material.analysis.words[token - 1].tag != "KOKOM"
    ]
    lemma = material.analysis.words[clause.finite].lemma
    perfect = any(tag.endswith("(PP)") for tag in tags) or (lemma == "haben" and "VM(INF)" in tags)
    return lemma != "werden" and not perfect
