"""Who has begun to talk before reported speech that no cue of its own introduces."""

from learner.language import gazetteer
from learner.language.analysis import Quote
from learner.language.claims import DENYING
from learner.language.cue import Cue
from learner.language.reactions import reacts
from learner.language.scene import Scene
from learner.language.sources import TELLING
from learner.language.speakers import Speaker
from learner.language.told import clause_mood
from learner.lexicon.wordclasses import wordclass
from learner.text.article import Span

BACK = 2  # sentences back in the paragraph in which somebody may have begun to talk
_ARTICLES = wordclass("determiners.definite", "determiners.indefinite")


def said_so(scene: Scene, sentence: int) -> Quote | None:
    """`Das sagte eine Sprecherin am Sonntag.`: who has said what the sentence before tells."""
    first = scene.draft.forms[scene.draft.sentences[sentence].start]
    return announcement(scene, sentence) if first in {"Das", "Dies"} else None


def less_certain(quote: Quote, mood: str) -> Quote | None:
    """The speech with a likely speaker where what follows is surely reported, else None."""
    if mood != "sure":
        return None
    return Quote(quote.start, quote.end, quote.kind, quote.speaker, certain=False, cue=quote.cue)


def announcement(scene: Scene, sentence: int) -> Quote | None:
    """`Der Staatsanwalt hielt dagegen.` with nothing said yet."""
    cue = next(
        (cue for cue in scene.cues if cue.sentence == sentence and cue.clause and _may_announce(scene, cue)), None
    )
    if cue is None or cue.strength != "s" or cue.speaker is None:
        return None
    quote = scene.quote(Span(0, 1), "indirect", cue)
    # `pflichtete ihr bei. Sie könne …`
    beside = any(scene.draft.forms[token] in {"ihr", "ihm", "ihn"} for token in scene.draft.sentences[sentence])
    return less_certain(quote, "sure") if beside else quote


def _may_announce(scene: Scene, cue: Cue) -> bool:
    """Whether reported speech can follow in the next sentence; also behind `Sie spricht offen darüber`."""
    finite = cue.clause.finite if cue.clause else None
    if finite is not None and scene.draft.words[finite].features.get("Mood") == "Sub":
        return False
    return "i" in cue.kinds or (finite is not None and scene.draft.words[finite].lemma == "sprechen")


def names_anyone(scene: Scene, sentence: int) -> bool:
    """Whether a person is named in the sentence, or is the subject of its first main clause."""
    speaker = scene.subject_of(sentence)
    return (speaker is not None and speaker.name is not None) or scene.names_person(sentence)


def told_of(scene: Scene, sentence: int) -> Quote | None:
    """`Die Sprecherin will sich nicht festlegen. Ein Entscheid sei …`: the subject of the sentence before."""
    if following := _follower(scene, sentence) or _reaction(scene, sentence):
        return carried(scene, following)
    for back in range(1, BACK + 1):
        if sentence < back or scene.paragraph(sentence - back) != scene.paragraph(sentence):
            return None
        clauses = [one for one in scene.draft.clauses[sentence - back] if one.kind == "main"]
        told = any(clause_mood(scene, one) for one in clauses if scene.draft.form(one.start_token) != "als")
        if told or _is_others_account(scene, sentence - back):
            return None
        speaker = scene.subject_of(sentence - back)
        if speaker and speaker.name:
            several = _is_several(scene, sentence - back) and not scene.is_person(speaker)
            tells = _may_tell(scene, speaker) or (back == 1 and _reacts(scene, sentence - back))
            return carried(scene, speaker) if tells and not several else None
        if speaker and scene.names_person(sentence - back):
            return None
    return None


def _reaction(scene: Scene, sentence: int) -> Speaker | None:
    """`Kritik kam von der Union. Das Paket sei …`: whose reaction the sentence before tells of."""
    same = sentence > 0 and scene.paragraph(sentence - 1) == scene.paragraph(sentence)
    return reacts(scene, sentence - 1, scene.draft.sentences[sentence].start) if same else None


def _reacts(scene: Scene, sentence: int) -> bool:
    """`Die Baufirma wehrt sich. Man habe …`: what a body does whose words are given next."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite is not None), None)
    words = {scene.draft.words[token].lemma for token in main.tokens} if main else set()
    return bool(words & TELLING)


def _is_others_account(scene: Scene, sentence: int) -> bool:
    """`Ein Gutachter soll das klären`, `Medien zufolge geht Kraus`: the one told of has not begun to talk."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    ordered = main is not None and scene.draft.words[main.finite or 0].lemma == "sollen"
    return ordered or any(scene.draft.forms[token].lower() in {"zufolge", "laut"} for token in scene.words_of(sentence))


def _is_several(scene: Scene, sentence: int) -> bool:
    """`Züchter verdienten wenig`: told of many, of whom none has begun to talk."""
    main = next((one for one in scene.draft.clauses[sentence] if one.kind == "main" and one.finite), None)
    return main is not None and scene.draft.words[main.finite or 0].features.get("Number") == "Plur"


def tells_of_document(scene: Scene, sentence: int) -> bool:
    """`Die Antwort kam nach Wochen.`: what follows stands in it, whoever wrote it."""
    tokens = scene.draft.sentences[sentence]
    first = scene.draft.words[tokens.start + 1 : tokens.start + 2]
    article = scene.draft.forms[tokens.start].lower() in _ARTICLES
    return article and bool(first) and first[0].tag == "NN" and gazetteer.is_document(first[0].lemma)


def _follower(scene: Scene, sentence: int) -> Speaker | None:
    """`Probleme gebe es keine. Das Lernen helfe allen, meint Rektor Kunz`: who is named behind the next sentence."""
    behind = sentence + 1
    if behind >= len(scene.draft.sentences) or scene.paragraph(behind) != scene.paragraph(sentence):
        return None
    first = scene.draft.clauses[behind][0]
    cue = next((one for one in scene.cues if one.sentence == behind and one.clause and "i" in one.kinds), None)
    denied = any(scene.draft.words[token].lemma in DENYING for token in scene.draft.sentences[behind])
    reported = (
        cue is not None and not denied and cue.first > first.end_token - 1 and clause_mood(scene, first) == "sure"
    )
    speaker = cue.speaker if cue and reported else None
    pronoun = speaker is not None and scene.draft.words[speaker.phrase.first].tag == "PPER"
    return speaker if speaker and speaker.name and not pronoun else None


def _may_tell(scene: Scene, speaker: Speaker) -> bool:
    """A person, or a role a person has; not a body, of which articles tell as often as it speaks."""
    noun = scene.draft.words[speaker.phrase.last].lemma
    if scene.draft.words[speaker.phrase.last].tag == "PPER" and speaker.name:  # `ließ sie offen`
        noun = next((word for word in speaker.name.split() if word[0].isupper()), noun)
    return scene.is_person(speaker) or bool(gazetteer.role(noun) or gazetteer.sex_of_person(noun))


def carried(scene: Scene, speaker: Speaker) -> Quote:
    """A carrier for speech of somebody of whom is told, with no words of its own."""
    cue = scene.draft.span(speaker.phrase.first, speaker.phrase.last)
    return Quote(0, 1, "indirect", speaker.name, certain=False, cue=cue)
