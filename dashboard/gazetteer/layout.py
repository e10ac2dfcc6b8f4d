"""The files of the memory-mapped index: one trie of names, one file of fixed-width arrays.

arrays.bin: a header (magic, version, number of sections, size of this file, size of the trie's file), a directory
(name, type code, offset, bytes), then the arrays, little-endian, each aligned to eight bytes. Nothing is parsed when
it is opened: a section is a view of the mapped file.
"""

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dashboard.errors import GazetteerDamaged, GazetteerMissing

TRIE_FILE = "names.marisa"
ARRAYS_FILE = "arrays.bin"
FORMAT_VERSION = 2  # raise it when the meaning of a section changes
PLACE_KINDS = (
    "continent", "region", "country", "territory", "admin1", "admin2", "city", "district", "island", "sea", "strait",
    "river", "lake", "mountains", "peninsula", "desert", "airport", "base", "crossing", "landmark",
)  # fmt: skip
OVERLAY = "overlay"
"""The source of the places that the project wrote by hand."""
LOCAL = "local overlay"
"""The source of those that only local papers name."""
IN_THE_NEWS = 300_000
"""People that a place of the overlay counts for, if it has none: newspapers name a strait like a city of that size."""
SENSE_KINDS = ("official", "alternate", "abbreviation", "demonym", "overlay")
DEFAULT_FLAG = 0x80  # added to the kind of a sense that a name has unless something speaks against it
ABBREVIATION_MARK = "="  # begins the key of a name that is known only when spelled exactly so
NOT_PLACE_MARK = "!"  # begins the key of a name that is no place; its one sense is the number of the reason
NO_ROW = -1
MAX_WORDS = 8  # words; the longest names in use
ALTERNATE_SHARE = 0.01  # an alternate name counts as an official one of a place of a hundredth of the people

_MAGIC = b"GAZETTE\0"
_HEADER = struct.Struct("<8sIIQQ")
_SECTION = struct.Struct("<16s8sQQ")
_ALIGNMENT = 8  # bytes; the width of the widest item

Sections = dict[str, "memoryview[Any]"]


def write_arrays(path: Path, sections: "Iterable[tuple[str, array[Any]]]", *, count: int, trie_bytes: int) -> None:
    """Write arrays.bin: `count` sections, one after the other as they come. trie_bytes: the size of the trie's file."""
    directory = []
    with path.open("wb") as file:
        file.seek(_HEADER.size + _SECTION.size * count)
        for name, items in sections:
            size = items.itemsize * len(items)
            directory.append(_SECTION.pack(name.encode(), items.typecode.encode(), file.tell(), size))
            file.write(items)
            file.write(bytes(-size % _ALIGNMENT))
        header = _HEADER.pack(_MAGIC, FORMAT_VERSION, len(directory), file.tell(), trie_bytes)
        file.seek(0)
        file.write(header + b"".join(directory))


def map_arrays(folder: Path) -> Sections:
    """The sections of the index in `folder`, mapped, not read. Raises GazetteerMissing, GazetteerDamaged."""
    path = folder / ARRAYS_FILE
    if sys.byteorder != "little":
        raise GazetteerDamaged(path, "this machine stores numbers the other way round")
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise GazetteerMissing(folder) from error
    except (OSError, ValueError) as error:  # ValueError: an empty file
        raise GazetteerDamaged(path, str(error)) from error
    count = _checked_header(view, folder)
    sections: Sections = {}
    for number in range(count):
        name, code, at, size = _SECTION.unpack_from(view, _HEADER.size + number * _SECTION.size)
        sections[name.rstrip(b"\0").decode()] = view[at : at + size].cast(code.rstrip(b"\0").decode())
    return sections


def _checked_header(view: memoryview, folder: Path) -> int:
    """The number of sections. Raises GazetteerDamaged when sizes or version are not those written."""
    path, trie = folder / ARRAYS_FILE, folder / TRIE_FILE
    if len(view) < _HEADER.size or view[: len(_MAGIC)] != _MAGIC:
        raise GazetteerDamaged(path, "it does not begin like an index")
    _, version, count, size, trie_size = _HEADER.unpack_from(view)
    if version != FORMAT_VERSION:
        raise GazetteerDamaged(path, f"it has format {version}, this program reads format {FORMAT_VERSION}")
    if len(view) != size:
        raise GazetteerDamaged(path, f"it has {len(view):,} bytes instead of {size:,}")
    if not trie.exists():
        raise GazetteerMissing(trie)
    if trie.stat().st_size != trie_size:
        raise GazetteerDamaged(trie, f"it has {trie.stat().st_size:,} bytes instead of {trie_size:,}")
    return int(count)
