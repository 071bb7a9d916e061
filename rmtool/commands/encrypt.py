"""`encrypt`: the whole store behind a passphrase or a key."""

from rmtool.app import App
from rmtool.commands import _encryption
from rmtool.commands._encryption import InKeyring
from rmtool.commands._encryption import KeyFile
from rmtool.errors import RefusedError
from rmtool.i18n import _

HELP = _("""Encrypt the store, search index and history included; every command goes on working.

A passphrase is asked for, here and then by every command. --keyring lets the desktop remember the key; --key-file
keeps it in a file that you alone can read, which cron needs: made with a new key where there is none, best on a stick
that you take with you. Without passphrase and key nobody gets at the store again, so keep a copy of them elsewhere.

Needs the extra `rmtool[encrypted]`. Backups made from now on are encrypted too; older ones stay as they are.

Examples:
  rmtool encrypt
  rmtool encrypt --keyring
  rmtool encrypt --key-file /media/stick/rmtool.key""")


def encrypt(app: App, key_file: KeyFile = None, keyring: InKeyring = False) -> None:
    """Write the store anew with a key, every row compared, and leave nothing of the old file."""
    if app.key:
        raise RefusedError(_("The store is encrypted already: `rmtool rekey` gives it another key."))
    _encryption.give_key(app, key_file, keyring=keyring)
    app.say(_("The store is encrypted."))
    _encryption.tell_of_plain(app)
