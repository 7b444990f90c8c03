"""The same histories - forks, restores, hand-overs, erasures, newer Vatras - at a simulated county, on SQLite and on
PostgreSQL: not a byte differs, and ``verify`` finds every one of them whole.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import get_args

import pytest

from sync.server.store import Store
from sync.server.verifying import verify_moment
from tests.simulation.history import Event, History
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.relived import RealCounty, kept_by, told_by

KINDS = get_args(Event)


def eventful(since: int) -> History:
    """The first history from this seed on in which every kind of event happens."""
    for seed in itertools.count(since):
        history = History(seed, Mechanisms(), 0)
        history.play()
        if {type(event) for event in history.events} == set(KINDS):
            return history
    raise AssertionError


@pytest.mark.parametrize("since", [1, 21])
def test_three_counties_hold_the_same_bytes(tmp_path: Path, postgresql_url: str, since: int) -> None:
    history = eventful(since)
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
