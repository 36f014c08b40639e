"""What nouns for persons say about them: an office, a part in court."""

from learner.language import gazetteer
from learner.language.tables import column
from learner.lexicon.wordclasses import wordrow

POSTS = wordrow("persons.posts")
OF_BODIES = wordrow("persons.of-bodies")
IN_COURT = wordrow("persons.in-court")
_ADVOCATES = frozenset({"anwalt", "anwältin"})
_PARTIES = wordrow("persons.parties")


def bears(role: str, noun: str) -> bool:
    """Whether somebody with a role may be called by a noun; a `Staatsanwalt` is no `Anwalt`."""
    role, noun = role.lower(), noun.lower()
    return role.endswith(noun) and not (
        noun in _ADVOCATES and role.endswith(tuple(f"staats{one}" for one in _ADVOCATES))
    )


def is_party(noun: str) -> bool:
    """`Angeklagter`, `Beschuldigte`: who stands before a court."""
    return noun.lower().removesuffix("r").endswith(_PARTIES)


def is_office(noun: str) -> bool:
    """`Bundeskanzler`, `Sprecherin`, `Vater`: means a person only if the text gives that person this role."""
    known = gazetteer.role(noun)
    return noun in column("offices.tsv") or (known is not None and known[0] in column("offices.tsv"))


def is_post(role: str) -> bool:
    """Whether nobody who has this role is called `der Mann` later."""
    return is_office(role) or role.lower().endswith((*POSTS, *OF_BODIES, *IN_COURT))
