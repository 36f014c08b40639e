"""Lessons on disk: read, write, check; untrusted input is refused here with file and line."""
