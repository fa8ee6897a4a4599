"""The folder of a warehouse: its parts, who may write, and what goes wrong there.

- `errors`: one class for each thing that a caller does about it.
- `files`: files replaced whole, failures in words.
- `layout`: where the parts lie.
- `lock`: one writer at a time.
- `preparation`: what the folder must be like.
"""
