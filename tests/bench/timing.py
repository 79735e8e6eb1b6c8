"""Commands measured side by side: interleaved, so that a busy machine slows both alike."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

Command = Sequence[str]


class Run(NamedTuple):
    """One run of a command.

    Attributes:
        seconds: Of the processor, in the program and in the system, with all its children; a busy
            machine changes it less than what a clock on the wall shows.
        waited: Seconds by that clock.
        peak_mib: The most memory that it, or one of its children, held.
    """

    seconds: float
    waited: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Job:
    """What is measured: commands one after the other.

    Attributes:
        commands: Each with its arguments; their seconds are added.
        prepare: Called before each run, unmeasured.
        folder: Where they are run; `None` for the current one.
        environment: `None` for the same as ours.
    """

    commands: Sequence[Command]
    prepare: Callable[[], object] = lambda: None
    folder: str | None = None
    environment: Mapping[str, str] | None = None


def run_job(job: Job) -> Run:
    """Prepare *job* and run it to its end, with its output thrown away.

    Raises:
        RuntimeError: A command failed, so its time would mean nothing.
    """
    job.prepare()
    runs = [_run(command, job) for command in job.commands]
    return Run(
        sum(run.seconds for run in runs),
        sum(run.waited for run in runs),
        max(run.peak_mib for run in runs),
    )


def _run(command: Command, job: Job) -> Run:
    # Users have the compiled modules; without them we would measure Python's compiler.
    variables = os.environ if job.environment is None else job.environment
    environment = {k: v for k, v in variables.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=job.folder,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    waited = time.perf_counter() - began
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {errors.decode(errors='replace')}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(usage.ru_utime + usage.ru_stime, waited, usage.ru_maxrss / unit)


def interleaved(jobs: Mapping[str, Job], rounds: int, warm_up: int = 1) -> dict[str, Run]:
    """Return the medians of each job, after *warm_up* and then *rounds* turns of all."""
    runs: dict[str, list[Run]] = {name: [] for name in jobs}
    for turn in range(warm_up + rounds):
        for name, job in jobs.items():
            run = run_job(job)
            if turn >= warm_up:
                runs[name].append(run)
    return {name: Run(*map(median, zip(*done, strict=True))) for name, done in runs.items()}
