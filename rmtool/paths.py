"""Where things lie, and how they are put on disk: the one room with POSIX-only calls."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from rmtool.errors import BusyError
from rmtool.errors import CannotWriteError
from rmtool.i18n import _

if sys.platform == "win32":  # pragma: no cover
    fcntl = None
else:
    import fcntl


# The programs that start others by the clock.
_CRONS = frozenset({"cron", "crond", "anacron", "fcron", "busybox-cron"})
# Stands in a home whose store is encrypted; `config.encryption` knows what is in it.
ENCRYPTED = "encrypted.toml"


def home(environ: Mapping[str, str]) -> Path:
    """The folder that holds everything of one user: `$RMTOOL_HOME`, else the platform's data folder."""
    chosen = environ.get("RMTOOL_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Imported here: it costs 9 ms that a set RMTOOL_HOME saves.
    from platformdirs import user_data_path

    return user_data_path("rmtool", appauthor=False)


def user_and_host(environ: Mapping[str, str]) -> tuple[str, str]:
    """Who works, and on which machine, as the system says it."""
    host = os.uname().nodename if sys.platform != "win32" else environ.get("COMPUTERNAME", "")
    user = next(filter(None, map(environ.get, ("LOGNAME", "USER", "USERNAME"))), "")
    if not user and sys.platform != "win32":
        # Imported here: cron and every shell say the name.
        import pwd

        with suppress(KeyError):
            user = pwd.getpwuid(os.getuid()).pw_name
    return user, host


def templates_folder() -> Path:
    """The shipped templates: beside the package's modules when installed, one folder up in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def make_private(folder: Path) -> Path:
    """Make `folder` (0700 whatever the umask) where it is missing; raises CannotWriteError."""
    if not folder.is_dir():
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
    return folder


def mounts() -> list[str]:
    """What is mounted where, as Linux says it; other systems are not asked."""
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []


def under_cron() -> bool:
    """Whether cron started this, itself or through others, as Linux says it; other systems are not asked."""
    parent = os.getppid() if sys.platform != "win32" else 0
    while parent > 1:
        try:
            said = Path(f"/proc/{parent}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        name, _bracket, rest = said.partition("(")[2].rpartition(")")
        if name.casefold() in _CRONS:
            return True
        parent = int(rest.split()[1])
    return False


@contextmanager
def writing(target: Path | str) -> Iterator[None]:
    """Turn what the system says while `target` is written into one CannotWriteError."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(cannot_write(target, error)) from error


def cannot_write(target: Path | str, error: OSError) -> str:
    """The sentence for a write of `target` that failed."""
    reasons = {
        errno.ENOSPC: _("the disk is full: free some space and try again"),
        errno.EDQUOT: _("your disk quota is used up: free some space and try again"),
        errno.EACCES: _("permission denied: choose a folder you may write to"),
        errno.EPERM: _("permission denied: choose a folder you may write to"),
        errno.EROFS: _("the file system is read-only: choose another folder"),
        errno.ENOENT: _("the folder does not exist: make it first"),
        errno.ENOTDIR: _("a part of the path is not a folder: choose another one"),
        errno.EISDIR: _("it is a folder: name a file"),
    }
    reason = reasons.get(error.errno or 0) or error.strerror or str(error)
    return _("Cannot write {path}: {reason}.").format(path=target, reason=reason)


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Write `target` whole or not at all, mode 0600: temporary file beside it, fsync, a second look, rename.

    The folder is never made. Symbolic links, pipes and devices are refused. Raises CannotWriteError.
    """
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise CannotWriteError(
            _("Cannot write {path}: it is not an ordinary file: choose another name.").format(path=target)
        )
    temporary = target.with_name(f".{target.name[:60]}.{os.getpid()}.tmp")
    try:
        with writing(target):
            descriptor = os.open(
                temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600
            )
            with os.fdopen(descriptor, "w+b") as file:
                os.chmod(temporary, 0o600)
                yield file
                size = file.seek(0, os.SEEK_END)
                file.flush()
                os.fsync(file.fileno())
            _recount(temporary, target, size)
            os.replace(temporary, target)
            sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _recount(temporary: Path, target: Path, size: int) -> None:
    """Open what was written again, as the next reader will; some network disks say only then what they lack."""
    with temporary.open("rb") as again:
        found = again.seek(0, os.SEEK_END)
    if found != size:
        raise CannotWriteError(
            _("Cannot write {path}: only {found} of {size} bytes arrived: choose another disk.").format(
                path=target, found=found, size=size
            )
        )


def keep_no_core() -> None:
    """Let the system write no picture of this process's memory, with the clients in it, when it dies."""
    if fcntl is None:  # pragma: no cover
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def confine(seconds: int, memory: int) -> None:
    """Let this process open no further file or connection, start no other, and use only so much time and memory more.

    Windows has no such limits; there the caller's own clock is all there is.
    """
    if fcntl is None:  # pragma: no cover
        return
    import resource

    limits = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),
    ]
    # What is in use already is told by Linux alone; macOS does not keep to a limit on memory.
    with suppress(FileNotFoundError), open("/proc/self/statm", encoding="ascii") as file:
        limits.append((resource.RLIMIT_AS, int(file.read().split()[0]) * resource.getpagesize() + memory))
    for limit, most in limits:
        resource.setrlimit(limit, (most, most))


def run_bounded(words: list[str], seconds: float, environ: Mapping[str, str]) -> int | None:
    """Run a program and answer its exit code; None where it took longer and was stopped, with all that it started."""
    child = subprocess.Popen(  # noqa: S603 (an absolute path and words of our own)
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(environ),
        start_new_session=True,
    )  # fmt: skip
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if fcntl is None:  # pragma: no cover
            child.kill()
        else:
            with suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def is_private(path: Path) -> bool:
    """Whether nobody but its owner can read or write `path`; on Windows its folder's owner is trusted with that."""
    if fcntl is None:  # pragma: no cover
        return True
    return path.stat().st_mode & 0o077 == 0


def free(path: Path) -> Path:
    """`path`, or the first of `name-2`, `name-3`… beside it that is not there yet."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def is_full(folder: Path) -> bool:
    """Whether the disk under `folder` has no room left for us; Windows is not asked."""
    if fcntl is None:  # pragma: no cover
        return False
    try:
        room = os.statvfs(folder)
    except OSError:
        return False
    return room.f_bavail * room.f_frsize < 64 * 1024


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut; Windows has no call for it."""
    if fcntl is None:  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock file `path`; raises BusyError where another process holds it after `wait` seconds."""
    with writing(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + wait
        while not _lock(descriptor):
            if time.monotonic() >= until:
                raise BusyError(_("Another run holds {path}: wait until it has ended.").format(path=path))
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    if fcntl is None:  # pragma: no cover
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
