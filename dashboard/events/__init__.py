"""What happened: types of event, the lexicon of triggers, status, and where."""
