"""A county goes back to a backup, and everything after it comes again: nothing lost, nothing twice, nobody forgotten."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import delete, select, update

from app.domain.ids import random_id
from app.errors import CountyWentBack
from sync.client.transport import CountyLine
from sync.core.witness import witness_of
from sync.protocol import Exchange, Reply
from sync.server import accounts, backup, colleagues, journal, overview, tables
from sync.server.backup import BY_COUNTY, BY_RECOVERY, BackupInvalid, make_backup
from sync.server.cli import main
from sync.server.recovery import join_shares, read_share_file
from sync.server.restore import RestoreProblem, begin_epoch_in_place, restore
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, enrol_request, rows_of

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=9)


def _backup(county: RunningCounty, moment: dt.datetime = NOW) -> Path:
    return make_backup(county.folder, county.store, county.folder.of("backups"), moment).path


def _restore(county: RunningCounty, path: Path) -> int:
    key = county.folder.exchange_key()
    done = restore(county.folder, path, private=key, recipient=BY_COUNTY, database=None, by="Vera", now=LATER)
    return done.epoch


def _families(county: RunningCounty) -> set[str]:
    with county.store.reading() as connection:
        records = list(connection.execute(select(tables.record.c.id).where(tables.record.c.kind == "family")))
    shown = [overview.family_view(county.store, row.id).of_kind("family")[0].shown for row in records]
    return {groups["name"]["name"] for groups in shown}


def _go_on(laptop: PlainLaptop, reply: Reply) -> None:
    """What a laptop does with a new epoch: forget, read again from the cut, send again what is missing."""
    cut = reply.epoch_cuts[1]
    laptop.states = {record: state for record, state in laptop.states.items() if state.csn <= cut}
    laptop.cursor = min(laptop.cursor, cut)
    laptop.enrolled = msgspec.structs.replace(laptop.enrolled, epoch=reply.epoch)
    if reply.have.n < laptop.n:
        laptop.push(reply.have.n + 1)


def test_what_came_after_the_backup_comes_again(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    before = ana.family(name="Before")
    ana.push()
    path = _backup(county)
    ana.family(name="After")
    ana.push(2)
    ion.pull()
    ion.change(before, "family", {"name": {"name": "Later"}}, before)
    ion.push()
    epoch = _restore(county, path)
    assert _families(county) == {"Before"}
    for laptop in (ana, ion):
        reply = laptop.line.exchange(laptop.request())
        assert reply.epoch == epoch > 1
        _go_on(laptop, reply)
    for laptop in (ana, ion):
        laptop.pull()
    assert _families(county) == {"After", "Later"}
    assert ana.states == ion.states
    csns = [row[0] for row in rows_of(county.store, "log")]
    assert csns == list(range(1, len(csns) + 1))
    assert len({row[2] for row in rows_of(county.store, "log")}) == len(csns), "no save twice"


def test_a_running_server_goes_on_with_the_restored_county(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    path = _backup(county)
    _restore(county, path)
    assert laptop.line.exchange(laptop.request()).epoch > 1, "nobody had to start it again"


def test_who_was_let_in_or_let_go_since_the_backup_stays_so(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    lost, leaver = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    unused = county.enrolment_code(worker="Later")
    path = _backup(county)
    newcomer = plain_laptop(county, worker="Maria")
    with county.store.writing() as (connection, row):
        accounts.revoke_device(connection, lost.device)
        colleagues.revoke_worker(connection, row, leaver.enrolled.worker, int(NOW.timestamp()))
    _restore(county, path)
    with county.store.reading() as connection:
        devices = {line.id: line.status for line in overview.device_lines(connection)}
        workers = {line.name: line.status for line in colleagues.worker_lines(connection)}
        with pytest.raises(Exception, match="code_expired"):
            _use(county, unused)
    assert devices == {lost.device: "revoked", leaver.device: "active", newcomer.device: "active"}
    assert {name: workers[name] for name in ("Ana", "Ion", "Maria")} == {
        "Ana": "active",
        "Ion": "revoked",
        "Maria": "active",
    }
    newcomer.family(name="Lupu")
    assert newcomer.push().answers[0].outcome == "applied"
    told = {record.record for effect in newcomer.pull() for record in effect.records}
    assert told >= {lost.enrolled.worker, newcomer.enrolled.worker, leaver.enrolled.worker}


def _use(county: RunningCounty, code: str) -> None:
    key, device = Ed25519PrivateKey.generate(), random_id()
    line = CountyLine(county.card, device, key.sign, county.url)
    try:
        line.enrol(enrol_request(code, device, key))
    finally:
        line.close()


def test_two_restores_never_share_an_epoch(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    plain_laptop(county)
    path = _backup(county)
    first = _restore(county, path)
    second = _restore(county, path)
    assert second > first > 1
    with county.store.reading() as connection:
        acts = journal.entries(connection)
        assert journal.first_broken(connection) is None
    assert [(one.act, one.by, one.facts["former_epoch"]) for one in acts] == [("restore", "Vera", first)]


def test_what_was_there_is_kept_and_can_be_gone_back_to(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    path = _backup(county)
    laptop.family(name="After")
    laptop.push()
    before = rows_of(county.store, "log")
    _restore(county, path)
    (kept,) = county.folder.of("before-restore").iterdir()
    restore(
        county.folder,
        kept,
        private=county.folder.exchange_key(),
        recipient=BY_COUNTY,
        database=None,
        by="Vera",
        now=LATER + dt.timedelta(hours=1),
    )
    assert rows_of(county.store, "log")[: len(before)] == before


def test_a_server_that_burned_down_comes_back_from_one_file_and_two_shares(
    small_county: RunningCounty, plain_laptop: MakeLaptop, tmp_path: Path
) -> None:
    laptop = plain_laptop(small_county)
    laptop.family(name="Lupu")
    laptop.push()
    path = _backup(small_county).rename(tmp_path / "from-another-disk.vatra-backup")
    shares = [small_county.folder.of(f"recovery-share-{number}.txt") for number in (1, 3)]
    about = backup.read_about(path)
    key = join_shares([read_share_file(share) for share in shares], about.recovery_key, about.name)
    fresh = type(small_county.folder)(tmp_path / "new machine")
    restore(fresh, path, private=key, recipient=BY_RECOVERY, database=None, by="Vera", now=LATER)
    assert fresh.card() == small_county.card
    assert fresh.sign_key().private_bytes_raw() == small_county.folder.sign_key().private_bytes_raw()
    opened = fresh.open_store()
    assert overview.counts(opened).families == 1
    opened.close()
    assert {oct(file.stat().st_mode & 0o777) for file in fresh.path.iterdir()} == {"0o600"}


def test_a_trial_on_sqlite_moves_to_postgresql(
    small_county: RunningCounty, plain_laptop: MakeLaptop, tmp_path: Path, postgresql_url: str
) -> None:
    laptop = plain_laptop(small_county)
    laptop.family(name="Lupu")
    laptop.push()
    path, key = _backup(small_county), small_county.folder.exchange_key()
    fresh = type(small_county.folder)(tmp_path / "large")
    restore(fresh, path, private=key, recipient=BY_COUNTY, database=postgresql_url, by="Vera", now=LATER)
    opened = fresh.open_store()
    assert opened.engine.dialect.name == "postgresql"
    assert rows_of(opened, "record")[:1] == rows_of(small_county.store, "record")[:1]
    assert overview.counts(opened).families == 1
    opened.close()


@pytest.mark.parametrize("damage", ["head", "middle", "missing key"])
def test_a_database_that_does_not_open_is_set_aside(
    small_county: RunningCounty, plain_laptop: MakeLaptop, damage: str
) -> None:
    laptop = plain_laptop(small_county)
    laptop.family(name="Lupu")
    laptop.push()
    path = _backup(small_county)
    small_county.close()
    file = small_county.folder.of("county.db")
    _damage(file, damage)
    _restore(small_county, path)
    (aside,) = small_county.folder.path.glob("damaged-*")
    assert (aside / "county.db").exists()
    opened = small_county.folder.open_store()
    assert overview.counts(opened).families == 1
    opened.close()


def _damage(file: Path, kind: str) -> None:
    if kind == "missing key":
        file.with_name("county.db.key").unlink()
        return
    content = bytearray(file.read_bytes())
    begin = 0 if kind == "head" else 4096
    content[begin:] = secrets.token_bytes(len(content) - begin)
    file.write_bytes(content)


@pytest.mark.parametrize("place", [0.0, 0.02, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("how", ["flip", "cut"])
def test_a_damaged_backup_changes_nothing(
    small_county: RunningCounty, plain_laptop: MakeLaptop, place: float, how: str
) -> None:
    plain_laptop(small_county)
    path = _backup(small_county)
    content = bytearray(path.read_bytes())
    at = int(len(content) * place)
    if how == "flip":
        content[at] ^= 1
    path.write_bytes(content if how == "flip" else content[:at])
    before = rows_of(small_county.store, "county")
    with pytest.raises(BackupInvalid):
        _restore(small_county, path)
    assert rows_of(small_county.store, "county") == before
    assert not small_county.folder.of("before-restore").exists()


def test_every_cut_of_a_backup_is_refused(small_county: RunningCounty) -> None:
    path, key = _backup(small_county), small_county.folder.exchange_key()
    content = path.read_bytes()
    for length in range(0, len(content), 37):
        path.write_bytes(content[:length])
        with pytest.raises(BackupInvalid):
            backup.check(path, key, BY_COUNTY)
    path.write_bytes(content + b"\0\0\0\0")
    with pytest.raises(BackupInvalid):
        backup.check(path, key, BY_COUNTY)


def test_a_backup_opens_for_nobody_else(small_county: RunningCounty) -> None:
    path = _backup(small_county)
    with pytest.raises(BackupInvalid, match="key"):
        backup.check(path, X25519PrivateKey.generate(), BY_COUNTY)
    with pytest.raises(BackupInvalid, match="key"):
        backup.check(path, small_county.folder.exchange_key(), "somebody")


def test_a_backup_of_another_county_is_refused(small_county: RunningCounty, tmp_path: Path) -> None:
    other = RunningCounty(tmp_path / "other")
    path = _backup(other)
    with pytest.raises(RestoreProblem, match="another county"):
        restore(
            small_county.folder,
            path,
            private=other.folder.exchange_key(),
            recipient=BY_COUNTY,
            database=None,
            by="Vera",
            now=LATER,
        )
    other.close()


def test_laptops_hear_what_a_backup_covers(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    assert laptop.push().durable_csn == 0
    made = make_backup(county.folder, county.store, county.folder.of("backups"), NOW)
    laptop.family(name="Albu")
    reply = laptop.push(2)
    assert (reply.durable_csn, reply.head) == (made.about.csn, made.about.csn + 1)


def test_no_word_of_a_record_stands_in_a_backup(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Zzyzxcanary")
    laptop.push()
    content = _backup(county).read_bytes()
    assert b"Zzyzxcanary" not in content
    assert "Bacău".encode() in content, "the control: what stands in the head is found"


def test_a_restore_by_other_means_begins_its_epoch_in_place(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    laptop.push()
    with county.store.reading() as connection:
        csn = connection.execute(select(tables.county.c.csn)).scalar_one()
    now_s = int(LATER.timestamp())
    long_ago = begin_epoch_in_place(county.store, copy_made_at=None, by="Vera", now_s=now_s)
    assert long_ago == (now_s, 0)
    epoch, agreed = begin_epoch_in_place(county.store, copy_made_at=1 << 40, by="Vera", now_s=now_s)
    assert (epoch, agreed) == (now_s + 1, csn)
    assert laptop.line.exchange(laptop.request()).epoch_cuts == {1: 0, now_s: csn}


def _witnessing(laptop: PlainLaptop, reply: Reply) -> Exchange:
    return msgspec.structs.replace(laptop.request(), witness=witness_of(reply.head, reply.head_hash))


def _put_back_in_silence(county: RunningCounty, path: Path) -> None:
    """What somebody does who knows the database's own tools and not ours: the old rows, and no new epoch."""
    _restore(county, path)
    with county.store.rebuilding() as connection:
        connection.execute(update(tables.county).values(epoch=1))
        connection.execute(delete(tables.epoch_cut))


