"""Leads without a verb that announce what somebody thinks: `Ihr Urteil: …`, `Sein Fazit: …`."""

from learner.language.draft import Draft
from learner.language.segments import FINITE
from learner.language.tables import column

_LEAD = 6  # words of a lead at most


def verdict(draft: Draft, sentence: int) -> int | None:
    """The colon of `Ihr Urteil: Das Tier ist gesund`, behind which the words of the one before stand; else None."""
    tokens = draft.sentences[sentence]
    colon = next((token for token in tokens[: _LEAD + 1] if draft.forms[token] == ":"), None)
    if colon is None or colon <= tokens.start + 1 or colon + 1 >= tokens.stop:
        return None
    lead = draft.words[tokens.start : colon]
    owned = lead[0].tag == "PPOSAT" and draft.forms[tokens.start].lower().startswith(("sein", "ihr"))
    plain = not any(word.tag in FINITE for word in lead)
    return colon if owned and plain and any(word.lemma in column("verdicts.tsv") for word in lead[1:]) else None
