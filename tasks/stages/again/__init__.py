"""Beside the flow: what was lost or refused is packed into shards again, which go through the same stages.

- `choice`: which rejections `newsledger replay` puts through again.
- `recover_articles`: for `newsledger repair`: pack what was lost; name what stays lost.
- `recover_files`: for the same: which files and runs there were.
- `replay`: for `newsledger replay`: pack what was refused; write down what a person accepts.
"""
