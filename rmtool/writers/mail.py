"""Mail out: a letter with its report, handed to the one server of the settings; the one room that knows smtplib.

smtplib's `sendmail` does not tell whether a connection was lost before or after the letter was handed over, so the
steps are taken one by one here.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from rmtool.domain.text import clip
from rmtool.domain.text import shown
from rmtool.errors import DoubtError
from rmtool.errors import SettingsError
from rmtool.errors import UnreachableError
from rmtool.i18n import _

# Not mimetypes: it says what the machine's own tables say, which know no workbook on many.
_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "xlsx": f"{_OFFICE}spreadsheetml.sheet", "docx": f"{_OFFICE}wordprocessingml.document",
    "pdf": "application/pdf", "html": "text/html", "csv": "text/csv", "json": "application/json",
}  # fmt: skip
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed over: `security` is tls, starttls, plain (this machine only) or plain-anywhere."""

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one address; `file` is the report as an attachment, its name empty where the text holds it."""

    sender: str
    sender_name: str
    to: str
    subject: str
    text: str
    message_id: str
    moment: datetime
    file: tuple[str, bytes] = ("", b"")


def composed(letter: Letter) -> bytes:
    """The letter as it goes over the wire; line breaks in its subject or names are made visible, never kept."""
    made = EmailMessage(SMTP)
    made["From"] = Address(shown(letter.sender_name), addr_spec=letter.sender)
    made["To"] = Address(addr_spec=letter.to)
    made["Subject"] = shown(letter.subject)
    made["Date"] = format_datetime(letter.moment)
    made["Message-ID"] = letter.message_id
    # In base64, so that no line begins with the dot that would end the letter.
    made.set_content(letter.text, cte="base64")
    name, content = letter.file
    if name:
        suffix = name.rpartition(".")[2]
        main, _slash, sub = _TYPES.get(suffix, "application/octet-stream").partition("/")
        # Pages and tables of ours are UTF-8, which a reader's program must not guess.
        text = {"charset": "utf-8"} if main == "text" else None
        made.add_attachment(content, maintype=main, subtype=sub, filename=shown(name), params=text)
    return made.as_bytes()


def send(server: Server, letter: Letter) -> None:
    """Hand the letter over.

    Raises UnreachableError where it can be tried again, SettingsError where that is of no use, and DoubtError where
    the server went silent after it was handed over.
    """
    content = composed(letter)
    with _connected(server) as client:
        _log_in(client, server)
        _accepted(client.mail(letter.sender), server)
        _accepted(client.rcpt(letter.to), server)
        _accepted(client.docmd("DATA"), server, 354)
        # From here on the letter may be with the server whatever we hear of it.
        with _in_doubt(server):
            client.send(content.rstrip(b"\r\n") + b"\r\n.\r\n")
            answer = client.getreply()
        _accepted(answer, server)


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """A connection that is safe enough for the settings; what goes wrong with it becomes one of our errors."""
    client: smtplib.SMTP | None = None
    try:
        client = _connection(server)
        yield client
        with suppress(OSError, smtplib.SMTPException):
            client.quit()
    except ssl.SSLError as error:
        raise SettingsError(_untrusted(server, error)) from error
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        # Also what smtplib raises for an answer that is none: all its errors are OSErrors.
        raise _problem(error, server) from error
    finally:
        if client is not None:
            client.close()


def _connection(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    if server.security == "plain" and server.host not in LOCAL:
        raise SettingsError(
            _(
                "Mail to {server} would go unencrypted: set `rmtool config mail_security starttls` or tls;"
                " plain is for a server on this machine."
            ).format(server=shown(server.host))
        )
    client = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.security == "starttls":
            client.starttls(context=context)
    except BaseException:
        client.close()
        raise
    return client


def _untrusted(server: Server, error: ssl.SSLError) -> str:
    reason = getattr(error, "verify_message", "") or error.reason or type(error).__name__
    return _(
        "The mail server {server} has no connection that can be trusted ({reason}):"
        " check `rmtool config mail_server`, mail_port and mail_security."
    ).format(server=_name(server), reason=shown(str(reason)))


def _problem(error: OSError, server: Server) -> UnreachableError | SettingsError:
    """Our error for one of smtplib's or the system's; a server's own words never hold our password."""
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= 500:
        return SettingsError(
            _(
                "The mail server {server} does not take the user or password ({code}):"
                " check `rmtool config mail_user` and the password."
            ).format(server=_name(server), code=error.smtp_code)
        )
    # The bare class is how smtplib says that none of the ways to log in is known to both.
    if isinstance(error, smtplib.SMTPNotSupportedError) or type(error) is smtplib.SMTPException:
        return SettingsError(
            _(
                "The mail server {server} does not offer what the settings ask for:"
                " check `rmtool config mail_security` and mail_user."
            ).format(server=_name(server))
        )
    if isinstance(error, smtplib.SMTPResponseException):
        return _refused(error.smtp_code, error.smtp_error, server)
    reason = error.strerror if error.errno else ""
    if isinstance(error, TimeoutError):
        reason = _("nothing came in time")
    if isinstance(error, smtplib.SMTPServerDisconnected):
        reason = _("the connection broke off, or nothing came in time")
    return UnreachableError(
        _("The mail server {server} does not answer ({reason}): it is tried again later.").format(
            server=_name(server), reason=shown(reason or type(error).__name__)
        )
    )


def _log_in(client: smtplib.SMTP, server: Server) -> None:
    client.ehlo_or_helo_if_needed()
    if not server.user:
        return
    if server.security.startswith("plain") and server.host not in LOCAL:
        raise SettingsError(
            _(
                "A password never goes over an unencrypted line: set `rmtool config mail_security starttls` or tls."
            )
        )
    if not (server.user + server.password).isascii():
        raise SettingsError(
            _("A mail user and its password are plain letters, digits and signs: check them.")
        )
    client.login(server.user, server.password)


def _accepted(answer: tuple[int, bytes], server: Server, wanted: int = 250) -> None:
    """Raise what the server's answer means unless it is the one wanted."""
    code, said = answer
    if code != wanted and not (wanted == 250 and code == 251):
        raise _refused(code, said, server)


def _refused(code: int, said: bytes | str, server: Server) -> UnreachableError | SettingsError:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if server.password:
        words = words.replace(server.password, "***")
    reason = clip(f"{code} {shown(' '.join(words.split()))}", 160)
    if code < 500:
        return UnreachableError(
            _("The mail server {server} says later ({reason}): it is tried again.").format(
                server=_name(server), reason=reason
            )
        )
    return SettingsError(
        _("The mail server {server} refuses ({reason}): check the address and `rmtool config`.").format(
            server=_name(server), reason=reason
        )
    )


@contextmanager
def _in_doubt(server: Server) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DoubtError(
            _(
                "The mail server {server} went silent after it was given the letter: it may have arrived."
                " Ask the reader, then see `rmtool handed-in`."
            ).format(server=_name(server))
        ) from error


def _name(server: Server) -> str:
    return shown(f"{server.host}:{server.port}")
