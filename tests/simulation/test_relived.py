"""The same histories - forks, restores, hand-overs, erasures, newer Vatras - at a simulated county, on SQLite and on
PostgreSQL: not a byte differs, and ``verify`` finds every one of them whole.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.server.store import Store
from sync.server.verifying import verify_moment
from tests.simulation.history import History
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.relived import RealCounty, kept_by, told_by

SEEDS = (6, 23)
"""Both hold every kind of event."""


@pytest.mark.parametrize("seed", SEEDS)
def test_three_counties_hold_the_same_bytes(tmp_path: Path, postgresql_url: str, seed: int) -> None:
    history = History(seed, Mechanisms(), 0)
    history.play()
    kinds = {type(event).__name__ for event in history.events}
    assert kinds == {"Asked", "HandedOver", "ErasedByOrder", "BackedUp", "Restored"}
    expected = told_by(history.county)
    rows = []
    for name in ("sqlite", "postgresql"):
        store = (
            Store.sqlite(tmp_path / "county.db", create=True)
            if name == "sqlite"
            else Store.postgresql(postgresql_url)
        )
        try:
            store.migrate()
            county = RealCounty(store, tmp_path / name, history)
            county.live(history.events)
            rows.append(county.rows())
            assert kept_by(rows[-1]) == expected, name
            with store.reading() as connection:
                findings = verify_moment(connection).findings
            assert [one for one in findings if one.table != "office_act"] == []
        finally:
            store.close()
    assert rows[0] == rows[1]
