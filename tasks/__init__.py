"""The stages of the pipeline, one file each, and the pure code below them: formats, extractors, resolvers.

- `sources`: where raw news comes from, and why a file is refused.
- `languages`: which language a text is in, and what of it is read as English.
- `formats`: what a kind of news file looks like, one file a format.
- `extractors`: what is found in one text, one package a kind of fact.
- `resolvers`: what is known only across an article or across all of them.
- `engines`: where work is done: here, in other processes, on a cluster.
- `work`: what is done there.
- `settings`: what the user writes beside the warehouse.
- `freshness`: what is new, changed or stale, and by which version.
- `stages`: the steps of the flow, in its order.
"""
