"""What a learner did and knows, in SQLite; the only door to it."""

from learner.progress.store.cards import Card, Reviewed
from learner.progress.store.store import Shelved, Status, Store, own_file

__all__ = ["Card", "Reviewed", "Shelved", "Status", "Store", "own_file"]
