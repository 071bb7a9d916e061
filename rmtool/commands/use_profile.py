"""`use-profile`: fit rmtool to a trade."""

from typing import Annotated

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _profiles
from rmtool.commands import _verified
from rmtool.commands._parameters import Yes
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.writers import pages

HELP = _("""Fit rmtool to a trade: its tiers, stages, kinds, cadences and times to answer in.

The profile is copied into the home, where it can be changed; what changes is shown first. Data stays: a
tier or kind that the new profile lacks keeps its key. A profile of your own that was there is kept.

Examples:
  rmtool profile --list
  rmtool use-profile bank-corporate
  rmtool use-profile ~/our-branch.toml --yes""")


def use_profile(
    app: App,
    name: Annotated[
        str, typer.Argument(metavar=_("NAME"), help=_("One of `rmtool profile --list`, or a file."))
    ],
    yes: Yes = False,
) -> None:
    """Show the differences, ask, keep the old one, put the new one in its place."""
    source = _profiles.find(name)
    after = _verified.load(source)
    if app.is_own(source):
        raise RefusedError(_("{path} is the profile in force already.").format(path=shown(str(source))))
    changes = [*_profiles.differences(_verified.profile(app), after, app.language)]
    app.show(
        "\n".join(line for each in changes for line in pages.hanging(each, pages.columns()))
        or _("Nothing changes.")
    )
    title = after.zh if app.language == "zh" else after.en
    _confirm.confirm(_("Use the profile {name} ({title})?").format(name=after.name, title=title), yes=yes)
    own = app.home / "profile.toml"
    kept = None
    if own.exists():
        kept = paths.free(paths.make_private(app.home / "backups") / f"profile-{app.now:%Y%m%d-%H%M%S}.toml")
        with paths.whole_file(kept) as file:
            file.write(own.read_bytes())
    with paths.whole_file(own) as file:
        file.write(source.read_bytes())
    app.say(_("The profile is now {name}; it lies in {path}.").format(name=after.name, path=shown(str(own))))
    if kept is not None:
        app.say(_("The one before is kept as {path}.").format(path=shown(str(kept))))
