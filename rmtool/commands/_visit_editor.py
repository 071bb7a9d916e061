"""A visit written elsewhere than on the command line: in $EDITOR on a form, or on standard input."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _visit_form
from rmtool.domain.text import shown
from rmtool.domain.visits import Visit
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _

_FORM = ("text", "need", "feedback", "competitor", "result")


@contextmanager
def asked(app: App, words: _visit_form.Words, name: str) -> Iterator[_visit_form.Words]:
    """The words completed from standard input, or as `edited` where there is a terminal."""
    if sys.stdin is None:
        yield words
    elif not sys.stdin.isatty():
        yield words._replace(text=sys.stdin.read())
    else:
        with edited(app, words, name) as written:
            yield written


@contextmanager
def edited(app: App, words: _visit_form.Words, name: str) -> Iterator[_visit_form.Words]:
    """The words as they come back from $EDITOR on a form; what was written stays on disk until the block has ended well.

    Raises UsageError without an editor, SettingsError where it fails.
    """
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
    with _draft(app, form) as path:
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603 (the user's own editor)
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise SettingsError(
                _("The editor {editor} failed: set EDITOR to one that works.").format(editor=shown(editor))
            ) from error
        written = path.read_text(encoding="utf-8", errors="surrogateescape")
        yield words._replace(**_under_headings(written, headings))  # type: ignore[arg-type]


@contextmanager
def _draft(app: App, form: str) -> Iterator[Path]:
    """A file (0600) that begins as `form`, gone at the end; what was written into it stays where something fails."""
    folder = Path(tempfile.mkdtemp(prefix="draft-", dir=app.home))
    path = folder / "visit.md"
    try:
        with paths.writing(path):
            path.touch(0o600)
            path.write_text(form, encoding="utf-8")
        yield path
    except BaseException:
        if path.exists() and path.read_bytes() != form.encode():
            app.say(_("What you wrote is kept in {path}.").format(path=path))
        else:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)


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
