"""Unfinished work of a family that was handed over is read by its writer, and by nobody else, until it is thrown away."""

from app.services import aside, assessments, typed, visits
from app.services.registering import NewFamily, register_family
from app.services.typed import Place
from storage.vault import Vault
from sync.protocol import Left, Parting
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.vault import STREAM


def _hands_over(vault: Vault, county: CountyLog, family: bytes) -> None:
    """The county says that the family left, as its streams do."""
    with vault.team.writing():
        vault.team.connection.execute(
            "INSERT INTO leaving (family, parting, to_name) VALUES (?, ?, 'Corbasca')",
            (family, Left(family, Parting.HANDED_OVER).parting.value),
        )
        vault.team.connection.execute("UPDATE outbox SET state = 'at_county'")
        vault.team.part(county.csn, 0)


def test_every_kind_of_unfinished_work_is_read_with_its_questions(vault: Vault) -> None:
    county = CountyLog(STREAM)
    family = register_family(vault, NewFamily(family_name="Dobre"))[0]
    visit = visits.begin_visit(vault, family)
    visit.answers.update(v_result="done", v_agreed="Acoperișul curge")
    visits.keep_draft(vault, visit)
    typed.keep(vault, Place("note", family), {"text": "Lemne pentru iarnă", "readers": "team"})
    assessments.keep_draft(vault, assessments.begin_assessment(vault, family, "ro_risk_sheet"))
    meet(vault.team, county)
    assert aside.left_aside(vault, "ro") == ()
    _hands_over(vault, county, family)
    left = {one.what: one for one in aside.left_aside(vault, "ro")}
    assert set(left) == {"visit", "note", "assessment"}
    assert {one.to_name for one in left.values()} == {"Corbasca"}
    assert left["note"].lines == (("text", "Lemne pentru iarnă"),)
    assert "Acoperișul curge" in dict(left["visit"].lines).values()
    assert "done" not in dict(left["visit"].lines).values(), "words, not codes"
    assert not any(label.startswith("v_") for label, _ in left["visit"].lines), "questions, not their codes"
    vault.team.connection.execute("UPDATE draft_aside SET author = ? WHERE kind = 'visit'", (b"m" * 16,))
    assert "visit" not in {one.what for one in aside.left_aside(vault, "ro")}, "another's"
    aside.throw_away(vault, left["visit"].id)
    aside.throw_away(vault, left["note"].id)
    assert [one.what for one in aside.left_aside(vault, "ro")] == ["assessment"]
    assert vault.team.connection.execute("SELECT count(*) FROM draft_aside").fetchone() == (2,)
