"""The terminal interface: screens and widgets; each handler calls one lower function."""
