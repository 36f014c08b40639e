"""Slips of verbs: two where one must stand, and moods joined that do not go together."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from learner.exercises.extent import sentence_of
from learner.exercises.read_sentence import STOPS, ReadSentence, stretches
from learner.exercises.wordlists import grammar_words
from learner.language.analysis import Word
from learner.language.clauses import clauses
from learner.language.tables import column
from learner.lexicon.lexicon import Lexicon
from learner.lexicon.wordclasses import wordclass

_AUXILIARY = frozenset({"VM(FIN)", "VA(FIN)"})
_UNREAL = frozenset({"haben", "sein", "werden"})
_SUBJECT_LIKE = frozenset({"PIAT", "PIS", "ART", "PPER", "PPOSAT", "NN", "NE"})


def has_two_verbs(one: ReadSentence) -> bool:
    """Two finite verbs, neither a comma nor `und` between them."""
    return any(_are_two_verbs(one, run) for run in stretches(one))


def _are_two_verbs(one: ReadSentence, run: range) -> bool:
    tags = [one.words[place].tag for place in run]
    pairs = (place for place, pair in zip(run, pairwise(tags), strict=False) if pair == ("VV(FIN)", "VV(FIN)"))
    if any(not _is_let(one, place) for place in pairs) or _runs_on(tags):
        return True
    if any(_is_finite(one, place) and tags_of in _AUXILIARY for place, tags_of in zip(run, tags[1:], strict=False)):
        return True  # `solange er das tut können wir …`
    if tags[:1] == ["KOUS"] and any(_follows_infinitive(one, place) for place in run[1:]):
        return True
    finite = [place for place in run if _is_finite(one, place)]
    return any(
        not any(one.words[near].tag in {"KON", "KOKOM"} for near in range(place + 1, other))
        for place, other in pairwise(finite)
    )


def _is_let(one: ReadSentence, place: int) -> bool:
    """`Aber besetzen lassen sich nur Stellen`: the first of two verbs side by side is the infinitive of the second."""
    infinitive = one.forms[place] == one.words[place].lemma
    return infinitive and one.words[place + 1].lemma in grammar_words("with-infinitive.txt")


def lacks_finite(one: ReadSentence) -> bool:
    """`Waren, die kaum teurer sein als in der Stadt`: a relative clause that ends with an infinitive alone."""
    for run in stretches(one):
        behind = [word.tag for word in one.words[run.start :]]
        if run and one.words[run.start].tag == "PRELS" and "sein" in one.forms[run.start : run.stop]:
            return not any(tag.endswith("(FIN)") for tag in behind)
    return False


def _follows_infinitive(one: ReadSentence, place: int) -> bool:
    """`Während die einen Kirchen beliefern verkauft …`: a verb that takes no infinitive, right behind one."""
    before, word = one.words[place - 1], one.words[place]
    takes = word.lemma in grammar_words("with-infinitive.txt") or "PTKZU" in {near.tag for near in one.words[:place]}
    return before.tag == "VV(INF)" and word.tag == "VV(FIN)" and not takes


def _runs_on(tags: Sequence[str]) -> bool:
    """`das gut funktioniert redet kein Mensch`: behind the end of a relative clause a sentence goes on."""
    triples = zip(tags, tags[1:], tags[2:], strict=False)
    ended = any(
        first == "VV(PP)" and second == "VV(FIN)" and third in _SUBJECT_LIKE for first, second, third in triples
    )
    return tags[:1] == ["PRELS"] and ended


def _is_finite(one: ReadSentence, place: int) -> bool:
    """Whether the form can be nothing but a finite verb."""
    form = one.forms[place]
    if not one.words[place].tag.endswith("(FIN)") or (place and form[0].isupper()):
        return False
    return _only_finite(one.material.lexicon, form.lower())


@lru_cache(maxsize=4096)
def _only_finite(lexicon: Lexicon, form: str) -> bool:
    found = lexicon.analyses(form)
    return (
        bool(found)
        and all(pos in {"VERB", "AUX"} and "Fin" in features for _, pos, features in found)
        and not any(one.startswith(("Inf", "Part", "IZu")) for _, _, features in found for one in features.split(";"))
    )


def reports_twice(one: ReadSentence) -> bool:
    """`Laut dem Präsidenten sei der Verzicht richtig`: behind `laut` stands the indicative."""
    finite = next((word for word in one.words if word.tag.endswith("(FIN)")), None)
    return one.forms[0] == "Laut" and finite is not None and _is_told(finite, sub=True)


def mixes_moods(one: ReadSentence) -> bool:
    """`Sein Lehrer saß im Saal und habe ihm geholfen`: `und` joins a verb of report to one that tells."""
    first = next((place for place, word in enumerate(one.words) if _is_told(word, sub=True)), 0)
    joined = first > 0 and one.forms[first - 1] == "und" and not _is_bidden(one, first)  # others have one before them
    return (joined and any(_is_told(before, sub=False) for before in one.words[: first - 1])) or _goes_on_told(one)


def _is_bidden(one: ReadSentence, place: int) -> bool:
    """`Nimm die Brösel und verteile sie`, `Ich danke und werde kommen`, `und sei es nur …`: nothing is reported."""
    forms = [form.lower() for form in one.forms]
    bidding = one.words[place].tag.startswith("VV") and any(
        one.words[run.start].tag.startswith("VV") for run in stretches(one) if run and run.start < place
    )
    return bidding or "ich" in forms or forms[place].startswith("-") or forms[place : place + 2] == ["sei", "es"]


def _goes_on_told(one: ReadSentence) -> bool:
    """`Im Mai habe ihn der Rat gefragt, und Keller zögerte nicht`: of two main clauses only the first is reported."""
    analysis = one.material.analysis
    mains = [clause for clause in clauses(analysis, sentence_of(analysis, one.first)) if clause.kind == "main"]
    finite = [clause.finite for clause in mains if clause.finite is not None]
    if len(finite) != 2 or not all(clause.certain for clause in mains):
        return False
    first, second = (analysis.words[token] for token in finite)
    joined = analysis.form(mains[1].start_token).lower() == "und"
    single = second.features.get("Number") == "Sing"  # `ließen` may be reported as well
    past = _is_told(second, sub=False) and second.features.get("Tense") == "Past" and single
    return joined and past and _is_told(first, sub=True) and second.lemma not in column("reporting.tsv")


def _is_told(word: Word, *, sub: bool) -> bool:
    """Whether it is a finite verb in the present subjunctive or, else, in the indicative."""
    if not word.tag.endswith("(FIN)"):
        return False
    subjunctive = word.features.get("Mood") == "Sub"
    return subjunctive and word.features.get("Tense") == "Pres" if sub else not subjunctive


def breaks_condition(one: ReadSentence) -> bool:
    """`Würden alle Abfälle geladen, ergibt es …`: what follows from an unreal condition is told as a fact."""
    if one.words[0].lemma not in _UNREAL or one.words[0].features.get("Mood") != "Sub":
        return False
    behind = next((place for place in range(1, len(one.forms) - 1) if one.forms[place] == ","), None)
    if behind is None or one.forms[-1].endswith("?") or one.words[0].features.get("Tense") != "Past":
        return False
    told = one.words[behind + 1]
    return _is_told(told, sub=False) and told.features.get("Tense") == "Pres"  # `reichte` may be unreal as well


def ends_without_finite(one: ReadSentence) -> bool:
    """`dass die Fragen anders gewesen sein, meinte er`: a clause with `dass` that ends in an infinitive."""
    for place in (place for place, form in enumerate(one.forms) if form == "dass"):
        end = next((far for far in range(place, len(one.forms)) if one.forms[far] in STOPS), len(one.forms))
        tags = [word.tag for word in one.words[place : end - 1]]
        perfect = one.forms[end - 1] == "sein" and tags[-1:] and tags[-1].endswith("(PP)")
        if perfect and not any(tag.endswith("(FIN)") for tag in tags):
            return True
    return False


def repeats_zu(one: ReadSentence) -> bool:
    """`um sie zu abzufedern`, `ein zu tauchen`: one `zu` too many, or a particle written apart."""
    for place, word in enumerate(one.words[:-1]):
        behind = one.words[place + 1]
        if one.forms[place] == "zu" and behind.tag == "VV(IZU)":
            return True
        parted = place > 0 and word.tag == "PTKZU" and behind.tag == "VV(INF)" and one.words[place - 1].tag == "PTKVZ"
        parted = parted and list(one.forms[place - 2 : place]) != ["außen", "vor"]
        if parted and one.material.lexicon.is_word(one.forms[place - 1] + one.forms[place + 1]):
            return True
    return False


def puts_nachdem_in_preterite(one: ReadSentence) -> bool:
    """`nachdem er eingeteilt wurde`: what was over before has the perfect or the pluperfect."""
    if "nachdem" not in {form.lower() for form in one.forms}:
        return False
    found = clauses(one.material.analysis, sentence_of(one.material.analysis, one.first))
    words = one.material.analysis.words
    return any(
        clause.finite is not None
        and one.material.analysis.form(clause.start_token).lower() == "nachdem"
        and words[clause.finite].lemma not in {"haben", "sein"}
        and words[clause.finite].features.get("Tense") == "Past"
        for clause in found
    )


def parts_particle(one: ReadSentence) -> bool:
    """`wie die Wagen an ihnen vorbei rollen`, `nicht heraus kamen`: particle and verb are one word there."""
    pairs = list(one.pairs())
    return _parts_weiter(one) or any(
        particle in wordclass("verbs.particles-never-apart")
        and word.tag.startswith("VV")
        and one.material.lexicon.is_word(particle + form)
        for (particle, _), (form, word) in pairwise(pairs[1:])
    )


def _parts_weiter(one: ReadSentence) -> bool:
    """`das an einen Nachbarn weiter ging.`; not `was noch weiter ging`, which compares."""
    places = (place for place, form in enumerate(one.forms[:-2]) if form == "weiter" and place)
    return any(
        one.words[place + 1].tag == "VV(FIN)"
        and one.words[place + 1].lemma in wordclass("verbs.joined-with-weiter")
        and one.forms[place + 2] in {".", ","}
        and one.words[place - 1].tag in {"NN", "NE", "PPER", "PRF"}
        for place in places
    )


def leaves_modal_out(one: ReadSentence) -> bool:
    """`Man hätte die Prüfung abschließen.`: a bare infinitive behind `hätte` needs `können` or the like."""
    analysis, lexicon = one.material.analysis, one.material.lexicon
    for clause in clauses(analysis, sentence_of(analysis, one.first)):
        verbs = [token for token in clause.tokens if analysis.words[token].tag.startswith(("V", "PTKZU"))]
        unreal = clause.finite is not None and analysis.form(clause.finite).lower() in {"hätte", "hätten"}
        bare = [analysis.words[token].tag for token in verbs] == ["VA(FIN)", "VV(INF)"]
        if unreal and bare and clause.certain:
            found = lexicon.verb_analyses(analysis.form(verbs[1]).lower())
            return not any(reading.verbform == "Part" for reading in found)
    return False


def joins_two_finite(one: ReadSentence) -> bool:
    """`nachdem sie ihre Untergrenze aufhoben hatte`: before an auxiliary at the end stands a participle."""
    triples = zip(one.words, one.words[1:], one.forms, one.forms[2:], strict=False)
    return any(
        second.tag == "VA(FIN)"
        and second.lemma == "haben"
        and end in STOPS
        and first.tag.startswith("VV")
        and {reading.verbform for reading in one.material.lexicon.verb_analyses(form.lower())} == {"Fin"}
        for first, second, form, end in triples
    )


def mirrors_again(one: ReadSentence) -> bool:
    """`spiegelt sich in den Zahlen wieder`: what is reflected is so `wider`."""
    mirrored = any(word.lemma in {"spiegeln", "wiederspiegeln"} for word in one.words)
    written = any(form.lower().startswith(("wiederspiegel", "wiedergespiegel")) for form in one.forms)
    closed = any(pair[0] == "wieder" and pair[1] in STOPS for pair in pairwise(one.forms))
    return written or (mirrored and closed)


def parts_modals(one: ReadSentence) -> bool:
    """`dass er es nicht durchgehen hätte lassen`: `hätte` stands before both infinitives."""
    triples = zip(one.words, one.words[1:], one.words[2:], strict=False)
    return any(
        first.tag == "VV(INF)" and second.tag == "VA(FIN)" and second.lemma == "haben" and third.tag.endswith("(INF)")
        for first, second, third in triples
    )


def parts_by_colon(one: ReadSentence) -> bool:
    """`Mikroplastik: dienen als Farbpigmente`: a colon between the subject and its verb."""
    return any(
        form == ":" and behind.tag.endswith("(FIN)") and other.islower()
        for form, (other, behind) in zip(one.forms, list(one.pairs())[1:], strict=False)
    ) and not one.forms[-1].endswith("?")


def addresses_wrongly(one: ReadSentence) -> bool:
    """`filter Sie bequem`: the verb right before `Sie` ends in -n."""
    triples = zip(one.forms, list(one.pairs())[1:], one.forms[2:], strict=False)
    return any(
        not sign.isalnum() and word.tag.startswith("VV") and not form.endswith("n") and other == "Sie"
        for sign, (form, word), other in triples
    )
