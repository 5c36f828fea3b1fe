// Runs files of SQL in DuckDB, one after another in one database in memory.
//
//     node duckdb.mjs [NAME=VALUE]... FILE.sql...
//
// ${NAME} in them stands for VALUE. Node finds @duckdb/node-api beside this file or in NODE_PATH.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const values = new Map();

for (const argument of process.argv.slice(2)) {
    const setting = /^([A-Z_]+)=(.*)$/.exec(argument);
    if (setting) {
        values.set(setting[1], setting[2]);
        continue;
    }
    const sql = readFileSync(argument, 'utf8').replace(/\$\{([A-Z_]+)\}/g, (whole, name) => {
        if (!values.has(name)) throw new Error(`${argument}: ${whole} has no value`);
        return values.get(name).replaceAll("'", "''");
    });
    await connection.run(sql);
}
