"""Two seconds after a lock no process remembers anything; a program that keeps one string is caught."""

import pytest

from tests.torture import memory

pytestmark = pytest.mark.skipif(
    not memory.may_look(), reason="reads the memory of other processes: Linux and root"
)


def test_nothing_is_remembered_after_a_lock() -> None:
    outcome = memory.torture(1)
    assert outcome.processes >= 5
    assert outcome.holds, outcome


def test_a_string_that_is_kept_is_found() -> None:
    outcome = memory.torture(1, control=True)
    assert any("held" in one for one in outcome.found)
    assert not any("key" in one or "passphrase" in one for one in outcome.found)
