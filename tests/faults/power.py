"""A power cut, played from what a command really wrote: which writes had reached the disk is drawn by lot.

What was synced is there. Of what was written since, any part may be there: in any order, whole, torn at sectors of 512
bytes, or not at all. Names made, changed and removed since their folder was synced are there up to some point, as a file
system with a journal keeps them in order.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,link,lseek"
SECTOR = 512
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<(.*?)>)?$")
_HANDLE = re.compile(r"^\d+<(.*?)>(?:, )?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Event:
    """One call: `data` at `place` of file `path`; a name made, removed, or changed into `other`; a sync; a word said."""

    what: str
    path: str
    other: str = ""
    place: int = 0
    data: bytes = b""


def events(trace: Path, below: Path) -> Iterator[Event]:
    """What a command traced in `below` did to files there, and when it said something on standard error, in order."""
    there = {str(path) for path in below.rglob("*")}
    places: dict[str, int] = {}
    for line in trace.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        name, said, result = found[1], found[2], int(found[3])
        texts = [_plain(each) for each in _TEXT.findall(said)]
        if name == "openat":
            path = _plain(found[4] or "").decode()
            places[path] = 0
            if "O_CREAT" in said and path.startswith(str(below)) and path not in there:
                there.add(path)
                yield Event("make", path)
            elif "O_TRUNC" in said and path in there:
                yield Event("cut", path)
            continue
        handle = _HANDLE.match(said)
        path = _plain(handle[1]).decode() if handle else ""
        if name == "write" and said.startswith("2<"):
            yield Event("say", "", data=texts[0])
        elif name in ("rename", "renameat", "renameat2", "link"):
            old, new = (str(below / each.decode()) for each in texts[:2])
            there.add(new)
            yield Event("link" if name == "link" else "rename", old, new)
        elif name in ("unlink", "unlinkat"):
            path = str(below / texts[0].decode())
            there.discard(path)
            yield Event("remove", path)
        elif not path.startswith(str(below)):
            continue
        elif name == "lseek":
            places[path] = result
        elif name == "write":
            yield Event("write", path, place=places.get(path, 0), data=texts[0][:result])
            places[path] = places.get(path, 0) + result
        elif name == "pwrite64":
            yield Event("write", path, place=int(said.rpartition(", ")[2]), data=texts[0][:result])
        elif name == "ftruncate":
            yield Event("cut", path, place=int(said.rpartition(", ")[2]))
        else:
            yield Event("sync", path)


def _plain(said: str) -> bytes:
    """What strace wrote as \\x2f\\x74."""
    return bytes.fromhex(said.replace("\\x", "")) if said.startswith("\\x") else said.encode()


@dataclass(slots=True)
class File:
    """What is surely on the disk, and what was written since."""

    content: bytes = b""
    since: list[Event] = field(default_factory=list)

    def synced(self) -> None:
        for each in self.since:
            self.content = _done(self.content, each)
        self.since.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What may be found of it."""
        content = self.content
        kept = (
            [each for each in self.since if chance.random() < 0.5]
            if chance.random() < 0.7
            else list(self.since)
        )
        if chance.random() < 0.5:
            chance.shuffle(kept)
        for each in kept:
            content = _done(content, _torn(each, chance) if chance.random() < 0.2 else each)
        return content


def _done(content: bytes, event: Event) -> bytes:
    if event.what == "cut":
        return content[: event.place].ljust(event.place, b"\0")
    end = event.place + len(event.data)
    return content[: event.place].ljust(event.place, b"\0") + event.data + content[end:]


def _torn(event: Event, chance: random.Random) -> Event:
    sectors = len(event.data) // SECTOR
    if event.what != "write" or sectors < 1:
        return event
    return Event(
        "write", event.path, place=event.place, data=event.data[: SECTOR * chance.randrange(sectors + 1)]
    )


class Disk:
    """A folder as a disk keeps it, while events pass by."""

    def __init__(self, folder: Path) -> None:
        self.names = {str(each): File(each.read_bytes()) for each in folder.rglob("*") if each.is_file()}
        self._now = dict(self.names)
        self._since: list[Event] = []

    def pass_by(self, event: Event) -> None:
        """Do one thing."""
        if event.what in ("make", "remove", "rename", "link"):
            self._since.append(event)
            self._rename(self._now, event)
        elif event.what in ("write", "cut") and event.path in self._now:
            self._now[event.path].since.append(event)
        elif event.what == "sync" and event.path in self._now:
            self._now[event.path].synced()
        elif event.what == "sync":
            self.names = dict(self._now)
            self._since.clear()

    def _rename(self, names: dict[str, File], event: Event) -> None:
        if event.what == "make":
            names[event.path] = self._now.get(event.path) or File()
        elif event.what == "remove":
            names.pop(event.path, None)
        elif event.path in names:
            names[event.other] = names[event.path] if event.what == "link" else names.pop(event.path)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What may be found, by name."""
        names = dict(self.names)
        made = {each.path: self._file(each) for each in self._since if each.what == "make"}
        for each in self._since[: chance.randrange(len(self._since) + 1)]:
            if each.what == "make":
                names[each.path] = made[each.path]
            else:
                self._rename(names, each)
        return {name: file.after_a_cut(chance) for name, file in names.items()}

    def _file(self, made: Event) -> File:
        """The file that was made under a name, wherever it has gone since."""
        path, past = made.path, False
        for each in self._since:
            past = past or each is made
            if past and each.what == "rename" and each.path == path:
                path = each.other
            elif past and each.what == "remove" and each.path == path:
                return File()
        return self._now.get(path) or File()
