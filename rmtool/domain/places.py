"""Folders that other machines write too: there no database file is safe, and no secret either."""

import re
from collections.abc import Iterable

# The names that clients of synchronising services give their folders, cut to what all versions share.
_SYNCED = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "com~apple~clouddocs", "icloud drive", "icloud~",
    "nutstore", "坚果云", "baidunetdisk", "百度网盘", "百度云", "wps云盘", "wpsdrive", "115网盘", "阿里云盘", "腾讯微云", "微云",
    "nextcloud", "owncloud", "seafile", "pcloud", "syncthing",
)  # fmt: skip
# Types of file systems that lie on another machine.
_NETWORK = re.compile(
    r"nfs4?|cifs|smb[23]?|smbfs|afs|ncpfs|davfs|fuse\.(sshfs|davfs|rclone|glusterfs|s3fs|cephfs|gvfsd-fuse)|ceph|glusterfs|lustre|gfs2?"
)


def synced(path: str) -> str:
    """The part of `path` that a synchronising service writes to; empty where there is none."""
    for part in re.split(r"[/\\]", path):
        folded = part.casefold()
        if any(folded.startswith(each) for each in _SYNCED):
            return part
    return ""


def network(path: str, mounts: Iterable[str]) -> str:
    """The type of the file system that `path`, with no links in it, lies on, where that is another machine's; else empty.

    `mounts` are lines as in Linux's /proc/self/mounts: device, mount point (blanks as \\040), type.
    """
    best = ("", "")
    for line in mounts:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
        inside = point == "/" or path == point or path.startswith(point + "/")
        # What is mounted later, or deeper, is what is seen.
        if inside and len(point) >= len(best[0]):
            best = (point, fields[2])
    return best[1] if _NETWORK.fullmatch(best[1]) else ""
