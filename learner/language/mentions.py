"""Finds names in a sentence: listed ones, persons by first name, title or role, acronyms and institutions."""

from collections.abc import Iterator

from learner.language import gazetteer
from learner.language.bodies import body
from learner.language.draft import Draft
from learner.language.named import COMPANY, NAME_TAGS, Mention, is_place
from learner.language.segments import FINITE
from learner.language.tables import column
from learner.language.titles import TITLES, behind_titles
from learner.lexicon.wordclasses import wordclass

_PARTICLES = wordclass("names.particles", "names.foreign-particles")
_FOREIGN_PARTICLES = wordclass("names.foreign-particles")
_SAINTS = wordclass("names.saints")  # the places called after them
_ADDRESSES = frozenset({"Herr", "Herrn", "Frau"})
_SURNAME_TAGS = frozenset({"NN", "ADJ(A)", "ADJ(D)", "NNA"})
_ODD_TAGS = frozenset({"ADV", "ITJ", "PTKVZ", "PIS", "KOUS", "XY"})  # `David Wech`
_ATTRIBUTES = frozenset({"NN", "NNA", "NE", "ART", "ADJ(A)", "APPR", "APPRART"})
_FARTHEST = 9  # words between a role and the name behind its attributes
_BEFORE_PLACES = frozenset({"APPR", "APPRART", "ART", "ADJ(A)", "NN", "TRUNC"})
_LONGEST = 5
_AGES = range(3, 111)


def mentions(draft: Draft, sentence: range) -> Iterator[Mention]:
    """The names of one sentence from left to right, none inside another."""
    token = sentence.start
    while token < sentence.stop:
        found = _at(draft, token, sentence)
        if found:
            yield found
            token = found.last + 1
        else:
            token += 1


def _at(draft: Draft, token: int, sentence: range) -> Mention | None:
    if not draft.forms[token][0].isupper():
        return None
    listed = _listed(draft, token, sentence)
    if listed and listed.last > listed.first:  # before its first word is taken for a role (`Premier League`)
        return listed
    return (
        _titled(draft, token, sentence)
        or _by_role(draft, token, sentence)
        or _by_first_name(draft, token, sentence)
        or _by_age(draft, token, sentence)
        or _by_apposition(draft, token, sentence)
        or _behind_role(draft, token, sentence)
        or _by_last_name(draft, token, sentence)
        or listed
        or body(draft, token, sentence)
    )


def _tail(draft: Draft, token: int, sentence: range) -> int:
    """The last token of the personal name that begins at `token`; `token - 1` if none does."""
    last = token - 1
    while token < min(sentence.stop, last + _LONGEST + 1):
        if _is_name_part(draft, token) or _is_surname(draft, token, sentence):
            if _begins_anew(draft, token, sentence) or _is_object(draft, token):
                break
            last = token
        elif draft.forms[token] not in _PARTICLES or not _leads_on(draft, token, sentence):
            break
        token += 1
    return last


def _is_object(draft: Draft, token: int) -> bool:
    """`(sammelt) Ina Moll Unterschriften`: a common noun right behind a first name and a last name."""
    full = token > 1 and bool(gazetteer.sex(draft.forms[token - 2])) and not gazetteer.sex(draft.forms[token - 1])
    known = draft.words[token].tag == "NN" and bool(draft.words[token].features.get("Number"))
    return full and known


