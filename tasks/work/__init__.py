"""What workers do: jobs on parts of a shard, which know neither Prefect nor Great Expectations.

- `garbage`: how often Python looks for what only refers to itself.
- `agreement`: a worker reads by the same rules as whoever gives it the work.
- `stretches`: a part of a shard: some of its articles, one after the other.
- `extraction`: the facts of a stretch.
- `verification`: the facts of stored articles, found again and compared.
- `preloading`, `loaded`: what is loaded once for all workers.
"""
