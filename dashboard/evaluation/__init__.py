"""How well places are found and placed, held against texts in which people labelled them."""
