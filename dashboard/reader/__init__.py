"""What the reader shows: passages of a place, places of a passage."""
