"""What toponyms, events and dates share about the language: tokens, sentences."""
