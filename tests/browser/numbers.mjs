// The numbers on a page against the tables of kam that it was made of: exactly, digit by digit.
import { readFileSync } from 'node:fs';
import { read } from './tables.mjs';

// Tables of kam-tier and kam-diff without quotes: [{ column: cell }].
function table(file) {
    const [heads, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
        .map((line) => line.split(','));
    return rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
}

// Numbers are equal if their digits are: 0.2623060 is 0.262306.
function plain(value) {
    return /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value;
}

// What of EXPECTED, [[name, cells...]], doesn't stand so in ROWS, cells of which the first names
// the row where `named`.
function differences(rows, expected) {
    const found = rows.length === expected.length ? []
        : [`${rows.length} rows, not ${expected.length}`];
    expected.forEach((cells, i) => {
        const row = rows[i]?.map(plain) ?? [];
        const wanted = cells.map((cell) => cell && plain(cell));
        if (wanted.some((cell, at) => cell !== undefined && cell !== row[at]))
            found.push(`row ${i + 1}: ${row.slice(0, cells.length)}, not ${wanted}`);
    });
    return found;
}

// What the rows of each section have, of a row of the table of kam: an undefined cell may be any.
const sections = {
    pyramid: (row) => [row.tier === 'total' ? undefined : row.tier, row.customers,
        row.customer_share, row.revenue, row.revenue_share, row.average],
    bridge: (row) => [undefined, row.customers, row.revenue],
};

// The table of SECTION against FILE, a row of which is CELLS there.
export async function numbers(page, section, file, cells = sections[section]) {
    const shown = await read(page, section);
    return shown ? differences([...shown.rows, ...shown.totals], table(file).map(cells))
        : [`#${section} has no table`];
}
