"""Before a file is read: is it there, how big is it really, and what is it?

Limits and their reason: a commune has a few thousand people, a county list some 100,000 rows; such a workbook is below
20 MB. Larger files are backups or mistakes, and a laptop with 4 GB must stay usable, so they are refused by their
size, by the sizes written in a zip's directory, and by the area a sheet spans, each before anything is unpacked into
memory. A zip whose directory lies is found while it is streamed through once.
"""

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

from app.errors import (
    ImportEmpty,
    ImportMissing,
    ImportPassword,
    ImportTooBig,
    ImportUnreadable,
    ImportWrongType,
)

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_CELLS = 5_000_000
_CHUNK_BYTES = 1 << 20
_LONGEST_CELL_TAG_BYTES = 512

_FOREIGN_STARTS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"BM", "image"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "document"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"SQLite format 3\x00", "database"),
)
_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XLSX_CELL = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?(?:v|is|f)[\s/>]'
)


_DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    OSError,
    ValueError,
    EOFError,
)


class FileKind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"


def admit(path: Path) -> tuple[FileKind, bytes]:
    """The kind and content of a file that may be read on. Raises an ImportProblem for any other."""
    file = path.name
    try:
        size_bytes = path.stat().st_size
        if path.is_dir():
            raise ImportWrongType(file=file, found="folder")
        if size_bytes > MAX_FILE_BYTES:
            raise ImportTooBig(file=file, size_bytes=size_bytes, limit_bytes=MAX_FILE_BYTES)
        content = path.read_bytes()
    except FileNotFoundError:
        raise ImportMissing(file=file) from None
    except (OSError, ValueError):
        raise ImportUnreadable(file=file) from None
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise ImportEmpty(file=file)
    kind = _recognise(content, file)
    if kind in (FileKind.XLSX, FileKind.ODS):
        _check_zip(path, kind)
    return kind, content


def _recognise(content: bytes, file: str) -> FileKind:
    if content.startswith(b"PK"):
        return _recognise_zip(content, file)
    if content.startswith(_OLE_START):
        return _recognise_ole(content, file)
    for start, found in _FOREIGN_STARTS:
        if content.startswith(start):
            raise ImportWrongType(file=file, found=found)
    if content.startswith((b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")):
        return FileKind.XLS
    head = content[:4096].lower()
    if b"<html" in head or b"<!doctype" in head or b"<?xml" in head:
        raise ImportWrongType(file=file, found="web_page" if b"html" in head else "xml")
    if not _looks_like_text(content):
        raise ImportWrongType(file=file, found="unknown")
    return FileKind.TEXT


def _recognise_zip(content: bytes, file: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:200] if "mimetype" in names else b""
            manifest = (
                archive.read("META-INF/manifest.xml")[:_CHUNK_BYTES]
                if mimetype and "META-INF/manifest.xml" in names
                else b""
            )
    except _DAMAGED_ZIP:
        raise ImportUnreadable(file=file) from None
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if b"opendocument.spreadsheet" in mimetype:
        if b"encryption-data" in manifest:
            raise ImportPassword(file=file)
        return FileKind.ODS
    if "word/document.xml" in names or "opendocument.text" in mimetype.decode("ascii", "replace"):
        raise ImportWrongType(file=file, found="document")
    raise ImportWrongType(file=file, found="binary_workbook" if "xl/workbook.bin" in names else "archive")


def _recognise_ole(content: bytes, file: str) -> FileKind:
    """An old Office container; its stream names stand in it as UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise ImportPassword(file=file)
    if "WordDocument".encode("utf-16-le") in content:
        raise ImportWrongType(file=file, found="document")
    if "Workbook".encode("utf-16-le") in content or "Book\x00".encode("utf-16-le") in content:
        return FileKind.XLS
    raise ImportWrongType(file=file, found="unknown")


def _looks_like_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = content[:65536]
    if b"\x00" in head:
        # UTF-16 without its mark: nearly every second byte is zero. Anything else with zeros is no text.
        pairs = len(head) // 2
        return pairs > 0 and max(head[0::2].count(0), head[1::2].count(0)) > 0.7 * pairs
    control = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c\x1a\x1b" for byte in head)
    return control <= len(head) // 200


def _check_zip(path: Path, kind: FileKind) -> None:
    """Stream the archive once: declared sizes, true sizes and check sums, and the area its cells span."""
    file = path.name
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked_bytes = sum(entry.file_size for entry in archive.infolist())
            if unpacked_bytes > MAX_UNPACKED_BYTES:
                raise ImportTooBig(file=file, size_bytes=unpacked_bytes, limit_bytes=MAX_UNPACKED_BYTES)
            for entry in archive.infolist():
                if entry.flag_bits & 1:
                    raise ImportPassword(file=file)
                cells = 0
                if kind is FileKind.ODS and entry.filename == "content.xml":
                    cells = _ods_cells(archive, entry)
                elif kind is FileKind.XLSX and entry.filename.startswith("xl/worksheets/"):
                    cells = _xlsx_cells(archive, entry)
                else:
                    _stream(archive, entry)
                if cells > MAX_CELLS:
                    raise ImportTooBig(file=file, cells=cells, limit_cells=MAX_CELLS)
    except (*_DAMAGED_ZIP, ElementTree.ParseError):
        raise ImportUnreadable(file=file) from None


def _stream(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as stream:
        while stream.read(_CHUNK_BYTES):
            pass


def _xlsx_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Rows times columns of the rectangle from the first to the last cell with content; one stray cell spans it all."""
    last_row = last_column = 0
    first_row = first_column = 1 << 30
    tail = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            text = tail + chunk
            for match in _XLSX_CELL.finditer(text):
                row, column = int(match[2]), _column_number(match[1])
                last_row, last_column = max(last_row, row), max(last_column, column)
                first_row, first_column = min(first_row, row), min(first_column, column)
            tail = text[-_LONGEST_CELL_TAG_BYTES:]
    if not last_row:
        return 0
    # Rows above the first one are kept as empty rows, which cost little but not nothing.
    return (last_row - first_row + 1) * (last_column - first_column + 1) + first_row + first_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _ods_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """The widest row times the rows down to the last one with content, summed over the tables."""
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    cells = rows = filled_rows = width = row_width = filled_width = 0
    with archive.open(entry) as stream:
        for _, element in ElementTree.iterparse(stream):  # noqa: S314 - see the import
            if element.tag in (table + "table-cell", table + "covered-table-cell"):
                row_width += int(element.get(table + "number-columns-repeated", "1"))
                if len(element):
                    filled_width = row_width
            elif element.tag == table + "table-row":
                rows += int(element.get(table + "number-rows-repeated", "1"))
                if filled_width:
                    filled_rows, width = rows, max(width, filled_width)
                row_width = filled_width = 0
                element.clear()
            elif element.tag == table + "table":
                cells += filled_rows * width
                rows = filled_rows = width = 0
                element.clear()
    return cells
