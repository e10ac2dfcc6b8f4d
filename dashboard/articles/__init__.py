"""Articles: read from files, JSON lines and seeds; cut into the parts of a page."""
