SELECT mart, kind, key_column, meaning
FROM described.marts
