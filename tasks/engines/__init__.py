"""Where work is done: in this process, in others beside it, or on a cluster; whoever gives it sees no difference.

- `engine`: what an engine is, and what it is given.
- `local`: in this process.
- `worker`: one process beside this one, which does one part of a job after the other.
- `aside`: the same for work that is not done in parts, where the ledger is large.
- `processes`: as many of them as there are cores.
- `remote`: what engines of clusters have in common.
- `on_dask`, `on_ray`: clusters of Dask and Ray, which are extras.
- `ahead`: a job mapped over its parts, in their order; what is lost is done again, what kills is found and left out.
- `choice`: which engine it is.
"""
