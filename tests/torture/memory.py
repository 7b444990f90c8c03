"""Look for secrets in the memory of the running program: at the desk, and two seconds after it was locked.

The real processes - supervisor, the one that asks, the one that works - are driven by a robot: sign in, look at a family,
type into a visit, lock, over and over. Then the memory of each of them is read as root and searched. Two seconds after the lock
there must be no passphrase, no key (raw or in hexadecimal digits) and no word of a family; at the open desk neither
passphrase nor data key. That the search sees at all is shown each time: the family's words are found at the open desk.

The control keeps one string in the environment of the program: it must be found.
"""

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from app.keys.keyring import data_keys_of
from app.services import families
from app.services.registering import NewFamily, register_family
from storage.keyring_file import read_keyring
from tests.fixtures.driven import DrivenVatra, Window, wait_for
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture.command import parser_of, run_and_tell

LOCKS = 20
AFTER_LOCK_S = 2.0
PIECE_BYTES = 8 * 1024 * 1024
HELD = "a string that somebody forgot to let go of"
FAMILY, NOTE, TYPED = (
    "Zvoriștescu",
    "Bunica îi ține pe copii la Călinești.",
    "Tatăl pleacă joi la Suceava cu trenul",
)
"""Words that occur nowhere in the program or its resources."""


class Outcome(msgspec.Struct):
    """What the search found."""

    locks: int = 0
    processes: int = 0
    searched_mib: int = 0
    seen_at_desk: int = 0
    """Locks before which the family's words were in memory: what shows that the search sees."""
    found: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.found and self.seen_at_desk == self.locks

    def told(self) -> str:
        return (
            f"{self.locks} locks, {self.processes} processes searched ({self.searched_mib} MiB), "
            f"{len(self.found)} secrets found, the family seen at {self.seen_at_desk} open desks"
        )

    def problems(self) -> list[str]:
        return self.found


class Secrets:
    """What to look for, by name; each in the forms in which a program could keep it."""

    def __init__(self, vault: InventedVault) -> None:
        keyring = read_keyring(vault.folder)
        self.keys = {
            f"data key of {name}": bytes(key)
            for name, key in data_keys_of(keyring, vault.worker.id, vault.keys).items()
        }
        self.private = {
            "private key (receive)": vault.keys.receive.private_bytes_raw(),
            "private key (sign)": vault.keys.sign.private_bytes_raw(),
        }
        self.passphrase = {"passphrase": vault.passphrase}
        self.words = {"family": FAMILY, "note": NOTE, "half typed": TYPED}

    def never(self) -> dict[str, bytes]:
        """What no process but the one that asks ever holds."""
        return {**_forms_of_keys(self.keys), **_forms_of_texts(self.passphrase)}

    def after_lock(self) -> dict[str, bytes]:
        return {**self.never(), **_forms_of_keys(self.private), **_forms_of_texts(self.words)}


def _forms_of_keys(keys: dict[str, bytes]) -> dict[str, bytes]:
    forms: dict[str, Callable[[bytes], bytes]] = {
        "raw": bytes,
        "hex": lambda key: key.hex().encode(),
        "HEX": lambda key: key.hex().upper().encode(),
        "hex, UTF-16": lambda key: key.hex().encode("utf-16-le"),
    }
    return {f"{name}, {form}": make(key) for name, key in keys.items() for form, make in forms.items()}


def _forms_of_texts(texts: dict[str, str]) -> dict[str, bytes]:
    return {
        f"{name}, {encoding}": text.encode(encoding)
        for name, text in texts.items()
        for encoding in ("utf-8", "utf-16-le", "utf-32-le")
    }


# reading memory


