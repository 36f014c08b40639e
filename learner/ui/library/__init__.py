"""The library: the lessons there are, and new ones made from articles."""
