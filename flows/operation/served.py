"""The deployments of `prefect.yaml` in one process: Prefect's runner starts each run in a process of its own."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread

import yaml
from prefect.client.schemas.objects import ConcurrencyLimitConfig
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.schedules import Cron

from flows.operation.watching import watch_inbox
from warehouse.remote.address import is_remote

DEPLOYMENTS = Path(__file__).parents[2] / "prefect.yaml"
INBOX = "inbox"
"""Name of the parameter of the deployment that reads an inbox."""


class PoliteRunner(Runner):
    """A runner that ends on SIGTERM as it does on Ctrl-C: schedules paused, runs stopped, no warnings on the way."""

    async def work(self) -> None:
        """Run what is due, until SIGTERM or Ctrl-C, which end it with CancelledError."""
        working = asyncio.create_task(self.start())
        self.end = partial(asyncio.get_running_loop().call_soon_threadsafe, working.cancel)
        await working

    def handle_sigterm(self, *_: object) -> None:
        """Do what Ctrl-C does, but not by its signal: what a script starts in the background ignores that."""
        self.end()


def deployments_for(inbox: str, *, warehouse: str) -> list[RunnerDeployment]:
    """Read the deployments, with this inbox and warehouse in place of those in the file, wherever they are run."""
    given = {
        INBOX: str(Path(inbox).absolute()),
        "warehouse": warehouse if is_remote(warehouse) else str(Path(warehouse).absolute()),
    }
    listed = yaml.safe_load(DEPLOYMENTS.read_text(encoding="utf-8"))["deployments"]
    return [
        RunnerDeployment.from_entrypoint(
            deployed["entrypoint"],
            deployed["name"],
            schedules=[Cron(each["cron"], timezone=each["timezone"]) for each in deployed["schedules"]],
            parameters={name: given.get(name, value) for name, value in deployed["parameters"].items()},
            description=deployed["description"],
            tags=deployed["tags"],
            concurrency_limit=ConcurrencyLimitConfig(**deployed["concurrency_limit"]),
        )
        for deployed in listed
    ]


def serve_until_told(deployments: Sequence[RunnerDeployment], *, is_watching: bool) -> None:
    """Run what is due until SIGTERM or Ctrl-C, one run at a time: all of them write, or read, one warehouse.

    Whoever watches has a run start for what arrives in the inbox, too.
    """
    runner = PoliteRunner(name="newsledger", limit=1, pause_on_shutdown=True)
    with ExitStack() as at_the_end, suppress(KeyboardInterrupt, asyncio.CancelledError):
        for deployment in deployments:
            runner.add_deployment(deployment)
            if is_watching and INBOX in deployment.parameters:
                at_the_end.enter_context(watched(deployment.parameters[INBOX], deployment.full_name))
        asyncio.run(runner.work())


@contextmanager
def watched(folder: str, deployment_name: str) -> Iterator[None]:
    """Watch a folder beside what is done within the block."""
    stop = Event()
    thread = Thread(target=watch_inbox, args=(folder,), kwargs={"deployment_name": deployment_name, "stop": stop})
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
