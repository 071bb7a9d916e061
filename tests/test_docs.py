"""The README and the docs keep up with the program."""

import re
from pathlib import Path

import pytest

from rmtool.cli import COMMANDS

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
