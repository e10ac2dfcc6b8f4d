import re
from pathlib import Path

from dashboard.events.types import event_types
from dashboard.maps.assets import STATIC
from dashboard.views import look

PALETTE = (STATIC / "palette.css").read_text(encoding="utf-8")
SHEETS = [
    Path(look.__file__).with_name("look.css"),
    Path(look.__file__).parent / "reader" / "reader.css",
    Path(look.__file__).parent / "candidates" / "candidates.css",
    STATIC / "map.css",
]


def test_every_type_has_its_colour_its_letter_and_its_shape() -> None:
    for kind in event_types().values():
        assert f"--t-{kind.key}:" in PALETTE
        assert kind.shape in look.CUT or kind.shape == "small ring"
        assert len(kind.letter) == (kind.key != "background")


def test_no_sheet_knows_a_colour_of_its_own() -> None:
    for sheet in SHEETS:
        text = re.sub(r"@media print.*", "", sheet.read_text(encoding="utf-8"))
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", text) == [], sheet.name


def test_no_sheet_uses_generated_class_names_or_fetches() -> None:
    for sheet in SHEETS:
        assert not re.search(r"emotion-cache|e1aouyeq|url\(|@import", sheet.read_text(encoding="utf-8")), sheet.name
