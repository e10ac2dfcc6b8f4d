"""The seed articles are there, and exactly as they came."""

import hashlib
from datetime import date

import pytest

from dashboard.articles.seeds import seeds
from dashboard.errors import SeedMissing
from dashboard.settings import shipped

SEED_SHA256 = "8ec430d7cdbbe1edcdfc62d4100c1422b0c0c0b500aecc2643eb5b42eef4ad38"


def test_the_first_seed_is_the_visit_to_iraq():
    seed = seeds()[0]
    assert seed.title == "Iranian President Arrives in Next-Door Iraq in 1st Official Visit Abroad"
    assert (seed.id, seed.published, seed.published_source) == (
        "000_fdca1fdfc1e6f9c2",
        date(2024, 9, 11),
        "metadata",
    )
    assert seed.text.startswith(seed.title)


def test_the_seed_is_kept_byte_for_byte():
    data = (shipped("seeds") / "000_fdca1fdfc1e6f9c2.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SEED_SHA256
    assert seeds()[0].text.encode() == data


def test_without_the_list_it_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("GAZETTE_SEEDS", str(tmp_path))
    with pytest.raises(SeedMissing, match=r"No seed article 'seeds\.toml' in "):
        seeds()


def test_without_a_file_of_the_list_it_is_told(monkeypatch, tmp_path):
    (tmp_path / "seeds.toml").write_text(
        '[[seed]]\nfile = "goma.txt"\ntitle = "Goma"\nsource = "nobody"\npublished = 2024-09-11\n'
    )
    monkeypatch.setenv("GAZETTE_SEEDS", str(tmp_path))
    with pytest.raises(SeedMissing, match=r"No seed article 'goma\.txt' in "):
        seeds()
