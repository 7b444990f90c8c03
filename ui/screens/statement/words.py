"""What a checksum says, in sentences."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.forms.questions import said
from app.services.statements import Found, Verdict
from ui import formatting, languages, trade

translate = QCoreApplication.translate


def told(verdict: Verdict) -> str:
    """The answer in one sentence, with what to do."""
    if verdict.outcome == "found":
        return translate(
            "statement", "This checksum is right: the record below was sealed so and has not changed."
        )
    if verdict.outcome == "mistyped":
        groups = ", ".join(map(str, verdict.wrong))
        sentence = translate("statement", "Nearly right: look again at group %1, counted from the left.")
        return sentence.replace("%1", groups)
    if verdict.outcome == "short":
        return translate("statement", "Type at least the first three groups of four.")
    if verdict.outcome == "unreadable":
        return translate(
            "statement", "A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most."
        )
    return translate(
        "statement",
        "No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the "
        "paper is from another commune, or it does not say what was sealed.",
    )


def tone(verdict: Verdict | None) -> str:
    if verdict is None:
        return "text"
    return {"found": "low", "unknown": "urgent"}.get(verdict.outcome, "medium")


def facts(found: Found) -> Iterator[tuple[str, str]]:
    """Label and text of what has to stand on the paper."""
    one = found.assessment
    family = " · ".join(part for part in (found.family.name, found.family.number or "") if part)
    yield translate("statement", "Form"), f"{said(found.title, languages.current())} · v{one.form_version}"
    yield translate("statement", "Family"), family
    yield translate("statement", "Day"), formatting.exact_day(one.on) if one.on else "—"
    if one.level:
        yield translate("statement", "Level"), trade.level(one.level)
    sealed = " · ".join(part for part in (formatting.moment(one.sealed_at), found.author) if part)
    yield translate("statement", "Sealed"), sealed


def remark(found: Found) -> str:
    """What the checksum alone does not say."""
    parts = [
        translate(
            "statement", "Compare the lines of the paper with the record: a checksum can be copied, too."
        )
    ]
    if found.anonymous:
        parts.append(translate("statement", "The paper is the anonymous copy."))
    if found.corrected:
        parts.append(translate("statement", "It was corrected since; the correction is what counts."))
    return " ".join(parts)
