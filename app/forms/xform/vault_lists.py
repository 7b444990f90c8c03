"""Lists that a form has from the vault and not from a file: ``members``, ``places``, ``services`` and ``previous``.

A stand-in is there while the form is read; every record gets its own, once, when it is opened. A form has them by name, as
any list: ``select_one_from_file places.csv``, ``instance('previous')/root/item[name='r1_food']/value``.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import msgspec

from app.forms.xform.document import Node
from app.forms.xform.model import Form

STAND_INS: Final[Mapping[str, bytes]] = {
    "members.csv": b"name,label,age_y,sex\nnobody,nobody,,\n",
    "places.csv": b"name,label\nnowhere,nowhere\n",
    "services.csv": b"name,label,phone\nnothing,nothing,\n",
    "previous.csv": b"name,value\n",
}
"""By the file a form names. A list without a row could not be chosen from."""


class Person(msgspec.Struct, frozen=True):
    """A row of ``members``; ``age_y`` in whole years on the day of the form, "" if unknown; ``sex`` is F, M or ""."""

    name: str
    """The id as hex."""
    label: str
    age_y: str
    sex: str


class Place(msgspec.Struct, frozen=True):
    """A row of ``places``; ``name`` is the folded label, without blanks."""

    name: str
    label: str


class Service(msgspec.Struct, frozen=True):
    """A row of ``services``; ``name`` is the digits of the phone."""

    name: str
    label: str
    phone: str


class Earlier(msgspec.Struct, frozen=True):
    """A row of ``previous``: the key of a question or calculation (``r1_food``, ``<person hex>/c2_cert``), and what it had."""

    name: str
    value: str


class VaultLists(msgspec.Struct, frozen=True, kw_only=True):
    """What the vault tells a form: each list under the name the form has for it."""

    members: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    services: tuple[Service, ...] = ()
    previous: tuple[Earlier, ...] = ()

    def put_into(self, form: Form, besides: Collection[str] = ()) -> Form:
        """The form with these lists, as far as it names them; those in ``besides`` stay as they are."""
        named = [name for name in self.__struct_fields__ if name in form.instances and name not in besides]
        lists = {name: _listed(getattr(self, name)) for name in named}
        return msgspec.structs.replace(form, instances={**form.instances, **lists}) if lists else form


def _listed(rows: Iterable[msgspec.Struct]) -> Node:
    """As ``instance()`` gives a list that came from a file."""
    holder, root = Node.element("instance"), Node.element("root")
    for row in rows:
        item = Node.element("item")
        for column in row.__struct_fields__:
            item.append(Node.element(column, getattr(row, column)))
        root.append(item)
    holder.append(root)
    return holder
