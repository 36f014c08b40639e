"""What holds the sentences of a paragraph together, and what keeps others out of a place in it."""