def _is_surname(draft: Draft, token: int, sentence: range) -> bool:
    """`Anna Kurz`, `Anna Bürger`: right behind a first name any word with a capital letter, if no name follows."""
    if token == sentence.start or not draft.forms[token][0].isupper():
        return False
    if _is_what_one_becomes(draft, token, sentence):
        return False
    before = draft.forms[token - 1]
    titled = before in _ADDRESSES and not gazetteer.role(draft.forms[token]) and draft.forms[token] not in TITLES
    if not titled and not gazetteer.sex(before):
        return False
    behind = draft.tag(token + 1) if token + 1 < sentence.stop else ""
    tag = draft.words[token].tag  # `Paul Sasse` looks like a verb, with a capital inside a sentence it is none
    odd = tag.startswith("VV") or (tag in _ODD_TAGS and draft.forms[token].istitle())
    trade = tag == "NE" and draft.words[token].lemma in column("roles.tsv")  # `Karl Schäfer`
    people = bool(gazetteer.sex_of_people(draft.forms[token])) and tag in NAME_TAGS  # `Miriam Schotte`
    fits = people or not is_place(draft, token)
    return (tag in _SURNAME_TAGS or odd or trade or people) and behind != "NE" and fits


def _is_what_one_becomes(draft: Draft, token: int, sentence: range) -> bool:
    """`Bilal will Busfahrer werden, Yusuf Arzt`: no last name."""
    listed = token - 2 > sentence.start and draft.forms[token - 2] in {",", "und"}
    wishes = any(draft.words[one].lemma == "werden" for one in range(sentence.start, token))
    return listed and wishes and draft.words[token].lemma in column("roles.tsv")


def _begins_anew(draft: Draft, token: int, sentence: range) -> bool:
    """`(Emily Atkin) Milliardärin Kim …`: a common noun before another first name."""
    behind = token + 1
    return draft.words[token].tag == "NN" and behind < sentence.stop and bool(gazetteer.sex(draft.forms[behind]))


def _is_name_part(draft: Draft, token: int) -> bool:
    form, word = draft.forms[token], draft.words[token]
    return (
        form[0].isupper()
        and (word.tag in NAME_TAGS or bool(gazetteer.sex(form)))
        and word.lemma not in column("roles.tsv")
        and form not in COMPANY
        and (not is_place(draft, token) or _is_called_like_body(draft, token) or _is_called_like_place(draft, token))
    )


def _is_called_like_body(draft: Draft, token: int) -> bool:
    """`Linda Bosch`: the name of a company right behind a first name."""
    known = gazetteer.match([draft.forms[token]])
    body = known is not None and known.kind == "organisation" and not draft.forms[token].isupper()
    return body and token > 0 and bool(gazetteer.sex(draft.forms[token - 1]))


def _is_called_like_place(draft: Draft, token: int) -> bool:
    """`Beate Lindau leitet …`, where `so Lindau` follows: a town right behind a first name, elsewhere beside a verb."""
    form = draft.forms[token]
    if not token or not gazetteer.sex(draft.forms[token - 1]) or draft.words[token].tag not in NAME_TAGS:
        return False
    elsewhere = [one for one in range(1, len(draft.forms)) if draft.forms[one] == form and one != token]
    bare = [one for one in elsewhere if draft.words[one - 1].tag not in _BEFORE_PLACES]
    return len(bare) == len(elsewhere) > 0 and any(_is_beside_verb(draft, one) for one in bare)


def _is_beside_verb(draft: Draft, token: int) -> bool:
    """`Lindau leitet`, `sagt Lindau`, `so Lindau`."""
    beside = [one for one in (token - 1, token + 1) if 0 <= one < len(draft.words)]
    return draft.forms[token - 1] == "so" or any(draft.words[one].tag in FINITE for one in beside)


def _leads_on(draft: Draft, token: int, sentence: range) -> bool:
    """Whether a particle (`von der`) is followed by one more part of the name."""
    # `von der` also stands before common nouns, `van der` only before names
    if draft.forms[token] == "von" and not gazetteer.sex(draft.forms[token - 1]) and _is_full(draft, token - 1):
        return False
    if draft.forms[token] == "der" and draft.forms[token - 1] not in _PARTICLES and _is_full(draft, token - 1):
        # `sagte Anna Keller der ANP`
        return False
    foreign = bool({draft.forms[token], draft.forms[token - 1]} & _FOREIGN_PARTICLES)
    while token < sentence.stop and draft.forms[token] in _PARTICLES:
        token += 1
    if token >= sentence.stop or not _is_name_part(draft, token):
        return False
    return foreign or draft.words[token].tag in {"NE", "NNI", "FM"}


