"""People, bodies and places: one identity for many names."""
