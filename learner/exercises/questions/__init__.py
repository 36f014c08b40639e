"""W-questions: one constituent of a main clause becomes the W-phrase in the Vorfeld, the rest keeps its order."""
