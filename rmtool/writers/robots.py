"""Robots of group chats (企业微信, 钉钉, 飞书): one message by HTTPS; the address with its key is itself a secret.

They answer HTTP 200 whatever happens: the outcome stands in the answer's own code.
"""

import base64
import hashlib
import hmac
import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from http.client import HTTPException
from urllib.parse import quote_plus
from urllib.parse import urlsplit

from rmtool.domain.text import shown
from rmtool.errors import DoubtError
from rmtool.errors import RmtoolError
from rmtool.errors import SettingsError
from rmtool.errors import UnreachableError
from rmtool.errors import UsageError
from rmtool.i18n import _

HOSTS = {
    "qyapi.weixin.qq.com": "wecom", "oapi.dingtalk.com": "dingtalk", "open.feishu.cn": "feishu",
    "open.larksuite.com": "feishu",
}  # fmt: skip
KINDS = ("wecom", "dingtalk", "feishu")
# What each takes in one message, in bytes of UTF-8, with some room for its frame.
LONGEST = {"wecom": 4000, "dingtalk": 15_000, "feishu": 15_000}
# Too many messages, or a system that is busy: it is worth another try.
_LATER = {-1, 45009, 45033, 130101, 130102, 410100, 9499, 11232, 11233}
_LOCAL = ("localhost", "127.0.0.1", "::1")
_LONGEST_ANSWER = 65_536


@dataclass(frozen=True, slots=True)
class Robot:
    """A robot by the name its user gave it; `secret` signs messages where the robot wants that."""

    name: str
    kind: str
    url: str = field(repr=False)
    secret: str = field(default="", repr=False)
    timeout: float = 20.0


def checked(robot: Robot) -> Robot:
    """`robot` with its kind told by its address; raises UsageError for one that can't be right."""
    try:
        found = urlsplit(robot.url)
        host, _port = found.hostname or "", found.port
    except ValueError:
        host, found = "", urlsplit("")
    safe = found.scheme == "https" or (found.scheme == "http" and host in _LOCAL)
    if not host or not safe or not robot.url.isascii() or not robot.url.isprintable() or " " in robot.url:
        # Without the address: its key is a secret.
        raise UsageError(_("The address of robot {name} must begin with https://.").format(name=robot.name))
    kind = robot.kind or HOSTS.get(host, "")
    if kind not in KINDS:
        raise UsageError(
            _("What kind of robot is {name}? Add --kind, one of {known}.").format(
                name=shown(robot.name), known=", ".join(KINDS)
            )
        )
    return Robot(robot.name, kind, robot.url, robot.secret, robot.timeout)


def cut(text: str, kind: str) -> str:
    """`text` within what a robot of that kind takes, with a note where it was cut."""
    content = text.encode()
    if len(content) <= LONGEST[kind]:
        return text
    note = "\n" + _("(cut here: the whole report is longer than a chat takes)")
    kept = content[: LONGEST[kind] - len(note.encode())].decode("utf-8", "ignore")
    return kept.rpartition("\n")[0].rstrip() + note if "\n" in kept else kept + note


def send(robot: Robot, title: str, text: str, moment: datetime) -> None:
    """Give the robot one message.

    Raises UnreachableError where it can be tried again, SettingsError where that is of no use, and DoubtError where
    no answer came after it was sent.
    """
    url, body = _signed(robot, title, cut(text, robot.kind), moment)
    request = urllib.request.Request(  # noqa: S310 (https, or this machine: see `checked`)
        url,
        json.dumps(body, ensure_ascii=False).encode(),
        {"Content-Type": "application/json; charset=utf-8"},
        method="POST",
    )
    _judge(robot, _answer(robot, request))


def _signed(robot: Robot, title: str, text: str, moment: datetime) -> tuple[str, dict[str, object]]:
    """The address and the body, signed the way each kind wants it."""
    if robot.kind == "wecom":
        return robot.url, {"msgtype": "markdown", "markdown": {"content": text}}
    if robot.kind == "dingtalk":
        stamp = str(int(moment.timestamp() * 1000))
        sign = quote_plus(_hmac(robot.secret, f"{stamp}\n{robot.secret}"))
        joint = "&" if "?" in robot.url else "?"
        url = f"{robot.url}{joint}timestamp={stamp}&sign={sign}" if robot.secret else robot.url
        return url, {"msgtype": "markdown", "markdown": {"title": title, "text": text}}
    body: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
    if robot.secret:
        # Not as 钉钉 does it: here the words are the key, and nothing is signed.
        stamp = str(int(moment.timestamp()))
        body |= {"timestamp": stamp, "sign": _hmac(f"{stamp}\n{robot.secret}", "")}
    return robot.url, body


def _hmac(key: str, text: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A robot that sends us elsewhere would get the report there: it is refused instead."""

    def redirect_request(self, *_args: object, **_names: object) -> None:
        """Answer no request to follow."""


def _answer(robot: Robot, request: urllib.request.Request) -> bytes:
    opener = urllib.request.build_opener(_NoRedirect)
    # What an error of urllib says may hold the address: only its kind is told, and it is not chained.
    problem: RmtoolError
    try:
        with opener.open(request, timeout=robot.timeout) as answer:
            content: bytes = answer.read(_LONGEST_ANSWER)
            return content
    except urllib.error.HTTPError as error:
        with suppress(OSError):
            error.close()
        problem = _http(robot, error.code)
    except urllib.error.URLError as error:
        problem = _unreached(robot, error.reason)
    except (OSError, HTTPException):
        problem = _doubt(robot)
    raise problem


def _http(robot: Robot, code: int) -> RmtoolError:
    if code in (408, 425, 429, 503):
        return _later(robot, f"HTTP {code}")
    return _doubt(robot) if code >= 500 else _refused(robot, f"HTTP {code}")


def _unreached(robot: Robot, reason: object) -> RmtoolError:
    """What could not be sent: the connection did not come about, or broke while we spoke."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return _refused(robot, reason.verify_message)
    if isinstance(reason, BrokenPipeError | ConnectionResetError):
        return _doubt(robot)
    if isinstance(reason, TimeoutError):
        return _later(robot, _("nothing came in time"))
    told = reason.strerror if isinstance(reason, OSError) and reason.errno else ""
    return _later(robot, told or type(reason).__name__)


def _judge(robot: Robot, content: bytes) -> None:
    """Raise what the robot's own code says; no code at all leaves us in doubt."""
    code: object = None
    with suppress(ValueError):
        answer = json.loads(content)
        if isinstance(answer, Mapping):
            code = next((answer[each] for each in ("errcode", "code", "StatusCode") if each in answer), None)
    if isinstance(code, bool) or not isinstance(code, int):
        raise _doubt(robot)
    if code in _LATER:
        raise _later(robot, str(code))
    if code:
        raise _refused(robot, str(code))


def _later(robot: Robot, reason: str) -> UnreachableError:
    return UnreachableError(
        _("The robot {name} cannot be reached ({reason}): it is tried again later.").format(
            name=shown(robot.name), reason=shown(reason)
        )
    )


def _refused(robot: Robot, reason: str) -> SettingsError:
    return SettingsError(
        _(
            "The robot {name} refuses ({reason}): check its address and secret, then `rmtool add-robot {name} -`."
        ).format(name=shown(robot.name), reason=shown(reason))
    )


def _doubt(robot: Robot) -> DoubtError:
    return DoubtError(
        _(
            "The robot {name} gave no clear answer: the message may have arrived."
            " Look into the chat, then see `rmtool handed-in`."
        ).format(name=shown(robot.name))
    )
