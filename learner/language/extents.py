"""How far reported speech goes in its sentence: around what stands inserted, up to a colon, to the end of a bracket."""

from collections.abc import Sequence
from itertools import pairwise

from learner.language.attribution import is_finite
from learner.language.clause import Clause
from learner.language.cue import Cue
from learner.language.scene import Scene
from learner.language.segments import INFINITIVES, PARTICIPLES
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

_ADDING = wordclass("adverbs.hung-on")


def with_piece(scene: Scene, cue: Cue, span: Span) -> Span:
    """`…, gesteht er, immer nur ein Stück, dann schlafe er ein`: words without a verb between pronoun and report."""
    pronoun = cue.speaker is not None and scene.draft.words[cue.last].tag == "PPER"
    between = range(cue.last + 2, scene.draft.tokens_in(span)[0])
    joined = scene.draft.form(cue.last + 1) == "," and bool(between) and cue.first > scene.words_of(cue.sentence)[0]
    plain = not any(is_finite(scene.draft, token) or token in scene.quoted for token in between)
    object_first = scene.draft.form(cue.last + 1) == "," and _is_parted(scene, between)
    if object_first or (pronoun and joined and plain):
        return scene.span([*between, *scene.draft.tokens_in(span)])
    return span


def _is_parted(scene: Scene, between: range) -> bool:
    """`(Sie fordert,) den Turm, lange nur Ruine genannt, (zu bauen)`: the object of what follows, and what it is."""
    commas = [token for token in between if scene.draft.forms[token] == ","]
    opens = bool(between) and scene.draft.tag(between[0]) in {"ART", "PPOSAT", "NE", "NN", "PDAT"}
    return opens and len(commas) > 1 and not any(is_finite(scene.draft, token) for token in between)


def parts(scene: Scene, tokens: Sequence[int], clauses: Sequence[Clause]) -> list[Span]:
    """`Das bringe viel: Die Gäste blieben länger`: two, where a reported main clause stands behind a colon."""
    tokens = behind_lead(scene, tokens)
    told = [one for one in clauses if one.kind == "main" and is_subjunctive(scene, one)]
    colons = [one.start_token for one in told[1:] if scene.draft.forms[one.start_token - 1] == ":"]
    if not colons or told[0].start_token > colons[0] or any(colons[0] - 1 == token for token in scene.quoted):
        return [scene.span(tokens)]
    before = [token for token in tokens if token < colons[0] - 1]
    return [scene.span(before), scene.span([token for token in tokens if token >= colons[0]])]


def to_its_end(scene: Scene, cue: Cue, behind: Sequence[Clause]) -> Span:
    """From the first clause on; behind an infinitive also what is added without a verb (`…, eines mit Motor`)."""
    span = through(scene, behind)
    tokens = scene.draft.tokens_in(span)
    rest = [token for token in scene.words_of(cue.sentence) if token > tokens[-1]]
    added = behind[0].kind == "infinitive" and bool(rest) and scene.draft.forms[rest[0] - 1] == ","
    if _is_second_half(scene, tokens, rest):
        return scene.span([*tokens, *rest])
    plain = not any(is_finite(scene.draft, token) or token in scene.quoted for token in rest)
    joined = rest[:1] == [tokens[-1] + 2]
    return scene.span([*tokens, *rest]) if added and plain and joined else span


def _is_second_half(scene: Scene, tokens: range, rest: Sequence[int]) -> bool:
    """`(sie habe angerufen) und Musik gehört`: `und` with a second participle or infinitive to the same verb."""
    joins = rest[:1] == [tokens[-1] + 1] and scene.draft.forms[rest[0]] in {"und", "oder"}
    closed = scene.draft.tag(tokens[-1]) in PARTICIPLES | INFINITIVES
    plain = not any(is_finite(scene.draft, token) or token in scene.quoted for token in rest[:-1])
    last = scene.draft.words[rest[-1]] if rest else None  # `gehört` looks like the present of `gehören`
    return (
        joins and closed and plain and last is not None and last.tag[0] == "V" and last.features.get("Tense") != "Past"
    )


def behind_lead(scene: Scene, tokens: Sequence[int]) -> Sequence[int]:
    """`Dazu die Gespräche: Das sei kaum zu schaffen`: without what stands before a colon and has no verb."""
    colons = (token for token in range(tokens[0], tokens[-1]) if scene.draft.forms[token] == ":")
    colon = next((token for token in colons if token not in scene.quoted), tokens[-1])
    rest = [token for token in tokens if token > colon]
    told = any(is_finite(scene.draft, token) and token not in scene.quoted for token in rest)
    leads = not any(is_finite(scene.draft, token) for token in range(tokens[0], colon))
    return rest if told and leads else tokens


