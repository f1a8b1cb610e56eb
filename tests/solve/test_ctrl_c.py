"""Ctrl-C while a review is planned."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.run import Runner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends a process there")


@pytest.fixture(autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """Whoever runs tests in the background may have told them to ignore the signal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def runner() -> Runner:
    return Runner(time.monotonic() + 60)


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_between_two_runs_is_a_wish_to_end() -> None:
    """Nothing is raised, so what has been found so far is kept."""
    own = runner()
    with ctrl_c_ends(own):
        press()
        press()
    assert own.interrupted
    assert own.stopped


def test_the_third_ctrl_c_waits_for_nothing() -> None:
    """Whoever presses on does not want the best so far."""
    with ctrl_c_ends(runner()):
        press()
        press()
        with pytest.raises(KeyboardInterrupt):
            press()


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    """The handler lives as long as the planning."""
    with ctrl_c_ends(runner()):
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_handler_of_another_program_is_left_alone() -> None:
    """ltsched may be a library in a program that has its own idea of Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ctrl_c_ends(runner()):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_off_the_main_thread_nothing_is_changed() -> None:
    """Only the main thread may set a handler."""
    said: list[bool] = []

    def work() -> None:
        with ctrl_c_ends(runner()):
            said.append(signal.getsignal(signal.SIGINT) is signal.default_int_handler)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert said == [True]
