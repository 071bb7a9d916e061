"""`profile`: the profile in force, explained in words."""

from typing import Annotated

import typer

from rmtool.app import App
from rmtool.commands import _profiles
from rmtool.commands import _verified
from rmtool.commands._parameters import Json
from rmtool.domain.text import shown
from rmtool.i18n import _

HELP = _("""Show the profile in force in words: tiers, stages, kinds, cadences, how soon tasks must be done.

Examples:
  rmtool profile
  rmtool profile --list
  rmtool use-profile tobacco""")


def profile(
    app: App,
    list: Annotated[bool, typer.Option("--list", help=_("The profiles there are."))] = False,
    json: Json = False,
) -> None:
    """Show the profile, or those there are."""
    # Imported here: json's encoder is only needed with --json.
    from rmtool.writers import json_text

    if list:
        names = [_verified.load(path) for path in _profiles.shipped().values()]
        if json:
            app.show(json_text.array({"name": each.name, "zh": each.zh, "en": each.en} for each in names))
            return
        app.show(
            "\n".join(f"{each.name:<16}{each.zh if app.language == 'zh' else each.en}" for each in names)
        )
        return
    found = _verified.profile(app)
    app.show(json_text.document(found) if json else _profiles.told(found, app.language))
    app.say(_("It lies in {path}.").format(path=shown(str(app.profile_path))))
