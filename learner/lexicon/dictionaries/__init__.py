"""Dictionaries a person adds: Ding, dictd, StarDict and TSV files become rows of an index of our own.

Everything read here is a stranger's file: sizes are limited, what breaks the format is a LexiconError.
"""
