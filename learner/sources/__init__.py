"""The door in: file, URL, stdin, paste become text with an origin."""
