"""Everything the store knows of its learner, as JSON for other programs."""

import msgspec

from learner.progress.store.store import Shelved, Store

VERSION = 1


def as_json(store: Store) -> str:
    """`{"version": 1, "answers": […], "words": […], "reviews": […], "lessons": […]}`."""
    words = [{"lemma": lemma, "status": status, "at": at} for lemma, status, at in store.marks()]
    found = {
        "version": VERSION,
        "answers": store.attempts(),
        "words": words,
        "reviews": store.cards.reviews(),
        "lessons": [{"uid": seen.uid, "opened": seen.opened, "archived": seen.archived} for seen in _opened(store)],
    }
    return msgspec.json.format(msgspec.json.encode(found)).decode()


def _opened(store: Store) -> list[Shelved]:
    return sorted(store.shelf().values(), key=lambda seen: seen.opened)
