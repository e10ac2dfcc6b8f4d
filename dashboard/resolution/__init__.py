"""Deciding which place each toponym is, and saying why."""
