"""What a form knows of a family's members and gives back: known values are there, changed ones become edits, cleared ones none."""

import random

import pytest

from app.domain.records import Membership, Person
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.members import fill_rosters
from app.forms.xform.paper import Paper
from app.forms.xform.reading import read_form
from app.services.assessment_members import edits_of, facts_of, writes_of
from app.services.families import Member
from tests.app.forms.xform.building import BUCHAREST, NOW

ALIN = Person(
    id=b"a" * 16, family=b"f" * 16, family_name="Rusu", given_names="Alin", birth="2013-04-02", sex="male",
    school="V B", identity_kind="cnp", identity_number="5130402410011",
)  # fmt: skip
IOANA = Person(id=b"b" * 16, family=b"f" * 16, family_name="Rusu", given_names="Ioana", birth="2016")
MEMBERS_OF = tuple(Member(one, Membership(id=one.id, person=one.id, role="child")) for one in (ALIN, IOANA))
IDS = [member.person.id.hex() for member in MEMBERS_OF]
FORM = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:vatra="urn:vatra:xlsform:1">
<h:head><h:title>Children</h:title><model><instance><data id="kids">
<kid jr:template=""><who/><born/><sex/><school/><number/></kid></data></instance>
<bind nodeset="/data/kid" vatra:roster="child"/>
<bind nodeset="/data/kid/who" vatra:roster="person"/>
<bind nodeset="/data/kid/born" type="date" vatra:member="birth"/>
<bind nodeset="/data/kid/sex" vatra:member="sex"/>
<bind nodeset="/data/kid/school" vatra:member="school"/>
<bind nodeset="/data/kid/number" vatra:member="identity_number"/></model></h:head>
<h:body><group ref="/data/kid"><label>Child</label><repeat nodeset="/data/kid">
<input ref="who"><label>Who</label></input><input ref="born"><label>Born</label></input>
<select1 ref="sex"><label>Sex</label><item><label>Girl</label><value>F</value></item>
<item><label>Boy</label><value>M</value></item></select1>
<input ref="school"><label>School</label></input><input ref="number"><label>Number</label></input>
</repeat></group></h:body></h:html>"""


class Filled:
    """The form about both children, as it is opened for the first time."""

    def __init__(self) -> None:
        entry = Entry(read_form(FORM)[0], Settings(lambda: NOW, BUCHAREST, random.Random(1)))
        answered = fill_rosters(entry, IDS, IDS, facts_of(MEMBERS_OF))
        self.paper = Paper(entry)
        self.put_in = {self.paper.key(node): node.text for node in answered}

    def answers(self, question: str, value: str | None, child: int = 1) -> None:
        self.paper.entry.answer(f"/data/kid[{child}]/{question}", value)

    def edits(self) -> dict[str, tuple[str, str]]:
        found = edits_of(self.paper, MEMBERS_OF, self.put_in)
        return {f"{one.person} {one.fact}": (one.before, one.now) for one in found}


@pytest.fixture
def form() -> Filled:
    return Filled()


def test_what_the_record_knows_is_answered_already(form: Filled) -> None:
    alin, ioana = IDS
    assert form.put_in == {
        f"{alin}/born": "2013-04-02",
        f"{alin}/sex": "M",
        f"{alin}/school": "V B",
        f"{alin}/number": "5130402410011",
    }
    # A year alone is no day: the question stays open rather than guessing one.
    assert f"{ioana}/born" not in form.put_in
    assert form.edits() == {}


def test_what_is_answered_otherwise_is_an_edit_of_the_person(form: Filled) -> None:
    form.answers("school", "VI B")
    form.answers("born", "2016-03-09", child=2)
    form.answers("sex", "F", child=2)
    form.answers("number", None)
    assert form.edits() == {
        "Rusu Alin school": ("V B", "VI B"),
        "Rusu Ioana birth": ("2016", "2016-03-09"),
        "Rusu Ioana sex": ("", "F"),
    }
    edits = edits_of(form.paper, MEMBERS_OF, form.put_in)
    left_out = [one.key for one in edits if one.fact == "school"]
    (write,) = writes_of(edits, MEMBERS_OF, left_out)
    assert (write.record, write.family) == (IOANA.id, IOANA.family)
    assert write.groups == {"birth": {"birth": "2016-03-09"}, "sex": {"sex": "female"}}


def test_a_number_keeps_the_kind_it_stands_with(form: Filled) -> None:
    form.answers("number", "5130402410022")
    (write,) = writes_of(edits_of(form.paper, MEMBERS_OF, form.put_in), MEMBERS_OF, ())
    assert write.groups == {"identity": {"identity_kind": "cnp", "identity_number": "5130402410022"}}


def test_what_others_corrected_meanwhile_is_not_turned_back(form: Filled) -> None:
    moved = [Member(Person(id=ALIN.id, school="VI A"), MEMBERS_OF[0].membership), MEMBERS_OF[1]]
    assert edits_of(form.paper, moved, form.put_in) == ()
