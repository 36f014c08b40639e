"""Review: the day's words and missed items, in the sentences where they were met."""
