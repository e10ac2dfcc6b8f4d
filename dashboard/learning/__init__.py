"""Linear models: small tables of named weights, and the word lists that go with them."""
