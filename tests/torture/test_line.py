"""A line that is cut where frames end, and in between, loses and doubles nothing; a sample of the long run."""

from tests.torture import line

CUTS = 40


def test_a_cut_line_loses_nothing() -> None:
    outcome = line.torture(CUTS)
    assert outcome.cuts >= CUTS
    assert outcome.felt > CUTS // 2, "the cuts are not felt: the torture is blind"
    assert outcome.repeats > 5
    assert outcome.holds, outcome.problems()


def test_a_broken_line_taken_for_an_answer_is_noticed() -> None:
    assert line.torture(40, control=True).lost, "nothing is lost: the torture is blind"
