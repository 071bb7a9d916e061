"""What the user set in `config.toml`; each key with its default and check in one place."""

from pathlib import Path
from typing import NamedTuple

from rmtool import i18n
from rmtool.config import toml
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _


class Settings(NamedTuple):
    """What the user set in `config.toml`; every value is text."""

    owner: str = ""
    department: str = ""
    supervisor: str = ""
    language: str = ""
    phone_region: str = "CN"
    team_key: str = ""
    mail_server: str = ""
    mail_port: str = ""
    mail_security: str = "tls"
    mail_user: str = ""
    mail_from: str = ""
    backup_key: str = ""

    @staticmethod
    def check(key: str, value: object) -> str:
        """`value` as it is kept under `key`; raises UsageError for an unknown key or a value that can't be right."""
        if key not in KEYS:
            raise UsageError(
                _("Unknown setting {key}: use one of {known}.").format(key=key, known=", ".join(KEYS))
            )
        if not isinstance(value, str):
            raise UsageError(_("The setting {key} is text: write it in quotes.").format(key=key))
        if key == "language" and value and i18n.known(value) is None:
            raise UsageError(_("Unknown language {value}: use zh or en.").format(value=value))
        if key == "phone_region" and not (len(value) == 2 and value.isascii() and value.isalpha()):
            raise UsageError(
                _("Unknown phone region {value}: use a two-letter country code such as CN or HK.").format(
                    value=value
                )
            )
        if key == "mail_security" and value not in SECURITY:
            raise UsageError(
                _("Unknown mail security {value}: use one of {known}.").format(
                    value=value, known=", ".join(SECURITY)
                )
            )
        if key == "mail_port" and value and not (value.isdecimal() and 0 < int(value) < 65536):
            raise UsageError(_("{value} is no port: use a number such as 465 or 587.").format(value=value))
        return value.upper() if key == "phone_region" else value


# Encrypted from the start (port 465), from STARTTLS on (587), or not at all, to this machine or to any.
SECURITY = ("tls", "starttls", "plain", "plain-anywhere")
KEYS = Settings._fields


def load(path: Path) -> Settings:
    """The settings in `path`, or the defaults where it is missing; raises SettingsError."""
    try:
        return Settings(**{key: Settings.check(key, value) for key, value in toml.read(path).items()})
    except UsageError as error:
        raise SettingsError(
            _("{path}: {problem} Put it right with `rmtool config`.").format(path=path, problem=error)
        ) from error
