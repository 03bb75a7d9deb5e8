"""Original files are kept byte for byte, whatever interrupts it."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import ocfl as ocfl_py  # type: ignore[import-untyped]
import pytest

from fonds.catalogue import Originals, ocfl
from fonds.errors import CorruptArchiveError, FondsError, NotFoundError, RefusedError, UsageError

KEY = "letters/first.txt"
FORGIVEN = ("W004", "W901")
"""SHA-512 is preferred; and ocfl-py 2.1 takes even registered extensions, by a wrong path, for unregistered ones."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "originals"


@pytest.fixture
def originals(root: Path) -> Originals:
    return Originals.open(root, writable=True)


@pytest.fixture
def bring(tmp_path: Path) -> Callable[..., int]:
    """Keep a file with this content."""

    def brought(originals: Originals, content: bytes, key: str = KEY, name: str = "first.txt") -> int:
        file = tmp_path / name
        file.write_bytes(content)
        return originals.keep(file, key, hashlib.sha256(content).hexdigest())

    return brought


def home(root: Path, key: str = KEY) -> Path:
    return root.joinpath(*ocfl.object_parts(ocfl.object_identifier(key)))


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file's bytes, and None for folders."""
    found = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in found}


def judged(root: Path) -> tuple[int, list[str]]:
    """The number of objects in a storage root, and all that ocfl-py has against it and them."""
    storage = ocfl_py.StorageRoot(root=str(root))
    storage.validate(validate_objects=False, log_warnings=True)
    messages = list(storage.log.messages)
    objects = [declaration.parent for declaration in root.rglob("0=ocfl_object_1.1")]
    for path in objects:
        _, validator = ocfl_py.Object().validate(str(path), log_warnings=True)
        messages += validator.log.messages
    return len(objects), [message for message in messages if not any(code in message for code in FORGIVEN)]


def test_every_version_stays_byte_for_byte(root: Path, originals: Originals, bring: Callable[..., int]) -> None:
    contents = [b"One\r\n\x00\xff", b"", b"Two", b"One\r\n\x00\xff"]
    assert [bring(originals, content) for content in contents] == [1, 2, 3, 4]
    assert [originals.path(KEY, number).read_bytes() for number in (1, 2, 3, 4)] == contents
    assert originals.path(KEY).read_bytes() == contents[-1]
    assert originals.path(KEY).name == "first.txt"
    assert judged(root) == (1, [])
    assert originals.verify(KEY) == ()


def test_the_same_bytes_again_change_nothing(root: Path, originals: Originals, bring: Callable[..., int]) -> None:
    bring(originals, b"One")
    before = tree(root)
    assert bring(originals, b"One") == 1
    assert bring(Originals.open(root, writable=True), b"One", name="renamed.txt") == 1
    assert tree(root) == before


@pytest.mark.parametrize(
    ("key", "name"),
    [
        pytest.param("../../../outside.txt", "outside.txt", id="leading out"),
        pytest.param("/etc/passwd", "passwd", id="absolute"),
        pytest.param("письма/первое письмо.txt", "первое письмо.txt", id="Cyrillic"),
        pytest.param("a" * 400 + "/b", "b", id="long"),
        pytest.param("letters/\udcff.txt", "\udcff.txt", id="not UTF-8"),
        pytest.param("letters/a\nb.txt", "a\nb.txt", id="line break"),
        pytest.param("letters/-", "-", id="dash"),
        pytest.param("letters/inventory.json", "inventory.json", id="name of an inventory"),
    ],
)
def test_any_name_is_kept_and_stays_inside(
    tmp_path: Path, root: Path, originals: Originals, bring: Callable[..., int], key: str, name: str
) -> None:
    before = set(tmp_path.iterdir()) | {tmp_path / name}
    bring(originals, b"One", key, name)
    bring(originals, b"Two", key, name)
    assert originals.path(key).read_bytes() == b"Two"
    assert originals.path(key).is_relative_to(root)
    assert set(tmp_path.iterdir()) == before
    assert judged(root) == (1, [])


