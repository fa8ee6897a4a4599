"""What the explorer's pages show, as rows: each list is one query, which is also what its export writes.

- `corrected`: an article or a fact with the corrections of now.
- `current`: the marts with the corrections of now.
- `listing`: a query with its parameters, a page of its rows, and all of them as a file.
- `lists`: the lists: articles, figures, entities, claims, rejections.
- `gate`: the one statement of a user's own that may run, and within which limits.
- `overview`: what a warehouse holds, at a glance.
- `sources`: one outlet or story.
- `claim`: one claim with its statements and pairs.
"""
