"""`add-robot`: keep the address and secret of a group chat's robot, where only its owner can read them."""

from dataclasses import asdict
from typing import Annotated

import tomlkit
import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands._client_form import secret as hidden
from rmtool.config import secrets
from rmtool.domain.text import one_line
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.writers import robots

HELP = _("""Keep the robot of a group chat (企业微信, 钉钉, 飞书), for `rmtool schedule --webhook NAME`.

Its address holds a key, so write - and paste it unseen. It is kept in robots.toml in the home, which only you
can read. The same name again takes the place of the old one.

Examples:
  rmtool add-robot team -
  rmtool add-robot team - --secret -""")


def add_robot(
    app: App,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("What you call it."))],
    url: Annotated[
        str, typer.Argument(metavar=_("ADDRESS"), help=_("Its webhook address; - is asked unseen."))
    ],
    secret: Annotated[
        str, typer.Option(metavar=_("SECRET"), help=_("What it signs with, if anything; - is asked unseen."))
    ] = "",
    kind: Annotated[
        str,
        typer.Option(metavar=_("KIND"), help=_("wecom, dingtalk or feishu, where the address doesn't tell.")),
    ] = "",
) -> None:
    """Check the address and keep it; nothing is sent."""
    kept_name = one_line(name, "NAME", 40)
    if "," in kept_name or "，" in kept_name:
        raise UsageError(_("A robot's name has no comma: choose another one."))
    address = hidden(url, _("ADDRESS")) or ""
    robot = robots.checked(
        robots.Robot(
            kept_name, kind, address, one_line(hidden(secret, _("SECRET")) or "", "SECRET", optional=True)
        )
    )
    every = tomlkit.document()
    for each, table in {**secrets.robots(app.home), kept_name: _table(robot)}.items():
        every[each] = table
    with paths.whole_file(app.home / secrets.ROBOTS) as file:
        file.write(tomlkit.dumps(every).encode())
    app.say(_("Robot {name} ({kind}) is kept.").format(name=kept_name, kind=robot.kind))


def _table(robot: robots.Robot) -> dict[str, str]:
    return {key: str(value) for key, value in asdict(robot).items() if key in ("kind", "url", "secret")}
