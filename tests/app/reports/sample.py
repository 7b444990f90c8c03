"""An invented family and its visits, for the tests of printed documents."""

import datetime as dt
from typing import Any

from app.domain.records import Family, Visit, Worker
from app.forms.library import load_form
from app.reports.document import Document
from app.reports.visit import Paper, visit_document
from tests.app.forms.household import HouseholdMember, member

AT = dt.datetime(2026, 11, 21, 9, 38, tzinfo=dt.timezone(dt.timedelta(hours=2)))
FAMILY = Family(
    id=b"f" * 16,
    name="Dobre Paraschiva",
    number="41",
    phone="0745 112 233",
    village="Izvoru Alb",
    street="nr. 41, după biserică la stânga",
)
AUTHOR = Worker(id=b"w" * 16, name="Elena Marcu", profession="social_worker")
MOTHER = member(1, "1991-04-02", "head")
CHILD = member(2, "2017-06-30", "daughter")
BABY = member(3, "2024-02-11", "son")
MEMBERS: tuple[HouseholdMember, ...] = (MOTHER, CHILD, BABY)


def _of(child: HouseholdMember, **answers: str) -> dict[str, str]:
    return {f"{child.person.id.hex()}/{question}": answer for question, answer in answers.items()}


ANSWERS: dict[str, Any] = {
    "v_type": "follow",
    "v_date": "2026-11-20",
    "v_from": "09:05",
    "v_to": "09:50",
    "v_announced": "no",
    "v_result": "done",
    "v_present": [MOTHER.person.id.hex(), CHILD.person.id.hex()],
    "v_team": ["community_nurse"],
    "v_warm": "no",
    "v_food": "yes",
    "v_clean": "poor",
    "v_hazard": ["fire", "well"],
    **_of(
        CHILD,
        vc_seen="alone",
        vc_state="tired",
        vc_school="no",
        vc_said="„Mi-e frig la școală, nu am ghete.”",
    ),
    **_of(BABY, vc_seen="seen", vc_state="well"),
    "v_goal": "same",
    "v_serv": "part",
    "v_why": "Lemnele de foc nu au ajuns; drumul este închis de luni.",
    "v_danger": "no",
    "v_worker": "safe",
    "v_agreed": "Mama merge joi la medicul de familie cu băiatul.\nAsistenta aduce ghete mărimea 33.",
    "v_need": ["health", "housing"],
    "v_next": "2027-02-19",
    "v_sign": {"name": "Elena Marcu", "role": "social_worker", "on": "2026-11-20"},
}
FORM = load_form("vatra_home_visit", "ro", 1)


def visit(**changes: Any) -> Visit:
    """The visit above with some answers changed; None takes an answer away."""
    answers = {key: value for key, value in (ANSWERS | changes).items() if value is not None}
    return Visit(
        id=b"v" * 16,
        family=FAMILY.id,
        form_id=FORM.id,
        form_version=FORM.version,
        form_digest=FORM.digest,
        answers=answers,
    )


def imported_visit() -> Visit:
    return Visit(
        id=b"i" * 16,
        family=FAMILY.id,
        on="2024-03-11",
        by_text="E. Marcu",
        cells=(
            ("Data", "11.03.2024"),
            ("Scop", "monitorizare"),
            ("Constatări", ""),
            ("Măsuri", "lemne, 2 mc"),
        ),
        import_source="evidenta.xlsx, Vizite, 14",
    )


def sample_document(language: str, **changes: Any) -> Document:
    paper = Paper(language=language, office="Compartimentul de asistență socială Colonești", printed_at=AT)
    return visit_document(visit(**changes), FAMILY, MEMBERS, AUTHOR, FORM, paper)
