"""Files in: rows that know their place in the file."""
