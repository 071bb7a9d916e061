"""A report as a Word file."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from rmtool import paths
from rmtool.config.profile import Profile
from rmtool.errors import SettingsError
from rmtool.writers import word
from rmtool.writers.templates import Shelf
from rmtool.writers.word import Block
from rmtool.writers.word import Piece

PAGE = """# 周报 <b>x</b> & {{ 7*7 }}

合计 **34** 次

## 计量

| 计量 | 本期 |
| --- | ---: |
| 库存 | **12** |
| =1+1 | <w:p/> |

- 一
- 二：**三**
"""


def shelf(home: Path, language: str = "zh") -> Shelf:
    return Shelf(home, paths.templates_folder(), language)


def test_markdown_is_read_as_its_parts() -> None:
    found = word.blocks(PAGE)
    assert [each.kind for each in found] == ["h1", "p", "h2", "table", "li", "li"]
    assert found[1] == Block("p", (Piece("合计 "), Piece("34", bold=True), Piece(" 次")))
    assert found[3].rows[1] == ((Piece("库存"),), (Piece("12", bold=True),))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_part_has_its_style_and_data_is_only_data(tmp_path: Path, language: str) -> None:
    page = Document(io.BytesIO(word.document(PAGE, "weekly", shelf(tmp_path, language), Profile())))
    said = [(each.style.name, each.text) for each in page.paragraphs if each.text]
    assert said == [
        ("Title", "周报 <b>x</b> & {{ 7*7 }}"), ("Normal", "合计 34 次"), ("Heading 1", "计量"), ("List Bullet", "一"),
        ("List Bullet", "二：三"),
    ]  # fmt: skip
    (table,) = page.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["计量", "本期"],
        ["库存", "12"],
        ["=1+1", "<w:p/>"],
    ]


def test_ones_own_template_comes_first_and_a_broken_one_is_told(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    made = Document()
    made.add_paragraph("{{ language }} 本行模板")
    made.save(str(own / "weekly.docx"))
    page = Document(io.BytesIO(word.document(PAGE, "weekly", shelf(tmp_path), Profile())))
    assert [each.text for each in page.paragraphs] == ["zh 本行模板"]
    assert word.template("monthly", shelf(tmp_path)).parent.name == "zh"
    for text in ("{{ nothing.at.all }}", "{% for %}", "{{ ''.__class__.__mro__ }}"):
        made = Document()
        made.add_paragraph(text)
        made.save(str(own / "weekly.docx"))
        with pytest.raises(SettingsError, match=r"weekly\.docx is broken"):
            word.document(PAGE, "weekly", shelf(tmp_path), Profile())
    (own / "weekly.docx").write_bytes(b"x")
    with pytest.raises(SettingsError, match=r"weekly\.docx is broken"):
        word.document(PAGE, "weekly", shelf(tmp_path), Profile())


def test_a_template_that_asks_for_too_much_is_stopped(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    for text in (
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% set t = namespace(x='x' * 99999) %}{% for i in range(999) %}{% set t.x = t.x ~ t.x %}{% endfor %}",
    ):
        made = Document()
        made.add_paragraph(text)
        made.save(str(own / "report.docx"))
        with pytest.raises(SettingsError, match=r"report\.docx"):
            word.document(PAGE, "weekly", shelf(tmp_path), Profile())


def test_the_shipped_templates_are_those_of_their_script(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    code = f"import sys; sys.path.insert(0, {str(root / '.ci')!r}); import word_template as w; from pathlib import Path; w.FOLDER = Path({str(tmp_path)!r}); w.main()"
    for language in ("zh", "en"):
        (tmp_path / language).mkdir()
    subprocess.run([sys.executable, "-c", code], check=True)
    for language in ("zh", "en"):
        new, old = (
            Document(str(each / language / "report.docx"))
            for each in (tmp_path, paths.templates_folder() / "reports")
        )
        assert new.element.xml == old.element.xml
        assert new.styles.element.xml == old.styles.element.xml
