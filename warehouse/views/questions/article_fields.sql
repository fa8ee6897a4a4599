-- One row per article and thing that its file states of it beside the columns of `articles`: place, section, page, URL.
SELECT article_id, unnest(json_keys(fields)) AS name, json_extract_string(fields, '$."' || name || '"') AS value
FROM articles
WHERE fields IS NOT NULL
