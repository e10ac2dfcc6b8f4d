"""Finding the place names of a text, and how each is used."""
