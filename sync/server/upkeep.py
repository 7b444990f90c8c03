"""The commands that look after a county: ``backup``, ``snapshots``, ``restore``, ``receipt`` and ``lease``."""

import argparse
import datetime as dt
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, Table, select

from sync.core.lease import Lease
from sync.core.receipt import shown_code, typed_code
from sync.server import backup, receipts, recovery, restore, snapshots, tables
from sync.server.backup import BY_COUNTY, BY_RECOVERY, BackupInvalid
from sync.server.command_line import (
    CannotDo,
    Commands,
    add_operator,
    county_store,
    moment,
    operator,
    print_json,
    read_id,
)
from sync.server.folder import EXCHANGE_KEY, CountyFolder
from sync.server.founding import SHARES_NEEDED
from sync.server.lease import lease_of, set_lease
from sync.server.store import county_of

DEFAULT_PLACE = "backups"
_REASONS = {
    "format": "is no backup of a county",
    "key": "does not open with this key; with two recovery shares it may: --share FILE --share FILE",
    "content": "was changed or cut: take another copy",
}


def add_commands(commands: Commands) -> None:
    """Add what this module can do to the command line."""
    make = commands.add_parser("backup")
    make.add_argument(
        "--out", type=Path, metavar="DIR", help="where to (default: backups in the county's folder)"
    )
    make.add_argument("--keep", type=int, default=backup.KEPT, help=f"how many stay (default: {backup.KEPT})")
    make.set_defaults(command=_backup)

    ready = commands.add_parser("snapshots")
    ready.set_defaults(command=_snapshots)

    back = commands.add_parser("restore")
    back.add_argument(
        "file", type=Path, nargs="?", metavar="BACKUP", help="the file from: vatra-county backup"
    )
    back.add_argument(
        "--share",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a recovery share; twice, where the keys are lost",
    )
    back.add_argument(
        "--in-place",
        action="store_true",
        help="the database was put back by other means: only begin a new epoch",
    )
    back.add_argument(
        "--copy-made",
        type=_moment_of,
        metavar="YYYY-MM-DDTHH:MM",
        help="with --in-place: when that copy was made (UTC); saves laptops a whole download",
    )
    add_operator(back)
    back.set_defaults(command=_restore)

    check = commands.add_parser("receipt")
    check.add_argument("code", nargs="+", help="as the worker reads it from the Sync page")
    check.add_argument("--device", help="only this laptop: quicker in a large county")
    check.add_argument("--json", action="store_true")
    check.set_defaults(command=_receipt)

    lease = commands.add_parser("lease")
    lease.add_argument("--warn-days", type=int, help="from then on a laptop warns")
    lease.add_argument("--read-only-days", type=int, help="from then on it takes no new work")
    add_operator(lease)
    lease.set_defaults(command=_lease)


def _backup(asked: argparse.Namespace) -> None:
    folder = CountyFolder(asked.data)
    place = asked.out or folder.of(DEFAULT_PLACE)
    if asked.keep < 1:
        raise CannotDo("--keep must be at least 1: the backup that is made now stays.")
    with county_store(asked) as store:
        try:
            made = backup.make_backup(folder, store, place, dt.datetime.now(dt.UTC))
        except BackupInvalid:
            raise CannotDo(
                f"The backup in {place} could not be read again: it is not kept. Look at that disk."
            ) from None
    gone = backup.drop_old(place, asked.keep)
    print(f"{made.path}: {made.about.csn} saves, {made.size_bytes / 1e6:.1f} MB, read again and whole.")
    if gone:
        print(f"{gone} older removed; the newest {asked.keep} stay.")


def _snapshots(asked: argparse.Namespace) -> None:
    sign = CountyFolder(asked.data).sign_key().sign
    with county_store(asked) as store:
        made = snapshots.refresh(store, sign, int(dt.datetime.now(dt.UTC).timestamp()))
    print(f"{made} snapshots made: a new laptop reads them instead of the whole log.")


