"""XForm XML -> ``model.Form``, with every problem named where it stands.

Reading goes on after a problem, so that an author sees all of them at once; ``read_form`` raises FormRefused if one of
them is an error. What is valid but cannot be filled in on this computer is a warning and never stops a form.
"""

from collections.abc import Collection

from app.forms.xform.actions import Actions
from app.forms.xform.binds import Binds
from app.forms.xform.body import Body
from app.forms.xform.confidential import check_secrets, leave_out
from app.forms.xform.document import KNOWN_PREFIXES, Node, document_of
from app.forms.xform.draft import Draft, Files, child_of, children_of, no_files
from app.forms.xform.errors import FormProblem, FormRefused, Problem
from app.forms.xform.graph import rules_of
from app.forms.xform.markup import parse_xml
from app.forms.xform.model import Form, Text, Translations
from app.forms.xform.skeleton import Skeleton
from app.forms.xform.texts import read_text


def read_form(
    source: bytes | str, files: Files = no_files, readable: Collection[str] | None = None
) -> tuple[Form, tuple[Problem, ...]]:
    """A form and the warnings about it. Raises FormRefused with all problems if one of them is an error.

    Of its confidential sections it has those in ``readable`` compartments; all of them without that.
    """
    form, problems = examine_form(source, files, readable)
    if form is None or any(problem.severity == "error" for problem in problems):
        raise FormRefused(problems)
    return form, problems


def examine_form(
    source: bytes | str, files: Files = no_files, readable: Collection[str] | None = None
) -> tuple[Form | None, tuple[Problem, ...]]:
    """As much of a form as can be read (None if nothing can) and all problems, each once."""
    draft = Draft(files)
    form: Form | None = None
    try:
        document = parse_xml(source)
        if readable is not None:
            leave_out(document, readable)
        form = _read(draft, document)
    except FormProblem as problem:
        draft.problems.append(problem.as_problem())
    except RecursionError:
        draft.error("too_deep", "the form is nested too deeply", None)
    return form, tuple(dict.fromkeys(draft.problems))


def _read(draft: Draft, document: Node) -> Form | None:
    html = next(document.elements())
    head = child_of(html, "head")
    model = child_of(head if head is not None else html, "model")
    if model is None:
        draft.error("xform", "not an XForm: there is no model", html)
        return None
    primary = child_of(model, "instance")
    root = next(primary.elements(), None) if primary is not None else None
    if root is None or primary is None:
        draft.error("xform", "the form has no instance to fill in", model)
        return None
    declared = {prefix: uri for prefix, uri in html.namespaces().items() if prefix}
    draft.use({**KNOWN_PREFIXES, **declared}, primary.attribute("id"))
    form_id = root.attribute("id").strip()
    if not form_id:
        draft.warning("no_id", "the form has no id", root)

    skeleton, actions = Skeleton(draft), Actions(draft)
    template = draft.template = skeleton.record(root, None)
    form_root = draft.fields[0]
    document_of(form_root.prototype)
    instances = skeleton.lists(model, primary, template)
    translations, default = _translations(draft, model)
    Binds(draft).read(model)
    body = child_of(html, "body")
    if body is not None:
        Body(draft, skeleton, actions).read(body, form_root.prototype, None)
    actions.of_model(model)
    _warn_of_what_is_not_done(draft, model)

    rules, cycles = rules_of(draft.fields, draft.reader)
    draft.problems.extend(cycles)
    if rules is None:
        return None
    check_secrets(draft, translations, rules)
    title = child_of(head, "title")
    return Form(
        id=form_id,
        version=root.attribute("version") or root.attribute_in(KNOWN_PREFIXES["orx"], "version") or "",
        title=(title.value().strip() if title is not None else "") or form_id,
        root=form_root,
        template=template,
        fields=tuple(draft.fields),
        languages=tuple(translations),
        default_language=default,
        translations=translations,
        instances=instances,
        actions=tuple(draft.actions),
        namespaces=draft.namespaces,
        rules=rules,
    )


def _translations(draft: Draft, model: Node) -> tuple[Translations, str | None]:
    """The texts, and the language to begin with: the one said to be the default, else the first."""
    found: dict[str, dict[str, dict[str, Text]]] = {}
    default: str | None = None
    for translation in (
        one for itext in children_of(model, "itext") for one in children_of(itext, "translation")
    ):
        language = translation.attribute("lang")
        texts = found.setdefault(language, {})
        if translation.attribute("default") in ("true()", "true", "1"):
            default = language
        for element in children_of(translation, "text"):
            forms = texts.setdefault(element.attribute("id"), {})
            for value in children_of(element, "value"):
                forms[value.attribute("form")] = read_text(value, draft.compile) or Text(("",))
    draft.text_ids = {text_id for texts in found.values() for text_id in texts}
    return found, default if default is not None else next(iter(found), None)


def _warn_of_what_is_not_done(draft: Draft, model: Node) -> None:
    for submission in children_of(model, "submission"):
        if submission.attribute("base64RsaPublicKey"):
            draft.warning("unsupported", "records are not encrypted for the form's own key", submission)
    for field in draft.fields:
        if field.parent is not None and field.parent.prototype.local_name == "meta":
            if field.prototype.local_name == "audit":
                draft.warning("unsupported", "no audit log is written", None, ref=field.path)
            elif field.prototype.local_name == "entity":
                draft.warning("unsupported", "entities are not created", None, ref=field.path)
