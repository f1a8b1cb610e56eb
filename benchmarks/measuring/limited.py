"""Run a module that ends by itself on Ctrl-C, and give it that after so much work: no busy machine makes it less."""

from __future__ import annotations

import json
import runpy
import signal
import sys
from types import FrameType

__all__ = ["main"]

AGAIN_SECONDS = 0.1
"""An exception is lost where it arises in what the interpreter calls by itself, say while a module is imported."""


def main() -> None:
    """Run ``python -m benchmarks.measuring.limited SECONDS MODULE ARGUMENT…``; the seconds are of processor time.

    What the interpreter has used up before this counts as well. Without a clock of that kind, on Windows, there is no
    limit here.
    """
    seconds, module, *arguments = sys.argv[1:]
    if hasattr(signal, "setitimer"):
        # A shell has what it runs in the background ignore Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGPROF, _interrupt)
        signal.setitimer(signal.ITIMER_PROF, float(seconds), AGAIN_SECONDS)
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except KeyboardInterrupt:  # Before there was anything that it could end.
        _no_more()
        print(json.dumps({"status": "unknown"}))


def _interrupt(number: int, frame: FrameType | None) -> None:
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        _no_more()  # a handler of the module's own hears it, and a second time would mean to give up
    signal.raise_signal(signal.SIGINT)


def _no_more() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    main()
