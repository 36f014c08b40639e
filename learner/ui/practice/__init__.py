"""Practice: one item after the other, each kind with the way of answering that suits it."""
