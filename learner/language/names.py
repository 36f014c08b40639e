"""Who and what an article names: full names and later short forms become one Name with all its mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from learner.language import gazetteer
from learner.language.analysis import Name
from learner.language.draft import Draft
from learner.language.mentions import mentions
from learner.language.named import Mention
from learner.language.segments import FINITE
from learner.language.unlisted import BEFORE_NOUNS, beside_speech, in_full, is_unlisted, taken_by

_NAME_TAGS = frozenset({"NE", "NNI", "NNA", "NN", "FM"})
_ODD = frozenset({"XY", "ITJ"})  # `Prill sagte`: a last name that looks like no word at all


@dataclass(slots=True, eq=False)
class _Bearer:
    """A person or thing while its mentions are gathered; `fullest` is the name with the most words."""

    mentions: list[Mention]
    fullest: str = ""

    def named(self, name: str) -> None:
        """Take note of one more name."""
        if len(name.split()) > len(self.fullest.split()):
            self.fullest = name

    def finished(self, draft: Draft) -> Name:
        """The name with all its places; of `Ursula Steffen` the first name tells the gender, not `Steffen` alone."""
        places = sorted(self.mentions, key=lambda mention: mention.first)
        known = [mention for mention in places if mention.gender]
        genders = [mention.gender for mention in sorted(known, key=lambda mention: " " not in mention.name)]
        roles = [mention.role for mention in places if mention.role]
        return Name(
            name=self.fullest,
            kind=places[0].kind,
            mentions=tuple(draft.span(mention.first, mention.last) for mention in places),
            role=max(roles, key=len) if roles else "",
            gender=cast(Literal["m", "f", ""], genders[0] if genders else ""),
        )


def find(draft: Draft) -> tuple[Name, ...]:
    """The names of an article in order of first mention."""
    found = [mention for sentence in draft.sentences for mention in mentions(draft, sentence)]
    found = list(_parted(found))
    found += beside_speech(draft, found)
    found += in_full(draft, found)
    found = [_person_not_place(draft, mention, found) for mention in found]
    forms = frozenset(draft.forms)
    found = [_nominative(draft, forms, mention) if mention.kind == "person" else mention for mention in found]
    found += _short_forms(draft, found)
    return gathered(draft, found)


def _parted(found: Sequence[Mention]) -> Iterator[Mention]:
    """`(hat) Ida Jonas (geschrieben)`: two first names side by side become two persons, if both are known alone."""
    named = Counter(mention.name for mention in found)
    alone = {mention.name: mention.first for mention in reversed(found) if mention.first == mention.last}
    whole = {mention.name for mention in found if mention.kind == "person" and len(mention.name.split()) == 2}
    for mention in found:
        parts = mention.name.split()
        if len(parts) == 3 and " ".join(parts[:2]) in whole and mention.last == mention.first + 2:
            yield replace(mention, last=mention.last - 1, name=" ".join(parts[:2]))  # `(warf) Uwe Roth Ritter (vor)`
            continue
        two = mention.kind == "person" and len(parts) == 2 and mention.last == mention.first + 1
        known = two and named[mention.name] == 1 and all(part in alone and gazetteer.sex(part) for part in parts)
        # where the full name comes first it is one
        if not known or min(alone[part] for part in parts) > mention.first:
            yield mention
        else:
            for token, part in zip((mention.first, mention.last), parts, strict=True):
                yield Mention("person", token, token, part, gender=gazetteer.sex(part).replace("-", ""))


def _person_not_place(draft: Draft, mention: Mention, found: Sequence[Mention]) -> Mention:
    """`Hagen`, `Schotte` behind Doris Hagen, Mia Schotte: no place or people without preposition or article."""
    before = draft.words[mention.first - 1].tag if mention.first else ""
    common = before == "APPR" if mention.kind == "place" else before in BEFORE_NOUNS
    if mention.kind not in {"place", "nationality"} or mention.first != mention.last or common:
        return mention
    last_names = {one.name.split()[-1] for one in found if one.kind == "person" and one.last < mention.first}
    return replace(mention, kind="person") if mention.name in last_names else mention


def gathered(draft: Draft, found: Iterable[Mention]) -> tuple[Name, ...]:
    """Mentions of the same bearer become one name."""
    bearers: list[_Bearer] = []
    candidates: dict[tuple[str, str], list[_Bearer]] = {}
    for mention in sorted(found, key=lambda mention: mention.first):
        keys = _keys(mention)
        near = [bearer for key in keys for bearer in candidates.get(key, ()) if _same(bearer, mention)]
        if near:
            bearer = max(near, key=lambda bearer: bearer.mentions[-1].first)
            bearer.mentions.append(mention)
        else:
            bearer = _Bearer([mention])
            bearers.append(bearer)
        bearer.named(mention.name)
        for key in keys:
            if bearer not in (known := candidates.setdefault(key, [])):
                known.append(bearer)
    return tuple(bearer.finished(draft) for bearer in _merged(bearers))


def _keys(mention: Mention) -> tuple[tuple[str, str], ...]:
    """Under what a mention may be found again: the whole name; of a person the last and the first name."""
    if mention.kind != "person":
        return ((mention.kind, mention.name),)
    parts = mention.name.split()
    return tuple(dict.fromkeys((("person", parts[-1]), ("person", parts[0]))))


def _same(bearer: _Bearer, mention: Mention) -> bool:
    if mention.kind != "person" or bearer.mentions[0].kind != "person":
        return bearer.mentions[0].kind == mention.kind
    theirs, ours = bearer.fullest.split(), mention.name.split()
    if theirs[-1] != ours[-1]:
        return len(ours) == 1 and len(theirs) > 1 and ours[0] == theirs[0]
    if _without_first(theirs) == ours or _without_first(ours) == theirs or _is_double(theirs, ours):
        return True
    return min(len(theirs), len(ours)) == 1 or _same_first_name(theirs[0], ours[0])


def _without_first(name: Sequence[str]) -> list[str]:
    """A noble's name as it stands alone: `von der Leyen` of `Ursula von der Leyen`."""
    return list(name[1:]) if len(name) > 2 and name[1].islower() else []


