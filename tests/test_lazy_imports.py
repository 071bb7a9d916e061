"""What must not be loaded on the way of the command that is typed forty times a day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rmtool import cli

HEAVY = (
    "rich", "jinja2", "openpyxl", "lxml", "sqlite_utils", "pydantic", "python_calamine", "phonenumbers", "stdnum",
    "crontab", "tomlkit", "pypinyin", "borax", "babel", "hypothesis", "click", "json.tool", "email", "http",
    "smtplib", "keyring",
)  # fmt: skip


def loaded(*words: str) -> set[str]:
    program = (
        "import sys; from rmtool import cli; code = cli.main(sys.argv[1:]);"
        " print('\\n'.join(sys.modules)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in done.stdout.split("\n")}


def test_log_visit_loads_nothing_heavy(run) -> None:  # type: ignore[no-untyped-def]
    run("add-client", "张三")
    names = loaded("log-visit", "张三", "谈续贷", "--next", "下周三")
    assert "rmtool" in names
    assert names.isdisjoint(HEAVY)


def test_today_loads_nothing_heavy(run) -> None:  # type: ignore[no-untyped-def]
    run("add-client", "张三")
    assert loaded("today").isdisjoint(HEAVY)


def test_the_list_of_heavy_modules_is_spelled_right() -> None:
    names = loaded("add-client", "李四", "--phone", "13800138000")
    assert {"phonenumbers", "pypinyin", "stdnum"} <= names


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_line_of_the_table_leads_to_a_command(name: str) -> None:
    assert callable(cli.function(name))
    assert "rmtool " + name in cli.load(name).HELP


def test_every_command_file_is_in_the_table() -> None:
    files = {path.stem.replace("_", "-") for path in Path(cli.__file__).parent.glob("commands/[a-z]*.py")}
    assert files == set(cli.COMMANDS)
