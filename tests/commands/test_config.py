import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def file() -> Path:
    return Path(os.environ["RMTOOL_HOME"]) / "config.toml"


def written(text: str) -> Path:
    file().parent.mkdir(exist_ok=True)
    file().write_text(text)
    return file()


def test_settings_are_listed_with_value_and_meaning(run: Run) -> None:
    done = run("config")
    assert done.code == 0
    assert re.search(r"phone_region +CN ", done.out)
    assert "whose visits" in done.out
    rows = {each["key"]: each for each in json.loads(run("config", "--json").out)}
    assert rows["phone_region"]["value"] == "CN"
    assert rows["phone_region"]["set"] is False


def test_a_setting_is_set_shown_and_taken_out(run: Run) -> None:
    assert run("config", "owner", "王敏").code == 0
    assert run("config", "owner").out == "王敏\n"
    assert file().stat().st_mode & 0o777 == 0o600
    assert run("config", "phone-region", "hk").code == 0
    assert run("config", "phone_region").out == "HK\n"
    assert run("config", "--unset", "owner").code == 0
    assert run("config", "owner").out == "\n"
    assert run("config", "--unset", "owner").code == 0


def test_comments_and_the_order_stay(run: Run) -> None:
    path = written('# mine\nlanguage = "en"\n\nowner = "a" # me\n')
    assert run("config", "owner", "b").code == 0
    assert path.read_text() == '# mine\nlanguage = "en"\n\nowner = "b" # me\n'


def test_a_value_survives_quotes_and_backslashes(run: Run) -> None:
    assert run("config", "department", 'a "b" \\ c').code == 0
    assert run("config", "department").out == 'a "b" \\ c\n'


@pytest.mark.parametrize(
    "words",
    [
        ("colour",),
        ("colour", "red"),
        ("language", "de"),
        ("phone_region", "China"),
        ("--unset", "colour"),
        ("owner", "--unset", "owner"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_written(run: Run, words: tuple[str, ...]) -> None:
    assert run("config", *words).code == 2
    assert not file().exists()


def test_a_wrong_setting_in_the_file_can_be_put_right(run: Run) -> None:
    path = written('language = "xx"\nfoo = 1\n')
    listed = run("config")
    assert listed.code == 0
    assert "rmtool config --unset foo" in listed.err
    assert run("config", "language", "zh").code == 0
    assert run("config", "--unset", "foo").code == 0
    assert path.read_text() == 'language = "zh"\n'
    assert run("list-clients").code == 0


def test_a_file_that_is_no_toml_is_told_and_left_alone(run: Run) -> None:
    path = written("owner = \n")
    done = run("config", "owner", "b")
    assert done.code == 5
    assert str(path) in done.err
    assert path.read_text() == "owner = \n"
