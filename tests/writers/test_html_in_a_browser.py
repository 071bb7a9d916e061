"""The HTML report in a real browser: it fits a screen and a phone, asks for nothing, and prints on A4."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
PDFINFO, PDFTOTEXT = shutil.which("pdfinfo"), shutil.which("pdftotext")
GOLD = Path(__file__).parents[1] / "gold"
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and PDFINFO and PDFTOTEXT), reason="needs Chromium, and poppler's pdfinfo and pdftotext"
)


def browser(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder / 'profile'}", *words,
        ],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


# A page around the report that measures it at one width; the report itself holds no script.
MEASURE = """<iframe id="f" style="width:{width}px;height:900px;border:0" srcdoc="{page}"></iframe>
<pre id="out"></pre><script>
document.getElementById("f").addEventListener("load", function () {{
  var page = this.contentDocument;
  document.getElementById("out").textContent = JSON.stringify({{
    wide: page.documentElement.scrollWidth, bars: page.querySelectorAll("svg rect").length,
    asked: this.contentWindow.performance.getEntriesByType("resource").length,
    scripts: page.scripts.length, title: page.title}});
}});
</script>"""


@pytest.mark.parametrize("name", ["daily", "weekly", "monthly"])
def test_it_fits_and_asks_for_nothing(name: str, tmp_path: Path) -> None:
    page = (GOLD / f"{name}.zh.html").read_text(encoding="utf-8")
    for width in (1000, 500):
        file = tmp_path / f"{width}.html"
        file.write_text(
            '<meta charset="utf-8">' + MEASURE.format(width=width, page=html.escape(page, quote=True)),
            encoding="utf-8",
        )
        shown = browser(
            tmp_path, "--virtual-time-budget=3000", "--window-size=1200,1000", "--dump-dom", file.as_uri()
        )
        found = re.search(r'<pre id="out">(.*?)</pre>', shown, re.DOTALL)
        assert found
        measured = json.loads(html.unescape(found[1]))
        assert measured["wide"] <= width
        assert (measured["asked"], measured["scripts"]) == (0, 0)
        # A single day has nothing to draw.
        assert (measured["bars"] > 0) == (name != "daily")
        assert measured["title"]


def test_it_prints_on_a4_with_chinese_as_text(tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"
    browser(
        tmp_path, f"--print-to-pdf={target}", "--no-pdf-header-footer", (GOLD / "weekly.zh.html").as_uri()
    )
    told = subprocess.run([str(PDFINFO), str(target)], capture_output=True, text=True, check=True).stdout
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told)[0])
    assert (round(width), round(height)) == (595, 842)
    text = subprocess.run(
        [str(PDFTOTEXT), str(target), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "周报" in text
    assert "云岫精密机械" in text.replace("\n", "")
