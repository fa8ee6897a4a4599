// Counts rows and columns of a Parquet file and adds a column up: `node hyparquet.mjs FOLDER_OF_MODULES FILE COLUMN`.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, path, column] = process.argv.slice(2);
const entry = createRequire(`${modules}/package.json`).resolve("hyparquet");
const { asyncBufferFromFile, parquetReadObjects } = await import(pathToFileURL(entry).href);
const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
const total = rows.reduce((sum, row) => sum + Number(row[column]), 0);
console.log(JSON.stringify([rows.length, Object.keys(rows[0]).length, total]));