def _is_double(name: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the second is the double last name of the first: `Rios Acosta` of `Julia Rios Acosta`."""
    return len(short) > 1 and len(name) > len(short) and list(name[-len(short) :]) == list(short)


def _same_first_name(one: str, other: str) -> bool:
    """Equal, or two spellings of one name (`Sergei`, `Sergej`)."""
    alike = one[:4].lower() == other[:4].lower() and abs(len(one) - len(other)) <= 1
    return one == other or (alike and gazetteer.sex(one) == gazetteer.sex(other))


def _merged(bearers: list[_Bearer]) -> list[_Bearer]:
    """A short form that came before the only full name with it (`Merkel`, `Angela` in the lead) joins that name."""
    full: dict[str, list[_Bearer]] = {}
    for bearer in bearers:
        if bearer.mentions[0].kind == "person" and " " in bearer.fullest:
            for part in {bearer.fullest.split()[0], bearer.fullest.split()[-1]}:
                full.setdefault(part, []).append(bearer)
    kept: list[_Bearer] = []
    for bearer in bearers:
        fuller = full.get(bearer.fullest, []) if bearer.mentions[0].kind == "person" else []
        if len(fuller) == 1:
            fuller[0].mentions += bearer.mentions
        else:
            kept.append(bearer)
    return kept


def _nominative(draft: Draft, forms: frozenset[str], mention: Mention) -> Mention:
    """Without the genitive's -s, where the name stands without it elsewhere or a noun follows (`Merkels Partei`)."""
    name, last = mention.name, mention.last
    if not name.endswith(("s", "'", "’")) or len(name) < 4:
        return mention
    bare = name[:-1]
    word = bare.split()[-1]
    follows = draft.tag(last + 1) if last + 1 < len(draft.words) else ""
    genitive = draft.words[last].lemma == word and follows in {"NN", "ADJ(A)"}
    if gazetteer.sex(name.split()[-1]) or not (genitive or word in forms):
        return mention
    return replace(mention, name=bare, role="", gender=gazetteer.sex(name.split()[0]).replace("-", ""))


def _is_common(draft: Draft, token: int) -> bool:
    """`die Bürger` where somebody is called Bürger."""
    before = draft.words[token - 1].tag if token else ""
    return draft.words[token].tag == "NN" and before in BEFORE_NOUNS


def _short_forms(draft: Draft, found: Sequence[Mention]) -> list[Mention]:
    """Every further place where the last name of a known person stands alone."""
    people = [mention.name.split() for mention in found if mention.kind == "person"]
    first_names = {name[0] for name in people if len(name) > 1 and not name[0].islower()}
    last_names = {name[-1]: [part for part in name[1:-1] if part.islower()] for name in people}
    taken = taken_by(found)
    places = _double_names(draft, people, taken)
    taken |= taken_by(places)
    for token, form in enumerate(draft.forms):
        tag = "NE" if draft.words[token].tag in _ODD and form.istitle() else draft.words[token].tag
        if token in taken or not (tag in _NAME_TAGS or _is_odd_subject(draft, token)):
            continue
        name = next((one for one in (form, form.rstrip("'’"), form.removesuffix("s")) if one in last_names), None)
        if name is None and form in first_names and _stands_alone(draft, token):
            places.append(Mention("person", token, token, form))
        elif name:
            places += _short_form(draft, token, name, last_names[name], taken)
    return places


def _double_names(draft: Draft, people: Iterable[Sequence[str]], taken: set[int]) -> list[Mention]:
    """Every place where the double last name of a known person stands alone, which may begin like another one's."""
    doubles = {tuple(name[-2:]) for name in people if len(name) > 2 and not name[-2].islower()}
    pairs = (token for token in range(len(draft.forms) - 1) if (draft.forms[token], draft.forms[token + 1]) in doubles)
    free = (token for token in pairs if not {token, token + 1} & taken)
    return [Mention("person", token, token + 1, " ".join(draft.forms[token : token + 2])) for token in free]


def _stands_alone(draft: Draft, token: int) -> bool:
    """A first name that no list has, without article and without a noun or name around it."""
    around = [draft.words[one].tag for one in (token - 1, token + 1) if 0 <= one < len(draft.words)]
    return draft.words[token].tag == "NE" and not set(around) & (BEFORE_NOUNS | {"NE", "NN", "FM"})


def _is_odd_subject(draft: Draft, token: int) -> bool:
    """`Windisch sagte`, `sagte Sasse`: tagged as another word, but with a capital and beside verb or role."""
    tag = draft.words[token].tag
    verb = tag.startswith("VV")
    if not (verb or tag in {"ADJ(D)", "ADJ(A)", "ADV"}) or not draft.forms[token].istitle():
        return False
    begins = draft.sentences[draft.sentence_of(token)].start == token
    if verb and begins and tag != "VV(PP)":  # `Wendt wurde Zweiter`, taken for a participle
        return False
    if not begins and gazetteer.role(draft.words[token - 1].lemma):
        return True
    itself = begins and draft.form(token + 1) == "selbst"  # `Terhorst selbst wollte`
    beside = token + 1 + itself if begins else token - 1
    return 0 <= beside < len(draft.words) and draft.words[beside].tag in FINITE


def _short_form(draft: Draft, token: int, name: str, particles: Sequence[str], taken: set[int]) -> Iterator[Mention]:
    """The last name at a token, with `von der` and the like or a first name no list has; none of a common noun."""
    first = token - len(particles)
    before = [form.lower() for form in draft.forms[max(first, 0) : token]]
    if particles and before == list(particles):
        yield Mention("person", first, token, " ".join([*particles, name]))
    elif not _is_common(draft, token):
        first = token - 1 if token and token - 1 not in taken and _is_unlisted_first(draft, token - 1) else token
        yield Mention("person", first, token, " ".join([*draft.forms[first:token], name]))


def _is_unlisted_first(draft: Draft, token: int) -> bool:
    """`Kenji (Sakamoto)`: a name that no list has, right before a known person's last name."""
    return (
        draft.words[token].tag == "NE" and is_unlisted(draft, token) and gazetteer.match([draft.forms[token]]) is None
    )
