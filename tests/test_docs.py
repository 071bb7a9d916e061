"""The README and the docs keep up with the program."""

import re
from pathlib import Path

import pytest

from rmtool.cli import COMMANDS
from rmtool.commands import _verified
from rmtool.config.profile import Profile

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_every_command_is_in_the_readme(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"| `{name}` |" not in text] == []


def test_both_readmes_have_the_same_lines_to_copy() -> None:
    english, chinese = (
        re.findall(r"^python3 .*$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("README.md", "README.zh.md")
    )
    assert len(english) == 2
    assert [line.removesuffix(" --lang zh") for line in chinese] == english


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name
)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.zh.md")), ids=lambda p: p.name)
def test_every_chinese_page_has_its_english_one(page: Path) -> None:
    assert page.with_name(page.name.replace(".zh.md", ".md")).exists()


@pytest.mark.parametrize("page", ["profiles.md", "profiles.zh.md"])
def test_the_profile_of_the_docs_is_right(page: str, tmp_path: Path) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (found,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    path = tmp_path / "insurance.toml"
    path.write_text(found, encoding="utf-8")
    profile = _verified.load(path)
    assert [each.every for each in profile.rules("P")] == ["90d"]
    # Every key is told.
    for key in (*Profile._fields, "every", "tier", "kinds", "duty", "sla", "counts"):
        assert f"`{key}" in text or f"`[[{key}]]`" in text, key
