"""An assessment becomes a document: order of the form, what does not apply, both levels, and the empty form for the pen."""

import datetime as dt
import random
from typing import Any

import msgspec
import pytest

from app.domain.records import Assessment, Family
from app.forms.instruments import Instrument, instruments_of, load_instrument
from app.forms.signature import Signed, strokes_of, written_signature, written_strokes
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.kept import answers_of, calculated_of, record_of
from app.forms.xform.members import fill_rosters
from app.forms.xform.paper import Paper
from app.forms.xform.vault_lists import Person, VaultLists
from app.reports.anonymous import anonymised, anonymous_checksum, anonymous_document
from app.reports.assessment import (
    Printed,
    assessment_checksum,
    assessment_document,
    blank_document,
    blocks_of,
)
from app.reports.document import Document, Heading, Line, Paragraph, RiskLevel, Signature
from app.reports.wording import LANGUAGES, word
from tests.app.forms.xform.building import BUCHAREST, NOW
from tests.app.reports.sample import FAMILY

PEOPLE = (
    Person("0a" * 16, "Dobre Paraschiva", "35", "F"),
    Person("0b" * 16, "Dobre Alin", "15", "M"),
    Person("0c" * 16, "Dobre Ioana", "2", "F"),
)
ANSWERS: dict[str, Any] = {
    "hdr/rs_no": "17",
    "hdr/rs_date": "2026-11-20",
    "hdr/rs_place": "home",
    "hdr/rs_refused": "no",
    "hh/hh_mother": "home",
    "r1/r1_food": "monthly",
    "r1/r1_ben": ["child", "heat"],
    "c2[1]/c2_id": "no",
    "concl/k_family": "Lemne și drumul.",
    "concl/k_sign": "Elena Marcu; social_worker; 2026-11-20",
}


def printed(language: str, at: dt.datetime = NOW) -> Printed:
    return Printed(language=language, office="Colonești", printed_at=at)


def settings(instrument: Instrument, language: str) -> Settings:
    return Settings(lambda: NOW, BUCHAREST, random.Random(1), language=instrument.language(language))


def sheet() -> Instrument:
    return load_instrument("ro_risk_sheet", "ro", 1)


def sealed(**changes: Any) -> Assessment:
    instrument = sheet()
    entry = Entry(instrument.with_lists(VaultLists(members=tuple(PEOPLE))), settings(instrument, "ro"))
    fill_rosters(entry, [person.name for person in PEOPLE[1:]], [])
    for place, value in ANSWERS.items():
        entry.answer(f"/data/{place}", value)
    return Assessment(
        id=b"a" * 16,
        form_id=instrument.id,
        form_version=1,
        form_digest=instrument.digest,
        on="2026-11-20",
        sealed_at=int(NOW.timestamp()),
        roster=tuple(msgspec.structs.astuple(person) for person in PEOPLE),
        suggested_level="medium",
        confirmed_level="high",
        level_reason="Bunica e bolnavă.",
        answers=answers_of(entry),
        calculated=calculated_of(entry),
        **changes,
    )


def document(language: str, at: dt.datetime = NOW, family: Family = FAMILY) -> Document:
    paper = frozen(sealed(), language)
    return assessment_document(sealed(), paper, sheet(), family, "Elena Marcu", printed(language, at))


def anonymous(language: str) -> Document:
    """The same, with a number of a person typed where an amount belongs."""
    answers = {**sealed().answers, "r1_income": "1900402410036", "hh_n": 5}
    full = msgspec.structs.replace(sealed(), answers=answers)
    copy = anonymised(full, frozen(full, language), language)
    paper = frozen(copy.assessment, language)
    return anonymous_document(copy, paper, sheet(), anonymous_checksum(full), printed(language))


def frozen(assessment: Assessment, language: str) -> Paper:
    people = tuple(Person(*row) for row in assessment.roster)
    form = sheet().with_lists(VaultLists(members=people))
    record = record_of(form, {**assessment.answers, **assessment.calculated}, [one.name for one in people])
    return Paper(Entry(form, settings(sheet(), language), record, frozen=True))


def lines(made: Document) -> list[Line]:
    return [block for block in made.blocks if isinstance(block, Line)]


def line(made: Document, number: int) -> list[Line]:
    return [one for one in lines(made) if one.number == str(number)]


def test_the_order_and_numbers_are_those_of_the_form() -> None:
    made = document("ro")
    headings = [block.text for block in made.blocks if isinstance(block, Heading) and not block.minor]
    assert headings[:3] == ["Date de început", "I. Date despre gospodărie", "Risc 1. Situația economică"]
    assert headings[-1] == "Concluzii"
    numbers = [int(one.number) for one in lines(made)]
    assert numbers[:27] == list(range(1, 28))
    assert numbers[27:35] == list(range(28, 36))


def test_each_child_is_named_and_what_is_not_asked_does_not_apply() -> None:
    made = document("en")
    names = [block.text for block in made.blocks if isinstance(block, Heading) and block.minor]
    assert names[:2] == ["Dobre Alin", "Dobre Ioana"]
    of_alin, of_ioana = line(made, 29)
    assert [(box.label, box.ticked) for box in of_alin.boxes] == [("Yes", False), ("No", True)]
    assert of_ioana.note
    assert not of_ioana.boxes


