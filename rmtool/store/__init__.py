"""Everything kept, and the only SQL."""
