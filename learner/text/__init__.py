"""Characters: HTML or pasted text becomes a cleaned Article with sentences and tokens.

This floor takes strings and opens nothing. It knows no words and no grammar.
"""
