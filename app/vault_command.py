"""``vatra vault``: what the commune's IT person can do about a vault without its window.

``verify`` opens it with every check and counts; ``backup`` makes a verified copy; ``restore`` puts a copy in the place of a
store that does not open; ``workers`` and ``health`` tell. No act prints anything about a family; workers are named as on
their tiles. The passphrase is asked on the terminal, or is the first line of standard input - never an argument, which
everybody on the machine could read. Exit code 0 done, 1 the world was in the way, 2 wrong use.
"""

import argparse
import datetime as dt
import getpass
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from app.errors import VatraError
from app.services import safety, session
from app.services.laptop_health import Health, Level, What, laptop_health, levels
from app.services.safety import Copy
from storage.vault import Vault

DONE, IN_THE_WAY, MISUSED = 0, 1, 2
_GIB = 1024**3

_SENTENCES = {
    "wrong_passphrase": "The passphrase does not fit. Nothing was changed.",
    "too_many_tries": "Too many wrong passphrases came one after the other. Wait as many seconds as wait_s says and try again.",
    "too_little_memory": "There is too little free memory to try the passphrase. Close other programs and try again.",
    "keyring_damaged": "The key file cannot be read. 'vatra vault restore' brings it back when there is a copy of it; "
    "otherwise the county office can help.",
    "vault_in_use": "Vatra is open on this vault. Close its window and try again.",
    "vault_missing": "A file of the vault is not there, or this folder has no vault. If a store file is gone, "
    "'vatra vault restore' brings it back.",
    "vault_damaged": "The store is damaged. Nothing was overwritten. 'vatra vault restore' puts the newest copy that opens "
    "in its place.",
    "vault_foreign": "A file in the folder belongs to another vault. Take it out, or use 'vatra vault restore'.",
    "vault_too_new": "The store was written by a newer Vatra. Install that version.",
    "saved_work_missing": "Work that was already saved is missing: an older file was put back, or the disk lost it. Keep the "
    "folder as it is and look for the newer file before using 'vatra vault restore'.",
    "backup_missing": "There is no copy that opens for this worker. Nothing was changed.",
    "native_parts_too_old": "SQLCipher or SQLite of this installation is too old. Install Vatra again.",
    "disk_full": "The disk is full. Nothing was changed; free some space and try again.",
    "disk_read_only": "The folder cannot be read or written. Check its permissions.",
    "disk_failing": "The disk answers with errors. Copy the whole folder to another disk before anything else.",
}


class Misuse(Exception):
    """``args[0]`` is the sentence for whoever typed the command."""


