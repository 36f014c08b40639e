"""Decks and other exports, judged by the official Anki package."""
