"""Compile the translation catalogues while building, so that no binary lies in the repository."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Turn every `messages.po` into the `messages.mo` beside it."""

    def initialize(self, version, build_data):
        """Run before each build, editable ones included."""
        for source in Path(self.root, "rmtool", "locale").glob("*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            made = target.with_name(f"{target.name}.{os.getpid()}")
            with source.open("rb") as po, made.open("wb") as mo:
                write_mo(mo, read_po(po))
            # Whole at once: an editable install writes where a running rmtool may be reading.
            made.replace(target)
