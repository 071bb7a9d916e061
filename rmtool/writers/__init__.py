"""Make a value visible: terminal, templates, Excel, CSV, JSON."""