def processes_of(supervisor: int) -> list[int]:
    """The supervisor and whatever it started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    family = [supervisor]
    for parent in family:
        family += [process for process, its in parents.items() if its == parent]
    return family


def _pieces(process: int) -> Iterator[bytes]:
    """The memory a process can write to, where alone it keeps things; pieces overlap, so that nothing falls between two."""
    overlap = 512
    try:
        maps = Path(f"/proc/{process}/maps").read_text()
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            for begin, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
                at, until = int(begin, 16), int(end, 16)
                while at < until:
                    try:
                        memory.seek(at)
                        piece = memory.read(min(PIECE_BYTES, until - at))
                    except (OSError, ValueError, OverflowError):
                        break  # pages that nobody may read: the kernel's own
                    yield piece
                    if at + len(piece) >= until or len(piece) <= overlap:
                        break
                    at += len(piece) - overlap
    except (FileNotFoundError, ProcessLookupError):
        return


def search(process: int, wanted: dict[str, bytes]) -> tuple[set[str], int]:
    """Names of what is in the memory of a process, and how many bytes were looked at."""
    found: set[str] = set()
    looked = 0
    for piece in _pieces(process):
        looked += len(piece)
        found |= {name for name, form in wanted.items() if name not in found and form in piece}
    return found, looked


# the story


def torture(
    locks: int, *, control: bool = False, progress: Callable[[Outcome], None] = lambda _o: None
) -> Outcome:
    """Sign in, work, lock and search that often. Needs root on Linux."""
    outcome = Outcome()
    home = Path(tempfile.mkdtemp(prefix="vatra-torture-"))
    try:
        vault = make_invented_vault(home / "vault")
        with vault.open() as opened:
            family = register_family(opened, NewFamily(family_name=FAMILY, given_names="Ilie"))[0]
            families.write_note(opened, family, NOTE)
        secrets = Secrets(vault)
        if control:
            secrets.words["held"] = HELD
        vatra = DrivenVatra(vault, home, **({"VATRA_HELD": HELD} if control else {}))
        try:
            asking = vatra.meet("unlock")
            for _ in range(locks):
                asking = _work_and_lock(vatra, asking, family, secrets, outcome)
                progress(outcome)
        finally:
            vatra.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return outcome


def _work_and_lock(
    vatra: DrivenVatra, asking: Window, family: bytes, secrets: Secrets, outcome: Outcome
) -> Window:
    """One turn; returns the window that asks next."""
    working = vatra.meet("work")
    vatra.sign_in(asking, working)
    wait_for(asking.gone, "the end of the process that asked")
    working.do("go", screen="family", what=family.hex())
    working.wait_to_read(FAMILY)
    working.do("go", screen="visit", what=family.hex())
    wait_for(lambda: "Date" in working.look()["fields"], "the visit")
    working.do("answer", key="v_result", value="done")
    working.do("go_to_question", key="v_agreed")
    wait_for(lambda: working.look()["typing"], "a field to type in")
    working.do("type", text=TYPED)
    next_asking = vatra.meet("unlock")
    at_desk, _ = search(working.pid, _forms_of_texts({"family": FAMILY}))
    outcome.seen_at_desk += bool(at_desk)
    _note(vatra, "at the desk", secrets.never(), outcome)
    working.do("press", key="F12")
    locked_at = time.monotonic()
    next_asking.wait_to_see("UnlockView")
    wait_for(lambda: time.monotonic() - locked_at > AFTER_LOCK_S, "two seconds")
    outcome.locks += 1
    if not working.gone():
        outcome.found.append(f"lock {outcome.locks}: the process that worked is still there")
    _note(vatra, "locked", secrets.after_lock(), outcome)
    return next_asking


def _note(vatra: DrivenVatra, when: str, wanted: dict[str, bytes], outcome: Outcome) -> None:
    for process in processes_of(vatra.process.pid):
        found, looked = search(process, wanted)
        outcome.processes += 1
        outcome.searched_mib += looked // (1024 * 1024)
        part = next((window.part for window in vatra.windows if window.pid == process), "supervisor")
        outcome.found += [f"lock {outcome.locks}, {when}, in {part}: {name}" for name in sorted(found)]


def may_look() -> bool:
    """Whether the memory of other processes can be read here."""
    return sys.platform == "linux" and os.geteuid() == 0


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("memory", __doc__ or "", LOCKS, "keep one string: must be found")
    chosen = parser.parse_args(arguments)
    if not may_look():
        print("This reads the memory of other processes: it needs Linux and root.", file=sys.stderr)
        return 2
    return run_and_tell(lambda: torture(chosen.runs, control=chosen.control), control=chosen.control)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
