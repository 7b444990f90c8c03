"""A released form is the same text for ever; a broken one says where."""

import hashlib
from pathlib import Path

import pytest

from app.errors import FormInvalid
from app.forms.library import canonical_text, digest_of, load_form, read_form
from resources import resource_text

RELEASED = {
    ("vatra_home_visit", 1): "9a9cb24b90ad625070055a4f1eed7506827477e83947a8583fd59bf54b1a0274",
    ("vatra_home_visit", 2): "a5779c9f6b6ea66d570faa145e20eeaa5e8cd4e521cb59aa7f11b04d57cb4276",
}
HOME_VISIT = "forms/vatra_home_visit-1.md"

SMALL = """
A form of one section.

| settings | form_id | version |
|---|---|---|
| | small | 3 |

| survey | type | name | label::Română (ro) | label | required | relevant | constraint | calculation | bind::vatra:red | bind::vatra:roster |
|---|---|---|---|---|---|---|---|---|---|---|
| | begin group | a | Casa | The house | | | | | | |
| | select_one yn | warm | Cald \\| bine | Warm | yes | | | | no | |
| | integer | rooms | Camere | Rooms | ${warm} = 'yes' | ${warm} != '' | . > 0 | | | |
| | end group | | | | | | | | | |
| | calculate | cold | | | | | | if(${warm} = 'no', 1, 0) | | |

| choices | list_name | name | label::Română (ro) | label |
|---|---|---|---|---|
| | yn | yes | Da | Yes |
| | yn | no | Nu | No |
"""


@pytest.mark.parametrize(("form_id", "version"), RELEASED)
def test_a_released_form_never_changes(form_id: str, version: int) -> None:
    assert load_form(form_id, "ro", version).digest == RELEASED[form_id, version]


def test_both_countries_have_one_home_visit() -> None:
    assert load_form("vatra_home_visit", "ro").digest == load_form("vatra_home_visit", "pl").digest


def test_the_digest_is_that_of_the_text_not_of_its_line_ends() -> None:
    source = resource_text(HOME_VISIT)
    assert digest_of(source) == digest_of(source.replace("\n", "\r\n") + "\n\n")
    assert digest_of(source) == digest_of(source.replace("ă", "a\u0306"))
    assert digest_of(source) != digest_of(source.replace("Casa", "casa").replace("Prezenți", "prezenți"))
    assert digest_of("a \r\nb") == hashlib.sha256(b"a\nb\n").hexdigest()
    assert canonical_text("") == "\n"


def test_a_form_or_version_that_is_not_here_says_so() -> None:
    for form_id, version in (("vatra_home_visit", 99), ("nobody_made_this", None)):
        with pytest.raises(FormInvalid) as missing:
            load_form(form_id, "ro", version)
        assert missing.value.facts["reason"] == "not_here"


def test_a_small_form_is_read_as_written() -> None:
    form = read_form(SMALL)
    assert (form.id, form.version) == ("small", 3)
    (section,) = form.sections
    warm, rooms = section.questions
    assert (warm.type, warm.label, warm.required) == ("yn", {"ro": "Cald | bine", "en": "Warm"}, True)
    assert [option.red for option in warm.options] == [False, True]
    assert rooms.type == "int"
    assert [one.key for one in form.visible({})] == ["warm"]
    assert [one.key for one in form.missing({"warm": "yes"})] == ["rooms"]
    assert [one.key for one in form.missing({"warm": "no"})] == []
    assert [problem.code for problem in form.problems({"warm": "yes", "rooms": 0})] == ["constraint"]
    assert form.filled({"warm": "no"}).computed("cold") == "1"


