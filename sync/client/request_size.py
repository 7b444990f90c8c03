"""How much one request carries: as much as the line moves in a few seconds, so that a break loses little and none is wasted.

A first request is small. Requests grow while the line is quick, shrink with the seconds they take, and halve when one fails.
Counted is what is sent, or asked for, before packing.
"""

FIRST_REQUEST_BYTES = 32 * 1024
SMALLEST_REQUEST_BYTES = 8 * 1024
LARGEST_REQUEST_BYTES = 1024 * 1024
AIM_S = 4.0
"""A request should take so long: long beside the way there and back, short beside the life of a bad line."""


class RequestSize:
    """Bytes of the next request."""

    def __init__(self, limit_bytes: int = FIRST_REQUEST_BYTES) -> None:
        self.limit_bytes = limit_bytes

    @property
    def is_small(self) -> bool:
        """Whether the line takes less at once than a first request has."""
        return self.limit_bytes < FIRST_REQUEST_BYTES

    def worked(self, carried_bytes: int, seconds: float) -> None:
        """So many bytes came through in so long. One that was not full says nothing of what a larger one would take."""
        factor = min(2.0, max(0.5, AIM_S / max(seconds, 0.001)))
        if factor < 1 or carried_bytes >= self.limit_bytes / 2:
            self._set(self.limit_bytes * factor)

    def failed(self) -> None:
        """Nothing came through."""
        self._set(self.limit_bytes / 2)

    def refused(self, sent_bytes: int) -> None:
        """Somebody on the way takes no request of so many bytes; the next one has at most half of them."""
        self.limit_bytes = max(1, min(self.limit_bytes, sent_bytes) // 2)

    def _set(self, wanted_bytes: float) -> None:
        self.limit_bytes = int(min(max(wanted_bytes, SMALLEST_REQUEST_BYTES), LARGEST_REQUEST_BYTES))
