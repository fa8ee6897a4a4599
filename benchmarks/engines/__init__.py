"""What several processes gain, and what the flow costs: `python -m benchmarks.engines`.

- `bare`: what the extractors take alone, in one process and in several at once.
- `processes`: what the processes of a command use.
- `__main__`: the command.
"""
