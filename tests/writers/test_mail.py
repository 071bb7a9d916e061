"""Mail out, against real servers on this machine."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from rmtool.errors import DoubtError
from rmtool.errors import RmtoolError
from rmtool.errors import SettingsError
from rmtool.errors import UnreachableError
from rmtool.writers import mail
from rmtool.writers.mail import Letter
from rmtool.writers.mail import Server
from tests.servers import PASSWORD
from tests.servers import USER
from tests.servers import certificate
from tests.servers import mail_server
from tests.servers import scripted
from tests.servers import unused_port

NOW = datetime.fromisoformat("2026-11-27T17:30:00+08:00")
LETTER = Letter(
    USER, "王敏", "boss@example.com", "周报 2026年第48周", ".一行\n正文", "<1@rmtool.invalid>", NOW
)
PLAIN = Server("127.0.0.1", 0, "plain", timeout=5)


def test_a_letter_arrives_with_its_text_and_a_file_of_chinese_name() -> None:
    content = bytes(range(256)) * 40
    with mail_server() as (port, box):
        mail.send(replace(PLAIN, port=port), replace(LETTER, file=("周报-2026-W48.xlsx", content)))
    (letter,) = box.letters
    assert letter["Subject"] == "周报 2026年第48周"
    assert str(letter["From"]) == f"王敏 <{USER}>"
    assert letter["To"] == "boss@example.com"
    assert letter["Message-ID"] == "<1@rmtool.invalid>"
    assert letter["Date"] == "Fri, 27 Nov 2026 17:30:00 +0800"
    body = letter.get_body()
    assert body is not None
    assert body.get_content().splitlines() == [".一行", "正文"]
    (file,) = letter.iter_attachments()
    assert file.get_filename() == "周报-2026-W48.xlsx"
    assert file.get_content() == content
    assert file.get_content_type().endswith("spreadsheetml.sheet")


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [
        ("pdf", "application/pdf"),
        ("html", "text/html"),
        ("csv", "text/csv"),
        ("odd", "application/octet-stream"),
    ],
)
def test_a_reader_is_told_what_the_file_is(suffix: str, kind: str) -> None:
    wire = mail.composed(replace(LETTER, file=(f"a.{suffix}", "表".encode())))
    (file,) = message_from_bytes(wire, policy=default).iter_attachments()  # type: ignore[attr-defined]
    assert file.get_content_type() == kind
    assert file.get_payload(decode=True) == "表".encode()
    assert kind.startswith("text/") == (file.get_param("charset") == "utf-8")


def test_a_file_name_goes_over_the_wire_as_rfc_2231_says() -> None:
    wire = mail.composed(replace(LETTER, file=("周报.pdf", b"x")))
    assert b"filename*=utf-8''%E5%91%A8%E6%8A%A5.pdf" in wire
    assert wire.isascii()


def test_no_line_of_a_letter_begins_with_the_dot_that_would_end_it() -> None:
    dots = ".\n" * 50
    for file in (("", b""), ("...md", dots.encode())):
        wire = mail.composed(replace(LETTER, subject="." * 200, text=dots, sender_name=". " * 50, file=file))
        assert b"\n." not in wire


@pytest.mark.parametrize("word", ["a\nBcc: x@example.com", "a\r\n\r\nbody", "\x00a"])
def test_nothing_in_a_subject_or_name_becomes_a_header(word: str) -> None:
    wire = mail.composed(replace(LETTER, subject=word, sender_name=word, file=(word, b"x")))
    head = wire.partition(b"\r\n\r\n")[0]
    assert b"\nBcc" not in head
    assert head.count(b"Subject:") == 1
    with pytest.raises(ValueError):  # noqa: PT011 (whatever the library says)
        mail.composed(replace(LETTER, to=f"a@b.c{word}"))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_it_goes_encrypted_with_a_password_to_a_server_that_is_trusted(
    security: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, context = certificate(tmp_path)
    server = Server("localhost", 0, security, USER, PASSWORD, timeout=5)
    with mail_server(security, context, auth=True) as (port, box):
        with pytest.raises(SettingsError, match="trusted"):
            mail.send(replace(server, port=port, host="127.0.0.1"), LETTER)
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        mail.send(replace(server, port=port, host="127.0.0.1"), LETTER)
        with pytest.raises(SettingsError, match="password") as refused:
            mail.send(replace(server, port=port, host="127.0.0.1", password="wrong-one"), LETTER)
    assert len(box.letters) == 1
    assert "wrong-one" not in str(refused.value)
    assert PASSWORD not in repr(server)


def test_a_server_without_starttls_is_not_given_the_letter() -> None:
    with mail_server() as (port, box), pytest.raises(SettingsError, match="mail_security"):
        mail.send(Server("127.0.0.1", port, "starttls", timeout=5), LETTER)
    assert box.letters == []


def test_plain_goes_to_this_machine_alone_and_a_password_never_goes_plain_elsewhere() -> None:
    with pytest.raises(SettingsError, match="unencrypted"):
        mail.send(Server("mail.example.com", 25, "plain"), LETTER)
    with mail_server() as (port, box):
        # Another name of this machine, which is not taken for it.
        elsewhere = Server("127.0.0.2", port, "plain-anywhere", USER, PASSWORD, timeout=5)
        with scripted() as (other, heard), pytest.raises(RmtoolError):
            mail.send(replace(elsewhere, host="0.0.0.0", port=other), LETTER)
        assert not any(b"AUTH" in line for line in heard)
    assert box.letters == []


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(("code", "error"), [(451, UnreachableError), (550, SettingsError)])
def test_later_and_never_are_told_apart_at_every_step(step: str, code: int, error: type[RmtoolError]) -> None:
    said = f"{code} the mailbox says so"
    with mail_server(**{step: said}) as (port, box), pytest.raises(error, match=said) as refused:
        mail.send(replace(PLAIN, port=port), LETTER)
    assert refused.value.exit_code == {451: 9, 550: 5}[code]
    assert box.letters == []


@pytest.mark.parametrize(
    ("step", "answer"), [("greeting", "421 busy"), ("greeting", "554 no"), ("DATA", "452 full")]
)
def test_a_refusal_before_the_letter_is_no_doubt(step: str, answer: str) -> None:
    with scripted(**{step: answer}) as (port, _heard), pytest.raises((UnreachableError, SettingsError)):
        mail.send(replace(PLAIN, port=port), LETTER)


@pytest.mark.parametrize("step", ["greeting", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("how", ["hang", "close"])
def test_silence_before_the_letter_can_be_tried_again(step: str, how: str) -> None:
    with scripted(**{step: how}) as (port, heard), pytest.raises(UnreachableError, match=r"in time|reset"):
        mail.send(replace(PLAIN, port=port, timeout=0.3), LETTER)
    assert not any(b"Message-ID" in each for each in heard)


@pytest.mark.parametrize("how", ["hang", "close"])
def test_silence_after_the_letter_leaves_a_doubt(how: str) -> None:
    with scripted(END=how) as (port, heard), pytest.raises(DoubtError, match="may have arrived"):
        mail.send(replace(PLAIN, port=port, timeout=0.3), LETTER)
    assert any(b"Message-ID: <1@rmtool.invalid>" in each for each in heard)


@pytest.mark.parametrize(("answer", "error"), [("451 later", UnreachableError), ("554 spam", SettingsError)])
def test_an_answer_after_the_letter_is_no_doubt(answer: str, error: type[RmtoolError]) -> None:
    with scripted(END=answer) as (port, _heard), pytest.raises(error):
        mail.send(replace(PLAIN, port=port), LETTER)


def test_a_server_that_is_down_is_unreachable_and_one_without_a_name_too() -> None:
    with pytest.raises(UnreachableError, match="refused"):
        mail.send(replace(PLAIN, port=unused_port()), LETTER)
    with pytest.raises(UnreachableError):
        mail.send(Server("no.such.host.invalid", 465, "tls", timeout=5), LETTER)


def test_a_server_that_says_our_password_back_does_not_get_it_told() -> None:
    with scripted(MAIL=f"550 no {PASSWORD}") as (port, _heard), pytest.raises(SettingsError) as refused:
        mail.send(replace(PLAIN, port=port, password=PASSWORD), LETTER)
    assert PASSWORD not in str(refused.value)


def test_a_password_that_the_protocol_cannot_carry_is_told() -> None:
    with scripted() as (port, _heard), pytest.raises(SettingsError, match="plain letters"):
        mail.send(replace(PLAIN, port=port, user=USER, password="密码"), LETTER)


def test_a_server_that_offers_no_way_to_log_in_is_told() -> None:
    with (
        scripted(EHLO="250-hello\r\n250 AUTH GSSAPI") as (port, _heard),
        pytest.raises(SettingsError, match="offer"),
    ):
        mail.send(replace(PLAIN, port=port, user=USER, password=PASSWORD), LETTER)