@pytest.mark.parametrize("gone_on", [False, True])
def test_a_county_put_back_in_silence_is_noticed_and_named(
    county: RunningCounty, plain_laptop: MakeLaptop, capsys: pytest.CaptureFixture[str], gone_on: bool
) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    known = ion.line.exchange(ion.request())
    path = _backup(county)
    for number in range(3):
        ana.family(name=f"After {number}")
    seen = ana.push()
    assert ana.line.exchange(_witnessing(ana, seen)).head == seen.head, "a whole county hears its witnesses"
    _put_back_in_silence(county, path)
    if gone_on:  # others, who had seen less, write on: the same numbers, other saves
        for number in range(6):
            ion.family(name=f"Meanwhile {number}")
        assert ion.line.exchange(
            msgspec.structs.replace(_witnessing(ion, known), segment=ion.segment())
        ).answers
    log = rows_of(county.store, "log")
    with pytest.raises(CountyWentBack):
        ana.line.exchange(_witnessing(ana, seen))
    assert rows_of(county.store, "log") == log, "nothing was taken, nothing was given"
    doubt = overview.status(county.store).doubt
    assert doubt is not None
    assert (doubt.device, doubt.csn) == (ana.device.hex(), seen.head)
    assert main(["--data", str(county.folder.path), "status"]) == 0
    assert "restore --in-place" in capsys.readouterr().out
    _begin_in_place_and_meet_again(county, ana, ion)


