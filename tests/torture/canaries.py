"""Words that exist nowhere else are worked with; then every file the program could have written is searched for them.

Real processes with a home, a temporary and a runtime folder of their own: sign in, look a family up, write a visit, leave a text
half typed, preview a print and save a PDF elsewhere, lock, crash with a signal that would leave a core file, sign in again,
lock. Then all of home - data, configuration, cache, temporary files, logs, core - is searched for the family, the typed
texts, the passphrase and the keys, in all spellings of ``spellings``, and within packed files.

The control plants one word in each spelling: each must be found.
"""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.keys.keyring import data_keys_of
from app.services import families, visits
from app.services.registering import NewFamily, register_family
from storage.keyring_file import read_keyring
from storage.vault import Vault
from tests.fixtures.driven import DrivenVatra, Window, wait_for
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture import spellings
from tests.torture.command import parser_of, run_and_tell

ROUNDS = 5
WORDS = {
    "family": "Zvoriștescu",
    "person": "Hermenegildă",
    "village": "Cotul Zimbrului",
    "phone": "0799887766",
    "note": "Bunica îi ține pe copii la Călinești",
    "answer": "Lemnele umede vin săptămâna viitoare",
    "half typed": "Tatăl pleacă joi la Suceava cu trenul",
    "looked for": "Zvoriș",
}
PLANTED = "Șerpărița cea fără pereche"
FOLDERS = {
    "HOME": ".",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}


class Outcome(msgspec.Struct):
    """What the search found."""

    rounds: int = 0
    files: int = 0
    planted: int = 0
    found: list[str] = msgspec.field(default_factory=list)
    unseen: list[str] = msgspec.field(default_factory=list)
    """Spellings that were planted and not found: there the search is blind."""

    @property
    def holds(self) -> bool:
        return not self.found and not self.unseen

    def told(self) -> str:
        seen = self.planted - len(self.unseen)
        return f"{self.rounds} rounds, {self.files} files searched, {len(self.found)} words found" + (
            f", {seen} of {self.planted} planted spellings seen" if self.planted else ""
        )

    def problems(self) -> list[str]:
        return [*self.found, *(f"not seen: {spelling}" for spelling in self.unseen)]


def torture(
    rounds: int, *, control: bool = False, progress: Callable[[Outcome], None] = lambda _o: None
) -> Outcome:
    """Work and search that often."""
    outcome = Outcome()
    for _ in range(rounds):
        scratch = Path(tempfile.mkdtemp(prefix="vatra-torture-"))
        try:
            home, elsewhere = scratch / "home", scratch / "stick"
            for folder in (elsewhere, *(home / part for part in FOLDERS.values())):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            vault = make_invented_vault(home / ".local" / "share" / "Vatra" / "vault")
            with vault.open() as opened:
                family = _family_with_a_visit(opened)
            log = _work(vault, home, elsewhere, family)
            (home / "standard-error.log").write_text(log, "utf-8")
            if control:
                _plant(home, outcome)
            _search(home, vault, outcome)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        outcome.rounds += 1
        progress(outcome)
    return outcome


def _family_with_a_visit(vault: Vault) -> bytes:
    known = NewFamily(family_name=WORDS["family"], given_names=WORDS["person"])
    family = register_family(vault, known)[0]
    families.change_family(vault, family, village=WORDS["village"], phone=WORDS["phone"])
    families.write_note(vault, family, WORDS["note"])
    draft = visits.begin_visit(vault, family)
    draft.answers.update(v_result="done", v_agreed=WORDS["answer"])
    visits.record_visit(vault, draft)
    return family


def _work(vault: InventedVault, home: Path, elsewhere: Path, family: bytes) -> str:
    """The story; returns what the program printed."""
    places = {name: str((home / part).resolve()) for name, part in FOLDERS.items()}
    vatra = DrivenVatra(vault, home / ".config", **places)
    try:
        desk = _signed_in(vatra)
        desk.do("go", screen="family", what=family.hex())
        desk.wait_to_read(WORDS["family"])
        desk.do("enter", field="Search families", text=WORDS["looked for"])
        desk.do("save_visit", path=str(elsewhere / "visit.pdf"))
        wait_for((elsewhere / "visit.pdf").exists, "the PDF")
        desk.do("go", screen="visit", what=family.hex())
        wait_for(lambda: "Date" in desk.look()["fields"] and desk.look()["active"], "the visit")
        desk.do("answer", key="v_result", value="done")
        desk.do("go_to_question", key="v_agreed")
        wait_for(lambda: desk.look()["typing"], "a field to type in")
        desk.do("type", text=WORDS["half typed"])
        desk.do("press", key="F12")
        desk = _signed_in(vatra)
        desk.do("go", screen="family", what=family.hex())
        desk.wait_to_read(WORDS["family"])
        os.kill(desk.pid, signal.SIGABRT)  # would leave a core file where one is allowed
        desk = _signed_in(vatra)
        desk.do("close")
        vatra.ended()
        return vatra.said()
    finally:
        vatra.stop()


def _signed_in(vatra: DrivenVatra) -> Window:
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    vatra.sign_in(asking, working)
    return working


def _plant(home: Path, outcome: Outcome) -> None:
    for number, (spelling, write) in enumerate(spellings.PLANTS.items()):
        body = write(PLANTED)
        # A zip is one from its first byte; everything else may stand anywhere.
        (home / ".cache" / f"planted-{number}").write_bytes(body if spelling == "zip" else b"\0\x01\n" + body)
    forms = spellings.forms_of({"planted": PLANTED})
    found, _ = spellings.search(home / ".cache", forms)
    outcome.planted += len(spellings.PLANTS)
    outcome.unseen += [
        spelling for number, spelling in enumerate(spellings.PLANTS) if f"planted-{number}" not in found
    ]
    outcome.found += [
        f"planted as {spelling}" for spelling in spellings.PLANTS if spelling not in outcome.unseen
    ]


def _search(home: Path, vault: InventedVault, outcome: Outcome) -> None:
    keyring = read_keyring(vault.folder)
    keys = {
        f"data key of {name}": bytes(key)
        for name, key in data_keys_of(keyring, vault.worker.id, vault.keys).items()
    }
    keys |= {
        "receiving key": vault.keys.receive.private_bytes_raw(),
        "signing key": vault.keys.sign.private_bytes_raw(),
    }
    forms = spellings.forms_of({**WORDS, "passphrase": vault.passphrase}) | spellings.forms_of_keys(keys)
    found, looked = spellings.search(home, forms)
    outcome.files += looked
    outcome.found += [f"{path}: {word}" for path, words in found.items() for word in sorted(words)]


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of(
        "canaries", __doc__ or "", ROUNDS, "plant one word in every spelling: each must be found"
    )
    chosen = parser.parse_args(arguments)
    outcomes: list[Outcome] = []

    def run() -> Outcome:
        outcomes.append(torture(chosen.runs, control=chosen.control))
        return outcomes[-1]

    code = run_and_tell(run, control=chosen.control)
    if chosen.control and outcomes[-1].unseen:
        print("\n".join(outcomes[-1].problems()))
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