@pytest.mark.parametrize(("key", "version"), [("letters/none.txt", None), (KEY, 2), (KEY, 0), (KEY, -1), ("", None)])
def test_what_is_not_there_is_named(
    originals: Originals, bring: Callable[..., int], key: str, version: int | None
) -> None:
    bring(originals, b"One")
    with pytest.raises(NotFoundError, match="original of"):
        originals.path(key, version)


def test_a_file_that_changed_since_it_was_read_is_refused(tmp_path: Path, root: Path, originals: Originals) -> None:
    before = tree(root)
    (tmp_path / "first.txt").write_bytes(b"Two")
    with pytest.raises(RefusedError, match=r"first\.txt: it changed while it was taken in.*Add it again"):
        originals.keep(tmp_path / "first.txt", KEY, hashlib.sha256(b"One").hexdigest())
    assert tree(root) == before


@pytest.mark.parametrize("held", [True, False])
def test_a_file_that_is_gone_is_refused(
    tmp_path: Path, root: Path, originals: Originals, bring: Callable[..., int], *, held: bool
) -> None:
    if held:
        bring(originals, b"One")
    before = tree(root)
    with pytest.raises(RefusedError, match=f"file {KEY}: .*No such file"):
        originals.keep(tmp_path / "gone.txt", KEY, "0" * 64)
    assert tree(root) == before


