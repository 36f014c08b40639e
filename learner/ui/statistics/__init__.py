"""Statistics: what practice has come to, told as it is."""
