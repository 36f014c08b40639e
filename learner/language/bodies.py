"""Finds bodies in a sentence: companies, acronyms, institutions, and what a noun for a body calls by name."""

import re

from learner.language import gazetteer
from learner.language.draft import Draft
from learner.language.named import COMPANY, Mention
from learner.language.tables import column
from learner.lexicon.wordclasses import wordclass

_CLUBS = wordclass("bodies.clubs")
_LONGEST = 5
_MIXED = re.compile(r"[A-ZÄÖÜ]+[a-zäöü]{1,2}[A-ZÄÖÜ]+")  # `AStA`
_BEFORE = wordclass("determiners.of-institutions")


def body(draft: Draft, token: int, sentence: range) -> Mention | None:
    """The body that is named at a token."""
    return (
        _company(draft, token, sentence)
        or _partners(draft, token, sentence)
        or _club(draft, token, sentence)
        or _named_body(draft, token, sentence)
        or _acronym(draft, token)
        or _institution(draft, token, sentence)
    )


def _named_body(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`der Pumpenhersteller Alvora`: the name behind a noun for a company or another body."""
    if token == sentence.start or draft.words[token - 1].tag != "NN" or draft.words[token].tag != "NE":
        return None
    if not gazetteer.names_bodies(draft.words[token - 1].lemma) or gazetteer.sex(draft.forms[token]):
        return None
    last = token
    while last + 1 < sentence.stop and draft.tag(last + 1) == "NE":
        last += 1
    return Mention("organisation", token, last, " ".join(draft.forms[token : last + 1]))


def _company(draft: Draft, token: int, sentence: range) -> Mention | None:
    last = token if draft.words[token].tag in {"NE", "FM"} else sentence.stop
    while last + 1 < min(sentence.stop, token + _LONGEST) and draft.form(last + 1)[0].isupper():
        last += 1
        if draft.forms[last] in COMPANY:
            return Mention("organisation", token, last, " ".join(draft.forms[token : last + 1]))
    return None


def _partners(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`Lohmeyer & Stauch`: two words with capitals and the sign that only firms have between them."""
    last = token + 2
    if last >= sentence.stop or draft.forms[token + 1] != "&":
        return None
    named = draft.forms[token].istitle() and draft.forms[last].istitle()
    return Mention("organisation", token, last, " ".join(draft.forms[token : last + 1])) if named else None


def _club(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`der TuS Eschbruch`, `FC Rot-Weiß Moorau`: what clubs are called by, and the names behind it."""
    if draft.forms[token] not in _CLUBS or token + 1 >= sentence.stop:
        return None
    last = token
    while last + 1 < min(sentence.stop, token + _LONGEST) and (
        draft.tag(last + 1) in {"NE", "FM"} or (last == token and _is_behind_club(draft, last + 1))
    ):
        last += 1
    named = last > token and draft.forms[last][0].isupper()
    return Mention("organisation", token, last, " ".join(draft.forms[token : last + 1])) if named else None


def _is_behind_club(draft: Draft, token: int) -> bool:
    """A number or a name that looks like a noun (`SV 08 Aldorf`, `TuS Eschbruch`)."""
    noun = draft.tag(token) == "NN" and draft.forms[token].istitle() and not gazetteer.role(draft.words[token].lemma)
    return draft.forms[token].isdigit() or noun


def _acronym(draft: Draft, token: int) -> Mention | None:
    form = draft.forms[token].removesuffix("s")
    capitals = form.isupper() or bool(_MIXED.fullmatch(form))
    short = 2 <= len(form) <= 6 and capitals and form.isalpha() and set(form) - set("IVXLCM")
    if not short or draft.words[token].tag not in {"NE", "NN", "FM"}:
        return None
    if form in column("abbreviations.tsv") or gazetteer.role(form):  # `CEO`
        return None
    return Mention("organisation", token, token, form)


def _institution(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`das Innenministerium`, `Landgericht Köln`: a compound that names an institution, with what names it closer."""
    word = draft.words[token]
    if word.tag != "NN" or not gazetteer.is_institution(word.lemma) or "Plur" in word.features.values():
        return None
    if token == 0 or draft.forms[token - 1].lower() not in _BEFORE:
        return None
    last = token
    while last + 1 < sentence.stop and draft.tag(last + 1) == "NE":
        last += 1
    return Mention("organisation", token, last, " ".join([word.lemma, *draft.forms[token + 1 : last + 1]]))
