-- `described` holds an empty table of each mart's query, of which DuckDB says the columns and their types.
SELECT
    columns.table_name || '.' || columns.column_name AS column_id,
    columns.table_name AS mart,
    columns.column_name,
    columns.column_index AS position,
    columns.data_type AS type,
    columns.column_name = marts.key_column AS is_key,
    meanings.links_to,
    meanings.meaning
FROM duckdb_columns() AS columns
JOIN described.marts AS marts ON marts.mart = columns.table_name
LEFT JOIN described.meanings AS meanings
    ON meanings.mart = columns.table_name AND meanings.column_name = columns.column_name
WHERE columns.database_name = current_database() AND columns.schema_name = 'described'
