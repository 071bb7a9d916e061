"""Once with a real cron daemon: it starts the schedule by itself, in its own bare environment."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from pathlib import Path

import pytest

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

_SCRIPT = f"""#!{sys.executable}
import os, sys
from pathlib import Path
Path(__file__).with_name("seen").write_text("\\n".join([
    os.getcwd(), os.environ.get("LANG", ""), str(os.isatty(0)), os.environ.get("RMTOOL_NOW", "")]))
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


def rmtool(script: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    environ = {name: value for name, value in os.environ.items() if name != "RMTOOL_NOW"}
    return subprocess.run([script, *words], env=environ, capture_output=True, check=True)


def test_a_real_cron_daemon_writes_the_report(tmp_path: Path, reports: Path) -> None:
    script = tmp_path / "rmtool"
    script.write_text(_SCRIPT)
    script.chmod(0o755)
    rmtool(script, "add-client", "云岫科技有限公司")
    due = datetime.now() + timedelta(minutes=1 if datetime.now().second < 50 else 2)
    words = (
        "schedule",
        "daily",
        "--at",
        f"{due:%H:%M}",
        "--to",
        str(reports),
        "--lang",
        "zh",
        "--period",
        "this",
    )
    with own_crontab(), daemon():
        rmtool(script, *words)
        (script.parent / "seen").unlink()
        wanted = reports / f"daily-{due:%Y-%m-%d}.md"
        end = time.monotonic() + _LONGEST_WAIT
        while not wanted.exists() and time.monotonic() < end:
            time.sleep(0.5)
        assert wanted.exists()
        log = Path(os.environ["RMTOOL_HOME"]) / "schedule.log"
        while "ended" not in log.read_text() and time.monotonic() < end:
            time.sleep(0.1)
        assert f"due={due:%Y-%m-%dT%H:%M} ended exit=0 file={wanted.name}" in log.read_text()
        assert (script.parent / "seen").read_text().split("\n") == ["/", "C", "False", ""]
        rmtool(script, "unschedule", "1")
        assert _CRONTAB
        left = subprocess.run([_CRONTAB, "-l"], capture_output=True, check=True).stdout
    assert left == _OTHERS
    assert wanted.stat().st_mode & 0o777 == 0o600
