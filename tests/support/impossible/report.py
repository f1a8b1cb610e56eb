"""Explain all cases, and say what is wrong: ``python -m tests.support.impossible.report [NAME …]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.support.impossible.cases import CASES
from tests.support.impossible.checking import Explained, by_hand_faults, case_faults, faults, shown, tell

__all__ = ["main"]

MOST_SECONDS = 10.0


def main(names: list[str]) -> int:
    """Report on the cases of which the names hold one of `names`, on all for none; return how many have faults."""
    folder = Path(tempfile.mkdtemp(prefix="impossible-"))
    wrong, times = 0, []
    for case in CASES:
        if names and not any(name in case.name for name in names):
            continue
        begun = time.process_time()
        try:
            found = Explained.of(case.folder().write(folder / case.name))
            times.append((found.seconds, case.name))
            own = [*case_faults(case, found), *faults(found), *by_hand_faults(case, found, found.path)]
            if found.seconds > MOST_SECONDS:
                own.append(f"it took {found.seconds:.1f} s")
            lines = list(shown(found)) if own or names else []
        except Exception:  # whatever is wrong with one, the others are looked at
            own, lines = [traceback.format_exc()], []
        wrong += bool(own)
        last = f"{times[-1][0]:.1f} s" if times and times[-1][1] == case.name else "no answer"
        tell(f"{case.name}: {last} ({time.process_time() - begun:.1f} s with looking), {len(own)} faults")
        for line in (*(f"  ! {fault}" for fault in own), *(f"    {line}" for line in lines)):
            tell(line)
    for seconds, name in sorted(times, reverse=True)[:10]:
        tell(f"{seconds:6.1f} s to explain {name}")
    tell(f"{wrong} of {len(times)} with faults")
    shutil.rmtree(folder)
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