def supplement(scene: Scene, cue: Cue) -> list[Span]:
    """`Das liege nicht am Wetter, betont sie, sondern am Verkehr`: what is added to the clause before the cue."""
    stop = scene.draft.sentences[cue.sentence].stop
    comma = next((token for token in range(cue.last + 1, stop) if scene.draft.forms[token] == ","), stop)
    rest = [token for token in scene.words_of(cue.sentence) if token > comma]
    opens = scene.draft.forms[comma + 1 : comma + 3]
    adds = opens[:1] in [[word] for word in _ADDING] or opens == ["und", "zwar"] or _is_aside(scene, cue, comma + 1)
    again = len(rest) > 1 and scene.draft.form(scene.words_of(cue.sentence)[0]).lower() == opens[:1][0].lower()
    again = again and scene.draft.form(scene.words_of(cue.sentence)[1]) == opens[1:][0]  # `Die Not …, die Not und …`
    own = rest[:-1] if rest and _is_second_infinitive(scene, rest[-1]) else rest
    finite = any(is_finite(scene.draft, token) and token not in scene.quoted for token in own)
    if not (adds or again) or finite or (rest and rest[0] in scene.quoted):
        return []
    return [scene.span(rest)] if rest else []


def is_complete(scene: Scene, clause: Clause, first: Sequence[int]) -> bool:
    """`Er habe das Auto gestohlen (, sagte er, aber nie verkaufen wollen)`: the bracket has closed once already."""
    closes = bool(first) and scene.draft.words[first[-1]].tag in INFINITIVES | PARTICIPLES
    return closes and clause.finite is not None and clause.finite in first


def _is_aside(scene: Scene, cue: Cue, token: int) -> bool:
    """`…, sagt er, manchmal ein Leben lang`: an adverb or `nicht` behind a pronoun, which nothing says more closely."""
    pronoun = cue.speaker is not None and scene.draft.tag(cue.speaker.phrase.last) == "PPER"
    return pronoun and scene.draft.tag(token) in {"ADV", "PTKNEG"}


def around_insertion(scene: Scene, cue: Cue, before: Sequence[Clause], behind: Clause) -> list[Span]:
    """The sentence; without what stands inserted where the words before it are a clause of their own."""
    words = scene.words_of(cue.sentence)
    first = [token for token in words if cue.clause and token < (cue.clause.finite or 0)]
    if not any(is_subjunctive(scene, one) and one.finite in first for one in before):
        return [scene.span(words)]
    return [scene.span(first), scene.span([token for token in words if token >= behind.start_token])]


def is_inserted(scene: Scene, cue: Cue, behind: Clause) -> bool:
    """`Der Holzwurm, fügt sie hinzu, habe ganze Arbeit geleistet`: the verb of the reported clause comes behind."""
    finite = cue.clause.finite if cue.clause else None
    if finite is None or behind.kind != "verb-first" or behind.finite != behind.start_token:
        return False
    commas = scene.draft.forms[finite - 1] == "," == scene.draft.forms[behind.start_token - 1]
    features = scene.draft.words[behind.finite].features
    first = scene.draft.sentences[cue.sentence].start
    said = not any(token in scene.quoted for token in scene.draft.sentences[cue.sentence])
    told = features.get("Tense") == "Pres" or _has_no_subject(scene, behind.finite)
    return commas and said and finite > first + 1 and features.get("Mood") == "Sub" and told


def _has_no_subject(scene: Scene, finite: int) -> bool:
    """`…, hätten aber keine Wahl`, no `hätten sie Zeit`: no subject stands right behind a plural verb."""
    plural = scene.draft.words[finite].features.get("Number") == "Plur"
    return plural and scene.draft.tag(finite + 1) in {"ADV", "PTKNEG", "ADJ(D)", "PROAV", "PDS"}


def rest_of_bracket(scene: Scene, cue: Cue, clauses: Sequence[Clause]) -> list[int]:
    """`Sie wolle, erklärt sie, mit allen reden`: the end of the bracket behind the cue."""
    behind = [token for token in scene.words_of(cue.sentence) if token > cue.last]
    finite = clauses[0].finite
    if is_complete(scene, clauses[0], list(clauses[0].tokens)) and supplement(scene, cue):
        return []
    if behind and scene.draft.words[behind[0]].tag == "PTKVZ":  # `…, räumt sie ein, mit …`
        behind = behind[1:]
    if not behind or finite is None or scene.draft.words[finite].tag not in {"VM(FIN)", "VA(FIN)"}:
        return []
    opens = scene.draft.words[behind[0]].tag == "KOUS" or scene.draft.forms[behind[0]] in {"als", "wie"}
    comma = scene.draft.forms[behind[0] - 1] == "," and not opens
    inside = behind[:-1] if _is_second_infinitive(scene, behind[-1]) else behind
    closes = inside != behind or scene.draft.words[behind[-1]].tag in INFINITIVES | PARTICIPLES
    return behind if comma and closes and not any(is_finite(scene.draft, token) for token in inside) else []


