"""rmtool: a command-line toolkit for relationship managers (客户经理)."""

__version__ = "0.1.0"
