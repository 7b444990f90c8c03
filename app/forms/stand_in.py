"""A form made of nothing but keys, for answers whose own form is not on this laptop: they stay readable and printable.

Each key is a question without choices or rules; its label is the key, with the name of whom it is about where the record knows
it. What the form computed follows behind. Never used to fill anything in.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from app.forms.instruments import Instrument
from app.forms.questions import FALLBACK_LANGUAGE
from app.forms.xform.document import KNOWN_PREFIXES, XFORMS
from app.forms.xform.reading import read_form


def stand_in(form_id: str, version: int, keys: Mapping[str, str]) -> tuple[Instrument, dict[str, str]]:
    """The form for these keys (key -> label), and the key of the form for each of them."""
    names = {key: f"q{number}" for number, key in enumerate(keys, 1)}
    fields = "".join(f"<{name}/>" for name in names.values())
    body = "".join(
        f'<input ref="/data/answers/{names[key]}"><label>{escape(label)}</label></input>'
        for key, label in keys.items()
    )
    source = (
        f'<h:html xmlns="{XFORMS}" xmlns:h="{KNOWN_PREFIXES["h"]}"><h:head><h:title>{escape(form_id)}</h:title><model>'
        f'<instance><data id="{escape(form_id, {chr(34): ""})}" version="{version}"><answers>{fields}</answers></data></instance>'
        f'</model></h:head><h:body><group ref="/data/answers">{body}</group></h:body></h:html>'
    )
    form, _ = read_form(source)
    instrument = Instrument(
        id=form_id,
        version=version,
        digest="",
        title={FALLBACK_LANGUAGE: form_id},
        form=form,
        date_question=None,
    )
    return instrument, names
