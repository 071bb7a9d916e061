"""Real servers on this machine: one that takes mail, one that breaks off as told, and a robot's."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from aiosmtpd.smtp import Envelope
from aiosmtpd.smtp import LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "wangmin@example.com", "s3cret-%pass"


class Box:
    """What a mail server took: the letters, and what it answers instead of taking one."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.letters: list[EmailMessage] = []
        self.answers = answers

    async def handle_MAIL(
        self, _server: Any, _session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.answers.get("RCPT", "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:
        answer = self.answers.get("DATA", "250 taken")
        if answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            letter = message_from_bytes(envelope.content, policy=default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
        return answer


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for localhost that only who has the file trusts, and a server's context with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file, secret = folder / "server.pem", folder / "server.key"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file, secret)
    return file, context


def _authenticated(_server: Any, _session: Any, _envelope: Any, _way: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=right, handled=False)


@contextmanager
def mail_server(
    security: str = "plain", context: ssl.SSLContext | None = None, auth: bool = False, **answers: str
) -> Iterator[tuple[int, Box]]:
    """A mail server; `answers` (MAIL, RCPT, DATA) are what it says instead of taking a letter."""
    box = Box(answers)
    words: dict[str, Any] = {"auth_required": auth, "auth_require_tls": auth and security != "tls"}
    if auth:
        words["authenticator"] = _authenticated
    if security == "starttls":
        words |= {"tls_context": context, "require_starttls": True}
    controller = Controller(
        box, hostname="127.0.0.1", port=_free(), ssl_context=context if security == "tls" else None, **words
    )
    controller.start()
    try:
        yield controller.port, box
    finally:
        controller.stop()


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def unused_port() -> int:
    """A port on which nobody listens."""
    return _free()


@contextmanager
def scripted(**answers: str) -> Iterator[tuple[int, list[bytes]]]:
    """A mail server that says 250 to all but what `answers` tell: another line, `hang`, or `close`.

    The words are greeting, EHLO, MAIL, RCPT, DATA, and END for after the letter. Answers its port and what it heard.
    """
    heard: list[bytes] = []
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as lines:
            word = "greeting"
            while True:
                answer = answers.get(word, {"greeting": "220 hello", "DATA": "354 go on"}.get(word, "250 OK"))
                if answer == "hang":
                    stop.wait(30)
                    return
                if answer == "close":
                    return
                connection.sendall(answer.encode() + b"\r\n")
                if word == "DATA" and answer.startswith("354"):
                    content = b""
                    while not content.endswith(b"\r\n.\r\n"):
                        content += lines.readline()
                    heard.append(content)
                    word = "END"
                    continue
                line = lines.readline()
                if not line:
                    return
                heard.append(line)
                word = line.split()[0].decode().upper()

    def serve() -> None:
        while True:
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        stop.set()
        listener.close()


class Chat:
    """What a robot was told: path and body of each request, and what it answers."""

    def __init__(self, answer: str, status: int) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.answer = answer
        self.status = status
        self.stop = threading.Event()


@contextmanager
def robot_server(answer: object = None, status: int = 200) -> Iterator[tuple[str, Chat]]:
    """A robot: answers its address and what it was told; `answer` may be `hang`, `close`, or anything as JSON."""
    text = answer if isinstance(answer, str) else json.dumps(answer or {"errcode": 0, "errmsg": "ok"})
    chat = Chat(text, status)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            chat.heard.append((self.path, json.loads(body)))
            if chat.answer == "hang":
                chat.stop.wait(30)
            if chat.answer in ("hang", "close"):
                self.close_connection = True
                return
            self.send_response(chat.status)
            if 300 <= chat.status < 400:
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")  # type: ignore[attr-defined]
            self.end_headers()
            self.wfile.write(chat.answer.encode())

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/send?key=K3Y", chat
    finally:
        chat.stop.set()
        server.shutdown()
        server.server_close()