def test_answers_are_boxes_days_and_texts_in_the_language_of_the_paper() -> None:
    made = document("pl")
    assert [box.label for box in line(made, 22)[0].boxes if box.ticked] == [
        "zasiłek państwowy na dzieci",
        "dodatek na ogrzewanie",
    ]
    assert line(made, 4)[0].text == "20.11.2026"
    assert any(one.text == "Lemne și drumul." for one in lines(made))
    assert line(made, 9)[0].blank


def test_both_levels_stand_with_the_reason() -> None:
    suggested, decided = [block for block in document("en").blocks if isinstance(block, RiskLevel)]
    assert (suggested.level, decided.level, decided.remark) == ("medium", "high", "Bunica e bolnavă.")
    assert "working aid" in suggested.remark


def test_whoever_signed_is_named() -> None:
    (signature,) = [block for block in document("ro").blocks if isinstance(block, Signature)]
    assert (signature.name, signature.role, signature.on) == ("Elena Marcu", "asistent social", "20.11.2026")


def test_what_was_drawn_by_hand_stands_with_the_name_and_is_sealed() -> None:
    strokes = ((10, 20), (30, 25), (60, 5)), ((0, 0), (640, 192))
    drawn = written_signature(Signed("Elena Marcu", "social_worker", "2026-11-20", written_strokes(strokes)))
    with_hand = msgspec.structs.replace(sealed(), answers={**sealed().answers, "k_sign": drawn})
    made = blocks_of(with_hand, frozen(with_hand, "ro"), printed("ro"))
    (signature,) = [block for block in made if isinstance(block, Signature)]
    assert (signature.name, signature.on, signature.strokes) == ("Elena Marcu", "20.11.2026", strokes)
    assert assessment_checksum(with_hand) != assessment_checksum(sealed())


@pytest.mark.parametrize("text", ["1", "1 2 x", "1 2," + "0 0 " * 900, "1.5 2"])
def test_what_is_no_drawing_is_none(text: str) -> None:
    assert strokes_of(text) == ()


def test_checked_against_the_law_it_is_no_working_document_any_more() -> None:
    told = msgspec.structs.replace(printed("en"), checked=("Vera Munteanu", "2026-11-12"))
    made = assessment_document(sealed(), frozen(sealed(), "en"), sheet(), FAMILY, "Elena Marcu", told)
    assert made.working_line == "Compared with the law: Vera Munteanu, 12.11.2026"
    assert not [block for block in made.blocks if isinstance(block, Paragraph) and "Working" in block.text]
    assert document("en").working_line == "Working document – not the statutory form"


def test_the_working_document_says_that_it_is_one() -> None:
    made = document("ro")
    notes = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    assert "Document de lucru - nu este formularul oficial" in notes
    assert made.working_line


def test_the_checksum_is_of_the_record_not_of_the_day_or_language() -> None:
    later = NOW + dt.timedelta(days=100)
    checksums = {document(language, later).checksum for language in LANGUAGES} | {document("ro").checksum}
    assert checksums == {assessment_checksum(sealed())}
    for other in (
        msgspec.structs.replace(sealed(), answers={**sealed().answers, "rs_no": "18"}),
        msgspec.structs.replace(sealed(), confirmed_level="low"),
        msgspec.structs.replace(sealed(), roster=()),
    ):
        assert assessment_checksum(other) not in checksums


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_anonymous_copy_tells_nobody(language: str) -> None:
    made = anonymous(language)
    told = msgspec.json.encode(made).decode()
    (alin,) = [row for row in PEOPLE if row.label == "Dobre Alin"]
    of_the_family = (FAMILY.name, FAMILY.village, FAMILY.street, FAMILY.phone, "Colonești", alin.name)
    names = (part for person in PEOPLE for part in person.label.split())
    typed = ("Lemne și drumul.", "Elena", "Marcu", "Bunica", "1900402410036", "2026-11-20", "20.11.2026")
    assert not [one for one in (*of_the_family, *names, *typed, sealed().id.hex()) if one and one in told]
    assert assessment_checksum(sealed()) not in told
    # What is left is what such a sheet is studied for.
    assert [box.label for box in line(made, 22)[0].boxes if box.ticked]
    assert (line(made, 4)[0].text, line(made, 9)[0].text) == ("2026", "5")
    left_out = {one.number for one in lines(made) if one.note == word("left_out", language)}
    assert left_out == {"1", "16", "63"}
    headings = [block.text for block in made.blocks if isinstance(block, Heading) and block.minor]
    child = word("anonymous_child", language)
    assert headings[:2] == [f"{child} 1 (15)", f"{child} 2 (2)"]
    assert not [block for block in made.blocks if isinstance(block, Signature)]


@pytest.mark.parametrize("country", ["ro", "pl"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_empty_form_has_every_question_open(country: str, language: str) -> None:
    for named in instruments_of(country):
        instrument = load_instrument(named.id, country, named.version)
        paper = Paper(Entry(instrument.with_lists(VaultLists()), settings(instrument, language)))
        made = blank_document(paper, instrument, printed(language))
        asked = {paper.number(field) for field in instrument.form.fields} - {0}
        signed = sum(field.extras.get("vatra:kind") == "sign" for field in instrument.form.fields)
        assert len({one.number for one in lines(made)}) == len(asked) - signed
        assert not [one for one in lines(made) if one.note or one.text]
        assert not [box for one in lines(made) for box in one.boxes if box.ticked]
