"""The terminal interface: screens by area, each with its widgets and pure text. Only `app` knows all of them."""