def add_to(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``vault`` and its acts to the parser of ``vatra``."""
    vault = acts.add_parser("vault", help="check, back up or restore a vault (for IT)")
    of_vault = vault.add_subparsers(dest="vault_act", required=True, metavar="ACT")
    for name, (_act, told) in _ACTS.items():
        act = of_vault.add_parser(name, help=told, description=told)
        act.add_argument(
            "--folder",
            type=Path,
            default=argparse.SUPPRESS,
            help="folder of the vault (default: this account's)",
        )
        act.add_argument("--json", action="store_true", help="print one JSON document")
        if name != "workers":
            act.add_argument(
                "--worker", type=int, metavar="N", help="whose passphrase: the number that 'workers' shows"
            )
        if name == "restore":
            act.add_argument(
                "--backup", type=Path, metavar="FILE", help="go back to this copy, even if the vault opens"
            )


def run(chosen: argparse.Namespace, folder: Path) -> int:
    """Do the act; returns the exit code."""
    act, _told = _ACTS[chosen.vault_act]
    try:
        answer, lines = act(chosen, folder)
    except Misuse as problem:
        print(problem.args[0], file=sys.stderr)
        return MISUSED
    except VatraError as problem:
        print(_SENTENCES.get(problem.code, f"Something was in the way ({problem.code})."), file=sys.stderr)
        if chosen.json:
            _print_json({"problem": problem.code, "facts": problem.facts})
        elif problem.facts:
            told = ", ".join(f"{name} {value}" for name, value in sorted(problem.facts.items()))
            print(f"({problem.code}: {told})", file=sys.stderr)
        return IN_THE_WAY
    if chosen.json:
        _print_json(answer)
    else:
        print("\n".join(lines))
    return DONE


Answer = tuple[dict[str, Any], list[str]]
"""What an act found out: as one document, and as lines to read."""


def _verify(chosen: argparse.Namespace, folder: Path) -> Answer:
    with _open(chosen, folder) as vault:
        saves = safety.check_chains(vault)
        found = safety.contents(vault)
        parts = list(vault.compartments)
    answer = {
        "opens": True,
        "compartments": parts,
        "records": found.records,
        "saves": saves,
        "to_send": found.to_send,
    }
    counts = [f"  {number:8d}  {kind}" for kind, number in found.records.items()]
    return answer, [
        f"The vault opens and passes every check ({', '.join(parts)}).",
        *counts,
        f"  {saves:8d}  saves in unbroken chains, who looked among them",
        f"  {found.to_send:8d}  saves of work that the county does not have yet",
    ]


def _back_up(chosen: argparse.Namespace, folder: Path) -> Answer:
    with _open(chosen, folder) as vault:
        made = safety.back_up(vault)
    return {"copies": [_copy(one) for one in made]}, [
        f"Copied and opened again: {one.path.name} ({one.size_bytes} bytes)" for one in made
    ]


def _restore(chosen: argparse.Namespace, folder: Path) -> Answer:
    lines: list[str] = []
    keyring = safety.use_keyring_copy(folder)
    if keyring:
        lines.append("The key file could not be read and was brought back from its copy.")
    worker, passphrase = _given(*_who(chosen, folder))
    restored = (
        (safety.use_copy(folder, worker, passphrase, chosen.backup),)
        if chosen.backup is not None
        else safety.use_newest_copy(folder, worker, passphrase)
    )
    for one in restored:
        lines.append(f"Restored {one.compartment} from {one.backup.name}, made {_moment(one.made_at)}.")
        lines.append(f"The former files are in {one.set_aside.name}; keep them until nothing is missed.")
    if restored:
        lines.append("What the county has of the time since then comes back with the next sync.")
    else:
        lines.append("The store opens and passes every check: there was nothing to restore.")
    told = [
        {
            "compartment": one.compartment,
            "copy": one.backup.name,
            "made_at": one.made_at,
            "former_files": one.set_aside.name,
        }
        for one in restored
    ]
    return {"keyring_restored": keyring, "restored": told}, lines


def _workers(_chosen: argparse.Namespace, folder: Path) -> Answer:
    tiles = session.vault_workers(folder)
    told = [
        {"number": number, "name": tile.name, "profession": tile.profession}
        for number, tile in enumerate(tiles, start=1)
    ]
    return {"workers": told}, [
        f"  {one['number']}  {one['name']} ({str(one['profession']).replace('_', ' ')})" for one in told
    ]


def _health(chosen: argparse.Namespace, folder: Path) -> Answer:
    worker, passphrase = _who(chosen, folder)
    if passphrase:
        with session.unlock(folder, worker, passphrase) as vault:
            health = laptop_health(folder, vault)
    else:
        health = laptop_health(folder)
    found = levels(health)
    answer = {**msgspec.to_builtins(health), "disk_low": health.disk_low(), "levels": found}
    return answer, _health_lines(health, found)


_MARKS: dict[Level, str] = {"good": "", "look": " - look at it", "act": " - needs doing", "unknown": ""}


def _health_lines(health: Health, found: dict[What, Level]) -> list[str]:
    offset, costs = health.clock_offset_s, health.costs
    told: list[tuple[str, str, What | None]] = [
        (
            "Free space",
            f"{health.disk_free_bytes / _GIB:.1f} of {health.disk_total_bytes / _GIB:.1f} GiB",
            "space",
        ),
        ("Disk encryption", health.disk_encrypted, "encryption"),
        ("Clock", "not compared yet" if offset is None else f"county {offset:+d} s at last contact", "clock"),
        ("Last contact", _moment(health.last_contact_at), "contact"),
        ("Last copy", f"{_moment(health.last_copy_at)} ({health.copies} kept)", "copy"),
        ("Last lock", _moment(health.locked_at), None),
        ("Workers", f"{health.workers}, with {health.passphrases} passphrases", None),
        (
            "Passphrases",
            "-" if costs is None else f"Argon2id {costs.memory_kib // 1024} MiB, {costs.passes} passes",
            "passphrases",
        ),
        ("Memory", f"{health.memory_total_bytes / _GIB:.1f} GiB", "memory"),
    ]
    lines = [f"{f'{label}:':<17}{text}{_MARKS[found[what]] if what else ''}" for label, text, what in told]
    if health.restored_at is not None:
        lines.append(
            f"Restored:        {_moment(health.restored_at)}, from the copy of {_moment(health.restored_from)}"
        )
    return [*lines, *(f"{f'{name}:':<17}{version}" for name, version in health.versions.items())]


_ACTS: dict[str, tuple[Callable[[argparse.Namespace, Path], Answer], str]] = {
    "verify": (_verify, "open the vault with every check and count its records"),
    "backup": (_back_up, "make a copy and open it again"),
    "restore": (_restore, "put the newest copy in the place of a store that does not open"),
    "workers": (_workers, "who works on this laptop"),
    "health": (
        _health,
        "disk, clock, last copy, last contact, versions (with an empty passphrase: what the vault does not keep)",
    ),
}


def _open(chosen: argparse.Namespace, folder: Path) -> Vault:
    worker, passphrase = _given(*_who(chosen, folder))
    return session.unlock(folder, worker, passphrase)


def _given(worker: bytes, passphrase: str) -> tuple[bytes, str]:
    if not passphrase:
        raise Misuse("No passphrase was given.")
    return worker, passphrase


def _who(chosen: argparse.Namespace, folder: Path) -> tuple[bytes, str]:
    """The worker and the passphrase, perhaps empty; the folder is looked at before anything is asked."""
    tiles = session.vault_workers(folder)
    if chosen.worker is None and len(tiles) > 1:
        raise Misuse(
            "Several people work on this laptop. Say whose passphrase it is: --worker N (see 'workers')."
        )
    number = 1 if chosen.worker is None else chosen.worker
    if not 1 <= number <= len(tiles):
        raise Misuse(f"There is no worker {number} on this laptop (see 'vatra vault workers').")
    return tiles[number - 1].id, _ask(tiles[number - 1].name)


def _ask(name: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(f"Passphrase of {name}: ")
    # Some shells put a mark of the encoding before what they pipe.
    return sys.stdin.buffer.readline().decode("utf-8-sig", "replace").rstrip("\r\n")


def _copy(one: Copy) -> dict[str, Any]:
    return {
        "compartment": one.compartment,
        "copy": one.path.name,
        "made_at": one.made_at,
        "size_bytes": one.size_bytes,
    }


def _moment(at: int | None) -> str:
    return (
        f"{dt.datetime.fromtimestamp(at, dt.UTC).astimezone():%Y-%m-%d %H:%M}" if at is not None else "never"
    )


def _print_json(document: dict[str, Any]) -> None:
    print(msgspec.json.format(msgspec.json.encode(document), indent=1).decode())
