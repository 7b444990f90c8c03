"""Copies every two hours: only of what changed, only while nobody types."""

import datetime as dt

import pytest

from app.services import families, safety
from app.services.registering import NewFamily, register_family
from storage.vault import Vault
from tests.fixtures.window import Sitting
from ui.backup_clock import QUIET_S

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_due_when_something_changed_and_two_hours_went_by(vault: Vault) -> None:
    assert safety.back_up_when_due(vault, NOON)
    assert not safety.back_up_when_due(vault, NOON + 9 * HOUR), "nothing changed"
    register_family(vault, NewFamily(family_name="Dobre", given_names="Ion"))
    assert not safety.back_up_when_due(vault, NOON + 1.9 * HOUR)
    assert safety.back_up_when_due(vault, NOON + 2 * HOUR)


def test_a_copy_from_the_future_is_not_recent(vault: Vault) -> None:
    assert safety.back_up_when_due(vault, NOON + 30 * HOUR)
    register_family(vault, NewFamily(family_name="Dobre", given_names="Ion"))
    assert safety.back_up_when_due(vault, NOON)


def test_made_at_a_quiet_moment(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    place, folder = sitting.door.workplace, sitting.vault.folder
    clock, made = place._backups, []
    assert clock is not None
    clock.made.connect(lambda: made.append(True))
    family = sitting.a_family()
    desk = place.desk
    assert desk is not None
    sitting.tasks.records.call(lambda: families.write_note(desk.vault, family, "Bunica a venit."))
    clock.look()  # somebody has just moved
    sitting.settle()
    assert (made, safety.copies(folder)) == ([], ())
    now = place.idle._clock()
    monkeypatch.setattr(place.idle, "_clock", lambda: now + QUIET_S)
    clock.look()
    sitting.settle()
    assert made == [True]
    assert "team" in [copy.compartment for copy in safety.copies(folder)]
