"""A recorded visit becomes a document: the order of the form, what does not apply, who signed, nothing invented."""

import pytest

from app.forms.questions import said
from app.reports.document import Document, Heading, Line, Paragraph, RiskLevel, Signature
from app.reports.visit import Paper, visit_checksum, visit_document
from app.reports.wording import LANGUAGES, all_words, printed_day, profession_word
from tests.app.reports.sample import (
    ANSWERS,
    AT,
    AUTHOR,
    BABY,
    FAMILY,
    FORM,
    MEMBERS,
    imported_visit,
    sample_document,
    visit,
)


def lines(document: Document) -> list[Line]:
    return [block for block in document.blocks if isinstance(block, Line)]


def line(document: Document, number: str) -> Line:
    return next(one for one in lines(document) if one.number == number)


def level(document: Document) -> RiskLevel:
    return next(block for block in document.blocks if isinstance(block, RiskLevel))


def test_questions_stand_in_the_order_and_numbering_of_the_form() -> None:
    document = sample_document("ro")
    headings = [block.text for block in document.blocks if isinstance(block, Heading) and not block.minor]
    assert headings == [said(section.title, "ro") for section in FORM.sections]
    numbers = [int(one.number) for one in lines(document)]
    assert numbers[:12] == list(range(1, 13))
    assert numbers[12:20] == [13, 14, 15, 16, 13, 14, 15, 16]
    assert numbers[20:] == list(range(17, 26))


def test_answers_are_boxes_and_texts_in_the_language_of_the_paper() -> None:
    document = sample_document("pl")
    kind = line(document, "1")
    assert [(box.label, box.ticked) for box in kind.boxes][2] == ("monitorowanie planu", True)
    assert sum(box.ticked for box in kind.boxes) == 1
    assert line(document, "2").text == "20.11.2026"
    assert line(document, "7").text == "Dobre Member 1 · Dobre Member 2"
    assert [box.label for box in line(document, "12").boxes if box.ticked] == [
        "zagrożenie pożarem (piec, przewody)",
        "otwarta studnia lub dół",
    ]


def test_what_was_not_asked_does_not_apply_and_what_was_not_answered_is_a_line_for_the_pen() -> None:
    document = sample_document("en")
    baby_at_school, baby_said = [one for one in lines(document) if one.number in ("15", "16")][2:]
    assert (baby_at_school.note, baby_at_school.blank) == ("does not apply", False)
    assert (baby_said.note, baby_said.blank) == ("", True)
    unticked = line(sample_document("en", v_warm=None), "9")
    assert [box.ticked for box in unticked.boxes] == [False, False]


def test_a_section_that_was_not_asked_is_one_sentence() -> None:
    document = sample_document("en", v_result="absent")
    blocks = list(document.blocks)
    after = blocks[blocks.index(Heading("Each child")) + 1]
    assert after == Paragraph("does not apply")
    assert "obosit" not in str(blocks)
    assert "Mi-e frig" not in str(blocks)


def test_the_level_is_a_working_aid_and_provisional_while_answers_are_missing() -> None:
    assert (level(sample_document("en")).level, level(sample_document("en")).word) == ("medium", "Medium")
    assert level(sample_document("en")).remark.startswith("A working aid")
    draft = level(sample_document("en", v_danger="yes"))
    assert (draft.level, draft.remark.partition(":")[0]) == ("urgent", "Provisional")
    assert line(sample_document("en", v_danger="yes"), "20").boxes[0].danger
    assert not any(box.danger for one in lines(sample_document("en")) for box in one.boxes)


def test_the_worker_signs_last() -> None:
    signature = sample_document("ro").blocks[-1]
    assert isinstance(signature, Signature)
    assert (signature.name, signature.role, signature.on) == ("Elena Marcu", "asistent social", "20.11.2026")
    assert sum(isinstance(block, Signature) for block in sample_document("ro").blocks) == 1


def test_the_foot_has_the_number_of_the_family_and_never_a_name() -> None:
    document = sample_document("ro")
    foot = " ".join((*document.foot, document.reference, document.checksum))
    assert "41" in foot
    for name in (FAMILY.name, AUTHOR.name, *(member.person.full_name for member in MEMBERS)):
        assert not set(name.split()) & set(foot.split())


def test_the_checksum_is_of_what_was_recorded_only() -> None:
    assert sample_document("ro").checksum == sample_document("pl").checksum == visit_checksum(visit())
    assert visit_checksum(visit(v_warm="yes")) != visit_checksum(visit())
    assert visit_checksum(imported_visit()) != visit_checksum(visit())
    reordered = visit()
    shuffled = type(reordered)(
        **{name: getattr(reordered, name) for name in reordered.__struct_fields__ if name != "answers"},
        answers=dict(reversed(list(ANSWERS.items()))),
    )
    assert visit_checksum(shuffled) == visit_checksum(reordered)


def test_an_imported_visit_prints_its_cells_as_given() -> None:
    paper = Paper(language="ro", office="SPAS", printed_at=AT)
    document = visit_document(imported_visit(), FAMILY, MEMBERS, None, None, paper)
    assert [(one.question, one.text, one.blank) for one in lines(document)] == [
        ("Data", "11.03.2024", False),
        ("Scop", "monitorizare", False),
        ("Constatări", "", True),
        ("Măsuri", "lemne, 2 mc", False),
    ]
    assert not any(isinstance(block, RiskLevel | Signature) for block in document.blocks)
    assert ("Consemnat de", "E. Marcu") in [(fact.label, fact.text) for fact in document.facts]


def test_a_person_who_left_the_household_is_said_so_not_left_out() -> None:
    paper = Paper(language="en", office="", printed_at=AT)
    without_baby = [member for member in MEMBERS if member is not BABY]
    document = visit_document(visit(), FAMILY, without_baby, AUTHOR, FORM, paper)
    assert Heading("a person who is not in the household now", minor=True) in document.blocks


def test_a_draft_says_so() -> None:
    paper = Paper(language="pl", office="GOPS", printed_at=AT)
    assert visit_document(visit(), FAMILY, MEMBERS, AUTHOR, FORM, paper, draft=True).mark == "WERSJA ROBOCZA"


@pytest.mark.parametrize("key", all_words())
def test_every_word_of_the_papers_is_there_in_every_language(key: str) -> None:
    texts = all_words()[key]
    assert set(texts) == set(LANGUAGES)
    assert all(texts.values())
    assert len({text.count("{") for text in texts.values()}) == 1
    assert not set("şţŞŢ") & set(texts["ro"])


def test_days_and_professions_are_written_as_the_country_does() -> None:
    assert printed_day("2026-11-03", "ro") == "03.11.2026"
    assert printed_day("2026-11-03", "hu") == "2026. 11. 03."
    assert printed_day("1987", "ro") == "1987"
    assert profession_word("community_nurse", "pl") == "pielęgniarka środowiskowa"
    assert profession_word("lay preacher", "pl") == "lay preacher"
