"""Which sentences without a cue are somebody's words: in Konjunktiv I, or in a form that only stands in for it."""

import re
from collections.abc import Mapping, Sequence

from learner.language.analysis import Quote
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.scene import Scene
from learner.language.segments import FINITE
from learner.lexicon.wordclasses import wordclass

UNCHANGED = re.compile(r"(?:ie|i|e)[^aeiouäöü]+en$")  # strong pasts without a vowel that would take an umlaut
_LOOK_PRESENT = frozenset({"führen", "trügen"})  # of fahren and tragen
_OPENERS = 2  # words among which a conjunction opens a clause (`auch wenn`)
_ARGUING = wordclass("adverbs.arguing")
_ADDING = wordclass("adverbs.adding")
_HUNG_ON = wordclass("conjunctions.hung-on")


def leads_to_report(scene: Scene, sentence: int) -> bool:
    """`Andere hätten abgeraten. Man sei dann gegangen`: a form that may be reported before one that surely is."""
    behind = sentence + 1
    follows = behind < len(scene.draft.sentences) and scene.paragraph(behind) == scene.paragraph(sentence)
    return follows and sentence_mood(scene, behind) == "sure" and not is_unreal(scene, sentence)


def sentence_mood(scene: Scene, sentence: int) -> str:
    """`sure` where a main clause is in Konjunktiv I, `likely` where its form only stands in for it, else empty."""
    clauses = [clause for clause in scene.draft.clauses[sentence] if clause.kind == "main" and clause.finite]
    if not clauses and _has_only_condition(scene, sentence):
        return "sure"
    clauses = [one for one in clauses if not _is_led(scene, sentence, one)]
    if not clauses or any(clause.finite in scene.quoted for clause in clauses):
        return ""
    if any(cue.sentence == sentence and not _is_told(scene, cue, clauses) for cue in scene.cues):
        return ""
    moods = [clause_mood(scene, clause) for clause in clauses]
    if "sure" in moods:
        return "sure" if moods[0] or _may_be_subjunctive(scene, clauses[0]) else ""
    return "" if _is_condition(scene, sentence) else moods[0]


def _is_led(scene: Scene, sentence: int, clause: Clause) -> bool:
    """Whether a clause stands in the quotation that ends `Eines sei sicher: „…“`."""
    led = leading_colon(scene, sentence)
    return led is not None and clause.finite is not None and clause.finite > led


def leading_colon(scene: Scene, sentence: int) -> int | None:
    """The colon before a quotation that goes to the end of the sentence, with words of the article before it."""
    tokens = scene.draft.sentences[sentence]
    colon = next((token for token in tokens if scene.draft.forms[token] == ":" and token not in scene.quoted), None)
    if colon is None:
        return None
    words = scene.words_of(sentence)
    behind = [token for token in words if token > colon]
    before = [token for token in words if token < colon]
    quoted = bool(behind) and all(token in scene.quoted for token in behind)
    return colon if quoted and before and not any(token in scene.quoted for token in before) else None


def _has_only_condition(scene: Scene, sentence: int) -> bool:
    """`Vielleicht im Herbst, wenn das Laub weg sei`: no main verb, and the other one in Konjunktiv I."""
    clauses = [one for one in scene.draft.clauses[sentence] if one.finite is not None]
    return (
        len(clauses) == 1
        and clauses[0].kind == "verb-last"
        and clause_mood(scene, clauses[0]) == "sure"
        and clauses[0].finite not in scene.quoted
        and scene.draft.forms[clauses[0].start_token].lower() in _HUNG_ON
        and not any(cue.sentence == sentence for cue in scene.cues)
        and not any(token in scene.quoted for token in scene.words_of(sentence))
    )


def may_stay(scene: Scene, sentence: int, before: Quote) -> bool:
    """`Im Winter fehlten die Fenster`: in a run of reported sentences a form that may be Konjunktiv II is one.

    It is where a clause beside it is in Konjunktiv I, where the run goes on behind it, and where the one who talks
    does so in the present, so that the article itself would not tell in the past.
    """
    clauses = scene.draft.clauses[sentence]
    main = [clause for clause in clauses if clause.kind == "main" and clause.finite is not None]
    if before.kind != "indirect" or not main or not all(_may_stand_in(scene, clause) for clause in main):
        return False
    if scene.paragraph(sentence) != scene.paragraph(sentence - 1) or any(
        cue.sentence == sentence for cue in scene.cues
    ):
        return False
    if any(clause.finite in scene.quoted for clause in main) or _is_condition(scene, sentence):
        return False
    if not any(clause_mood(scene, clause) == "sure" for clause in scene.draft.clauses[sentence - 1]):
        return False
    beside = any(clause_mood(scene, clause) for clause in clauses)
    further = sentence + 1 < len(scene.draft.sentences) and scene.paragraph(sentence + 1) == scene.paragraph(sentence)
    duty = all(scene.draft.forms[clause.finite or 0].lower() == "sollten" for clause in main)
    if _argues(scene, sentence) and before.speaker:
        return True
    return duty or beside or (further and sentence_mood(scene, sentence + 1) == "sure") or _is_told_now(scene, before)


def _argues(scene: Scene, sentence: int) -> bool:
    """`Allerdings fehlten Daten`: a word that adds to or limits what has just been said."""
    return scene.draft.forms[scene.draft.sentences[sentence].start].lower() in _ARGUING


