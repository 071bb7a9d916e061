"""The texts shipped, and those of the user's own."""

from pathlib import Path

import pytest

from rmtool import paths
from rmtool.config import profile
from rmtool.domain import festivals
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.writers import greeting_texts
from rmtool.writers import templates

GENERAL = profile.load(paths.templates_folder() / "profiles" / "general.toml")
RECORD: dict[str, object] = {
    "address": "张总", "name": "张伟", "client": "华星", "role": "总经理", "sex": "male", "tier": "A", "day": "2026-02-17",
    "year": 2026, "age": None, "occasion": "x", "festival": "春节", "animal": "马", "gift": "", "owner": "", "department": "",
}  # fmt: skip


def shelf(home: Path, language: str = "zh") -> templates.Greetings:
    return templates.Greetings(home, paths.templates_folder(), language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", [*(each.key for each in festivals.FESTIVALS), "birthday", "own-day"])
def test_every_occasion_has_a_text(key: str, language: str, tmp_path: Path) -> None:
    write = greeting_texts.writer("", (key, "greeting"), shelf(tmp_path, language), GENERAL)
    plain, signed = write(RECORD), write({**RECORD, "owner": "林", "department": "一部"})
    assert "张总" in plain
    assert "\n" not in plain
    assert signed.startswith(plain)
    assert ("一部 林" if language == "zh" else "林, 一部") in signed


def test_no_happy_days_where_none_are_wished(tmp_path: Path) -> None:
    for key in ("qingming", "dragon-boat", "double-ninth"):
        assert "快乐" not in greeting_texts.writer("", (key,), shelf(tmp_path), GENERAL)(RECORD)


def test_every_shipped_text_is_used() -> None:
    known = {each.key for each in festivals.FESTIVALS} | {"birthday", "own-day", "greeting"}
    for language in ("zh", "en"):
        folder = paths.templates_folder() / "greetings" / language
        assert {path.name.removesuffix(".sms.j2") for path in folder.glob("*.sms.j2")} <= known
        assert (folder / "sign.j2").exists()


def test_ones_own_comes_first_and_by_its_language(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "greetings"
    (folder / "en").mkdir(parents=True)
    (folder / "spring-festival.txt.j2").write_text("{{ address }}\n过年好 {{ gift }}\n")
    # The text message goes before the plain text.
    (folder / "en" / "spring-festival.sms.j2").write_text("Hi {{ name }}")
    names = ("spring-festival", "greeting")
    write = greeting_texts.writer("", names, shelf(tmp_path, "en"), GENERAL)
    assert write(RECORD) == "Hi 张伟"
    (folder / "mine.txt.j2").write_text("{{ address }}\n\n过年好 {{ gift }}\n")
    assert (
        greeting_texts.writer("mine", names, shelf(tmp_path), GENERAL)({**RECORD, "gift": "茶"})
        == "张总 过年好 茶"
    )
    file = tmp_path / "other.sms.j2"
    file.write_text("{{ day | day }}")
    assert greeting_texts.writer(str(file), names, shelf(tmp_path), GENERAL)(RECORD) == "02-17 周二"


def test_what_is_wrong_with_a_template(tmp_path: Path) -> None:
    file = tmp_path / "x.sms.j2"
    file.write_text("\n{{ nobody }}")
    with pytest.raises(SettingsError, match=r"x\.sms\.j2, line 2: 'nobody' is undefined"):
        greeting_texts.writer(str(file), (), shelf(tmp_path), GENERAL)(RECORD)
    file.write_text("{# nothing #}")
    with pytest.raises(SettingsError, match="writes nothing for 华星"):
        greeting_texts.writer(str(file), (), shelf(tmp_path), GENERAL)(RECORD)
    for word in ("nobody", "../zh/greeting", "no.sms.j2"):
        with pytest.raises(NotFoundError, match="There is no template"):
            greeting_texts.writer(word, (), shelf(tmp_path), GENERAL)


def test_they_are_no_reports(tmp_path: Path) -> None:
    reports = templates.Shelf(tmp_path, paths.templates_folder(), "zh")
    (tmp_path / "templates" / "greetings").mkdir(parents=True)
    (tmp_path / "templates" / "greetings" / "mine.txt.j2").write_text("x")
    assert {each.name for each in templates.listing(reports)} & {"mine", "greeting", "mid-autumn"} == set()
