"""Robots of group chats, against a real server on this machine."""

import base64
import hashlib
import hmac
from datetime import datetime
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest

from rmtool.errors import DoubtError
from rmtool.errors import RmtoolError
from rmtool.errors import SettingsError
from rmtool.errors import UnreachableError
from rmtool.errors import UsageError
from rmtool.writers import robots
from rmtool.writers.robots import Robot
from tests.servers import robot_server
from tests.servers import unused_port

NOW = datetime.fromisoformat("2026-11-27T17:30:00+08:00")


def signed(key: str, text: str) -> str:
    return base64.b64encode(hmac.digest(key.encode(), text.encode(), hashlib.sha256)).decode()


def test_wecom_gets_markdown_at_its_address() -> None:
    with robot_server() as (url, chat):
        robots.send(Robot("team", "wecom", url), "周报", "**周报**\n完", NOW)
    assert chat.heard == [("/send?key=K3Y", {"msgtype": "markdown", "markdown": {"content": "**周报**\n完"}})]


def test_dingtalk_is_signed_in_the_address_with_milliseconds() -> None:
    with robot_server() as (url, chat):
        robots.send(Robot("team", "dingtalk", url, "SECxyz"), "周报", "完", NOW)
    ((path, body),) = chat.heard
    asked = parse_qs(urlsplit(path).query)
    stamp = str(int(NOW.timestamp() * 1000))
    assert asked == {"key": ["K3Y"], "timestamp": [stamp], "sign": [signed("SECxyz", f"{stamp}\nSECxyz")]}
    assert body == {"msgtype": "markdown", "markdown": {"title": "周报", "text": "完"}}


def test_feishu_is_signed_in_the_body_with_the_words_as_the_key() -> None:
    with robot_server({"code": 0, "msg": "success"}) as (url, chat):
        robots.send(Robot("team", "feishu", url, "xyz"), "周报", "完", NOW)
    ((_path, body),) = chat.heard
    stamp = str(int(NOW.timestamp()))
    assert body == {
        "msg_type": "text", "content": {"text": "完"}, "timestamp": stamp, "sign": signed(f"{stamp}\nxyz", ""),
    }  # fmt: skip


def test_a_robot_without_a_secret_is_not_signed() -> None:
    with robot_server({"StatusCode": 0}) as (url, chat):
        robots.send(Robot("team", "feishu", url), "周报", "完", NOW)
        robots.send(Robot("team", "dingtalk", url), "周报", "完", NOW)
    assert "sign" not in chat.heard[0][1]
    assert chat.heard[1][0] == "/send?key=K3Y"


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ({"errcode": 93000, "errmsg": "invalid webhook url"}, 200, SettingsError),
        ({"errcode": 310000, "errmsg": "sign not match"}, 200, SettingsError),
        ({"code": 19021, "msg": "sign match fail"}, 200, SettingsError),
        ({"errcode": 45009, "errmsg": "freq out of limit"}, 200, UnreachableError),
        ({"code": 11232}, 200, UnreachableError),
        ({"errcode": "0"}, 200, DoubtError),
        ("<html>proxy</html>", 200, DoubtError),
        ("[]", 200, DoubtError),
        ({}, 429, UnreachableError),
        ({}, 503, UnreachableError),
        ({}, 500, DoubtError),
        ({}, 404, SettingsError),
        ("close", 200, DoubtError),
    ],
)
def test_the_code_in_the_answer_decides(answer: object, status: int, error: type[RmtoolError]) -> None:
    with robot_server(answer, status) as (url, chat), pytest.raises(error) as failed:
        robots.send(Robot("team", "wecom", url), "周报", "完", NOW)
    assert len(chat.heard) == 1
    assert "K3Y" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_a_redirect_is_not_followed() -> None:
    with robot_server({}, 302) as (url, chat), pytest.raises(SettingsError, match="302"):
        robots.send(Robot("team", "wecom", url), "周报", "完", NOW)
    assert [path for path, _body in chat.heard] == ["/send?key=K3Y"]


def test_a_robot_that_hangs_leaves_a_doubt() -> None:
    with robot_server("hang") as (url, _chat), pytest.raises(DoubtError, match="Look into the chat"):
        robots.send(Robot("team", "wecom", url, timeout=0.3), "周报", "完", NOW)


def test_a_robot_that_is_down_can_be_tried_again() -> None:
    robot = Robot("team", "wecom", f"http://127.0.0.1:{unused_port()}/send?key=K3Y")
    with pytest.raises(UnreachableError, match="refused") as failed:
        robots.send(robot, "周报", "完", NOW)
    assert "K3Y" not in str(failed.value) + repr(robot)


@pytest.mark.parametrize("kind", robots.KINDS)
def test_a_long_text_is_cut_at_a_line_with_a_note(kind: str) -> None:
    text = "拜访了很多客户，谈了很多事\n" * 2000
    short = robots.cut(text, kind)
    assert len(short.encode()) <= robots.LONGEST[kind]
    lines = short.splitlines()
    assert set(lines[:-1]) == {"拜访了很多客户，谈了很多事"}
    assert "cut here" in lines[-1]
    assert len(robots.cut("完" * 20_000, kind).encode()) <= robots.LONGEST[kind]
    assert robots.cut("完", kind) == "完"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", "wecom"),
        ("https://oapi.dingtalk.com/robot/send?access_token=a", "dingtalk"),
        ("https://open.feishu.cn/open-apis/bot/v2/hook/a", "feishu"),
        ("https://open.larksuite.com/open-apis/bot/v2/hook/a", "feishu"),
    ],
)
def test_the_address_tells_the_kind(url: str, kind: str) -> None:
    assert robots.checked(Robot("team", "", url)).kind == kind


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "http://qyapi.weixin.qq.com/a", "ftp://localhost/a", "https://", "https://[a/", "file:///etc/passwd",
        "https://qyapi.weixin.qq.com/a b", "https://qyapi.weixin.qq.com/a\nb", "https://qyapi.weixin.qq.com:99999/",
        "https://例子.cn/", "https://example.com/hook",
    ],
)  # fmt: skip
def test_an_address_that_is_not_safe_or_of_no_known_kind_is_refused(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        robots.checked(Robot("team", "", url))
    assert "//" not in str(refused.value).replace("https://.", "")
