"""Wrong passphrases are remembered on disk: over processes, over damage, on a full disk, and never for ever."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import DiskReadOnly, TooLittleMemory, TooManyTries, WrongPassphrase
from app.keys.throttle import FREE_TRIES, WAITS_S, Moment
from storage import attempts
from storage.attempts import NAME, SIZE_BYTES, begin_tries, failed_before, one_try, wait_s

ANA, BEA = b"a" * 16, b"b" * 16
NOON = 1_800_000_000


class Watch:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.passed_s = 0

    def __call__(self) -> Moment:
        return Moment(NOON + self.passed_s, 1000 + self.passed_s)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def folder(tmp_path: Path, watch: Watch) -> Path:
    begin_tries(tmp_path, watch)
    return tmp_path


def wrong(folder: Path, watch: Watch, worker: bytes = ANA) -> None:
    with pytest.raises(WrongPassphrase), one_try(folder, worker, watch):
        raise WrongPassphrase


def right(folder: Path, watch: Watch, worker: bytes = ANA) -> None:
    with one_try(folder, worker, watch):
        pass


def refused(folder: Path, watch: Watch, worker: bytes = ANA) -> int:
    """Seconds that a try is refused for."""
    with pytest.raises(TooManyTries) as told, one_try(folder, worker, watch):
        pytest.fail("the passphrase was looked at")
    wait = told.value.facts["wait_s"]
    assert wait == wait_s(folder, worker, watch)
    return int(wait)


def test_five_wrong_tries_and_the_sixth_is_refused_for_this_worker_alone(folder: Path, watch: Watch) -> None:
    for _ in range(FREE_TRIES):
        wrong(folder, watch)
    assert refused(folder, watch) == WAITS_S[0]
    right(folder, watch, BEA)
    watch.passed_s += WAITS_S[0] - 1
    assert refused(folder, watch) == 1
    watch.passed_s += 1
    right(folder, watch)
    told = failed_before(folder, ANA)
    assert told is not None
    assert (told.tries, told.last_at) == (FREE_TRIES, NOON)
    right(folder, watch)
    assert failed_before(folder, ANA) is None
    assert failed_before(folder, BEA) is None


def test_what_says_nothing_about_the_passphrase_is_no_try(folder: Path, watch: Watch) -> None:
    for _ in range(3 * FREE_TRIES):
        with pytest.raises(TooLittleMemory), one_try(folder, ANA, watch):
            raise TooLittleMemory
    assert wait_s(folder, ANA, watch) == 0


def test_ending_the_program_in_the_middle_of_a_try_hides_nothing(folder: Path) -> None:
    ended = (
        "import os, sys; from pathlib import Path; from storage.attempts import one_try\n"
        "with one_try(Path(sys.argv[1]), b'a' * 16): os._exit(9)"
    )
    begin_tries(folder)
    for _ in range(FREE_TRIES):
        assert subprocess.run([sys.executable, "-c", ended, str(folder)], check=False).returncode == 9
    assert WAITS_S[0] - 20 < wait_s(folder, ANA) <= WAITS_S[0]


def test_a_bug_in_the_middle_of_a_try_hides_nothing(folder: Path, watch: Watch) -> None:
    for _ in range(FREE_TRIES):
        with pytest.raises(ZeroDivisionError), one_try(folder, ANA, watch):
            raise ZeroDivisionError
    assert refused(folder, watch) == WAITS_S[0]


def _remove(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    os.truncate(path, 40)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(SIZE_BYTES))


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(SIZE_BYTES))


def _endless_length(path: Path) -> None:
    path.write_bytes(b"\xff" * SIZE_BYTES)


DAMAGE = [_remove, _empty, _cut, _zeros, _noise, _endless_length]


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_gains_nothing_and_locks_nobody_out_for_good(
    folder: Path, watch: Watch, damage: Callable[[Path], None]
) -> None:
    for _ in range(FREE_TRIES):
        wrong(folder, watch)
    damage(folder / NAME)
    assert refused(folder, watch) == WAITS_S[-1]
    assert refused(folder, watch, BEA) == WAITS_S[-1]
    for _ in range(3):
        watch.passed_s += WAITS_S[-1]
        wrong(folder, watch)
        assert refused(folder, watch) == WAITS_S[-1]
        damage(folder / NAME)
        assert refused(folder, watch) == WAITS_S[-1]
    watch.passed_s += WAITS_S[-1]
    right(folder, watch, BEA)
    right(folder, watch)
    wrong(folder, watch)
    assert wait_s(folder, ANA, watch) == 0


def test_looking_at_the_wait_begins_it(folder: Path, watch: Watch) -> None:
    (folder / NAME).unlink()
    assert wait_s(folder, ANA, watch) == WAITS_S[-1]
    watch.passed_s += 100
    assert wait_s(folder, ANA, watch) == WAITS_S[-1] - 100


def test_every_flipped_byte_is_noticed(folder: Path, watch: Watch) -> None:
    content = (folder / NAME).read_bytes()
    used = 4 + int.from_bytes(content[:4], "big")
    for at in range(used):
        flipped = content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :]
        (folder / NAME).write_bytes(flipped)
        assert wait_s(folder, ANA, watch) == WAITS_S[-1]
    (folder / NAME).write_bytes(content)
    assert wait_s(folder, ANA, watch) == 0


def test_nobody_reads_in_it_who_works_here(folder: Path, watch: Watch) -> None:
    wrong(folder, watch)
    assert ANA not in (folder / NAME).read_bytes()


def test_the_file_keeps_its_size_so_that_a_full_disk_keeps_nobody_out(
    folder: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AssertionError("a new file was written")

    monkeypatch.setattr(attempts, "write_whole", full)
    for _ in range(FREE_TRIES):
        wrong(folder, watch)
    watch.passed_s += WAITS_S[0]
    right(folder, watch)
    assert (folder / NAME).stat().st_size == SIZE_BYTES


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that its owner cannot write")
def test_what_cannot_be_noted_is_not_tried(folder: Path, watch: Watch) -> None:
    (folder / NAME).chmod(0o400)
    with pytest.raises(DiskReadOnly), one_try(folder, ANA, watch):
        pytest.fail("the passphrase was looked at")


def test_many_at_once_have_no_more_tries_than_one(folder: Path) -> None:
    begin_tries(folder)
    hurried = (
        "import sys; from pathlib import Path; from app.errors import VatraError, WrongPassphrase\n"
        "from storage.attempts import one_try\n"
        "tried = 0\n"
        "for _ in range(4):\n"
        "    try:\n"
        "        with one_try(Path(sys.argv[1]), b'a' * 16): tried += 1; raise WrongPassphrase\n"
        "    except VatraError: pass\n"
        "print(tried)"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", hurried, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert sum(int(process.communicate()[0]) for process in processes) == FREE_TRIES