def test_a_full_disk_is_named(originals: Originals, bring: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(FondsError, match="Make room and give the same command again"):
            bring_without_writing(originals)
    assert bring(originals, b"One") == 1


def bring_without_writing(originals: Originals) -> None:
    file = Path(__file__)
    originals.keep(file, KEY, hashlib.sha256(file.read_bytes()).hexdigest())


def test_reading_never_writes(root: Path, tmp_path: Path) -> None:
    reader = Originals.open(root)
    with pytest.raises(UsageError, match="open to read"):
        reader.keep(tmp_path / "first.txt", KEY, "")
    with pytest.raises(NotFoundError):
        reader.path(KEY)
    assert not root.exists()


def test_a_folder_of_other_things_is_left_alone(root: Path) -> None:
    root.mkdir(parents=True)
    (root / "holiday.jpg").write_bytes(b"...")
    with pytest.raises(CorruptArchiveError, match="other files"):
        Originals.open(root, writable=True)
    assert tree(root) == {"holiday.jpg": b"..."}


def test_a_large_file_takes_little_memory(tmp_path: Path, originals: Originals) -> None:
    file = tmp_path / "large.bin"
    digest = hashlib.sha256()
    with file.open("wb") as large:
        for _ in range(40):
            large.write(bytes(1 << 20))
            digest.update(bytes(1 << 20))
    tracemalloc.start()
    originals.keep(file, "large.bin", digest.hexdigest())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 << 20
    assert originals.path("large.bin").stat().st_size == 40 << 20


class Killed(BaseException):
    """Stands for kill -9: nothing of ours runs after it."""


class Interruption:
    """Kills at the n-th change to the disk. What would clean up after an exception does nothing, either."""

    CHANGES = (
        (Path, "mkdir"), (Path, "open"), (Path, "write_bytes"), (Path, "rename"), (Path, "replace"), (Path, "rmdir"),
        (Path, "unlink"), (os, "unlink"), (os, "rmdir"),
    )  # fmt: skip

    def __init__(self, patch: pytest.MonkeyPatch, at: int) -> None:
        self.left = at
        for owner, name in self.CHANGES:
            patch.setattr(owner, name, self.counted(getattr(owner, name)))

    def counted(self, change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*arguments: Any, **options: Any) -> Any:
            if self.left <= 0:
                raise Killed
            self.left -= 1
            return change(*arguments, **options)

        return changed


def interrupted(act: Callable[[], object], at: int) -> bool:
    """Whether doing this was killed at the n-th change to the disk."""
    with pytest.MonkeyPatch.context() as patch:
        Interruption(patch, at)
        try:
            act()
        except Killed:
            return True
    return False


@pytest.mark.parametrize("before", [[], [b"One"], [b"Three", b"One"]], ids=len)
@pytest.mark.parametrize("opened_anew", [True, False])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(
    tmp_path: Path, bring: Callable[..., int], before: list[bytes], *, opened_anew: bool
) -> None:
    file = tmp_path / "third.txt"
    file.write_bytes(b"Three")
    digest = hashlib.sha256(b"Three").hexdigest()
    for at in count():
        root = tmp_path / f"originals {at}"
        originals = Originals.open(root, writable=True)
        bring(originals, b"Beside", "letters/beside.txt")
        for content in before:
            bring(originals, content)
        killed = interrupted(partial(originals.keep, file, KEY, digest), at)
        holds_old_or_new(root, before)
        if opened_anew:
            repair(root, before)
        assert originals.keep(file, KEY, digest) == len(before) + 1
        assert [originals.path(KEY, number + 1).read_bytes() for number in range(len(before))] == before
        assert originals.path(KEY).read_bytes() == b"Three"
        assert originals.path("letters/beside.txt").read_bytes() == b"Beside"
        assert judged(root) == (2, [])
        assert not list((root / "extensions" / "fonds-staging").iterdir())
        if not killed:
            break
    assert at > 8


def repair(root: Path, before: list[bytes]) -> None:
    """Open to write, killed at ever later moments, until it is done."""
    at = 0
    while interrupted(partial(Originals.open, root, writable=True), at):
        holds_old_or_new(root, before)
        at += 1
    assert judged(root)[1] == []


def holds_old_or_new(root: Path, before: list[bytes]) -> None:
    try:
        assert Originals.open(root).path(KEY).read_bytes() in {*before[-1:], b"Three"}
    except NotFoundError:
        assert before == []


@pytest.mark.parametrize("at", range(25))
def test_a_kill_while_the_folder_is_made(tmp_path: Path, at: int) -> None:
    root = tmp_path / "originals"
    interrupted(partial(Originals.open, root, writable=True), at)
    Originals.open(root, writable=True)
    assert judged(root) == (0, [])


def test_a_version_that_lost_what_was_aside_is_made_anew(
    root: Path, originals: Originals, bring: Callable[..., int]
) -> None:
    bring(originals, b"One")
    (home(root) / "v2").mkdir()
    (home(root) / "v2" / "half").write_bytes(b"Tw")
    assert bring(originals, b"Two") == 2
    assert judged(root) == (1, [])


def swap(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(lambda path: (path / "v1/content/first.txt").write_bytes(b"0ne"), "was altered", id="content"),
        pytest.param(lambda path: (path / "v1/content/first.txt").unlink(), "is missing", id="content gone"),
        pytest.param(lambda path: (path / "v2/content/more.txt").write_bytes(b""), "in no inventory", id="more"),
        pytest.param(lambda path: (path / ocfl.SIDECAR).unlink(), "digest was altered", id="digest gone"),
        pytest.param(lambda path: (path / "v2" / ocfl.INVENTORY).unlink(), "inventory .* was altered", id="copy gone"),
        pytest.param(lambda path: (path / ocfl.INVENTORY).write_bytes(b"{}"), "cannot be read", id="inventory"),
        pytest.param(lambda path: (path / ocfl.INVENTORY).unlink(), "no original", id="inventory gone"),
        pytest.param(lambda path: swap(path / "v1/content/first.txt"), "leads to /etc", id="content elsewhere"),
        pytest.param(shutil.rmtree, "no original", id="all gone"),
    ],
)
def test_harm_is_found(
    root: Path, originals: Originals, bring: Callable[..., int], harm: Callable[[Path], object], said: str
) -> None:
    bring(originals, b"One")
    bring(originals, b"Two")
    assert originals.verify(KEY) == ()
    harm(home(root))
    (problem,) = originals.verify(KEY)
    assert re.search(said, problem)
