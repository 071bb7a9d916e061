"""What the README and the docs show of the program itself, printed by cog from the real thing."""

import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

NOW = "2026-11-24T09:30:00+08:00"


def environment(home: str, language: str) -> dict[str, str]:
    """A run that depends on nothing of this machine."""
    keep = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    return keep | {
        "RMTOOL_HOME": home, "RMTOOL_NOW": NOW, "RMTOOL_LANG": language, "COLUMNS": "80", "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "LOGNAME": "lin",
    }  # fmt: skip


def output(words: list[str], home: str, language: str) -> str:
    """What `rmtool` with these words says, on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "rmtool", *words],
        env=environment(home, language), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{words} ended with {done.returncode}: {done.stderr}")
    # The history names the machine, which is another one each time.
    return (done.stdout + done.stderr).rstrip("\n").replace(f"@{os.uname().nodename}", "@desk")


def table(language: str) -> None:
    """Every command with its one line, by group, as a Markdown table."""
    from rmtool import i18n
    from rmtool.cli import COMMANDS

    i18n.choose(language)
    print("| 命令 | 作用 |" if language == "zh" else "| command | what it does |")
    print("| --- | --- |")
    for name, entry in COMMANDS.items():
        print(f"| `{name}` | {i18n._(entry.help)} |")


def commands(language: str) -> None:
    """The help page of every command."""
    from rmtool.cli import COMMANDS

    with tempfile.TemporaryDirectory() as home:
        for name in COMMANDS:
            print(f"\n## {name}\n\n```text\n{output([name, '--help'], home, language)}\n```")


def day(language: str) -> None:
    """A first day, from an empty home: what is typed and what comes back."""
    transcript(language, *_DAY[language])


def transcript(language: str, *typed: str, demo: bool = False) -> None:
    """Lines as they are typed after `rm`, and what comes back, in an empty home or in that of the demo."""
    with tempfile.TemporaryDirectory() as folder:
        home = f"{folder}/home"
        if demo:
            output(["demo", "--to", f"{folder}/demo"], home, language)
            home = f"{folder}/demo/home"
        lines = []
        for line in typed:
            lines += [f"$ rm {line}", output(shlex.split(line), home, language), ""]
        print("```text\n" + "\n".join(lines).rstrip() + "\n```")


_DAY = {
    "zh": [
        "add-client 张三 --phone 13800138000 --tier A",
        'log-visit 张三 "谈续贷，要求下调利率" --next 下周三',
        'log-visit zs "电话确认材料" --kind 电话 --on 昨天',
        "list-tasks",
    ],
    "en": [
        "add-client 'Zhang San' --phone 13800138000 --tier A",
        "log-visit zhang 'renewal; wants a lower rate' --next 'next wed'",
        "log-visit 8000 'papers confirmed' --kind call --on yesterday",
        "list-tasks",
    ],
}


def picture() -> str:
    """An SVG of the demo at work, drawn by rich from what the terminal really shows."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        record=True, width=84, file=open(os.devnull, "w"), force_terminal=True, color_system="truecolor"
    )
    with tempfile.TemporaryDirectory() as folder:
        output(["demo", "--to", f"{folder}/demo"], f"{folder}/home", "zh")
        home = f"{folder}/demo/home"
        for typed, words in (
            ("rm log-visit 云岫精密 \"谈续贷，要求下调利率\" --next 下周三", ["log-visit", "云岫精密", "谈续贷，要求下调利率", "--next", "下周三"]),
            ("rm today", ["today"]),
        ):  # fmt: skip
            console.print(Text(f"$ {typed}", style="bold green"))
            console.print(Text(output(words, home, "zh")))
    svg = re.sub(r'<text class="(\S+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>(.*?)</text>', _runs, console.export_svg(title="rmtool", unique_id="rmtool"))  # fmt: skip
    return "\n".join(line.rstrip() for line in svg.split("\n")) + "\n"


def _runs(found: re.Match[str]) -> str:
    """A line cut into runs of one width: rich counts a Chinese character as one column when it stretches text."""
    from rich.cells import cell_len

    name, x, y, rest, text = found.groups()
    words, place = [], float(x)
    for run in re.findall(
        r"[\u2e80-\u9fff\uff00-\uff60]+|[^\u2e80-\u9fff\uff00-\uff60]+", html.unescape(text)
    ):
        length = cell_len(run) * 12.2
        kept = html.escape(run).replace("\xa0", "&#160;")
        words.append(
            f'<text class="{name}" x="{place:.1f}" y="{y}" textLength="{length:.1f}"{rest}>{kept}</text>'
        )
        place += length
    return "".join(words)


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "docs" / "today.svg"
    drawn = picture()
    if "--check" in sys.argv:
        fresh = target.exists() and target.read_text(encoding="utf-8") == drawn
        print(f"docs/today.svg: {'fresh' if fresh else 'stale: run python .ci/pages.py'}")
        sys.exit(0 if fresh else 1)
    target.write_text(drawn, encoding="utf-8")
