"""A disk that is really full, and one that can only be read: in a mount namespace of the test's own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.conftest import SOURCE


def _namespace() -> list[str]:
    """The words that give a command mounts of its own; root needs no user namespace, which may be switched off."""
    for words in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        try:
            tried = subprocess.run(
                [*words, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False
            )
        except OSError:
            return []
        if tried.returncode == 0:
            return words
    return []


NAMESPACE = _namespace()
pytestmark = pytest.mark.skipif(
    not NAMESPACE, reason="needs unshare, as root or with user namespaces, to mount a small disk of its own"
)


@pytest.fixture
def script(tmp_path: Path):
    """Run a shell script on a fresh disk of so many kB, mounted where it begins; rmtool is `$R`."""

    def run(size: int, text: str) -> list[str]:
        disk = tmp_path / "disk"
        disk.mkdir()
        environ = {
            **os.environ,
            "R": f"{sys.executable} -m rmtool",
            "PYTHONPATH": str(SOURCE),
            "RMTOOL_HOME": str(disk / "home"),
            "RMTOOL_NOW": NOW,
        }
        whole = f"mount -t tmpfs -o size={size}k tmpfs '{disk}' && cd '{disk}'\n{text}"
        done = subprocess.run(
            [*NAMESPACE, "sh", "-c", whole],
            env=environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        return (done.stdout + done.stderr).strip().split("\n")

    return run


def test_a_full_disk_loses_nothing(script) -> None:
    said = script(
        1200,
        """
        $R add-client 张三 2>/dev/null && $R log-visit 张三 "first" 2>/dev/null
        dd if=/dev/zero of=filler bs=1k 2>/dev/null
        $R log-visit 张三 "no room at all" 2>&1; echo "[$?]"
        truncate -s -44k filler
        $R log-visit 张三 "$(head -c 9000 /dev/zero | tr '\\0' x)" 2>&1; echo "[$?]"
        dd if=/dev/zero of=filler bs=1k 2>/dev/null
        $R config owner 王敏 2>&1; echo "[$?]"
        $R weekly-report -o week.html 2>&1; echo "[$?]"
        $R export -o week.xlsx 2>&1; echo "[$?]"
        $R backup copy.db 2>&1; echo "[$?]"
        ls -A | grep -v "^home$\\|^filler$"
        rm filler
        $R list-visits --json 2>&1
        $R log-visit 张三 "second" 2>&1; echo "[$?]"
        """,
    )
    assert [line for line in said if line.startswith("[") and line.endswith("]")] == ["[7]"] * 6 + ["[0]"]
    assert sum("isk is full" in line for line in said) == 6
    assert not any("Traceback" in line for line in said)
    # No file was begun, and what was there is there.
    start = said.index("[")
    assert said[start - 1] == "[7]"
    visits = json.loads("\n".join(said[start : said.index("]") + 1]))
    assert [each["text"] for each in visits] == ["first"]


def test_a_disk_that_can_only_be_read_is_said_to_be_so(script) -> None:
    said = script(
        2000,
        """
        $R add-client 张三 2>/dev/null
        mount -o remount,ro .
        $R log-visit 张三 x 2>&1; echo "[$?]"
        $R weekly-report -o week.md 2>&1; echo "[$?]"
        $R config owner 王敏 2>&1; echo "[$?]"
        RMTOOL_HOME=./other $R add-client 李四 2>&1; echo "[$?]"
        """,
    )
    assert said[1::2] == ["[7]"] * 4
    assert all("read-only" in line or "check the permissions" in line for line in said[::2])
