"""zstd on the wire, for both ends: small messages stay as they are, nothing unpacks to more than 8 MiB.

The bound holds while unpacking, so a compression bomb costs one message of memory and is refused.
"""

import sys

from sync.protocol import MAX_MESSAGE_BYTES

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ENCODING = "zstd"
WORTH_PACKING_BYTES = 200
_LEVEL = 3
_TIGHT_LEVEL = 10
_WINDOW_LOG_MAX = 23
"""8 MiB: no sender needs more for a message that may have 8 MiB, and a larger window would reserve memory."""


class TooLarge(ValueError):
    """The content unpacks to more than a message may have."""


class NotPacked(ValueError):
    """The content is not one complete zstd frame."""


def pack(message: bytes) -> tuple[bytes, str | None]:
    """The bytes to send and their Content-Encoding (None: as they are)."""
    if len(message) <= WORTH_PACKING_BYTES:
        return message, None
    packed = zstd.compress(message, _LEVEL)
    return (packed, ENCODING) if len(packed) < len(message) else (message, None)


def pack_tightly(message: bytes) -> bytes:
    """One zstd frame, for what has time."""
    return zstd.compress(message, _TIGHT_LEVEL)


def unpack(body: bytes, encoding: str | None, limit_bytes: int = MAX_MESSAGE_BYTES) -> bytes:
    """The message behind a body. TooLarge over ``limit_bytes``, NotPacked for anything but one whole frame."""
    if encoding in (None, "", "identity"):
        if len(body) > limit_bytes:
            raise TooLarge(len(body))
        return body
    if encoding != ENCODING:
        raise NotPacked(encoding)
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG_MAX}
    decompressor = zstd.ZstdDecompressor(options=options)
    try:
        message = decompressor.decompress(body, limit_bytes + 1)
    except zstd.ZstdError as problem:
        raise NotPacked("zstd") from problem
    if len(message) > limit_bytes:
        raise TooLarge(len(message))
    if not decompressor.eof or decompressor.unused_data:
        raise NotPacked("zstd")
    return message
