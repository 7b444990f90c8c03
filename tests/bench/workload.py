"""The workload that the sync targets name: 250 families, 1,000 people, 1,000 visits of 40 fields, 250 assessments of 80 answers.

Written as the window writes it, in Romanian as offices write it: short answers by question, and a few sentences that say much the
same of every family without ever being the same. Measured are requests and bytes of payload (what HTTP carries, packed);
beside them stands what xz makes of the same records as JSON.
"""

import datetime as dt
import lzma
import random
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.domain.ids import time_ordered_id
from app.domain.kinds import ASSESSMENT, VISIT, groups_of
from app.domain.records import answer_groups
from app.services.importing import import_caseload
from app.services.syncing import on_line, sync_now
from storage.compartment import Write
from storage.vault import Vault
from tests.bench.measuring import Figure
from tests.bench.on_the_line import County, county_process
from tests.fixtures.laptops import at_once
from tests.fixtures.people import invented_caseload

FAMILIES, VISITS, ASSESSMENTS = 250, 1_000, 250
VISIT_FIELDS, ANSWERS = 40, 80
EDITED = 100
UPLOAD_BYTES, UPLOAD_REQUESTS, EDIT_BYTES, IDLE_BYTES = 400_000, 12, 20_000, 300
APPLIED_A_SECOND = 10_000

WHO = ("Mama", "Tatăl", "Bunica", "Mătușa", "Fratele cel mare", "Vecina", "Doamna", "Bunicul")
DOES = (
    "spune că", "a arătat că", "crede că", "se teme că", "ne-a rugat să scriem că", "a repetat că", "a recunoscut că",
)  # fmt: skip
WHAT = (
    "lemnele ajung până la sfârșitul lunii", "copiii merg la școală în fiecare zi", "nu mai are bani de medicamente",
    "casa este curată și încălzită", "fetița tușește de o săptămână", "tatăl lucrează cu ziua la oraș",
    "acoperișul lasă apa în camera mică", "alocația a întârziat luna aceasta", "băiatul învață bine la matematică",
    "au primit pachetul cu alimente", "medicul de familie nu a mai venit", "nu au act de proprietate pentru casă",
    "vecinii îi ajută cu apa de la fântână", "mama a început tratamentul", "profesoara a lăudat temele",
)  # fmt: skip
THEN = (
    "Am stabilit să revin peste {n} zile.", "Vom cere împreună ajutorul pentru încălzire până pe {n} ale lunii.",
    "Am dat telefon la școală, clasa a {c}-a.", "Sora medicală trece marți la ora {h}.", "Au nevoie de {n} kg de făină.",
    "De urmărit: vaccinul celui de {c} ani.", "Nu s-a schimbat nimic de la ultima vizită.", "Dosarul are {n} file.",
)  # fmt: skip
SHORT: tuple[tuple[str, ...], ...] = (
    ("yes", "no", "unknown"), ("never", "rarely", "monthly", "weekly"), ("good", "poor", "none"), ("done", "nobody", "refused"),
)  # fmt: skip


def measured(folder: Path) -> list[Figure]:
    """Everything the targets name, over a county process of its own below the folder."""
    with county_process(folder / "workload") as county:
        ana, maria = (
            county.laptop(folder / "ana-w", "Ana Sandu"),
            county.laptop(folder / "maria-w", "Maria Rus"),
        )
        with ana, maria:
            _trip(county, ana)
            records = fill(ana)
            up, requests_up, _ = _trip(county, ana)
            _, requests_down, down = _trip(county, maria)
            visits = [record for kind, record, _ in records if kind == VISIT.name][:EDITED]
            _edit(ana, records, visits)
            edits, _, _ = _trip(county, ana)
            idle_up, idle_requests, idle_down = _trip(county, ana)
            rate = _applying(county, folder)
    told = f"{FAMILIES} families, {VISITS:,} visits, {ASSESSMENTS} assessments"
    xz = _as_xz(records)
    assert idle_requests == 1, idle_requests
    return [
        Figure("first upload of the named workload", up / 1000, "kB", f"{told}; xz -9 makes {xz / 1000:.0f} kB, {up / xz:.2f} of it", UPLOAD_BYTES / 1000),
        Figure("requests of it", float(requests_up), "", "on a fast line", UPLOAD_REQUESTS),
        Figure("first download by a second laptop", down / 1000, "kB", f"{down / xz:.2f} of xz -9", UPLOAD_BYTES / 1000),
        Figure("requests of it down", float(requests_down), "", "on a fast line", UPLOAD_REQUESTS),
        Figure(f"{EDITED} visits edited in one field, up", edits / 1000, "kB", "one save each", EDIT_BYTES / 1000),
        Figure("a sync with nothing new, payload up", float(idle_up), "B", "one request", IDLE_BYTES),
        Figure("a sync with nothing new, payload down", float(idle_down), "B", "", IDLE_BYTES),
        rate,
    ]  # fmt: skip


