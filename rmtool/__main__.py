"""`python -m rmtool` is `rmtool`."""

from rmtool.cli import run

run()
