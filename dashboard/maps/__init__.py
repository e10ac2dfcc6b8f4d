"""From a reading to what the map draws."""
