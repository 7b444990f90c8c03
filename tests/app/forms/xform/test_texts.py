"""Labels, hints and messages: languages, values in them, what is trimmed and what stays."""

import pytest

from app.forms.xform.errors import StepProblem
from tests.app.forms.xform.building import bind, filling, inputs, items, repeat

ITEXT = (
    "<itext>"
    '<translation lang="Română" default="true()"><text id="q"><value>Câți ani are <output value=" /data/name "/>?</value>'
    '<value form="image">jr://images/a.png</value></text><text id="msg"><value>Prea mare</value></text>'
    '<text id="c1"><value>Da</value></text><text id="only"><value>doar aici</value></text></translation>'
    '<translation lang="English"><text id="q"><value>How old is <output value="/data/name"/>?</value></text>'
    '<text id="msg"><value>Too big</value></text><text id="c1"><value>Yes</value></text></translation></itext>'
)
BODY = (
    '<input ref="/data/age"><label ref="jr:itext(\'q\')"/><hint>plain</hint></input>'
    '<select1 ref="/data/yes"><label ref="jr:itext(\'only\')"/><itemset nodeset="instance(\'yn\')/root/item">'
    '<value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>'
)
MODEL = (
    ITEXT
    + items("yn", {"itextId": "c1", "name": "y"})
    + bind("/data/age", type="int", constraint=". < 120", jr_constraintMsg="jr:itext('msg')")
    + bind("/data/label", calculate="jr:choice-name(/data/yes, '/data/yes')")
)
RECORD = "<name>Ana</name><age/><yes/><label/>"


def test_texts_are_shown_in_the_language_chosen() -> None:
    form = filling(RECORD, MODEL, BODY)
    assert (form.form.languages, form.form.default_language) == (("Română", "English"), "Română")
    form.answer("/data/age", 130)
    form.answer("/data/yes", "y")
    assert form.shown("/data/age")["label"] == "Câți ani are Ana?"
    assert form.shown("/data/age")["message"] == "Prea mare"
    assert form.choices("/data/yes") == [("y", "Da")]
    assert form.value("/data/label") == "Da"
    form.entry.speak("English")
    assert form.shown("/data/age")["label"] == "How old is Ana?"
    assert form.shown("/data/age")["message"] == "Too big"
    assert form.choices("/data/yes") == [("y", "Yes")]
    assert form.value("/data/label") == "Yes"
    assert form.shown("/data/yes")["label"] == "doar aici"


def test_a_form_can_begin_in_a_language_and_knows_only_its_own() -> None:
    assert filling(RECORD, MODEL, BODY, language="English").shown("/data/age")["label"] == "How old is Ana?"
    with pytest.raises(StepProblem, match="Klingon"):
        filling(RECORD, MODEL, BODY, language="Klingon")


def test_outputs_follow_answers_and_blanks_between_them_stay() -> None:
    form = filling(
        "<first>Bobby</first><last>Tables</last><q/>",
        "",
        inputs("/data/first")
        + '<input ref="/data/q"><label>\n  Full name: <output value=" ../first "/>\u00a0<output value="../last"/>\n  </label></input>',
    )
    assert form.shown("/data/q")["label"] == "Full name: Bobby\u00a0Tables"
    form.answer("/data/first", "Ana")
    assert form.shown("/data/q")["label"] == "Full name: Ana\u00a0Tables"


def test_marks_of_formatting_stay_and_nothing_is_null() -> None:
    form = filling(
        "<a/><b/>",
        "",
        '<input ref="/data/a"><label>**bold** &lt;b&gt;x&lt;/b&gt; <h:i>y</h:i><h:br/></label></input><input ref="/data/b"/>',
    )
    assert form.shown("/data/a")["label"] == "**bold** <b>x</b> <i>y</i><br/>"
    shown = form.shown("/data/b")
    assert (shown["label"], shown["hint"], shown["appearance"]) == (None, None, None)


def test_a_label_in_a_repetition_speaks_of_it() -> None:
    form = filling(
        '<row jr:template=""><n/><q/></row>',
        bind("/data/row/n", calculate="position(..)"),
        repeat("/data/row", '<input ref="/data/row/q"><label>No. <output value="../n"/></label></input>'),
    )
    form.entry.add_repeat("/data/row")
    form.entry.add_repeat("/data/row")
    assert form.shown("/data/row[2]/q")["label"] == "No. 2"
    assert form.shown("/data/row")["label"] == "Rows"


def test_groups_have_labels() -> None:
    form = filling(
        "<g><x/></g>",
        "",
        '<group ref="/data/g" appearance="field-list"><label>Home</label>' + inputs("/data/g/x") + "</group>",
    )
    shown = form.shown("/data/g")
    assert (shown["kind"], shown["label"], shown["appearance"]) == ("group", "Home", "field-list")


def test_a_text_in_a_calculation() -> None:
    form = filling("<c/>", ITEXT + bind("/data/c", calculate="jr:itext('c1')"))
    assert form.value("/data/c") == "Da"
    form.entry.speak("English")
    assert form.value("/data/c") == "Yes"


def test_months_in_a_calculation_follow_the_language() -> None:
    form = filling("<c/>", ITEXT + bind("/data/c", calculate="format-date(today(), '%B')"))
    assert form.value("/data/c") == "noiembrie"
    form.entry.speak("English")
    assert form.value("/data/c") == "November"
