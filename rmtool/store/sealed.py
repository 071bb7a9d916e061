"""Backups as age files (age-encryption.org/v1): sealed with public keys or a passphrase, and opened again."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import BinaryIO
from typing import cast

from rmtool import paths
from rmtool.errors import BadFileError
from rmtool.errors import CannotWriteError
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _

_HEAD = b"age-encryption.org/v1\n"
_PASSPHRASE = b"-> scrypt "
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 (how the line begins that holds one)


def is_sealed(path: Path) -> bool:
    """Whether `path` is an age file, by its first bytes."""
    return _begin(path).startswith(_HEAD)


def takes_passphrase(path: Path) -> bool:
    """Whether an age file was sealed with a passphrase, and not with keys."""
    return _begin(path).startswith(_HEAD + _PASSPHRASE)


def _begin(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_HEAD + _PASSPHRASE))


def seal(source: BinaryIO, out: BinaryIO, recipients: tuple[str, ...], passphrase: str) -> None:
    """Write what `source` holds into `out`, for whoever has one of the secret keys to `recipients`, or knows `passphrase`.

    What a passphrase seals is held in memory, opened again and compared. Raises UsageError for what is no public key,
    CannotWriteError where it can't be opened, SettingsError where pyrage is missing.
    """
    age = _age()
    if recipients:
        try:
            keys = [age.x25519.Recipient.from_str(each) for each in recipients]
        except age.RecipientError as error:
            raise UsageError(
                _(
                    "backup_key is no public key of age ({reason}): it looks like age1…; age-keygen makes one."
                ).format(reason=error)
            ) from error
        age.encrypt_io(source, out, keys)
        return
    plain = source.read()
    made = age.passphrase.encrypt(plain, passphrase)
    if sha256(age.passphrase.decrypt(made, passphrase)).digest() != sha256(plain).digest():
        raise CannotWriteError(_("The encrypted backup can't be opened again: nothing was written."))
    out.write(made)


@contextmanager
def opened(file: Path, draft: Path, word: str) -> Iterator[Path]:
    """What an age file holds, as `draft`, 0600, until the block ends; `word` is a passphrase or holds a secret key.

    Raises BadFileError where it opens nothing.
    """
    age = _age()
    try:
        with file.open("rb") as source, paths.whole_file(draft) as out:
            try:
                if takes_passphrase(file):
                    out.write(age.passphrase.decrypt(source.read(), word))
                else:
                    age.decrypt_io(source, out, _identities(age, word))
            except (age.DecryptError, age.IdentityError, OSError) as error:
                if getattr(error, "errno", None):
                    raise
                # What is cut or altered comes as an OSError without a number.
                raise BadFileError(
                    _(
                        "{path} is not opened by this passphrase or key, or is damaged: take the one it was made with."
                    ).format(path=file)
                ) from error
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _identities(age: ModuleType, word: str) -> list[object]:
    lines = [each.strip() for each in word.splitlines()]
    return [age.x25519.Identity.from_str(each) for each in lines if each.startswith(_SECRET)]


def _age() -> ModuleType:
    try:
        # Imported here: an extra, and only encrypted backups need it.
        import pyrage  # type: ignore[import-untyped]
    except ImportError as error:
        raise SettingsError(
            _("Encrypted backups need pyrage: install it with `pip install 'rmtool[encrypted]'`.")
        ) from error
    return cast(ModuleType, pyrage)
