import pytest

from rmtool.domain import places

MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "server:/home /home nfs4 rw 0 0",
    "/dev/sdb1 /home/lin/local\\040disk ext4 rw 0 0",
    "//nas/share /mnt/nas cifs rw 0 0",
    "lin@host:/ /mnt/far fuse.sshfs rw 0 0",
    "tmpfs /mnt/far/near tmpfs rw 0 0",
    "broken",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/rmtool", ""),
        ("/home/lin/rmtool", "nfs4"),
        ("/homes/lin", ""),
        ("/home", "nfs4"),
        ("/home/lin/local disk/rmtool", ""),
        ("/mnt/nas/x", "cifs"),
        ("/mnt/far/x", "fuse.sshfs"),
        ("/mnt/far/near/x", ""),
    ],
)
def test_the_file_system_that_is_seen_decides(path: str, kind: str) -> None:
    assert places.network(path, MOUNTS) == kind


def test_nothing_mounted_is_no_network() -> None:
    assert places.network("/home/lin", []) == ""


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/Users/lin/Library/Mobile Documents/com~apple~CloudDocs/rm", "com~apple~CloudDocs"),
        ("C:\\Users\\lin\\OneDrive - 某银行\\rm", "OneDrive - 某银行"),
        ("/home/lin/坚果云/rm", "坚果云"),
        ("/home/lin/Dropbox (Personal)/rm", "Dropbox (Personal)"),
        ("/home/lin/mydropbox/rm", ""),
        ("/home/lin/.local/share/rmtool", ""),
    ],
)
def test_folders_of_synchronising_services_are_known(path: str, part: str) -> None:
    assert places.synced(path) == part
