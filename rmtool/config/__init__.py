"""Settings and profile, from TOML to values."""