def _restore(asked: argparse.Namespace) -> None:
    if asked.in_place == bool(asked.file):
        raise CannotDo(
            "Name the backup to go back to, or --in-place for a database that was put back already."
        )
    if asked.in_place:
        _begin_in_place(asked)
        return
    folder = CountyFolder(asked.data)
    try:
        private, recipient = _key(folder, asked)
        done = restore.restore(
            folder,
            asked.file,
            private=private,
            recipient=recipient,
            database=asked.database,
            by=operator(asked),
            now=dt.datetime.now(dt.UTC),
        )
    except BackupInvalid as problem:
        raise CannotDo(f"{asked.file} {_REASONS[str(problem)]}. Nothing was changed.") from None
    except restore.RestoreProblem as problem:
        raise CannotDo(str(problem)) from None
    about = done.about
    print(
        f"County {about.name} is as it was on {moment(about.made_at)}: {about.csn} saves. New epoch: {done.epoch}."
    )
    if done.former_csn is not None:
        print(
            f"It had come to {done.former_csn} saves. Laptops send again what is missing, at their next contact."
        )
    else:
        print(
            "The former database could not be read: laptops that enrolled since, and revocations, are not known here."
        )
    if done.kept is not None:
        print(f"What was there is kept in {done.kept}.")
    print(
        "One-time codes that were waiting no longer work; give out new ones. Look through: vatra-county devices, workers."
    )


def _begin_in_place(asked: argparse.Namespace) -> None:
    now_s = int(dt.datetime.now(dt.UTC).timestamp())
    with county_store(asked) as store:
        epoch, agreed = restore.begin_epoch_in_place(
            store, copy_made_at=asked.copy_made, by=operator(asked), now_s=now_s
        )
    print(f"New epoch: {epoch}. Laptops keep what they know up to save {agreed} and ask for the rest again.")


def _lease(asked: argparse.Namespace) -> None:
    with county_store(asked) as store:
        with store.reading() as connection:
            held = lease_of(county_of(connection))
        if asked.warn_days is not None or asked.read_only_days is not None:
            held = Lease(
                held.warn_days if asked.warn_days is None else asked.warn_days,
                held.read_only_days if asked.read_only_days is None else asked.read_only_days,
            )
            with store.writing() as (connection, _county):
                set_lease(connection, held, operator(asked), int(dt.datetime.now(dt.UTC).timestamp()))
    print(
        f"Without contact a laptop warns after {held.warn_days} days and takes no new work after {held.read_only_days}."
    )


def _receipt(asked: argparse.Namespace) -> None:
    code = typed_code("".join(asked.code))
    device = read_id(asked.device) if asked.device else None
    with county_store(asked) as store, store.reading() as connection:
        held = receipts.found(connection, code, device)
        if held is None:
            raise CannotDo(
                f"The county does not hold what receipt {shown_code(code)} stands for: it is mistyped, or not all of it arrived."
            )
        worker = _name(connection, tables.worker, held.worker)
        laptop = _name(connection, tables.device, held.device)
    day = dt.date(1970, 1, 1) + dt.timedelta(days=held.receipt.day)
    if asked.json:
        receipt = msgspec.to_builtins(held.receipt) | {"day": day.isoformat()}
        print_json(
            {"receipt": receipt, "worker": worker, "laptop": laptop, "saves_of_day": held.saves_of_day}
        )
        return
    later = held.saves_of_day - held.receipt.saves
    print(
        f"Receipt {shown_code(code)}: {worker} on {laptop}, {day:%A %Y-%m-%d}: {held.receipt.saves} saves, all of them here"
        + (f", {held.receipt.held_back} of them kept aside" if held.receipt.held_back else "")
        + (f"; {later} more of that day came since" if later else "")
        + f". Last received {moment(held.last_received_at)}."
    )


def _name(connection: Connection, table: Table, one: bytes) -> str:
    name = connection.execute(select(table.c.name).where(table.c.id == one)).scalar_one_or_none()
    return name if isinstance(name, str) else one.hex()


def _key(folder: CountyFolder, asked: argparse.Namespace) -> tuple[X25519PrivateKey, str]:
    """The key that opens the backup: the county's own, or the one two shares give."""
    if not asked.share:
        if not folder.of(EXCHANGE_KEY).exists():
            raise CannotDo(
                f"The county's keys are not in {asked.data}. Two recovery shares open the backup: --share FILE --share FILE"
            )
        return folder.exchange_key(), BY_COUNTY
    if len(asked.share) < SHARES_NEEDED:
        raise CannotDo(f"{SHARES_NEEDED} shares are needed: --share FILE --share FILE")
    about = backup.read_about(asked.file)
    shares = [recovery.read_share_file(path) for path in asked.share]
    return recovery.join_shares(shares, about.recovery_key, about.name), BY_RECOVERY


def _moment_of(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC).timestamp())
