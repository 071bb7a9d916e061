"""With a real cron daemon: it starts the schedule by itself, in its own bare environment, each minute for a day.

The line in the crontab is ours but for its five fields, which the test makes every minute; the script that cron
starts tells rmtool which day that minute stands for.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from tests.servers import mail_server

ROOT = Path(__file__).parent.parent.parent
_CRON = shutil.which("cron", path="/usr/sbin:/usr/bin:/sbin:/bin")
_CRONTAB = shutil.which("crontab", path="/usr/bin:/bin")
_ASKED = os.environ.get("CI") == "true" or os.environ.get("RMTOOL_REAL_CRON") == "1"
# Written by somebody else, before ours: cron starts in HOME, and says C as a bare system would.
_OTHERS = b"HOME=/\nLANG=C\n#  mine: 100% ours stay  \n"
_LONGEST_WAIT = 90

pytestmark = pytest.mark.skipif(
    not (_CRON and _CRONTAB and sys.platform == "linux" and os.getuid() == 0 and _ASKED),
    reason="needs cron, root and RMTOOL_REAL_CRON=1 (or CI=true): it writes root's crontab for a minute",
)

# A week with a holiday (to Wednesday the 7th) and a Saturday that is worked instead (the 10th).
WEEK = tuple(f"2026-10-{day:02d}" for day in range(5, 12))
WORKED = {"2026-10-08", "2026-10-09", "2026-10-10"}
MADE_AT = "2026-10-04T09:00:00+08:00"

_SCRIPT = f"""#!{sys.executable}
import os, sys, time
from pathlib import Path
here = Path(__file__).parent
if (here / "first").exists():
    (here / "seen").write_text("\\n".join([
        os.getcwd(), os.environ.get("LANG", ""), str(os.isatty(0)), os.environ.get("RMTOOL_NOW", "")]))
    days = (here / "days").read_text().split()
    place = int(time.time() // 60) - int((here / "first").read_text())
    if not 0 <= place < len(days):
        sys.exit(0)
    os.environ["RMTOOL_NOW"] = days[place] + "T17:30:01+08:00"
sys.path.insert(0, {str(ROOT)!r})
from rmtool.cli import run
run()
"""


@contextmanager
def own_crontab() -> Iterator[None]:
    """The user's crontab for the test alone; what was there before is there again afterwards."""
    assert _CRONTAB
    before = subprocess.run([_CRONTAB, "-l"], capture_output=True, check=False)
    subprocess.run([_CRONTAB, "-"], input=_OTHERS, check=True)
    try:
        yield
    finally:
        if before.returncode == 0:
            subprocess.run([_CRONTAB, "-"], input=before.stdout, check=True)
        else:
            subprocess.run([_CRONTAB, "-r"], check=False)


@contextmanager
def daemon() -> Iterator[None]:
    """A cron daemon that ends with the test; one that runs already keeps ours from starting, and will do."""
    assert _CRON
    process = subprocess.Popen([_CRON, "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        # cron compares times of whole seconds: what changes within the one it read the crontab in, it never sees.
        time.sleep(2.5)
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def rmtool(script: Path, *words: str) -> None:
    environ = {**os.environ, "RMTOOL_NOW": MADE_AT}
    subprocess.run([script, *words], env=environ, capture_output=True, check=True)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program that cron starts."""
    made = tmp_path / "rmtool"
    made.write_text(_SCRIPT)
    made.chmod(0o755)
    return made


@pytest.mark.parametrize(
    "days",
    [("2026-10-07", "2026-10-10"), pytest.param(WEEK, marks=pytest.mark.nightly)],
    ids=["two days", "week"],
)
def test_a_schedule_runs_under_a_real_cron_daemon_on_working_days_alone(
    script: Path, reports: Path, home: Path, days: tuple[str, ...]
) -> None:
    rmtool(script, "add-client", "云岫科技有限公司")
    (script.parent / "days").write_text(" ".join(days))
    with own_crontab(), daemon(), mail_server() as (port, box):
        (home / "config.toml").write_text(
            f'mail_server = "127.0.0.1"\nmail_port = "{port}"\nmail_security = "plain"\nmail_from = "me@example.com"\n'
        )
        places = ("--to", str(reports), "--mail", "boss@example.com")
        rmtool(script, "schedule", "daily", "--at", "17:30", "--workdays", *places, "--lang", "zh")
        every_minute()
        moment = datetime.now()
        (script.parent / "first").write_text(
            str(int(moment.timestamp() // 60) + (1 if moment.second < 50 else 2))
        )
        ended = wait_for(home / "schedule.log", len(days))
        (script.parent / "first").unlink()
        rmtool(script, "unschedule", "1")
        assert _CRONTAB
        left = subprocess.run([_CRONTAB, "-l"], capture_output=True, check=True).stdout
    worked = [day for day in days if day in WORKED]
    assert sorted(each.name for each in reports.iterdir()) == [f"daily-{day}.md" for day in worked]
    assert [each.split("due=")[1][:16] for each in ended if "exit=0" in each] == [
        f"{day}T17:30" for day in worked
    ]
    assert sum("not due today" in each for each in ended) == len(days) - len(worked)
    assert len({letter["Message-ID"] for letter in box.letters}) == len(box.letters) == len(worked)
    assert (script.parent / "seen").read_text().split("\n") == ["/", "C", "False", ""]
    assert left == _OTHERS
    assert all(each.stat().st_mode & 0o777 == 0o600 for each in reports.iterdir())


def every_minute() -> None:
    """Our line with every minute in the place of its time; the hourly one is left out."""
    assert _CRONTAB
    lines = subprocess.run([_CRONTAB, "-l"], capture_output=True, check=True).stdout.splitlines(keepends=True)
    kept = [re.sub(rb"^30 17 \* \* \*", b"* * * * *", each) for each in lines if b"--missed" not in each]
    assert sum(each.startswith(b"* * * * * env") for each in kept) == 1
    subprocess.run([_CRONTAB, "-"], input=b"".join(kept), check=True)


def wait_for(log: Path, runs: int) -> list[str]:
    """The lines of the log that tell how each of so many runs went, once they are there."""
    end = time.monotonic() + 60 * runs + _LONGEST_WAIT
    ended: list[str] = []
    while len(ended) < runs and time.monotonic() < end:
        time.sleep(0.5)
        text = log.read_text() if log.exists() else ""
        ended = [each for each in text.splitlines() if "ended" in each or "not due" in each]
    # The last letter is sent after its run is logged.
    time.sleep(3)
    return ended
