"""A visit written elsewhere than on the command line: in $EDITOR on a form, or on standard input."""

import os
import shlex
import subprocess
import sys
import tempfile

from rmtool.app import App
from rmtool.commands import _visit_form
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _


def ask(app: App, words: _visit_form.Words, name: str) -> _visit_form.Words:
    """The words completed from standard input, or from $EDITOR on a form when there is a terminal."""
    if sys.stdin is None:
        return words
    if not sys.stdin.isatty():
        return words._replace(text=sys.stdin.read())
    return edited(app, words, name)


_FORM = ("text", "need", "feedback", "competitor", "result")


def edited(app: App, words: _visit_form.Words, name: str) -> _visit_form.Words:
    """The words as they come back from $EDITOR on a form; raises UsageError without one, SettingsError where it fails."""
    editor = app.environ.get("VISUAL") or app.environ.get("EDITOR")
    if not editor:
        raise UsageError(
            _("The text is missing: write it after the client in quotes, or set EDITOR to be shown a form.")
        )
    headings = {
        "text": _("What was said"), "need": _("Needs heard"), "feedback": _("Feedback"),
        "competitor": _("Competitors"), "result": _("Result"),
    }  # fmt: skip
    form = (
        _("# Visit to {client}. Write under the headings; an empty text stops.").format(client=shown(name))
        + "\n"
    )
    form += "".join(f"\n## {headings[key]}\n{getattr(words, key) or ''}\n" for key in _FORM)
    with tempfile.TemporaryDirectory(dir=app.home) as folder:
        path = os.path.join(folder, "visit.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(form)
        try:
            subprocess.run([*shlex.split(editor), path], check=True)  # noqa: S603 (the user's own editor)
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise SettingsError(
                _("The editor {editor} failed: set EDITOR to one that works.").format(editor=shown(editor))
            ) from error
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            written = file.read()
    return words._replace(**_under_headings(written, headings))  # type: ignore[arg-type]


def _under_headings(written: str, headings: dict[str, str]) -> dict[str, str]:
    """What stands under each heading; a heading that is none of ours is part of the text it stands in."""
    keys = {f"## {heading}": key for key, heading in headings.items()}
    values: dict[str, str] = {}
    now = ""
    for line in written.split("\n"):
        key = keys.get(line.rstrip())
        if key and key not in values:
            now = key
            values[now] = ""
        elif now:
            values[now] += line + "\n"
    return {key: value.strip() for key, value in values.items()}


def kept(visit: Visit) -> _visit_form.Words:
    """What the form shows of a visit that is there already."""
    return _visit_form.Words(
        text=visit.text,
        need=visit.need,
        feedback=visit.feedback,
        competitor=visit.competitor,
        result=visit.result,
    )
