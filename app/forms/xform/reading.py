"""XForm XML -> ``model.Form``, with every problem named where it stands.

Reading goes on after a problem, so that an author sees all of them at once; ``read_form`` raises FormRefused if one of
them is an error. What is valid but cannot be filled in on this computer is a warning and never stops a form.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.forms.xform.document import ELEMENT, KNOWN_PREFIXES, Node, document_of
from app.forms.xform.errors import FormProblem, FormRefused, Problem, XPathProblem
from app.forms.xform.externals import read_external
from app.forms.xform.graph import rules_of
from app.forms.xform.markup import parse_xml
from app.forms.xform.model import (
    SELECTS,
    Choice,
    Control,
    ExternalInstance,
    Field,
    Form,
    Group,
    Itemset,
    Repeat,
    SetValue,
    Text,
)
from app.forms.xform.searching import read_search
from app.forms.xform.texts import read_message, read_reference, read_text
from app.forms.xform.xpath.compilation import Expression, compile_expression
from app.forms.xform.xpath.reads import Reader, unsupported_functions

MOST_FIELDS: Final = 50_000
_BLANKS: Final = " \t\r\n"
_JR: Final = KNOWN_PREFIXES["jr"]

CONTROLS: Final = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret"})
EVENTS: Final = frozenset(
    {
        "odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed", "xforms-ready",
        "xforms-revalidate", "jr-insert",
    }
)  # fmt: skip
# Types and actions that load and stay in the record, but that nobody can fill in here.
_NOT_HERE: Final = frozenset({"geopoint", "geotrace", "geoshape", "barcode", "intent", "binary"})
_ACTIONS_NOT_HERE: Final = frozenset({"setgeopoint", "recordaudio", "setlocation"})
_RULES: Final = {
    "relevant": "relevant", "required": "required", "readonly": "read_only", "constraint": "constraint",
    "calculate": "calculation",
}  # fmt: skip

Files = Callable[[str], bytes | None]
"""Content of a file a form refers to, by its name; None if there is none."""


def no_files(_name: str) -> bytes | None:
    return None


def read_form(source: bytes | str, files: Files = no_files) -> tuple[Form, tuple[Problem, ...]]:
    """A form and the warnings about it. Raises FormRefused with all problems if one of them is an error."""
    form, problems = examine_form(source, files)
    if form is None or any(problem.severity == "error" for problem in problems):
        raise FormRefused(problems)
    return form, problems


def examine_form(source: bytes | str, files: Files = no_files) -> tuple[Form | None, tuple[Problem, ...]]:
    """As much of a form as can be read (None if nothing can) and all problems, each once."""
    reading = _Reading(files)
    form: Form | None = None
    try:
        form = reading.read(parse_xml(source))
    except FormProblem as problem:
        reading.problems.append(problem.as_problem())
    except RecursionError:
        reading.error("too_deep", "the form is nested too deeply", None)
    return form, tuple(dict.fromkeys(reading.problems))


def _children(node: Node, *local_names: str) -> Iterator[Node]:
    return (child for child in node.elements() if child.local_name in local_names)


def _child(node: Node | None, local_name: str) -> Node | None:
    return None if node is None else next(_children(node, local_name), None)


def _jr(node: Node, name: str) -> str:
    """An attribute of the jr namespace, also where its prefix was never declared."""
    found = node.attribute_in(_JR, name)
    return node.attribute(f"jr:{name}") if found is None else found


class _Reading:
    def __init__(self, files: Files) -> None:
        self._files = files
        self.problems: list[Problem] = []
        self._namespaces: Mapping[str, str] = KNOWN_PREFIXES
        self._fields: list[Field] = []
        self._known: dict[tuple[Field | None, str], Field] = {}
        self._by_path: dict[str, Field] = {}
        self._expressions: dict[str, Expression] = {}
        self._templates: dict[Field, Node] = {}
        self._template = Node.element("")
        self._bind_ids: dict[str, Field] = {}
        self._text_ids: set[str] = set()
        self._instances: dict[str, Node] = {}
        self._unread: set[str] = set()
        self._actions: list[SetValue] = []
        self._reader = Reader(KNOWN_PREFIXES)

    # problems

    def error(self, code: str, message: str, node: Node | None, **where: str | None) -> None:
        line = (node.line or None) if node is not None else None
        self.problems.append(Problem("error", code, message, line=line, **where))  # type: ignore[arg-type]

    def warning(self, code: str, message: str, node: Node | None, **where: str | None) -> None:
        line = (node.line or None) if node is not None else None
        self.problems.append(Problem("warning", code, message, line=line, **where))  # type: ignore[arg-type]

    # the whole

    def read(self, document: Node) -> Form | None:
        html = next(document.elements())
        self._namespaces = {**KNOWN_PREFIXES, **{k: v for k, v in html.namespaces().items() if k}}
        self._reader = Reader(self._namespaces)
        head = _child(html, "head")
        model = _child(head, "model") if head is not None else _child(html, "model")
        body = _child(html, "body")
        if model is None:
            self.error("xform", "not an XForm: there is no model", html)
            return None
        primary, root = self._primary(model)
        if root is None or primary is None:
            self.error("xform", "the form has no instance to fill in", model)
            return None
        title = _child(head, "title")
        template = self._template = self._record(root, None)
        form_root = self._fields[0]
        form_id = root.attribute("id").strip()
        if not form_id:
            self.warning("no_id", "the form has no id", root)
        instances = self._secondary(model, primary, template)
        translations, languages, default = self._itext(model)
        document_of(form_root.prototype)
        self._binds(model)
        if body is not None:
            self._body(body, form_root.prototype, None)
        self._model_actions(model)
        self._loose_ends(model)
        form = Form(
            id=form_id,
            version=root.attribute("version") or root.attribute_in(KNOWN_PREFIXES["orx"], "version") or "",
            title=(title.value().strip() if title is not None else "") or form_id,
            root=form_root,
            template=template,
            fields=tuple(self._fields),
            languages=tuple(languages),
            default_language=default,
            translations=translations,
            instances=instances,
            actions=tuple(self._actions),
            namespaces=self._namespaces,
            rules=None,
        )
        rules, cycles = rules_of(form.fields, self._reader)
        self.problems.extend(cycles)
        return None if rules is None else _with_rules(form, rules)

    # instances

    def _primary(self, model: Node) -> tuple[Node | None, Node | None]:
        instance = _child(model, "instance")
        root = next(instance.elements(), None) if instance is not None else None
        return instance, root

    def _record(self, element: Node, parent: Field | None) -> Node:
        """The nodes of a new record below an element of the definition, and the fields they belong to."""
        field = self._field(element.name, parent)
        field.prototype.namespace = element.namespace
        node = Node(ELEMENT, element.name, namespace=element.namespace, line=element.line)
        node.field = field
        for attribute in element.attributes:
            if (
                attribute.namespace == _JR and attribute.local_name == "template"
            ) or attribute.name == "jr:template":
                continue
            self._attribute(field, node, attribute)
        leaf = True
        for child in element.elements():
            leaf = False
            made = self._record(child, field)
            if _is_template(child):
                self._templates[made.field] = made
            else:
                node.append(made)
        if leaf:
            node.text = element.value().strip(_BLANKS)
        return node

    def _attribute(self, field: Field, node: Node, attribute: Node) -> None:
        made = node.set_attribute(attribute.name, attribute.text, attribute.namespace)
        if attribute.name == "xmlns" or attribute.name.startswith("xmlns:"):
            return
        own = next((one for one in field.children if one.is_attribute and one.name == attribute.name), None)
        if own is None:
            own = Field(attribute.name, field, len(self._fields), is_attribute=True)
            field.children.append(own)
            own.prototype = field.prototype.set_attribute(attribute.name, "", attribute.namespace)
            own.prototype.field = own
            self._fields.append(own)
        made.field = own

    def _field(self, name: str, parent: Field | None) -> Field:
        if (known := self._known.get((parent, name))) is not None:
            return known
        if len(self._fields) >= MOST_FIELDS:
            raise FormProblem("too_large", f"more than {MOST_FIELDS} fields")
        field = Field(name, parent, len(self._fields))
        field.prototype.field = field
        self._known[parent, name] = field
        self._by_path[field.path] = field
        if parent is not None:
            parent.children.append(field)
            parent.prototype.append(field.prototype)
        self._fields.append(field)
        return field

    def _secondary(self, model: Node, primary: Node, template: Node) -> dict[str, Node]:
        found: dict[str, Node] = {}
        primary_id = primary.attribute("id")
        if primary_id:
            found[primary_id] = document_of(template.field.prototype)
        for instance in _children(model, "instance"):
            if instance is primary:
                continue
            instance_id = instance.attribute("id")
            source = instance.attribute("src").strip()
            if not instance_id:
                self.warning("instance", "a list without an id cannot be used", instance)
                continue
            if source and next(instance.elements(), None) is None:
                found[instance_id] = self._external(
                    ExternalInstance(instance_id, source, instance.line), instance
                )
            else:
                found[instance_id] = _cleaned(instance)
        self._instances = found
        return found

    def _external(self, external: ExternalInstance, node: Node) -> Node:
        holder = Node.element("instance")
        self._unread.add(external.id)
        if external.source.startswith("jr://instance/last-saved"):
            self.warning("unsupported", "the last saved record is not available; its values are empty", node)
            return holder
        data = self._files(external.file_name)
        if data is None:
            self.error("missing_file", f"the file {external.file_name} is missing", node)
            return holder
        try:
            found = read_external(external.file_name, data)
            self._unread.remove(external.id)
            return found
        except FormProblem as problem:
            self.error(problem.code, f"{external.file_name}: {problem.message}", node)
            return holder

    # texts

    def _expression(self, source: str) -> Expression:
        """Forms say the same thing many times: each is compiled once."""
        found = self._expressions.get(source)
        if found is None:
            found = self._expressions[source] = compile_expression(source, self._namespaces)
        return found

    def _compile(self, source: str, node: Node) -> Expression | None:
        try:
            return self._expression(source)
        except XPathProblem as problem:
            self.error("xpath", f"{problem.message} in: {source.strip()[:200]}", node)
            return None

    def _itext(self, model: Node) -> tuple[dict[str, dict[str, dict[str, Text]]], list[str], str | None]:
        translations: dict[str, dict[str, dict[str, Text]]] = {}
        default: str | None = None
        for itext in _children(model, "itext"):
            for translation in _children(itext, "translation"):
                language = translation.attribute("lang")
                texts = translations.setdefault(language, {})
                if default is None or translation.attribute("default") in ("true()", "true", "1"):
                    default = language if translation.attribute("default") or default is None else default
                for element in _children(translation, "text"):
                    forms = texts.setdefault(element.attribute("id"), {})
                    for value in _children(element, "value"):
                        shown = read_text(value, self._compile)
                        forms[value.attribute("form")] = shown if shown is not None else Text(("",))
        self._text_ids = {text_id for texts in translations.values() for text_id in texts}
        return translations, list(translations), default

    def _known_text(self, shown: Text | None, node: Node, ref: str | None) -> None:
        """Warns of a translation that no language has."""
        if shown is None or not shown.translated or shown.reference is None:
            return
        tree = shown.reference.tree
        if tree.symbol == "(string)" and tree.value not in self._text_ids:
            self.warning("text", f"no translation has the text {tree.value}", node, ref=ref)

    # binds

    def _places(self, path: str, at: Node, node: Node) -> list[Field]:
        if (plain := self._by_path.get(path)) is not None:
            return [plain]
        expression = self._compile(path, node)
        if expression is None:
            return []
        return list(dict.fromkeys(self._reader.fields(expression.tree, at)))

    def _binds(self, model: Node) -> None:
        root = self._fields[0].prototype
        for bind in _children(model, "bind"):
            nodeset = (bind.attribute("nodeset") or bind.attribute("ref")).strip()
            fields = self._places(nodeset, root, bind) if nodeset else []
            if not fields:
                self.error(
                    "bind_without_node",
                    f"a bind for what the form does not have: {nodeset}",
                    bind,
                    ref=nodeset,
                )
                continue
            for field in fields:
                self._bind(field, bind)
            if bind.attribute("id"):
                self._bind_ids[bind.attribute("id")] = fields[0]

    def _bind(self, field: Field, bind: Node) -> None:
        field.bind_line = bind.line
        written = bind.attribute("type").strip()
        if written:
            field.type = written.rpartition(":")[2]
        for rule, column in _RULES.items():
            source = bind.attribute(rule).strip()
            if not source:
                continue
            expression = self._rule(source, bind, field, column)
            if expression is not None:
                setattr(field, rule, expression)
        field.preload = _jr(bind, "preload").strip()
        field.preload_params = _jr(bind, "preloadParams").strip()
        for name in ("constraintMsg", "requiredMsg"):
            message = read_message(_jr(bind, name), bind, self._compile)
            self._known_text(message, bind, field.path)
            if message is not None and name == "constraintMsg":
                field.constraint_message = message
            elif message is not None:
                field.required_message = message
        for attribute in bind.attributes:
            if attribute.namespace and attribute.namespace not in (_JR,) and ":" in attribute.name:
                field.extras[attribute.name] = attribute.text

    def _rule(self, source: str, node: Node, field: Field, column: str) -> Expression | None:
        """An expression at a field, examined for what it names."""
        try:
            expression = self._expression(source)
        except XPathProblem as problem:
            message = f"{problem.message} in: {source[:200]}"
            self.error("xpath", message, node, ref=field.path, column=column)
            return None
        self._examine(expression, node, field, column)
        return expression

    def _examine(self, expression: Expression, node: Node, field: Field, column: str) -> None:
        missing_paths, lists = self._reader.examined(expression.tree, field.prototype)
        for missing in missing_paths:
            self.error(
                "unknown_reference", f"there is no {missing} in the form", node, ref=field.path, column=column
            )
        for name in sorted(unsupported_functions(expression.tree)):
            message = f"{name}() gives nothing on this computer"
            self.warning("unsupported", message, node, ref=field.path, column=column)
        for instance_id in lists:
            if instance_id not in self._instances:
                self.error(
                    "unknown_list", f"there is no list {instance_id}", node, ref=field.path, column=column
                )

    # body

    def _body(self, element: Node, at: Node, repeat: Field | None) -> None:
        for child in element.elements():
            name = child.local_name
            if name in CONTROLS:
                self._control(child, at, repeat)
            elif name == "group":
                self._group(child, at, repeat)
            elif name == "repeat":
                self._repeat(child, at)
            elif name == "setvalue":
                self._set_value(child, at, repeat)
            elif name in _ACTIONS_NOT_HERE:
                self.warning("unsupported", f"{name} has no effect on this computer", child)
            elif name not in ("label", "hint"):
                self.warning("unsupported", f"{child.name} cannot be shown on this computer", child)

    def _target(self, element: Node, at: Node) -> Field | None:
        bind = element.attribute("bind").strip()
        if bind:
            if bind not in self._bind_ids:
                self.error("unknown_reference", f"there is no bind {bind}", element)
            return self._bind_ids.get(bind)
        path = (element.attribute("ref") or element.attribute("nodeset")).strip()
        if not path:
            return None
        fields = self._places(path, at, element)
        if not fields:
            self.error("unknown_reference", f"there is no {path} in the form", element, ref=path)
            return None
        return fields[0]

    def _label(self, element: Node, name: str, ref: str | None) -> Text | None:
        found = _child(element, name)
        if found is None:
            return None
        shown = read_text(found, self._compile)
        self._known_text(shown, found, ref)
        return shown

    def _group(self, element: Node, at: Node, repeat: Field | None) -> None:
        field = self._target(element, at)
        group = Group(self._label(element, "label", field.path if field else None), _appearance(element))
        inner = next((one for one in _children(element, "repeat")), None)
        if field is not None and field.group is None:
            field.group = group
        elif field is None and inner is not None:
            # A group without a place of its own around a repeat gives the repeat its label.
            repeated = self._target(inner, at)
            if repeated is not None:
                repeated.group = group
        self._body(element, field.prototype if field is not None else at, repeat)

    def _repeat(self, element: Node, at: Node) -> None:
        field = self._target(element, at)
        if field is None:
            return
        template = self._templates.get(field) or self._first_repetition(field)
        if template is None:
            template = Node.element(field.name)
            template.field = field
        count = self._count(element, field)
        fixed = _jr(element, "noAddRemove").strip() in ("true()", "true", "1")
        # Before the inside is read: paths inside depend on what repeats.
        field.repeat = Repeat(template, count, fixed, _appearance(element))
        self._body(element, field.prototype, field)

    def _first_repetition(self, field: Field) -> Node | None:
        """What a new repetition is copied from when the definition has no template for it."""
        for made in (self._template, *self._templates.values()):
            if (found := _find(made, field)) is not None:
                return found
        return None

    def _count(self, element: Node, field: Field) -> Expression | None:
        source = _jr(element, "count").strip()
        if not source:
            return None
        try:
            expression = self._expression(source)
        except XPathProblem as problem:
            self.error(
                "xpath", f"{problem.message} in: {source}", element, ref=field.path, column="repeat_count"
            )
            return None
        parent = field.parent
        if not self._reader.missing(expression.tree, field.prototype):
            return expression
        if parent is not None and not self._reader.missing(expression.tree, parent.prototype):
            # Also written from the place the repetitions stand in; said from the repetition from here on.
            return self._compile(f"../{source}", element)
        self._examine(expression, element, field, "repeat_count")
        return expression

    def _control(self, element: Node, at: Node, repeat: Field | None) -> None:
        field = self._target(element, at)
        if field is None:
            if not (element.attribute("ref") or element.attribute("bind")).strip():
                self.error("unknown_reference", f"a question ({element.name}) without a field", element)
            return
        kind = "input" if element.local_name == "secret" else element.local_name
        appearance = _appearance(element)
        choices = self._static_choices(element, field) if kind in SELECTS else ()
        itemset = self._itemset(element, field) if kind in SELECTS else None
        search = read_search(appearance, choices, self._compile, element)
        if search is not None and search.table not in self._instances:
            external = ExternalInstance(search.table, f"jr://file-csv/{search.table}.csv", element.line)
            self._instances[search.table] = self._external(external, element)
        if kind in SELECTS and not choices and itemset is None and search is None:
            self.error("no_choices", f"{field.name} has no choices", element, ref=field.path, column="type")
        label = self._label(element, "label", field.path)
        hint = self._label(element, "hint", field.path)
        settings = {one.name: one.text for one in element.attributes if one.name not in ("ref", "appearance")}
        if field.control is None:
            field.control = Control(kind, label, hint, appearance, choices, itemset, search, settings)
        if field.type in _NOT_HERE or kind == "upload" or element.attribute("query"):
            what = "a choice from itemsets.csv" if element.attribute("query") else field.type
            self.warning(
                "unsupported", f"{what} cannot be filled in on this computer", element, ref=field.path
            )
        for action in element.elements():
            if action.local_name == "setvalue":
                self._set_value(action, field.prototype, repeat)
            elif action.local_name in _ACTIONS_NOT_HERE:
                self.warning("unsupported", f"{action.local_name} has no effect on this computer", action)
        if field.control is not None:
            self._examine_texts(field, element)

    def _examine_texts(self, field: Field, element: Node) -> None:
        assert field.control is not None
        for shown in (field.control.label, field.control.hint):
            for part in shown.parts if shown is not None else ():
                if not isinstance(part, str):
                    self._examine(part, element, field, "label")

    def _static_choices(self, element: Node, field: Field) -> tuple[Choice, ...]:
        found = []
        for item in _children(element, "item"):
            value = _child(item, "value")
            if value is None:
                self.error("no_choices", f"a choice of {field.name} without a value", item, ref=field.path)
                continue
            found.append(Choice(value.value().strip(_BLANKS), self._label(item, "label", field.path)))
        return tuple(found)

    def _itemset(self, element: Node, field: Field) -> Itemset | None:
        itemset = _child(element, "itemset")
        if itemset is None:
            return None
        nodes = self._rule(itemset.attribute("nodeset").strip(), itemset, field, "choice_filter")
        value_ref = _child(itemset, "value")
        value = self._compile(value_ref.attribute("ref") if value_ref is not None else "value", itemset)
        label_ref = _child(itemset, "label")
        label = None
        if label_ref is not None and label_ref.attribute("ref"):
            label = read_reference(label_ref.attribute("ref"), itemset, self._compile)
        if nodes is None or value is None:
            return None
        for instance_id in self._reader.instances(nodes.tree):
            rows = self._instances.get(instance_id)
            if rows is None or instance_id in self._unread:
                continue
            if not any(True for root in rows.elements() for _ in root.elements()):
                self.error(
                    "no_choices",
                    f"the list {instance_id} has no choices",
                    itemset,
                    ref=field.path,
                    column="type",
                )
        shuffled = nodes.tree.symbol == "randomize" and len(nodes.tree) == 1
        return Itemset(nodes, value, label, shuffled)

    # actions

    def _model_actions(self, model: Node) -> None:
        for child in model.elements():
            if child.local_name == "setvalue":
                self._set_value(child, self._fields[0].prototype, None, in_model=True)
            elif child.local_name in _ACTIONS_NOT_HERE:
                self.warning("unsupported", f"{child.local_name} has no effect on this computer", child)

    def _set_value(self, element: Node, at: Node, repeat: Field | None, *, in_model: bool = False) -> None:
        events = frozenset((element.attribute("event") or element.attribute("ev:event")).split())
        for unknown in sorted(events - EVENTS):
            self.error("unknown_event", f"there is no event {unknown}", element)
        if not events:
            self.error("unknown_event", "an action without an event", element)
            return
        if "odk-new-repeat" in events and repeat is None:
            self.error("unknown_event", "odk-new-repeat is only known inside a repeat", element)
            return
        bound = self._bind_ids.get(element.attribute("bind").strip())
        path = (
            bound.path
            if bound is not None
            else (element.attribute("ref") or element.attribute("nodeset")).strip()
        )
        target = self._compile(path or ".", element)
        if target is None:
            return
        targets = self._reader.fields(target.tree, at)
        if not targets:
            self.error("unknown_reference", f"there is no {path} in the form", element, ref=path)
            return
        source = element.attribute("value").strip()
        value = self._rule(source, element, targets[0], "default") if source else None
        if source and value is None:
            return
        action = SetValue(events, target, value, "" if source else element.value().strip(_BLANKS))
        if in_model or at.field is None:
            self._actions.append(action)
        else:
            at.field.actions.append(action)

    def _loose_ends(self, model: Node) -> None:
        for submission in _children(model, "submission"):
            if submission.attribute("base64RsaPublicKey"):
                self.warning("unsupported", "records are not encrypted for the form's own key", submission)
        for field in self._fields:
            if (
                field.name.rpartition(":")[2] == "audit"
                and field.parent is not None
                and field.parent.name.endswith("meta")
            ):
                self.warning("unsupported", "no audit log is written", None, ref=field.path)
            if (
                field.name.rpartition(":")[2] == "entity"
                and field.parent is not None
                and field.parent.name.endswith("meta")
            ):
                self.warning("unsupported", "entities are not created", None, ref=field.path)


def _with_rules(form: Form, rules: object) -> Form:
    return Form(**{**{name: getattr(form, name) for name in form.__struct_fields__}, "rules": rules})


def _appearance(element: Node) -> str | None:
    return element.attribute("appearance").strip() or None


def _is_template(element: Node) -> bool:
    return element.attribute_in(_JR, "template") is not None or any(
        attribute.name == "jr:template" for attribute in element.attributes
    )


def _find(node: Node, field: Field) -> Node | None:
    if node.field is field:
        return node
    for child in node.children:
        if child.kind == ELEMENT and (found := _find(child, field)) is not None:
            return found
    return None


def _cleaned(element: Node) -> Node:
    """A list without the blanks between its elements."""
    made = Node(ELEMENT, element.name, namespace=element.namespace, line=element.line)
    for attribute in element.attributes:
        made.set_attribute(attribute.name, attribute.text, attribute.namespace)
    elements = list(element.elements())
    for child in elements:
        made.append(_cleaned(child))
    if not elements:
        made.text = element.value().strip(_BLANKS)
    return made
