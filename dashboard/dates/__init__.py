"""When it happened: expressions of time, their values, and the date of each event."""
