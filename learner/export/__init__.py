"""Lessons for others: Anki decks behind genanki's one door."""
