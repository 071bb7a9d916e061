"""The program: what the console script and `python -m rmtool` start."""

import gc

# A start makes tens of thousands of objects that stay to the end: to look for garbage among them takes a
# twelfth of `log-visit`. The door turns the collector on again before the command runs.
gc.disable()

from rmtool.cli import run  # noqa: E402

if __name__ == "__main__":
    run()