def _is_second_infinitive(scene: Scene, token: int) -> bool:
    """The `wollen` of `habe …, sagt sie, nach dem Tor aufhören wollen`, which looks like a finite verb."""
    word, before = scene.draft.words[token], scene.draft.words[token - 1]
    return word.tag == "VM(FIN)" and scene.draft.forms[token] == word.lemma and before.tag in INFINITIVES


def joined_clause(scene: Scene, cue: Cue, behind: Sequence[Clause]) -> list[int]:
    """`Einer habe geantwortet, sagt er, und das mit einer Karte`: `und` without a main verb goes on with the clause."""
    rest = [token for token in scene.words_of(cue.sentence) if token > cue.last]
    if rest and scene.draft.forms[rest[0]] == "sich":  # `erinnert sie sich`
        rest = rest[1:]
    opens = [scene.draft.forms[token] for token in rest[:2]]
    if opens[:1] != ["und"] or opens == ["und", "zwar"] or scene.draft.forms[rest[0] - 1] != ",":
        return []
    main = any(one.kind in {"main", "verb-first"} and one.finite in rest for one in behind)
    return [] if main or any(token in scene.quoted for token in rest) else rest


def is_subjunctive(scene: Scene, clause: Clause) -> bool:
    """Whether the verb of a clause stands in the subjunctive; `möchte` tells a wish in everybody's words."""
    if clause.finite is None or scene.draft.forms[clause.finite].startswith("möcht"):
        return False
    return scene.draft.words[clause.finite].features.get("Mood") == "Sub"


def at_semicolons(scene: Scene, span: Span) -> list[Span]:
    """`…, dass man prüfe; ein Entscheid sei nicht gefallen`: two, where a reported main clause stands behind it."""
    tokens = scene.draft.tokens_in(span)
    clauses = scene.draft.clauses[scene.draft.sentence_of(tokens.start)] if tokens else ()
    starts = [
        one.start_token
        for one in clauses
        if one.start_token - 1 in tokens
        and scene.draft.forms[one.start_token - 1] == ";"
        and is_subjunctive(scene, one)
    ]
    cuts = [tokens.start, *starts, tokens.stop + 1]
    return [scene.draft.span(one, two - 2) for one, two in pairwise(cuts)] if starts else [span]


def _ought(scene: Scene, clause: Clause) -> bool:
    """`…, nur wissen sollte sie, …` behind a comma: the past of `sollen` looks the same in Konjunktiv II."""
    joined = scene.draft.forms[clause.start_token - 1] == ","
    return joined and clause.finite is not None and scene.draft.words[clause.finite].lemma == "sollen"


def _is_amid(scene: Scene, clauses: Sequence[Clause], place: int) -> bool:
    """`Geld sei weg, Leute fehlten, und der Lohn steige`: a weak plural of the past amid Konjunktiv I."""
    told = [one for one in clauses if one.kind == "main" and one.finite is not None]
    word = scene.draft.words[clauses[place].finite or 0]
    weak = word.features.get("Tense") == "Past" and scene.draft.forms[clauses[place].finite or 0].endswith("ten")
    present = [one for one in told if scene.draft.words[one.finite or 0].features.get("Tense") == "Pres"]
    around = [one.start_token for one in present if is_subjunctive(scene, one)]
    start = clauses[place].start_token
    return weak and bool(around) and around[0] < start < around[-1]


def _is_joined_last(scene: Scene, before: Clause, clause: Clause) -> bool:
    """`dass Tests normal seien | und kein Misstrauen zeigten`: the verb at the end, its subject before `und`."""
    finite = clause.finite or 0
    joined = before.kind == "verb-last" and scene.draft.forms[clause.start_token] in {"und", "oder"}
    last = finite == clause.end_token - 1 and finite > clause.start_token + 1
    plural = scene.draft.words[finite].features.get("Number") == "Plur"
    noun = scene.draft.words[finite - 1]
    return joined and last and plural and noun.tag == "NN" and noun.features.get("Number") == "Sing"


def through(scene: Scene, clauses: Sequence[Clause]) -> Span:
    """From the first clause to the last one that still belongs to it."""
    tokens = list(clauses[0].tokens)
    for place, clause in enumerate(clauses[1:], start=1):
        goes_on = is_subjunctive(scene, clause) or _ought(scene, clause) or _is_amid(scene, clauses, place)
        if clause.kind == "main" and not goes_on and not _is_joined_last(scene, clauses[place - 1], clause):
            break
        tokens += clause.tokens
    return scene.span(tokens)
