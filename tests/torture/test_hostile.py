"""The lies that hostile laptops tell, some hundred of them; ten thousand by command."""

from __future__ import annotations

from tests.torture.hostile import torture

CASES = 400


def test_no_lie_is_believed() -> None:
    lies = torture(CASES, seed=1)
    assert lies.wrong == []
    assert lies.cases == CASES
    assert {"bad_signature", "bad_segment_signature", "malformed", "txn_id_reused", "foreign_replica"} <= set(
        lies.refused
    )
    assert {"unknown_author", "county_decides", "sealed", "out_of_scope", "too_large", "malformed"} <= set(
        lies.parked
    )


def test_the_control_is_caught() -> None:
    assert torture(150, seed=1, control=True).wrong
