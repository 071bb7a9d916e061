"""Ask the store, answer with a Report value."""
