"""Killed at a hundred random moments, a practice session loses no confirmed answer."""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime

import pytest

from learner.progress.practising import Round
from learner.progress.session import Session
from learner.progress.store import Store
from tests.ui import sample

RESPONSES = {"w-question-1": 1, "type-word-verein": ("ein",), "word-bank-1": ("Drittel", "Rechnung")}
KILLED = 100


def practise(path, confirmed):
    """Practise rounds without end; each answer is told once it is confirmed."""
    lesson = sample.lesson([sample.CHOICE, sample.TYPED, sample.BANK])
    with Store.open(path) as store:
        number = store.round_of(lesson.uid)[0]
        while True:
            number += 1
            round_ = Round(store, Session(lesson, round_number=number))
            while (item := round_.session.current) is not None:
                round_.answer(RESPONSES[item.id], datetime.now(UTC))
                os.write(confirmed, f"{number} {item.id}\n".encode())


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_hundred_kills_lose_no_confirmed_answer(tmp_path):
    path = tmp_path / "progress.db"
    Store.open(path).close()
    moments = random.Random(7)
    told = set()
    for _ in range(KILLED):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                practise(path, writing)
            finally:
                os._exit(1)
        os.close(writing)
        time.sleep(moments.uniform(0.005, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as lines:
            told |= {tuple(line.split()) for line in lines if line.endswith("\n")}
    with Store.open(path) as store:
        stored = {(str(attempt.round), attempt.item) for attempt in store.attempts()}
    assert len(told) > KILLED
    assert told <= stored
