"""The first start: language and level, then a lesson; nothing else in the way."""
