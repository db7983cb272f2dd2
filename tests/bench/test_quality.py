"""The one table says why a set has no figures."""

from __future__ import annotations

from pathlib import Path

from bench.quality import SETS, GoldSet, built, figures


def test_a_set_without_a_module_is_not_built(tmp_path: Path) -> None:
    gold = GoldSet("ours", "", "bench.no_such_measure")
    assert not built(gold)
    assert list(figures(tmp_path, (gold,), None)) == [(gold, [])]


def test_a_set_without_files_has_no_figures(tmp_path: Path) -> None:
    chosen = tuple(s for s in SETS if s.folder and built(s))
    for gold in chosen:
        (tmp_path / gold.folder).mkdir()
    assert [found for _, found in figures(tmp_path, chosen, None)] == [[] for _ in chosen]
