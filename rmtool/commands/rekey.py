"""`rekey`: another passphrase or key for the encrypted store."""

from rmtool.app import App
from rmtool.commands import _encryption
from rmtool.commands._encryption import InKeyring
from rmtool.commands._encryption import KeyFile
from rmtool.errors import RefusedError
from rmtool.i18n import _

HELP = _("""Give the encrypted store another passphrase or key, or keep its key in another place.

The store is written anew, every row compared. Backups made before keep the passphrase or key that they were made
with: keep it for as long as you keep them.

Examples:
  rmtool rekey
  rmtool rekey --key-file /media/stick/rmtool.key""")


def rekey(app: App, key_file: KeyFile = None, keyring: InKeyring = False) -> None:
    """Write the store anew with another key."""
    if not app.key:
        raise RefusedError(_("The store is not encrypted: `rmtool encrypt` does that."))
    _encryption.give_key(app, key_file, keyring=keyring)
    app.say(_("The store has a new key."))
