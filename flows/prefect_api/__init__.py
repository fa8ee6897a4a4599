"""The Prefect API that flows report to: a server of the user's, or one of our own that ends with us.

- `settings`: no account, nothing sent anywhere, the state in the warehouse's folder.
- `tethered`: a module that ends with whoever started it.
- `server`: Prefect servers of our own, for one machine or one command.
- `api`: the API of one command, started while all else is loaded; its failures in words.
"""
