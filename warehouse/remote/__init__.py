"""A warehouse in a bucket of S3: worked on in a copy on this machine, published by replacing one object.

- `address`: `s3://bucket/prefix`.
- `requests`: requests to the bucket, with failures in words.
- `publication`: the object that names all that is published.
- `lock`: one writer at a time, on whatever machine.
- `copy`: the copy on this machine, and what of it is as in the bucket.
- `pull`: from the bucket into the copy.
- `marts`: the marts under names that stay.
- `push`: from the copy into the bucket.
- `working_copy`: all of this around a command.
"""
