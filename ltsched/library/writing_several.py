"""The files of what comes of several plans: a comparison, a sweep, trade-offs."""

from __future__ import annotations

from collections.abc import Collection

from ltsched.domain.comparison import Comparison
from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.domain.sweep import Sweep
from ltsched.errors import WrongUse
from ltsched.files.disk.write_files import Files
from ltsched.files.results.comparison_file import COMPARISON_FILE, comparison_json
from ltsched.files.results.tradeoffs_file import TRADEOFFS_FILE, tradeoffs_json
from ltsched.report.charts.comparison_chart import comparison_chart
from ltsched.report.charts.drawing import Picture, pictures_of
from ltsched.report.charts.tradeoffs_chart import tradeoffs_chart
from ltsched.report.workbook.comparison_csv import comparison_csv
from ltsched.report.workbook.comparison_xlsx import comparison_xlsx
from ltsched.report.workbook.sweep_tables import sweep_csv, sweep_xlsx
from ltsched.solve.result import Result

__all__ = ["files_of_several"]


def files_of_several(result: Result | Comparison | Sweep | Tradeoffs, pictures: Collection[Picture]) -> Files:
    """Return the files of `result`, with its chart in the forms of `pictures`.

    Raises
    ------
    WrongUse
        There is nothing to write, or there are `pictures` of anything but a comparison or trade-offs.
    """
    match result:
        case Comparison():
            return {
                "comparison.csv": comparison_csv(result),
                "comparison.xlsx": comparison_xlsx(result),
                COMPARISON_FILE: comparison_json(result).encode(),
                **pictures_of({"comparison": lambda: comparison_chart(result)}, pictures),
            }
        case Tradeoffs() if result.frontiers:
            return {
                TRADEOFFS_FILE: tradeoffs_json(result).encode(),
                **pictures_of({"tradeoffs": lambda: tradeoffs_chart(result)}, pictures),
            }
        case _ if pictures:
            raise WrongUse("only a comparison or trade-offs are written with pictures")
        case Sweep():
            return {"sweep.csv": sweep_csv(result.points), "sweep.xlsx": sweep_xlsx(result.points, result.review)}
    raise WrongUse(f"the result is {result.status}: there is no timetable to write")
