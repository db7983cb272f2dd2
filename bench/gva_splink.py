"""splink on what Dateline compares of the reports' main events, for the table of `bench.gva`.

In: the profiles of one main event of each report, and a part of the truth to set the threshold on. Out: the cluster of
each report. splink (the extra `bench`) estimates its weights without labels by expectation maximisation; its clusters
are the connected components of pairs above a threshold, the one of THRESHOLDS with the best pairs F1 on that part.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow
import splink.comparison_library as compare
from bench.agreement import pairwise
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from dateline.resolve.block import NAMED, VERY_RARE
from dateline.resolve.profile import Batch, Profile

THRESHOLDS = (0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999)
SETTINGS = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="document",
    comparisons=[
        compare.AbsoluteDateDifferenceAtThresholds(
            "day", input_is_string=True, metrics=["day", "day", "day"], thresholds=[1, 3, 30]
        ),
        compare.AbsoluteDateDifferenceAtThresholds(
            "published", input_is_string=True, metrics=["day", "day", "day"], thresholds=[1, 7, 60]
        ),
        compare.ExactMatch("town").configure(term_frequency_adjustments=True),
        compare.ExactMatch("killed"),
        compare.ExactMatch("injured"),
        compare.ArrayIntersectAtSizes("names", [6, 4, 2, 1]),
        compare.ArrayIntersectAtSizes("words", [2, 1]),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("day", "town"),
        block_on("names", arrays_to_explode=["names"]),
        block_on("words", arrays_to_explode=["words"]),
    ],
)


def splinked(profiles: Sequence[Profile], lot: Batch, tune: Mapping[str, str]) -> dict[str, Hashable]:
    """Each report's cluster; `tune` are the incidents of the reports on which the threshold may be set."""
    rows = pyarrow.Table.from_pylist([_row(one, lot) for one in profiles])
    linker = Linker(DuckDBAPI().register(rows), SETTINGS, log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("day", "town"), block_on("published", "killed", "injured")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    scored = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    tried = [_clusters(linker, scored, threshold) for threshold in THRESHOLDS]
    return max(tried, key=lambda found: pairwise(_all(found, tune), tune)[2])


def _clusters(linker: Linker, scored: Any, threshold: float) -> dict[str, Hashable]:
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(
        scored, threshold_match_probability=threshold
    )
    return {row["document"]: row["cluster_id"] for row in found.as_record_list()}


def _all(found: Mapping[str, Hashable], truth: Mapping[str, str]) -> dict[str, Hashable]:
    return {document: found.get(document, document) for document in truth}


def _row(one: Profile, lot: Batch) -> dict[str, Any]:
    return {
        "document": one.report.document,
        "day": date.fromordinal(one.first).isoformat() if one.first and one.days == 1 else None,
        "published": date.fromordinal(one.published).isoformat() if one.published else None,
        "town": one.fine[0].name if one.fine else None,
        "killed": one.killed.low if one.killed else None,
        "injured": one.injured.low if one.injured else None,
        "names": sorted(w for w in one.names if 2 <= lot.name_rarity.count(w) <= NAMED),
        "words": sorted(w for w in one.text if 2 <= lot.text_rarity.count(w) <= VERY_RARE),
    }
