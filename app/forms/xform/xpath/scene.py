"""What an expression can see and how far it may go."""

import datetime as dt
import random
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from app.forms.xform.document import Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.values import Value

MOST_VISITS: Final = 3_000_000


class Lookups(Protocol):
    """What expressions ask of the form around them."""

    def itext(self, text_id: str, node: Node) -> str:
        """The text in the language shown, outputs filled in for ``node``."""

    def choice_label(self, value: str, question: Node) -> str:
        """The label of a choice of this question in the language shown, "" if it has no such choice."""


class Scene:
    """One document with its lists, a clock, chance, and an allowance of visited nodes.

    ``now`` tells the moment in ``zone``. ``instances`` maps ids to nodes whose child is the root of the list.
    """

    __slots__ = (
        "_left", "chance", "document", "instances", "language", "lookups", "now", "properties", "version", "zone",
    )  # fmt: skip

    def __init__(
        self,
        document: Node,
        now: Callable[[], dt.datetime],
        zone: dt.tzinfo,
        *,
        instances: Mapping[str, Node] | None = None,
        chance: random.Random | None = None,
        lookups: Lookups | None = None,
        properties: Mapping[str, str] | None = None,
        version: str = "",
    ) -> None:
        self.document = document
        self.now = now
        self.zone = zone
        self.instances: Mapping[str, Node] = instances or {}
        # Not for secrets: random() and uuid() of a questionnaire, repeatable under a seed.
        self.chance = chance if chance is not None else random.Random()  # noqa: S311
        self.lookups = lookups
        self.properties: Mapping[str, str] = properties or {}
        self.version = version
        self.language: str | None = None
        self._left = MOST_VISITS

    def allow(self, visits: int = MOST_VISITS) -> None:
        """A new allowance, for the next expression."""
        self._left = visits

    def spend(self, visits: int) -> None:
        self._left -= visits
        if self._left < 0:
            raise XPathProblem("too_long", "stopped: too many nodes to visit")


class Place:
    """Where an expression runs: ``node`` moves inside paths and predicates, ``current`` is where it began."""

    __slots__ = ("current", "node", "position", "scene", "size")

    def __init__(self, node: Node, current: Node, scene: Scene, position: int = 1, size: int = 1) -> None:
        self.node = node
        self.current = current
        self.scene = scene
        self.position = position
        self.size = size


Run = Callable[[Place], Value]