def _is_full(draft: Draft, token: int) -> bool:
    """`Jacqueline Rioba (von World Vision)`: a last name stands behind a first name already."""
    return token > 0 and bool(gazetteer.sex(draft.forms[token - 1]))


def _titled(draft: Draft, token: int, sentence: range) -> Mention | None:
    if draft.forms[token] not in TITLES:
        return None
    start = behind_titles(draft, token, sentence.stop)
    return _person(draft, token, _tail(draft, start, sentence), start, gender=TITLES[draft.forms[token]])


def _by_role(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`US-Außenminister Antony Blinken`; the mention begins at the name, not at the role."""
    word = draft.words[token]
    known = gazetteer.role(word.lemma) or gazetteer.role(draft.forms[token])
    if not known or word.tag not in {"NN", "NNA", "NE"}:
        return None
    start = behind_titles(draft, token + 1, sentence.stop)
    if start >= sentence.stop or (draft.forms[start].isupper() and len(draft.forms[start]) > 1):
        return None  # `Titelverteidiger TSV Rheinmünden`: a club
    odd = draft.forms[start].istitle() and _is_odd_first(draft, start, sentence)  # `Torwart Lasse Brodersen`
    if not (draft.words[start].tag in {"NE", "NNI"} or gazetteer.sex(draft.forms[start]) or odd):
        return None
    last = _tail(draft, start + odd, sentence)
    if last + 1 < sentence.stop and draft.form(last + 1) in COMPANY:
        return None
    return _person(draft, token + 1, last, start, role=word.lemma, gender=known[1].replace("-", ""))


def _by_first_name(draft: Draft, token: int, sentence: range) -> Mention | None:
    form = draft.forms[token]
    sex = gazetteer.sex(form)
    if not sex or draft.forms[token - 1] in _SAINTS:
        return None
    if draft.words[token].tag not in NAME_TAGS and not _is_odd_first(draft, token, sentence):
        return None
    found = _person(draft, token, _tail(draft, token, sentence), token)
    alone = found is not None and found.last == token
    return None if alone and draft.words[token].tag != "NE" else found


def _is_odd_first(draft: Draft, token: int, sentence: range) -> bool:
    """`Berit Hoppe`: tagged as a verb, inside a sentence with a capital before a name, or before an unknown word."""
    if token == sentence.start and token + 1 < sentence.stop:  # `Ines Kabisch bestreitet …`, taken for an adjective
        behind = draft.words[token + 1]
        return behind.tag == "NN" and draft.forms[token + 1].istitle() and not behind.features.get("Number")
    inside = token > sentence.start and draft.forms[token - 1] not in {":", "„", "“", '"', "»", "«", "–"}
    named = token + 1 < sentence.stop and draft.tag(token + 1) == "NE"
    return inside and named and draft.words[token].tag.startswith(("VV", "ADJ"))


def _by_last_name(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`Saharo Mohammed`: an unlisted name before one that is a first name elsewhere."""
    behind = token + 1
    if behind >= sentence.stop or not gazetteer.sex(draft.forms[behind]) or draft.words[token].tag != "NE":
        return None
    if draft.forms[token] in _SAINTS or draft.forms[token].isupper() or _is_behind_body(draft, token, sentence):
        return None
    if not _is_name_part(draft, token) or draft.words[behind].tag != "NE":
        return None
    return Mention("person", token, behind, f"{draft.forms[token]} {draft.forms[behind]}")


def _is_behind_body(draft: Draft, token: int, sentence: range) -> bool:
    """`die Kanzlei (Beiten Burkhardt)`."""
    before = draft.words[token - 1] if token > sentence.start else None
    return (
        before is not None
        and before.tag == "NN"
        and gazetteer.speaks(before.lemma)
        and not gazetteer.role(before.lemma)
    )


def _by_age(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`Malte Corvinus (52)`: two or three words with capitals before an age in brackets."""
    if draft.words[token].tag != "NE" or is_place(draft, token):
        return None
    last = token
    while last + 1 < min(sentence.stop, token + 3) and _is_capital(draft, last + 1):
        last += 1
    behind = [draft.forms[one] for one in range(last + 1, min(last + 4, sentence.stop))]
    aged = len(behind) > 1 and behind[0] == "(" and behind[1].isdigit() and int(behind[1]) in _AGES
    if not aged or last == token or behind[2:] not in ([")"], [","]):
        return None
    return Mention("person", token, last, " ".join(draft.forms[token : last + 1]))


def _is_capital(draft: Draft, token: int) -> bool:
    """A word with a capital and small letters that may be a name."""
    return draft.forms[token].istitle() and draft.words[token].tag in NAME_TAGS and not is_place(draft, token)


def _by_apposition(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`Urs Amacher, Wirt in Brig, …`: two names nobody has listed, a comma and a role without article."""
    behind = token + 3
    if behind >= sentence.stop or draft.form(token + 2) != ",":
        return None
    if not all(draft.words[one].tag == "NE" and _is_capital(draft, one) for one in (token, token + 1)):
        return None
    known = gazetteer.role(draft.words[behind].lemma) if draft.words[behind].tag == "NN" else None
    if not known:
        return None
    name = " ".join(draft.forms[token : token + 2])
    return Mention("person", token, token + 1, name, draft.words[behind].lemma, known[1].replace("-", ""))


def _behind_role(draft: Draft, token: int, sentence: range) -> Mention | None:
    """`der Sondergesandte für Burundi, Ibrahima Fall, sagte`: two capitals between commas behind a role."""
    parted = draft.form(token + 1) in _FOREIGN_PARTICLES  # `, Joris van Haelst,`
    last = token + 1 + parted
    if last + 1 >= sentence.stop or draft.forms[last + 1] != "," or draft.forms[token - 1] != ",":
        return None
    if draft.words[token].tag != "NE" or not all(_is_capital(draft, one) for one in (token, last)):
        return None
    start = token - 2
    while start > max(sentence.start, token - _FARTHEST) and draft.words[start].tag in _ATTRIBUTES:
        start -= 1
    before = [one for one in range(start, token - 1) if draft.words[one].tag in {"NN", "NNA"}]
    known = gazetteer.role(draft.words[before[0]].lemma) if before else None
    if not known or draft.forms[before[0] - 1].lower() not in {"der", "die"}:
        return None
    name = " ".join(draft.forms[token : last + 1])
    return Mention("person", token, last, name, draft.words[before[0]].lemma, known[1].replace("-", ""))


def _person(draft: Draft, first: int, last: int, name: int, **known: str) -> Mention | None:
    """The mention from `first` to `last` whose name begins at token `name`; None where no name follows."""
    if last < name:
        return None
    parts = list(draft.forms[name : last + 1])
    told = known.get("gender", "")
    sex = gazetteer.sex(parts[0]).replace("-", "") if len(parts) > 1 or not told else ""
    return Mention("person", first, last, " ".join(parts), known.get("role", ""), sex or told)


def _listed(draft: Draft, token: int, sentence: range) -> Mention | None:
    known = gazetteer.match(draft.forms[token : min(token + 4, sentence.stop)])
    if not known or (known.ordinary and not _stands_alone(draft, token)):
        return None
    return Mention(known.kind, token, token + len(known.words) - 1, known.name)


def _stands_alone(draft: Draft, token: int) -> bool:
    """Whether a word that can be a name or an ordinary noun (`Essen`) stands as a name: tagged so, no article."""
    before = draft.words[token - 1].tag if token else ""
    return draft.words[token].tag == "NE" and before not in {
        "ART",
        "ADJ(A)",
        "PPOSAT",
        "PDAT",
        "PIAT",
        "CARD",
        "APPRART",
    }
