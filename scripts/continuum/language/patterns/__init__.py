"""Patterns that people write: which can be used, where they are tried, and for how long."""