def is_between(scene: Scene, sentence: int, last: Mapping[int, Quote]) -> bool:
    """`Zugleich weigerten sich die Händler`: an addition between two sentences of one speaker, the first reported."""
    before, after = last.get(sentence - 1), last.get(sentence + 1)
    if before is not None and _is_fragment_amid(scene, sentence, before):
        return True
    if before is None or after is None or before.kind != "indirect" or before.speaker is None:
        return False
    main = [one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite is not None]
    same = scene.paragraph(sentence - 1) == scene.paragraph(sentence) == scene.paragraph(sentence + 1)
    start = scene.draft.sentences[sentence].start
    adds = scene.draft.forms[start].lower() in _ADDING or list(scene.draft.forms[start : start + 2]) == ["Vor", "allem"]
    fits = bool(main) and all(_may_stand_in(scene, one) and one.finite not in scene.quoted for one in main)
    return before.speaker == after.speaker and same and adds and fits


def _is_fragment_amid(scene: Scene, sentence: int, before: Quote) -> bool:
    """`Da sei nichts gewesen. Kein Tisch, kein Stuhl. Man habe gewartet`: no verb, amid what one speaker tells."""
    tokens, behind = scene.draft.sentences[sentence], sentence + 1
    if before.kind != "indirect" or before.speaker is None or behind >= len(scene.draft.sentences):
        return False
    same = scene.paragraph(sentence - 1) == scene.paragraph(sentence) == scene.paragraph(behind)
    plain = not any(scene.draft.words[one].tag in FINITE or one in scene.quoted for one in tokens)
    asks = scene.draft.form(tokens[-1]) == "?"
    told = any(clause_mood(scene, one) == "sure" for one in scene.draft.clauses[sentence - 1])
    return same and plain and not asks and told and sentence_mood(scene, behind) == "sure"


def _may_stand_in(scene: Scene, clause: Clause) -> bool:
    """Konjunktiv, or a plural of the past (`fehlten`, `blieben`) or `führen` that looks the same in Konjunktiv II."""
    word, form = scene.draft.words[clause.finite or 0], scene.draft.forms[clause.finite or 0].lower()
    if form.startswith("möcht"):  # tells a wish in everybody's words
        return False
    if word.features.get("Mood") == "Sub" or form in _LOOK_PRESENT:
        return True
    past = word.features.get("Tense") == "Past" and word.features.get("Number") == "Plur"
    weak = form.endswith("ten") and form[:-3].removesuffix("e") in word.lemma
    return past and (weak or UNCHANGED.search(form) is not None)


def _is_told_now(scene: Scene, quote: Quote) -> bool:
    """`Edda erzählt, …`: the verb of the quotation's cue is in the present."""
    tokens = scene.draft.tokens_in(quote.cue) if quote.cue else ()
    # `hat verkündet` is past
    features = [scene.draft.words[token].features for token in tokens if scene.draft.words[token].tag != "VA(FIN)"]
    return any(one.get("Mood") == "Ind" and one.get("Tense") == "Pres" for one in features)


def _is_told(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> bool:
    """`Er habe gewarnt, …`: the verb of saying stands in the subjunctive itself, so somebody else tells of it.

    Or it stands in a clause that says when or though: `auch wenn die Nachbarn schimpften`.
    """
    if cue.clause is None:
        return False
    openers = range(cue.clause.start_token, cue.clause.start_token + _OPENERS)
    links = {scene.draft.forms[token].lower() for token in openers if scene.draft.tag(token) == "KOUS"}
    aside = cue.clause.kind == "verb-last" and bool(links - {"wie"})
    hung = cue.clause not in clauses and scene.draft.words[cue.clause.finite or 0].features.get("Mood") == "Sub"
    features = scene.draft.words[cue.clause.finite or 0].features
    beside = features.get("Mood") == "Sub" and clause_mood(scene, clauses[0]) == "sure"  # `…, nur hätte er gewünscht`
    return aside or hung or (cue.clause in clauses and (beside or bool(clause_mood(scene, cue.clause))))


def clause_mood(scene: Scene, clause: Clause) -> str:
    """Konjunktiv I; or Konjunktiv II in the plural, where Konjunktiv I would be no form of its own."""
    features = scene.draft.words[clause.finite or 0].features
    if features.get("Mood") != "Sub":
        return ""
    if features.get("Tense") == "Pres":
        return "sure"
    return "likely" if features.get("Number") == "Plur" else ""


def _may_be_subjunctive(scene: Scene, clause: Clause) -> bool:
    """`pumpten`, `zeigten`: a plural of the past that looks the same in Konjunktiv II."""
    word = scene.draft.words[clause.finite or 0]
    weak = scene.draft.forms[clause.finite or 0].endswith("ten")
    return weak and word.features.get("Tense") == "Past" and word.features.get("Number") == "Plur"


def _is_condition(scene: Scene, sentence: int) -> bool:
    """`Wäre er gekommen, hätten …`: told by the article itself."""
    first = scene.draft.clauses[sentence][0]
    return first.kind == "verb-first" or scene.draft.forms[first.start_token].lower() in {"wenn", "falls"}


def goes_on_told(scene: Scene, sentence: int) -> bool:
    """Whether a clause beside the main one, or the next sentence of the paragraph, is surely reported."""
    if any(clause_mood(scene, one) == "sure" for one in scene.draft.clauses[sentence]):
        return True
    behind = sentence + 1
    follows = behind < len(scene.draft.sentences) and scene.paragraph(behind) == scene.paragraph(sentence)
    return follows and sentence_mood(scene, behind) == "sure"


def is_unreal(scene: Scene, sentence: int) -> bool:
    """`Alle wären zufrieden`: where `seien` could be told from it, `wären` tells what did not come true."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    return main is not None and scene.draft.words[main.finite or 0].lemma == "sein"
