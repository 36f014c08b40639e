"""German: tags, lemmas, separable verbs, compounds, names, speech; an Article becomes an Analysis.

What is not certain is not said: exercises are built on this floor.
"""
