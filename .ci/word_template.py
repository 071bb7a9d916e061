"""Make the shipped Word templates anew: `python .ci/word_template.py`. Their styles are what a firm changes."""

from pathlib import Path

from docx import Document
from docx.document import Document as Page
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.shared import Pt
from docx.shared import RGBColor

FOLDER = Path(__file__).parent.parent / "templates" / "reports"
INK, ACCENT = RGBColor(0x1D, 0x25, 0x28), RGBColor(0x14, 0x60, 0x6A)
FONTS = {"zh": ("Noto Sans", "Noto Sans CJK SC"), "en": ("Calibri", "Noto Sans CJK SC")}
STYLES = {"Title": 20, "Heading 1": 13, "Heading 2": 11, "Normal": 10.5, "List Bullet": 10.5}


def main() -> None:
    """Write one template for each language."""
    for language, fonts in FONTS.items():
        page = Document()
        looks(page, *fonts)
        body(page)
        page.core_properties.author = "rmtool"
        page.core_properties.title = ""
        page.save(str(FOLDER / language / "report.docx"))


def looks(page: Page, latin: str, chinese: str) -> None:
    """A4, the fonts, the sizes, a page number at the foot."""
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in STYLES.items():
        style = page.styles[name]
        style.font.name, style.font.size = latin, Pt(size)
        style.font.color.rgb = ACCENT if name.startswith("Heading") else INK
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), chinese)
        style.paragraph_format.space_after = Pt(4)
    page.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    page.styles["Heading 1"].paragraph_format.keep_with_next = True
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = foot.add_run()
        run.font.size = Pt(9)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def body(page: Page) -> None:
    """The loop over the parts of a report; each kind of part in a style of its own."""
    page.add_paragraph("{%p for b in blocks %}")
    word = "if"
    for kind, style in (
        ("h1", "Title"),
        ("h2", "Heading 1"),
        ("h3", "Heading 2"),
        ("li", "List Bullet"),
        ("p", "Normal"),
    ):
        page.add_paragraph("{%p " + word + f' b.kind == "{kind}" %}}')
        page.add_paragraph("{{r b.line }}", style=style)
        word = "elif"
    page.add_paragraph('{%p elif b.kind == "table" %}')
    table(page)
    page.add_paragraph("{%p endif %}")
    page.add_paragraph("{%p endfor %}")


def table(page: Page) -> None:
    """A table of as many columns as a part has; its first row is said again on every page."""
    made = page.add_table(rows=6, cols=3, style="Table Grid")
    rows = (
        ("{%tr for row in b.head %}", "", ""),
        ("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
        ("{%tr for row in b.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    head = made.rows[1]
    again = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(again)
    for cell in head.cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "E7F0F0")
        cell._tc.get_or_add_tcPr().append(shade)


if __name__ == "__main__":
    main()
