"""Questions: an Analysis becomes Items; responses become Scores with feedback.

No clock, no unseeded random, no disk: the seed comes as an argument.
"""
