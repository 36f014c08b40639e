"""The verb of a fixed expression in its clause: in any form, its particle apart, or a participle before a noun."""

from collections.abc import Sequence
from dataclasses import dataclass

from learner.language.draft import Draft
from learner.language.wordbook import Wordbook
from learner.lexicon.wordclasses import wordclass

AUXILIARIES = wordclass("verbs.auxiliary")
REACH = 60  # tokens: no clause of news is longer, and a text without full stops stays quick


@dataclass(frozen=True, slots=True)
class VerbSeeker:
    """Looks for the verb of one expression in one sentence."""

    draft: Draft
    book: Wordbook
    verb: str
    sentence: int

    def tokens(self, clause: Sequence[int], taken: Sequence[int]) -> tuple[int, ...]:
        """The verb's tokens with a particle that stands apart; a participle used as adjective right behind counts."""
        for token in clause:
            if token not in taken and self._is_verb(token) and self._is_full(token, clause, taken):
                particles = [one for one in clause if self.draft.words[one].head == token]
                return (token, *particles)
        behind = max(taken) + 1
        if behind < self.draft.sentences[self.sentence].stop and self._is_attribute(behind):
            return (behind,)
        return ()

    def _is_verb(self, token: int) -> bool:
        """Whether the token is a form of the verb: by its lemma, or by the lexicon where no particle belongs to it."""
        word = self.draft.words[token]
        if word.lemma == self.verb:
            return word.pos in {"VERB", "AUX"} and word.head is None
        if not word.tag.startswith(("VV", "VA")) and word.tag != "ADJ(D)":
            return False
        readings = self.book.analyses(self.draft.forms[token].lower())
        known = any(lemma == self.verb and pos == "VERB" for lemma, pos, _ in readings) and self._has_particle(token)
        after = range(token, min(token + REACH, self.draft.sentences[self.sentence].stop))
        return known and not any(self.draft.words[one].head == token for one in after)

    def _has_particle(self, token: int) -> bool:
        """Whether a verb's particle is joined to the form or follows in its sentence: leitet … ein, eingeleitet."""
        lexeme = self.book.lookup(self.verb, "VERB")
        particle = lexeme.verb.particle if lexeme and lexeme.verb else ""
        behind = range(token + 1, min(token + REACH, self.draft.sentences[self.sentence].stop))
        joined = self.draft.forms[token].lower().startswith(particle)
        return joined or any(self.draft.forms[one] == particle and self.draft.words[one].tag != "ART" for one in behind)

    def _is_full(self, token: int, clause: Sequence[int], taken: Sequence[int]) -> bool:
        """Whether sein, haben, werden stand here for themselves and not for another verb."""
        if self.verb not in AUXILIARIES:
            return True
        others = (one for one in clause if one != token and one not in taken)
        return not any(self.draft.words[one].pos == "VERB" for one in others)

    def _is_attribute(self, token: int) -> bool:
        """`die zur Verfügung stehenden Mittel`, `das in Kraft getretene Gesetz`."""
        word = self.draft.words[token]
        return word.tag == "ADJ(A)" and (word.lemma == self.verb + "d" or self._is_participle_lemma(word.lemma))

    def _is_participle_lemma(self, lemma: str) -> bool:
        lexeme = self.book.lookup(self.verb, "VERB")
        return bool(lexeme and lexeme.verb and lexeme.verb.participle == lemma)
