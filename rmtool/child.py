"""A process of our own for what somebody else made: a template, a workbook. It is told and answers in messages."""

import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

_LENGTH = struct.Struct("!Q")


def start(module: str) -> "subprocess.Popen[bytes]":
    """Run a module of ours with nothing of the environment that Python would read from it."""
    environ = {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "PATH": os.defpath,
    }
    return subprocess.Popen(  # noqa: S603 (a module of our own)
        [sys.executable, "-s", "-P", "-m", module],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ, close_fds=True,
    )  # fmt: skip


def end(child: "subprocess.Popen[bytes]") -> None:
    """Let it go, whatever it is doing."""
    child.kill()
    child.communicate()


def send(stream: IO[bytes] | None, data: bytes) -> None:
    """Write `data` with its length before it; raises EOFError, OSError."""
    if stream is None:
        raise EOFError
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> bytes:
    """Read what `send` wrote; raises EOFError where it ends early, ValueError where it is longer than `most`."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise ValueError(length)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def answer(child: "subprocess.Popen[bytes]", most: int, patience: float) -> bytes:
    """What the child sends next; raises EOFError where it ended or says nothing for `patience` seconds, ValueError."""
    if child.stdout is None:
        raise EOFError
    # Windows can't wait for a pipe, and what was read ahead needs no waiting for.
    clock = threading.Timer(patience, child.kill)
    clock.start()
    try:
        return receive(child.stdout, most)
    finally:
        clock.cancel()