def fill(vault: Vault) -> list[tuple[str, bytes, dict[str, Any]]]:
    """Write the workload; (kind, record, fields) of the visits and assessments, and the families' own as they were imported."""
    chance = random.Random("workload")
    caseload = invented_caseload(FAMILIES)
    families = sorted(import_caseload(vault, caseload, "evidenta.xlsx").changed.families)
    records: list[tuple[str, bytes, dict[str, Any]]] = [
        ("family", b"", msgspec.to_builtins(family)) for family in caseload.families
    ]
    day = dt.date(2026, 1, 5)
    form = {"form_id": "vatra_home_visit", "form_version": 2, "form_digest": "5e" * 32}
    for number in range(VISITS):
        on = day + dt.timedelta(days=number % 300)
        answers = {"v_date": on.isoformat(), "v_from": f"{8 + number % 9:02}:{number % 4 * 15:02}"}
        answers |= _answers("v_q", VISIT_FIELDS - 2, chance)
        records.append(_save(vault, VISIT, families[number % FAMILIES], form, answers, 2))
    for number, family in enumerate(families):
        sealed = {
            "form_id": "ro_risk_sheet", "form_version": 1, "form_digest": "7a" * 32, "language": "ro",
            "on": (day + dt.timedelta(days=number)).isoformat(), "sealed_at": 1_780_000_000 + number * 3_600, "zone": "+0300",
            "suggested_level": chance.choice(("none", "low", "medium", "high")), "score": str(chance.randint(0, 60)),
        }  # fmt: skip
        records.append(_save(vault, ASSESSMENT, family, sealed, _answers("r_q", ANSWERS, chance), 1))
    return records


def _save(
    vault: Vault, kind: Any, family: bytes, head: Mapping[str, Any], answers: Mapping[str, Any], version: int
) -> tuple[str, bytes, dict[str, Any]]:
    record = time_ordered_id()
    groups = {**groups_of(kind, head), **answer_groups(kind, answers)}
    with vault.team.writing():
        vault.team.save(vault.worker.id, [Write(kind.name, record, family, groups, form_version=version)])
    return kind.name, record, {"family": family.hex(), **head, **answers}


def _answers(prefix: str, count: int, chance: random.Random) -> dict[str, Any]:
    """Mostly a choice, sometimes a number, one in ten some sentences."""
    answers: dict[str, Any] = {}
    for number in range(count):
        match number % 10:
            case 3:
                answers[f"{prefix}{number}"] = chance.randint(0, 400)
            case 7 if number % 20 == 7:
                answers[f"{prefix}{number}"] = _sentences(chance)
            case _:
                answers[f"{prefix}{number}"] = chance.choice(SHORT[number % len(SHORT)])
    return answers


def _sentences(chance: random.Random) -> str:
    said = f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)}."
    then = chance.choice(THEN).format(
        n=chance.randint(2, 60), c=chance.randint(1, 12), h=chance.randint(8, 18)
    )
    return f"{said} {then}"


def _edit(
    vault: Vault, records: Iterable[tuple[str, bytes, dict[str, Any]]], visits: Sequence[bytes]
) -> None:
    family_of = {
        record: bytes.fromhex(fields["family"]) for kind, record, fields in records if kind == VISIT.name
    }
    for number, visit in enumerate(visits):
        groups = answer_groups(VISIT, {"v_q7": f"Am sunat din nou, vin pe {number % 28 + 1}."})
        with vault.team.writing():
            vault.team.save(
                vault.worker.id, [Write(VISIT.name, visit, family_of[visit], groups, form_version=2)]
            )


def _trip(county: County, vault: Vault) -> tuple[int, int, int]:
    """One sync: bytes of payload up, requests, bytes of payload down."""
    with on_line(at_once, vault) as line:
        sync_now(at_once, vault, lambda *_: None, line=line)
    return line.bytes_sent, line.requests, line.bytes_received


def _applying(county: County, folder: Path) -> Figure:
    """How fast a laptop takes in what it pulled: the time of its records lane alone."""
    spent_s = 0.0

    def timed(work: Any) -> Any:
        nonlocal spent_s
        began = time.perf_counter()
        try:
            return work()
        finally:
            spent_s += time.perf_counter() - began

    with county.laptop(folder / "vera-w", "Vera Rus") as vera:
        done = sync_now(timed, vera, lambda *_: None)
        (records,) = vera.team.connection.execute("SELECT count(*) FROM record").fetchone()
    answers = VISITS * VISIT_FIELDS + ASSESSMENTS * ANSWERS
    of = f"{done.received:,} saves, {records:,} records, {answers:,} answers in {spent_s:.2f} s, index and screens included"
    return Figure(
        "records that a laptop takes in",
        records / spent_s,
        "records/s",
        of,
        APPLIED_A_SECOND,
        more_is_better=True,
    )


def _as_xz(records: Sequence[tuple[str, bytes, dict[str, Any]]]) -> int:
    lines = [
        msgspec.json.encode({"kind": kind, "id": record.hex(), **fields}) for kind, record, fields in records
    ]
    return len(lzma.compress(b"\n".join(lines), preset=9 | lzma.PRESET_EXTREME))
