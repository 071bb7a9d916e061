"""What runs in the box: one template, everything it may include read beforehand, and then no file any more."""

import json
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from jinja2 import FunctionLoader
from jinja2 import UndefinedError

from rmtool import child
from rmtool import i18n
from rmtool import paths
from rmtool.config.profile import Profile
from rmtool.errors import NotFoundError
from rmtool.errors import RmtoolError
from rmtool.writers import template_box
from rmtool.writers import templates
from rmtool.writers import word
from rmtool.writers.templates import Page

MOST_TEMPLATES = 500
MOST_BYTES = 2_000_000
_MOST_RECORD = 400_000_000
Source = tuple[str, str, Callable[[], bool]]


def main() -> None:
    """Answer one record after the other until there is no more."""
    requests = sys.stdin.buffer
    page, profile, language = pickle.loads(child.receive(requests, _MOST_RECORD))  # noqa: S301 (from our own process)
    i18n.choose(language)
    show = ready(page, profile)
    paths.confine(template_box.SECONDS, template_box.MEMORY)
    serve(requests, sys.stdout.buffer, show)


def ready(page: Page, profile: Profile) -> Callable[[dict[str, object]], str]:
    """What shows a record as `page` does, with every template there is already read."""
    if page.format == "docx":
        return word.poured_outside(page)
    known: dict[str, tuple[str, bytes]] = {}
    for folder in page.folders:
        for path in sorted(Path(folder).glob("*.j2"))[:MOST_TEMPLATES]:
            if path.is_file() and path.stat().st_size <= MOST_BYTES:
                known.setdefault(path.name, (str(path), path.read_bytes()))

    def load(name: str) -> Source | None:
        if name not in known:
            return None
        path, data = known[name]
        return data.decode("utf-8"), path, lambda: True

    env = templates.environment(FunctionLoader(load), page.format, page.language, profile)
    # What Python and Jinja load only when it is needed is loaded now, while files can be read.
    with suppress(UndefinedError):
        env.from_string("{{ 'x' | upper | length }}{{ 1.5 | round }}{{ nothing }}").render()
    return lambda record: templates.finished(
        templates.rendered(env, page.name, page.word, record), page.format
    )


def serve(requests: BinaryIO, answers: BinaryIO, show: Callable[[dict[str, object]], str]) -> None:
    """Read records and write what becomes of each."""
    while True:
        try:
            record = json.loads(child.receive(requests, _MOST_RECORD).decode("utf-8", "surrogatepass"))
        except EOFError:
            return
        child.send(answers, json.dumps(answered(show, record)).encode())


def answered(show: Callable[[dict[str, object]], str], record: dict[str, object]) -> dict[str, str]:
    """The text, or what went wrong."""
    try:
        return {"text": show(record)}
    except NotFoundError as error:
        return {"error": "missing", "text": str(error)}
    except RmtoolError as error:
        return {"error": "broken", "text": str(error)}


if __name__ == "__main__":
    main()
