"""Runs that nobody watches: flows for Prefect's deployments, which `prefect.yaml` lists with their schedules.

- `attempts`: waiting for a warehouse that another run holds, trying again after a failure that may pass.
- `forms`: the parameters of the flows, as Prefect's page asks for them.
- `inbox`: files that have been dealt with are moved away.
- `on_page`: progress and rejections on Prefect's page.
- `quietness`: a worker's log without stacks of the engine and lists of leaked objects.
- `deployed`: the flows themselves; each ends in a state that says in words what it did, or why it could not.
- `watching`: a run as soon as files arrive.
- `served`: the deployments in one process, without a pool.
- `serve`: `newsledger serve`.
"""
