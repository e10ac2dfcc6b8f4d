"""Names and the places they could be: the embedded gazetteer."""
