"""The command line: what it prints, how it ends, and that it can be repeated."""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app.forms import cli
from tests.app.forms.xform.building import bind, inputs, repeat, select, xform

MOMENT = ("--now", "2026-11-21T09:30:00+02:00", "--timezone", "Europe/Bucharest")
Json = dict[str, Any]


class Line:
    """The command line in this process, in a folder of its own with a form."""

    def __init__(
        self, folder: Path, capture: pytest.CaptureFixture[bytes], patch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._capture = capture
        self._patch = patch
        self.write("visit.xml", FORM)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def __call__(self, *arguments: str, given: str | bytes = b"") -> tuple[int, list[Json]]:
        data = given.encode() if isinstance(given, str) else given
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = cli.main(arguments)
        return code, [json.loads(line) for line in self._capture.readouterr().out.splitlines()]

    def one(self, *arguments: str, given: str | bytes = b"") -> tuple[int, Json]:
        code, answers = self(*arguments, given=given)
        assert len(answers) == 1
        return code, answers[0]

    def steps(self, *steps: Any, more: Sequence[str] = ()) -> tuple[int, Json]:
        return self.one("run", "visit.xml", "--steps", "-", *MOMENT, *more, given=json.dumps(steps))


@pytest.fixture
def line(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Line:
    monkeypatch.chdir(tmp_path)
    return Line(tmp_path, capfdbinary, monkeypatch)


ITEXT = (
    '<itext><translation lang="English" default="true()"><text id="age"><value>Age of <output value="/data/name"/>'
    '</value></text></translation><translation lang="Română"><text id="age"><value>Vârsta</value></text></translation>'
    "</itext>"
)
FORM = xform(
    "<name/><age/><needs/><day/><chance/><member><first/></member><note>n</note>",
    ITEXT
    + bind("/data/age", type="xsd:int", required="true()", constraint=". < 120", jr_constraintMsg="too old")
    + bind("/data/day", type="date", calculate="today()")
    + bind("/data/chance", calculate="once(random())")
    + bind("/data/note", readonly="true()")
    + bind("/data/member/first", relevant="/data/age > 10"),
    inputs("/data/name")
    + '<input ref="/data/age" appearance="numbers"><label ref="jr:itext(\'age\')"/></input>'
    + select("/data/needs", "food", "heat", kind="select")
    + inputs("/data/note")
    + repeat("/data/member", inputs("/data/member/first")),
    root='data id="visit" version="3"',
)


class TestRun:
    def test_what_is_shown_of_questions_and_repeats(self, line: Line) -> None:
        code, answer = line.steps(
            {"answer": "/data/name", "value": "Ana"},
            {"answer": "/data/age", "value": 140},
            {"answer": "/data/needs", "value": ["heat", "food"]},
            {"add_repeat": "/data/member"},
            {"show": ["/data/age", "/data/needs", "/data/member", "/data/member[2]", "/data/day"]},
        )
        assert code == 0
        assert answer["ok"] is True
        assert answer["form"] == {
            "id": "visit",
            "version": "3",
            "title": "Test",
            "languages": ["English", "Română"],
            "default_language": "English",
        }
        (shown,) = answer["shown"]
        assert (shown["language"], shown["finalized"]) == ("English", False)
        assert shown["violations"] == [{"ref": "/data/age", "rule": "constraint", "message": "too old"}]
        age, needs, members, member, day = shown["nodes"]
        assert age == {
            "ref": "/data/age",
            "kind": "question",
            "control": "input",
            "type": "int",
            "value": "140",
            "relevant": True,
            "required": True,
            "readonly": False,
            "failed": "constraint",
            "message": "too old",
            "label": "Age of Ana",
            "hint": None,
            "appearance": "numbers",
        }
        assert needs["choices"] == [{"value": "food", "label": "FOOD"}, {"value": "heat", "label": "HEAT"}]
        assert set(needs["value"].split()) == {"food", "heat"}
        assert (members["kind"], members["count"], members["label"]) == ("repeat", 2, "Rows")
        assert (member["ref"], member["kind"]) == ("/data/member[2]", "instance")
        assert (day["kind"], day["value"]) == ("value", "2026-11-21")
        assert "<age>140</age>" in shown["instance"]

    def test_everything_is_shown_at_the_end_unless_something_was(self, line: Line) -> None:
        _, everything = line.steps({"answer": "/data/age", "value": 1})
        refs = [node["ref"] for node in everything["shown"][0]["nodes"]]
        assert refs == [
            "/data/name",
            "/data/age",
            "/data/needs",
            "/data/day",
            "/data/chance",
            "/data/member",
            "/data/member[1]",
            "/data/member[1]/first",
            "/data/note",
        ]
        _, some = line.steps({"show": True}, {"show": ["/data/age"]}, {"answer": "/data/age", "value": 1})
        assert [len(shown["nodes"]) for shown in some["shown"]] == [9, 1]

    def test_the_life_of_a_record(self, line: Line) -> None:
        _, answer = line.steps(
            {"language": "Română"},
            {"finalize": True},
            {"show": ["/data/age"]},
            {"answer": "/data/age", "value": "30"},
            {"reopen": True},
            {"show": ["/data/age"]},
            {"now": "2027-01-02T00:00:00"},
            {"new": True},
            {"show": ["/data/age", "/data/day"]},
            {"answer": "/data/age", "value": 5},
            {"finalize": True},
            {"show": []},
        )
        first, second, third, last = answer["shown"]
        assert first["nodes"][0]["label"] == "Vârsta"
        assert first["finalized"] is False
        assert first["violations"] == [{"ref": "/data/age", "rule": "required", "message": None}]
        assert second["nodes"][0]["value"] == "30"
        assert second["language"] == "Română"
        assert [node["value"] for node in third["nodes"]] == ["", "2027-01-02"]
        assert last["finalized"] is True

    def test_chance_can_be_repeated(self, line: Line) -> None:
        more = ("--seed", "7")
        assert line.steps(more=more) == line.steps(more=more)
        assert line.steps(more=more) != line.steps(more=("--seed", "8"))

    def test_a_saved_record_is_gone_on_with(self, line: Line) -> None:
        _, answer = line.steps({"answer": "/data/age", "value": 31}, {"add_repeat": "/data/member"})
        line.write("record.xml", answer["shown"][0]["instance"])
        code, again = line.steps({"show": ["/data/age", "/data/member"]}, more=("--record", "record.xml"))
        assert code == 0
        assert again["shown"][0]["nodes"][0]["value"] == "31"
        assert again["shown"][0]["nodes"][1]["count"] == 2
        line.write("record.xml", "<other/>")
        assert line.steps(more=("--record", "record.xml"))[1]["error"]["code"] == "form"

    @pytest.mark.parametrize(
        "step",
        [
            {"answer": "/data/agee", "value": 1},
            {"answer": "/data/note", "value": "x"},
            {"answer": "/data/member[1]/first", "value": "x"},
            {"answer": "/data/member[3]/first", "value": "x"},
            {"answer": "/data/day", "value": "2026-01-01"},
            {"answer": "/data", "value": "x"},
            {"answer": "nonsense", "value": "x"},
            {"add_repeat": "/data/age"},
            {"remove_repeat": "/data/member"},
            {"remove_repeat": "/data/member[9]"},
            {"show": ["/data/nothing"]},
        ],
    )
    def test_a_step_that_cannot_be_done(self, line: Line, step: Json) -> None:
        code, answer = line.steps({"show": ["/data/age"]}, step, {"show": True})
        assert code == 1
        assert answer["ok"] is False
        assert (answer["error"]["code"], answer["error"]["step"]) == ("step", 2)
        ref = next(iter(step.values()))
        assert answer["error"]["ref"] == (ref[0] if isinstance(ref, list) else ref)
        assert len(answer["shown"]) == 1

    @pytest.mark.parametrize(
        "step",
        [{"dance": True}, {}, [], 7, {"answer": "/data/age"}, {"answer": 1, "value": 1}, {"now": "soon"}, {"show": 1},
         {"language": "Klingon"}],
    )  # fmt: skip
    def test_what_is_no_step(self, line: Line, step: Any) -> None:
        code, answer = line.steps(step)
        assert code == 1
        assert (answer["error"]["code"], answer["error"]["step"]) == ("step", 1)

    def test_a_closed_record_takes_no_answer(self, line: Line) -> None:
        _, answer = line.steps(
            {"answer": "/data/age", "value": 5}, {"finalize": True}, {"answer": "/data/age", "value": 6}
        )
        assert answer["error"]["step"] == 3

    def test_the_lists_of_the_vault_need_no_file_and_take_one_to_try(self, line: Line) -> None:
        line.write(
            "again.xml",
            xform(
                "<food/>",
                '<instance id="previous" src="jr://file-csv/previous.csv"/>'
                + bind("/data/food", calculate="instance('previous')/root/item[name='r1_food']/value"),
                "",
            ),
        )
        line.write("before.csv", "name,value\nr1_food,monthly\n")
        show = ("--steps", "-")
        found = [
            line.one("run", "again.xml", *show, *more, given='[{"show": true}]')
            for more in ((), ("--external", "previous=before.csv"))
        ]
        assert [
            (code, "<food>monthly</food>" in answer["shown"][0]["instance"]) for code, answer in found
        ] == [
            (0, False),
            (0, True),
        ]
        _, told = line.one("check", "again.xml")
        assert (told["ok"], [one["code"] for one in told["problems"]]) == (True, ["vault_list"])

    def test_what_cannot_be_opened(self, line: Line) -> None:
        line.write("odd.xml", "<odd/>")
        code, answer = line.one("run", "odd.xml")
        assert (code, answer["error"]["code"], answer["shown"]) == (1, "form", [])
        assert line.one("run", "absent.xml")[1]["error"]["code"] == "io"
        assert line.one("run", "visit.xml", "--steps", "absent.json")[1]["error"]["code"] == "io"
        assert line.one("run", "visit.xml", "--language", "Klingon")[1]["error"]["code"] == "request"
        assert line.one("run", "visit.xml", "--steps", "-", given="[")[1]["error"]["code"] == "request"
        assert line.one("run", "visit.xml", "--steps", "-", given='{"a": 1}')[1]["error"]["code"] == "request"
        assert line.one("run", "visit.xml", "--timezone", "Nowhere/Land")[1]["error"]["code"] == "request"


class TestXPath:
    @pytest.mark.parametrize(
        ("arguments", "shown"),
        [
            (("1 + 3.5",), {"type": "number", "value": 4.5}),
            (("1 div 0",), {"type": "number", "value": "Infinity"}),
            (("0 div 0",), {"type": "number", "value": "NaN"}),
            (("1 = 1",), {"type": "boolean", "value": True}),
            (("today()",), {"type": "string", "value": "2026-11-21"}),
            (("false() and nothing()",), {"type": "boolean", "value": False}),
            (("//b", "--as", "string"), {"type": "string", "value": "1"}),
            (("//b", "--as", "number"), {"type": "number", "value": 1}),
            (("count(//b)", "--as", "boolean"), {"type": "boolean", "value": True}),
            ((".", "--context", "/a/b[2]", "--as", "string"), {"type": "string", "value": "2"}),
            (
                ("//b | /a/p:c/@d",),
                {"type": "nodes", "nodes": [{"ref": "/a/b", "value": "1"}, {"ref": "/a/b[2]", "value": "2"},
                                            {"ref": "/a/p:c/@d", "value": "3"}]},
            ),
            (("string(//q:c/@d)", "--namespace", "q=urn:p"), {"type": "string", "value": "3"}),
        ],
    )  # fmt: skip
    def test_an_expression_on_a_document(self, line: Line, arguments: tuple[str, ...], shown: Json) -> None:
        line.write("a.xml", '<a xmlns:p="urn:p"><b>1</b><b>2</b><p:c d="3"/></a>')
        assert line.one("xpath", *arguments, "--instance", "a.xml", *MOMENT) == (0, {"ok": True, **shown})

    def test_an_expression_on_a_form(self, line: Line) -> None:
        _, answer = line.one("xpath", "count(/data/member)", "--form", "visit.xml", *MOMENT)
        assert answer == {"ok": True, "type": "number", "value": 1}

    @pytest.mark.parametrize(
        ("expression", "code"), [("1 +", "xpath"), ("fly()", "xpath"), ("true(1)", "xpath"), ("z:a", "xpath")]
    )
    def test_what_is_no_expression(self, line: Line, expression: str, code: str) -> None:
        exit_code, answer = line.one("xpath", expression, "--form", "visit.xml")
        assert (exit_code, answer["error"]["code"]) == (1, code)

    def test_a_missing_context_or_document(self, line: Line) -> None:
        assert (
            line.one("xpath", "1", "--form", "visit.xml", "--context", "/no")[1]["error"]["code"] == "request"
        )
        assert line.one("xpath", "1", "--instance", "absent.xml")[1]["error"]["code"] == "io"


class TestCheck:
    def test_a_sound_form(self, line: Line) -> None:
        assert line.one("check", "visit.xml") == (0, {"ok": True, "problems": []})

    def test_problems_have_a_line(self, line: Line) -> None:
        text = xform(
            "<a/>\n<b/>", "\n" + bind("/data/a", calculate="../b") + "\n" + bind("/data/b", calculate="../a")
        )
        line.write("odd.xml", text)
        code, answer = line.one("check", "odd.xml")
        (problem,) = answer["problems"]
        assert (code, answer["ok"]) == (1, False)
        assert (problem["severity"], problem["code"], problem["line"]) == ("error", "cycle", 3)
        assert "a" in problem["message"]
        assert "→" in problem["message"]
        assert set(problem) <= {"severity", "code", "message", "ref", "line"}

    def test_a_form_that_is_not_there(self, line: Line) -> None:
        assert line.one("check", "absent.xml")[1]["error"]["code"] == "io"


class TestBatch:
    def test_one_answer_for_each_request_in_order(self, line: Line) -> None:
        requests = [
            '{"id": 1, "check": "visit.xml"}',
            "not json",
            '{"id": "two", "xpath": "1 + 1", "form": "visit.xml"}',
            '{"id": 3}',
            '[1]',
            '{"id": 4, "run": "visit.xml", "steps": [{"show": []}], "seed": 1, "language": "English"}',
            '{"id": 5, "check": "visit.xml", "odd": 1}',
            '{"id": 6, "run": "visit.xml", "steps": 7}',
            '{"id": 7, "run": "visit.xml", "properties": [1]}',
            "[" * 100_000,
            '{"id": 8, "xpath": "1", "check": "visit.xml"}',
            '{"id": [9], "check": "absent.xml"}',
            '{"id": 10, "xpath": "2 * 3", "instance": "visit.xml", "as": "string"}',
        ]  # fmt: skip
        code, answers = line("batch", given="\n".join(requests))
        assert code == 0
        assert [answer["id"] for answer in answers] == [1, None, "two", 3, None, 4, 5, 6, 7, None, 8, [9], 10]
        assert [answer["ok"] for answer in answers] == [
            True, False, True, False, False, True, False, False, False, False, False, False, True
        ]  # fmt: skip
        codes = [answer["error"]["code"] for answer in answers if not answer["ok"]]
        assert codes == ["request"] * 8 + ["io"]
        assert answers[-1]["value"] == "6"

    def test_bytes_that_are_no_text(self, line: Line) -> None:
        code, answers = line("batch", given=b'\xff\xfe\n\n{"id": 1, "check": "visit.xml"}\n')
        assert code == 0
        assert [answer["ok"] for answer in answers] == [False, True]

    def test_values_that_are_not_plain_texts(self, line: Line) -> None:
        request = {"xpath": "date('nonsense')", "form": "visit.xml"}
        assert line.one("batch", given=json.dumps(request))[1]["value"] == "Invalid Date"
        line.write("odd.xml", xform("<a/>", bind("/data/a", calculate="date('nonsense')")))
        _, answer = line.one("run", "odd.xml")
        assert answer["shown"][0]["nodes"][0]["value"] == "Invalid Date"

    def test_a_defect_is_told_as_one(self, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_request: Any) -> None:
            raise KeyError("oh")

        monkeypatch.setattr(cli, "answered", broken)
        code, answers = line(
            "batch", given='{"id": 1, "check": "visit.xml"}\n{"id": 2, "check": "visit.xml"}'
        )
        assert [answer["error"]["code"] for answer in answers] == ["internal", "internal"]
        assert code == 0
        assert line.one("check", "visit.xml")[0] == 3


def test_wrong_use_prints_nothing_on_standard_output(line: Line) -> None:
    for arguments in ((), ("fly",), ("run",), ("xpath", "1"), ("run", "visit.xml", "--seed", "x")):
        with pytest.raises(SystemExit) as end:
            line(*arguments)
        assert end.value.code == 2


def test_the_installed_command(tmp_path: Path) -> None:
    (tmp_path / "visit.xml").write_text(FORM, encoding="utf-8")
    command = [sys.executable, "-m", "app.forms.cli", "check", str(tmp_path / "visit.xml")]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert (ended.returncode, json.loads(ended.stdout), ended.stderr) == (
        0,
        {"ok": True, "problems": []},
        b"",
    )
