"""The stages of the pipeline, one file each, and the pure code below them: formats, extractors, resolvers."""
