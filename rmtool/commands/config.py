"""`config`: show or change settings."""

from typing import Annotated

import tomlkit
import typer
from tomlkit.exceptions import TOMLKitError

from rmtool import paths
from rmtool.app import App
from rmtool.commands._parameters import Json
from rmtool.config import toml
from rmtool.config.settings import KEYS
from rmtool.config.settings import Settings
from rmtool.domain.deliveries import addresses
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import N_
from rmtool.i18n import _
from rmtool.writers import json_text
from rmtool.writers import terminal

HELP = _("""Show the settings, show one, or set one. They lie in config.toml in the home.

Examples:
  rmtool config
  rmtool config owner 王敏
  rmtool config language zh
  rmtool config --unset department""")

_MEANINGS = {
    "owner": N_("your name: whose visits and tasks you log"),
    "department": N_("stands at the head of reports and exports"),
    "supervisor": N_("who hears of late tasks, unless the profile names somebody"),
    "language": N_("zh or en; empty takes the machine's"),
    "team_key": N_("a password your team shares, so that `combine` finds clients two of you log"),
    "mail_server": N_("the server that takes reports by mail, such as smtp.example.com"),
    "mail_port": N_("its port; empty is 465 for tls, 587 for starttls, 25 for plain"),
    "mail_security": N_("tls, starttls, plain (a server on this machine) or plain-anywhere"),
    "mail_user": N_("who logs in there; the password lies elsewhere, see docs/schedules.md"),
    "mail_from": N_("the address reports come from; empty takes mail_user"),
    "backup_key": N_("the public key of age (age1…) that `rmtool backup --encrypt` encrypts to"),
    "phone_region": N_("country of phone numbers without one, such as CN"),
}


def config(
    app: App,
    key: Annotated[str | None, typer.Argument(metavar=_("KEY"), help=_("The setting."))] = None,
    value: Annotated[str | None, typer.Argument(metavar=_("VALUE"), help=_("What to set it to."))] = None,
    unset: Annotated[str, typer.Option(metavar=_("KEY"), help=_("Take this setting out of the file."))] = "",
    json: Json = False,
) -> None:
    """Show, set or take out; works while another setting in the file is wrong."""
    if unset and key:
        raise UsageError(_("--unset stands alone: give no other setting with it."))
    if unset:
        _unset(app, unset)
    elif key is None:
        _list(app, json=json)
    elif value is None:
        app.show(shown(_value(_document(app), _known(key))))
    else:
        _set(app, _known(key), value)


def _known(key: str) -> str:
    """The setting of that name, with - or _; raises UsageError."""
    name = key.replace("-", "_")
    if name not in KEYS:
        raise UsageError(
            _("Unknown setting {key}: use one of {known}.").format(key=shown(key), known=", ".join(KEYS))
        )
    return name


def _document(app: App) -> tomlkit.TOMLDocument:
    """The file as it is, comments and all; raises SettingsError."""
    path = paths.home(app.environ) / "config.toml"
    try:
        return tomlkit.parse(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError, OSError) as error:
        raise toml.unreadable(path, error) from error


def _value(document: tomlkit.TOMLDocument, key: str) -> str:
    return str(document[key]) if key in document else str(getattr(Settings(), key))


def _list(app: App, *, json: bool) -> None:
    document = _document(app)
    if json:
        app.show(
            json_text.array(
                {"key": key, "value": _value(document, key), "set": key in document, "meaning": _(_MEANINGS.get(key, ""))}
                for key in KEYS
            )
        )  # fmt: skip
        return
    rows = [(key, _value(document, key) or "-", _(_MEANINGS.get(key, ""))) for key in KEYS]
    app.show(terminal.table((_("Setting"), _("Value"), _("Meaning")), rows, wrap=_("Meaning")))
    for key in document:
        if key not in KEYS:
            app.say(
                _("{key} is no setting of rmtool: take it out with `rmtool config --unset {key}`.").format(
                    key=shown(key)
                )
            )
    app.say(_("They lie in {path}.").format(path=shown(str(paths.home(app.environ) / "config.toml"))))


def _set(app: App, key: str, value: str) -> None:
    kept = Settings.check(key, one_line(value, key, optional=True))
    if key == "mail_from" and kept:
        addresses(kept)
    document = _document(app)
    document[key] = kept
    _save(app, document)
    app.say(_("{key} is now {value}.").format(key=key, value=shown(kept) or "''"))


def _unset(app: App, key: str) -> None:
    document = _document(app)
    name = key if key in document else key.replace("-", "_")
    if name not in document:
        if name in KEYS:
            app.say(_("{key} was not set.").format(key=name))
            return
        _known(key)
    del document[name]
    _save(app, document)
    app.say(_("{key} is no longer set.").format(key=shown(name)))


def _save(app: App, document: tomlkit.TOMLDocument) -> None:
    with paths.whole_file(app.home / "config.toml") as file:
        file.write(tomlkit.dumps(document).encode())
