"""`decrypt`: the store in clear again."""

from rmtool.app import App
from rmtool.commands import _confirm
from rmtool.commands import _encryption
from rmtool.commands._parameters import Yes
from rmtool.errors import RefusedError
from rmtool.i18n import _

HELP = _("""Take the encryption off the store: whoever gets at the file can read it then.

Asks first on a terminal; elsewhere it needs --yes. Encrypted backups stay as they are.

Examples:
  rmtool decrypt
  rmtool decrypt --yes""")


def decrypt(app: App, yes: Yes = False) -> None:
    """Write the store anew without a key."""
    if not app.key:
        raise RefusedError(_("The store is not encrypted."))
    _confirm.confirm(_("Write the store in clear, for everybody who gets at the file?"), yes=yes)
    _encryption.take_key(app)
    app.say(_("The store is in clear."))