@pytest.mark.parametrize(
    ("old", "new", "reason", "place"),
    [
        ("integer", "geotrace", "unknown_type", ("survey", 4, "type")),
        ("${warm} != ''", "${worm} != ''", "unknown_field", ("survey", 4, "relevant")),
        (". > 0", ". >", "not_an_expression", ("survey", 4, "constraint")),
        (". > 0", "area(.)", "not_an_expression", ("survey", 4, "constraint")),
        ("${warm} != ''", "${rooms} != ''", "cycle", ("survey", 4, "relevant")),
        ("select_one yn", "select_one nothing", "list_without_choices", ("survey", 3, "type")),
        ("| rooms", "| warm", "name_twice", ("survey", 4, "name")),
        ("| rooms", "| 2 rooms", "not_a_name", ("survey", 4, "name")),
        ("| Camere | Rooms", "| | ", "no_label", ("survey", 4, "label")),
        ("| no | |", "| maybe | |", "unknown_option", ("survey", 3, "bind::vatra:red")),
        ("| | end group | | | | | | | | | |\n", "", "never_ended", ("survey", 2, "type")),
        ("begin group", "begin repeat", "nothing_to_end", ("survey", 5, "type")),
        ("if(${warm} = 'no', 1, 0)", "", "no_calculation", ("survey", 6, "calculation")),
        ("| small | 3", "| small | three", "no_form_id_or_version", ("settings", 2, "version")),
        ("| | yn | no | Nu | No |", "| | yn | yes | Nu | No |", "name_twice", ("choices", 3, "name")),
        (
            "| | yn | no | Nu | No |",
            "| | yn | no | Nu | No | more |",
            "more_cells_than_headers",
            ("choices", 3, "label"),
        ),
    ],
)
def test_a_broken_form_names_sheet_row_and_column(
    old: str, new: str, reason: str, place: tuple[str, int, str]
) -> None:
    assert old in SMALL
    with pytest.raises(FormInvalid) as broken:
        read_form(SMALL.replace(old, new))
    facts = broken.value.facts
    assert (facts["reason"], (facts["sheet"], facts["row"], facts["column"])) == (reason, place)


@pytest.mark.parametrize(
    "source", ["", "just text", "| survey | type |\n|---|---|\n", "| | nothing | here |"]
)
def test_a_text_that_is_no_form_is_refused(source: str) -> None:
    with pytest.raises(FormInvalid):
        read_form(source)


def test_the_file_name_tells_id_and_version() -> None:
    form = read_form(resource_text(HOME_VISIT))
    assert Path(HOME_VISIT).stem == f"{form.id}-{form.version}"


WITH_A_SECRET = """
| settings | form_title | form_id | version |
|---|---|---|---|
| | Small | small | 1 |

| survey | type | name | label | relevant | calculation | bind::vatra:compartment |
|---|---|---|---|---|---|---|
| | begin group | all | All | | | |
| | integer | rooms | Rooms | | | |
| | end group | all | | | | |
| | begin group | own | Own | ${rooms} > 0 | | health |
| | integer | beds | Beds | | | |
| | integer | sick | Sick | ${beds} > 0 | | |
| | calculate | ill | | | ${sick} * 2 | |
| | end group | own | | | | |
"""


def test_a_confidential_section_is_there_for_its_readers_only() -> None:
    form = read_form(WITH_A_SECRET)
    answers = {"rooms": 2, "beds": 1, "sick": 1, "of a newer form": 1}
    assert [asked.key for asked in form.visible(answers)] == ["rooms", "beds", "sick"]
    assert form.filled(answers).computed("ill") == "2"
    assert form.read_by(("team", "health")) == form
    team = form.read_by(("team",))
    assert [asked.key for asked in team.visible(answers)] == ["rooms"]
    assert team.question("sick") is None
    with pytest.raises(KeyError):
        team.filled(answers).computed("ill")
    assert form.by_compartment(answers) == {
        "team": {"rooms": 2, "of a newer form": 1},
        "health": {"beds": 1, "sick": 1},
    }
    assert form.by_compartment({}) == {"team": {}}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("| | begin group | late | Late | ${sick} > 0 | | |", "relevant"),
        ("| | begin group | late | Late | ${sick} > 0 | | education |", "relevant"),
        ("| | begin group | late | Late | | | |\n| | integer | more | More | ${ill} > 0 | | |", "relevant"),
        ("| | calculate | points | | | ${sick} + 1 | |", "calculation"),
    ],
)
def test_nothing_that_others_see_may_depend_on_a_confidential_answer(row: str, column: str) -> None:
    closing = (
        "" if "calculate" in row else "\n| | integer | much | Much | | | |\n| | end group | late | | | | |"
    )
    with pytest.raises(FormInvalid) as broken:
        read_form(f"{WITH_A_SECRET}{row}{closing}\n")
    assert (broken.value.facts["reason"], broken.value.facts["column"]) == ("reads_confidential", column)


def test_a_compartment_nobody_defined_is_refused() -> None:
    with pytest.raises(FormInvalid) as broken:
        read_form(WITH_A_SECRET.replace("| health |", "| police |"))
    assert broken.value.facts["reason"] == "unknown_compartment"
