"""What several processes gain, and what the flow costs: `python -m benchmarks.engines`.

- `processes`: what the processes of a command use.
- `__main__`: the command.
"""
