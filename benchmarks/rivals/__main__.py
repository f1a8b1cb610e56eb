"""Compare ltsched with Timefold and with planning by hand: ``python -m benchmarks.rivals [REVIEW…]``; see README.md."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path

from benchmarks.asked import SHIPPED
from benchmarks.rivals.compare import Row, Ways, compare, contradictions
from benchmarks.rivals.tables import row_lines, summary_lines
from benchmarks.rivals.timefold import SEARCHES, Timefold, Unavailable
from benchmarks.run import SCENARIOS, limit
from ltsched import InvalidReview

INSTANCES = Path(__file__).parents[1] / "instances"


def folder_of(name: str) -> Path | None:
    """Return the folder of a scenario, of an instance of these benchmarks, or at a path; None if there is none."""
    for folder in (SCENARIOS / name, INSTANCES / name, Path(name)):
        if (folder / "review.toml").is_file():
            return folder
    return None


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.rivals", description="Compare ltsched with Timefold and with planning by hand."
    )
    parser.add_argument(
        "reviews",
        nargs="*",
        default=SHIPPED,
        metavar="REVIEW",
        help="a scenario, an instance, or a folder (all shipped)",
    )
    parser.add_argument(
        "--factor", type=limit, nargs="+", default=[1.0, 10.0], metavar="N", help="Timefold has N times our time (1 10)"
    )
    parser.add_argument("--most", type=limit, default=120.0, metavar="SECONDS", help="but never more than this (120)")
    parser.add_argument("--time-limit", type=limit, default=120.0, metavar="SECONDS", help="for ltsched (120)")
    parser.add_argument(
        "--search", choices=SEARCHES, nargs="+", default=SEARCHES, help="of Timefold, the best counts (both)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for both (0)")
    parser.add_argument("--no-timefold", action="store_true", help="compare with planning by hand alone")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    asked = parser.parse_args()
    if unknown := [name for name in asked.reviews if folder_of(name) is None]:
        parser.error(f"no scenario, no instance and no folder with a review.toml: {', '.join(unknown)}")
    return asked


def main() -> int:
    """Compare what was asked for; 1 if somebody found what ltsched calls impossible, 2 if Timefold cannot be run."""
    asked = arguments()
    rows: list[Row] = []
    wrong: list[str] = []
    with contextlib.ExitStack() as stack:
        try:
            timefold = None if asked.no_timefold else stack.enter_context(Timefold())
            ways = Ways(timefold, sorted(asked.factor), asked.most, asked.time_limit, asked.search, asked.seed)
            for name in asked.reviews:
                folder = folder_of(name)
                assert folder is not None
                rows.append(compare(folder, ways))
                wrong += contradictions(rows[-1])
                if not asked.json:
                    print(*row_lines(rows[-1]), "", sep="\n", flush=True)
        except (InvalidReview, Unavailable) as error:
            print(error, file=sys.stderr)
            if isinstance(error, Unavailable):
                print("Without Timefold: --no-timefold", file=sys.stderr)
            return 2
    if asked.json:
        print(json.dumps([row.as_dict() for row in rows], indent=2))
    else:
        print(*summary_lines(rows), sep="\n")
    for text in wrong:
        print(f"Contradiction: {text}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
