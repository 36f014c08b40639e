"""Words: all about a word without its sentence (nouns, verb forms, meanings, sound, frequency, level).

One read-only SQLite table, built once from the installed packages and our own data; nothing here knows an article.
"""
