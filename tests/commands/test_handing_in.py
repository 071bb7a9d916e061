"""A schedule's way from cron to the reader, against real servers on this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rmtool.commands import _deliver
from rmtool.errors import UnreachableError
from tests.conftest import SOURCE
from tests.servers import PASSWORD
from tests.servers import USER
from tests.servers import certificate
from tests.servers import mail_server
from tests.servers import robot_server
from tests.servers import scripted
from tests.servers import unused_port

Run = Callable[..., Any]
DUE = "2026-11-27T17:30:00+08:00"
HOUR_LATER = "2026-11-27T18:23:00+08:00"


def settings(run: Run, port: int, **more: str) -> None:
    """Settings as `rmtool config` would write them."""
    keys = {
        "mail_server": "127.0.0.1",
        "mail_port": str(port),
        "mail_security": "plain",
        "mail_from": USER,
        **more,
    }
    home = Path(os.environ["RMTOOL_HOME"])
    home.mkdir(mode=0o700, exist_ok=True)
    (home / "config.toml").write_text("".join(f'{key} = "{value}"\n' for key, value in keys.items()))


def scheduled(run: Run, *words: str, at: str = "fri 17:30") -> None:
    run("schedule", "weekly", "--at", at, *words, check=0)


def hand_ins(run: Run, now: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("handed-in", "--json", now=now, check=0).out)
    return [each for each in found if each["due_at"] == "2026-11-27T17:30"]


def states(run: Run, now: str = HOUR_LATER) -> list[str]:
    (found,) = hand_ins(run, now)
    return [each["state"] for each in found["deliveries"]]


def test_a_report_is_written_mailed_and_told_to_a_chat(run: Run, crontab: Path, reports: Path) -> None:
    run("add-client", "云岫科技有限公司")
    run("log-visit", "云岫科技有限公司", "谈续贷，电话 13800138000")
    with mail_server() as (port, box), robot_server() as (url, chat):
        settings(run, port)
        run("add-robot", "team", "-", "--kind", "wecom", stdin=f"{url}\n", check=0)
        places = ("--to", str(reports), "--mail", "a@example.com, b@example.com", "--webhook", "team")
        scheduled(run, *places, "--by", "fri 18:00", "--format", "html")
        done = run("run-schedule", "1", "--quiet", now=DUE)
        assert (done.code, done.out, done.err) == (0, "", "")
        assert run("run-schedule", "1", now=DUE).code == 0
    assert [letter["To"] for letter in box.letters] == ["a@example.com", "b@example.com"]
    assert len({letter["Message-ID"] for letter in box.letters}) == 2
    assert "Weekly report Week 48, 2026" in box.letters[0]["Subject"]
    (file,) = box.letters[0].iter_attachments()
    assert file.get_filename() == "weekly-2026-W48.html"
    assert file.get_content() == (reports / "weekly-2026-W48.html").read_text()
    ((_path, body),) = chat.heard
    assert "云岫科技" in body["markdown"]["content"]
    assert "13800138000" not in body["markdown"]["content"]
    (found,) = hand_ins(run, HOUR_LATER)
    assert (found["state"], found["deadline"]) == ("handed-in", "2026-11-27T18:00")
    assert [each["destination"] for each in found["deliveries"]] == [
        "folder", "mail:a@example.com", "mail:b@example.com", "robot:team",
    ]  # fmt: skip


def test_a_text_report_is_the_letter_itself(run: Run, crontab: Path) -> None:
    with mail_server() as (port, box):
        settings(run, port)
        run("schedule", "weekly", "--at", "周五 17:30", "--mail", "a@example.com", lang="zh", check=0)
        run("run-schedule", "1", now=DUE, lang="zh", check=0)
    (letter,) = box.letters
    assert letter["Subject"].startswith("周报 2026年第48周")
    assert not letter.is_multipart()
    assert "周" in letter.get_content()


def test_a_server_that_is_down_is_tried_again_by_the_hourly_run_with_the_same_message_id(
    run: Run, crontab: Path
) -> None:
    port = unused_port()
    settings(run, port)
    scheduled(run, "--mail", "a@example.com")
    done = run("run-schedule", "1", "--quiet", now=DUE)
    assert done.code == 9
    assert len(done.err.splitlines()) == 1
    (found,) = hand_ins(run, HOUR_LATER)
    (one,) = found["deliveries"]
    assert (one["state"], one["attempts"], one["next_try"]) == ("failed", 1, "2026-11-27T09:35:00Z")
    with mail_server() as (other, box):
        settings(run, other)
        assert run("run-schedule", "--missed", now="2026-11-27T17:33:00+08:00").code == 0
        assert box.letters == []
        assert run("run-schedule", "--missed", now=HOUR_LATER).code == 0
        assert run("run-schedule", "--missed", now=HOUR_LATER).code == 0
    assert [letter["Message-ID"] for letter in box.letters] == [one["message_id"]]
    assert states(run) == ["sent"]


def test_it_is_given_up_after_six_attempts_and_said_so(run: Run, crontab: Path) -> None:
    with scripted(MAIL="451 later") as (port, _heard):
        settings(run, port)
        scheduled(run, "--mail", "a@example.com")
        assert run("run-schedule", "1", now=DUE).code == 9
        for day in ("28", "29", "30"):
            run("run-schedule", "--missed", now=f"2026-11-{day}T18:00:00+08:00", check=9)
        for day in ("2", "4"):
            run("run-schedule", "--missed", now=f"2026-12-0{day}T18:00:00+08:00", check=9)
        run("run-schedule", "--missed", now="2026-12-04T17:00:00+08:00", check=0)
    (found,) = hand_ins(run, "2026-11-30T12:00:00+08:00")
    assert (found["state"], found["deliveries"][0]["attempts"]) == ("failed", 6)


def test_a_refusal_for_good_is_shown_and_not_tried_again_unasked(run: Run, crontab: Path) -> None:
    with mail_server(RCPT="550 no such user") as (port, _box):
        settings(run, port)
        scheduled(run, "--mail", "a@example.com")
        done = run("run-schedule", "1", "--quiet", now=DUE)
        assert (done.code, len(done.err.splitlines())) == (5, 1)
        assert run("run-schedule", "--missed", now=HOUR_LATER).code == 0
    assert "FAILED" in run("handed-in", now=HOUR_LATER).out
    assert "FAILED" in run("list-schedules", now=HOUR_LATER).out
    assert "FAILED Weekly report 2026-W48" in run("today", now=HOUR_LATER).out
    assert json.loads(run("today", "--json", now=HOUR_LATER).out)["hand_ins"][0]["state"] == "failed"
    with mail_server() as (port, box):
        settings(run, port)
        run("run-schedule", "1", "--again", now=HOUR_LATER, check=0)
        assert "everything has arrived" in run("run-schedule", "1", "--again", now=HOUR_LATER).err
    assert len(box.letters) == 1


def test_a_doubt_is_shown_and_never_sent_again_by_itself(run: Run, crontab: Path) -> None:
    with scripted(END="close") as (port, heard):
        settings(run, port)
        scheduled(run, "--mail", "a@example.com")
        done = run("run-schedule", "1", "--quiet", now=DUE)
        assert (done.code, len(done.err.splitlines())) == (9, 1)
        run("run-schedule", "1", now=DUE, check=0)
        run("run-schedule", "--missed", now=HOUR_LATER, check=0)
        assert sum(b"Message-ID" in each for each in heard) == 1
    shown = run("handed-in", now=HOUR_LATER).out
    assert "UNKNOWN" in shown
    assert "handed-in --mark 1" in shown
    assert run("handed-in", "--mark", "1", now=HOUR_LATER).code == 0
    (found,) = hand_ins(run, HOUR_LATER)
    assert (found["state"], found["deliveries"][0]["sent_at"]) == ("handed-in", "2026-11-27T09:30:00Z")
    assert run("handed-in", "--mark", "9").code == 4


def test_a_crash_while_sending_comes_out_as_unknown_and_shows_no_password(
    run: Run, crontab: Path, tmp_path: Path
) -> None:
    home = Path(os.environ["RMTOOL_HOME"])
    with scripted(END="hang", EHLO="250-hello\r\n250 AUTH PLAIN", AUTH="235 welcome") as (port, heard):
        settings(run, port, mail_user=USER)
        (home / "mail-password").write_text(PASSWORD)
        (home / "mail-password").chmod(0o600)
        scheduled(run, "--mail", "a@example.com")
        process = subprocess.Popen(
            [sys.executable, "-m", "rmtool", "run-schedule", "1", "--quiet"],
            env={**os.environ, "PYTHONPATH": str(SOURCE), "RMTOOL_NOW": DUE}, cwd=tmp_path,
        )  # fmt: skip
        end = time.monotonic() + 60
        while not any(b"Message-ID" in each for each in heard) and time.monotonic() < end:
            time.sleep(0.05)
        seen = [Path(f"/proc/{process.pid}/{each}").read_bytes() for each in ("cmdline", "environ")]
        process.kill()
        process.wait()
    assert not any(PASSWORD.encode() in each for each in seen)
    assert states(run) == ["sending"]
    with mail_server() as (port, box):
        settings(run, port)
        run("run-schedule", "--missed", now=HOUR_LATER, check=0)
        run("run-schedule", "1", now=DUE, check=0)
    assert box.letters == []
    assert states(run) == ["unknown"]


def test_one_place_that_fails_does_not_keep_the_others_back(run: Run, crontab: Path, reports: Path) -> None:
    with robot_server({"errcode": 93000}) as (url, _chat), mail_server() as (port, box):
        settings(run, port)
        run("add-robot", "team", url, "--kind", "wecom", check=0)
        scheduled(run, "--to", str(reports), "--webhook", "team", "--mail", "a@example.com")
        assert run("run-schedule", "1", now=DUE).code == 5
    assert len(box.letters) == 1
    assert states(run) == ["sent", "sent", "failed"]
    assert (reports / "weekly-2026-W48.md").exists()


def test_no_secret_reaches_the_crontab_the_logs_or_what_is_said(
    run: Run, crontab: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(os.environ["RMTOOL_HOME"])
    file, context = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    said = []
    with mail_server("tls", context, auth=True) as (port, box), robot_server({"errcode": 1}) as (url, _chat):
        settings(run, port, mail_user=USER, mail_security="tls")
        (home / "mail-password").write_text(PASSWORD + "\n")
        (home / "mail-password").chmod(0o600)
        said.append(run("add-robot", "team", "-", "--secret", "SECxyz", "--kind", "dingtalk", stdin=url))
        scheduled(run, "--mail", "a@example.com", "--webhook", "team")
        said.append(run("run-schedule", "1", now=DUE))
        (home / "mail-password").write_text("wrong-one")
        said.append(run("run-schedule", "1", now="2026-11-27T21:30:00+08:00"))
        said += [
            run(word, now=HOUR_LATER) for word in ("handed-in", "list-schedules", "today", "check", "config")
        ]
    assert len(box.letters) == 1
    assert [each.code for each in said[:3]] == [0, 5, 5]
    assert (home / "robots.toml").stat().st_mode & 0o777 == 0o600
    kept = [
        crontab.read_text(),
        (home / "schedule.log").read_text(),
        (home / "store.db").read_bytes().decode("latin-1"),
    ]
    for text in (*kept, *(each.out + each.err for each in said)):
        assert not any(secret in text for secret in (PASSWORD, "wrong-one", "K3Y", "SECxyz"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("--mail", "nobody"), 2),
        (("--mail", "a@b.cn\nBcc: x@y.cn"), 2),
        (("--mail", "a@b.cn"), 5),
        (("--webhook", "team"), 4),
        (("--webhook", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K3Y"), 2),
        (("--to", ".", "--by", "someday"), 2),
        (("--to", ".", "--by", "31"), 2),
        (("--to", ".", "--month-end"), 2),
    ],
)
def test_what_cannot_be_handed_in_is_refused_at_once(
    run: Run, crontab: Path, words: tuple[str, ...], code: int
) -> None:
    done = run("schedule", "weekly", "--at", "fri 17:30", *words)
    assert done.code == code, done.err
    assert len(done.err.splitlines()) == 1
    assert "K3Y" not in done.err
    assert not crontab.exists()


def test_the_password_must_lie_where_only_its_owner_reads_it(run: Run, crontab: Path) -> None:
    settings(run, 465, mail_user=USER)
    home = Path(os.environ["RMTOOL_HOME"])
    (home / "mail-password").write_text(PASSWORD)
    (home / "mail-password").chmod(0o644)
    words = ("schedule", "weekly", "--at", "fri 17:30", "--mail", "a@example.com")
    done = run(*words)
    assert (done.code, "chmod 600" in done.err) == (5, True)
    (home / "mail-password").unlink()
    assert run(*words).code == 5
    done = run(*words, RMTOOL_MAIL_PASSWORD=PASSWORD)
    assert done.code == 0
    assert "cron may not see the password" in done.err
    assert PASSWORD not in crontab.read_text() + done.err


def test_the_answer_tells_when_it_must_be_handed_in(run: Run, crontab: Path, reports: Path) -> None:
    words = ("--month-end", "--workdays", "--to", str(reports), "--by", "10th")
    done = run("schedule", "monthly", "--at", "17:00", *words)
    assert done.code == 0
    assert "the last working day of the month, 17:00" in done.err
    assert "The first run is on 2026-11-30 Mon 17:00: monthly-2026-11.md" in done.err
    assert "It must be handed in by 2026-12-10 Thu 23:59." in done.err
    assert "0 17 * * * " in crontab.read_text()
    assert " run-schedule 1 --if-due --quiet # " in crontab.read_text()
    assert "by day 10 of the month" in run("list-schedules").out


def test_cron_fires_daily_and_the_run_looks_at_the_calendar(run: Run, crontab: Path, reports: Path) -> None:
    run(
        "schedule",
        "daily",
        "--at",
        "17:30",
        "--workdays",
        "--to",
        str(reports),
        now="2026-10-04T09:00:00+08:00",
    )
    for day in ("05", "08", "10", "11"):
        run("run-schedule", "1", "--if-due", "--quiet", now=f"2026-10-{day}T17:30:00+08:00", check=0)
    assert sorted(each.name for each in reports.iterdir()) == ["daily-2026-10-08.md", "daily-2026-10-10.md"]
    run("run-schedule", "--missed", now="2026-10-12T09:00:00+08:00", check=0)
    assert len(list(reports.iterdir())) == 3


def test_a_year_nobody_knows_is_told(run: Run, crontab: Path, reports: Path) -> None:
    done = run(
        "schedule",
        "daily",
        "--at",
        "17:30",
        "--workdays",
        "--to",
        str(reports),
        now="2099-10-04T09:00:00+08:00",
    )
    assert "The holidays of 2099 are not known yet" in done.err
    run("run-schedule", "1", "--if-due", now="2099-10-05T17:30:00+08:00", check=0)
    assert "holidays of 2099 unknown" in (Path(os.environ["RMTOOL_HOME"]) / "schedule.log").read_text()
    assert "2099 are not known" in run("list-schedules", now="2099-10-05T18:00:00+08:00").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("1", "--again", "--if-due"), 2),
        (("--again",), 2),
        (("--missed", "--if-due"), 2),
        (("9", "--again"), 4),
    ],
)
def test_options_that_do_not_go_together_are_refused(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("run-schedule", *words).code == code


def test_nothing_due_is_said(run: Run) -> None:
    done = run("handed-in", "last", "week")
    assert (done.code, done.out) == (0, "")
    assert "No scheduled report is due in" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("team", "http://example.com/x"), 2),
        (("team", "https://example.com/x"), 2),
        (("a,b", "-"), 2),
        (("", "-"), 2),
    ],
)
def test_a_robot_that_cannot_be_right_is_not_kept(
    run: Run, home: Path, words: tuple[str, ...], code: int
) -> None:
    assert run("add-robot", *words, stdin="https://open.feishu.cn/x").code == code
    assert not (home / "robots.toml").exists()


def test_a_robot_kept_anew_takes_the_place_of_the_old_one(run: Run, home: Path) -> None:
    for key in ("a", "b"):
        run("add-robot", "群", f"https://open.feishu.cn/{key}", check=0)
    run("add-robot", "team", "https://oapi.dingtalk.com/c", check=0)
    text = (home / "robots.toml").read_text("utf-8")
    assert "feishu.cn/a" not in text
    assert text.count("url") == 2


def test_a_server_that_hiccups_is_asked_again_at_once_and_a_slow_one_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def send() -> None:
        asked.append(1)
        if len(asked) < 3:
            raise UnreachableError("down")

    monkeypatch.setattr(_deliver, "QUICK", (0.0, 0.0))
    _deliver._tried(send)
    assert len(asked) == 3
    asked.clear()
    monkeypatch.setattr(_deliver, "SLOW", -1.0)
    with pytest.raises(UnreachableError):
        _deliver._tried(send)
    assert len(asked) == 1
