"""Newswire in markup: each story's parts are elements of their own.

- `markup`: elements of SGML and XML.
- `reuters`: the SGML of Reuters-21578.
"""