def _begin_in_place_and_meet_again(county: RunningCounty, *laptops: PlainLaptop) -> None:
    begin_epoch_in_place(county.store, copy_made_at=None, by="Vera", now_s=int(LATER.timestamp()))
    assert overview.status(county.store).doubt is None
    for laptop in laptops:
        _go_on(laptop, laptop.line.exchange(laptop.request()))
    for laptop in laptops:
        laptop.pull()
    assert laptops[0].states == laptops[1].states
    assert {f"After {number}" for number in range(3)} <= _families(county)


def test_a_county_from_before_an_epoch_is_noticed(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(county)
    path = _backup(county)
    _restore(county, path)
    laptop.enrolled = msgspec.structs.replace(laptop.enrolled, epoch=overview.status(county.store).epoch)
    laptop.line.exchange(laptop.request())
    _put_back_in_silence(county, path)
    with pytest.raises(CountyWentBack):
        laptop.line.exchange(laptop.request())


def _said(capsys: pytest.CaptureFixture[str], arguments: Sequence[str | Path], code: int = 0) -> str:
    assert main([str(one) for one in arguments]) == code
    out, err = capsys.readouterr()
    return err if code else out


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "county"
    _said(capsys, ["--data", data, "init", "--name", "Bacău", "--country", "ro"])
    assert "0 saves" in _said(capsys, ["--data", data, "backup"])
    (path,) = (data / "backups").iterdir()
    said = _said(capsys, ["--data", data, "restore", path, "--by", "Vera Munteanu"])
    assert "New epoch" in said
    assert "before-restore" in said
    said = _said(capsys, ["--data", data, "restore", "--in-place", "--copy-made", "2026-11-21T03:00"])
    assert "New epoch" in said
    assert "Name the backup" in _said(capsys, ["--data", data, "restore"], 1)
    (tmp_path / "letter.txt").write_text("Dear county")
    assert "is no backup" in _said(capsys, ["--data", data, "restore", tmp_path / "letter.txt"], 1)
    assert "shares open the backup" in _said(capsys, ["--data", tmp_path / "new", "restore", path], 1)
    shares = [part for number in (2, 3) for part in ("--share", data / f"recovery-share-{number}.txt")]
    assert "0 saves" in _said(capsys, ["--data", tmp_path / "new", "restore", path, *shares])
    assert "County Bacău" in _said(capsys, ["--data", tmp_path / "new", "status"])


def test_old_backups_go_and_the_newest_stay(small_county: RunningCounty) -> None:
    place = small_county.folder.of("backups")
    for day in range(4):
        make_backup(small_county.folder, small_county.store, place, NOW + dt.timedelta(days=day))
    assert backup.drop_old(place, 2) == 2
    assert [path.name for path in backup.backups(place)] == [
        "county-20261124-030000.vatra-backup",
        "county-20261123-030000.vatra-backup",
    ]
