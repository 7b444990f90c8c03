"""What an expression can see and how far it may go."""

import datetime as dt
import random
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from app.forms.xform.document import Node
from app.forms.xform.errors import XPathProblem

MOST_VISITS: Final = 20_000_000

class Clock(Protocol):
    """Tells the moment, in the zone of whoever fills in the form."""

    def __call__(self) -> dt.datetime: ...

class Lookups(Protocol):
    """What expressions ask of the form around them."""

    def itext(self, text_id: str, node: Node) -> str:
        """The text in the language shown, outputs filled in for ``node``."""

    def choice_label(self, value: str, question: Node) -> str:
        """The label of a choice of this question in the language shown, "" if it has no such choice."""

class Scene:
    """One document with its lists, a clock, chance, and an allowance of visited nodes.

    ``instances`` maps ids to nodes whose child is the root of the list. ``repeats`` are the canonical paths of repeats: an
    absolute path inside one of them means the repetition it stands in.
    """

    __slots__ = (
        "_left", "chance", "clock", "document", "instances", "language", "lookups", "properties", "repeats", "version",
    )  # fmt: skip

    def __init__(
        self,
        document: Node,
        clock: Clock,
        *,
        instances: Mapping[str, Node] | None = None,
        seed: int | None = None,
        lookups: Lookups | None = None,
        properties: Mapping[str, str] | None = None,
        version: str = "",
    ) -> None:
        self.document = document
        self.clock = clock
        self.instances: Mapping[str, Node] = instances or {}
        # Not for secrets: random() and randomize() of a questionnaire, repeatable under a seed.
        self.chance = random.Random(seed)  # noqa: S311
        self.lookups = lookups
        self.properties: Mapping[str, str] = properties or {}
        self.version = version
        self.language: str | None = None
        self._left = MOST_VISITS

    @property
    def zone(self) -> dt.tzinfo:
        zone = self.clock().tzinfo
        assert zone is not None, "a clock tells its zone"
        return zone

    def allow(self) -> None:
        """A new allowance, for the next expression or recomputation."""
        self._left = MOST_VISITS

    def spend(self, visits: int) -> None:
        self._left -= visits
        if self._left < 0:
            raise XPathProblem("too_long", f"stopped after visiting {MOST_VISITS} nodes")

class Place:
    """Where an expression runs: ``node`` moves inside paths and predicates, ``current`` is where it began."""

    __slots__ = ("current", "node", "position", "scene", "size")

    def __init__(self, node: Node, current: Node, scene: Scene, position: int = 1, size: int = 1) -> None:
        self.node = node
        self.current = current
        self.scene = scene
        self.position = position
        self.size = size

Run = Callable[[Place], "object"]
