// The numbers on a page against the tables of kam that it was made of: exactly, digit by digit.
import { readFileSync } from 'node:fs';
import { read } from './tables.mjs';

// Tables of kam-tier and kam-diff without quotes: [{ column: cell }].
function table(file) {
    const [heads, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
        .map((line) => line.split(','));
    return rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
}

// What of EXPECTED, rows of cells of which an undefined one may be any, doesn't stand so in ROWS.
function differences(rows, expected) {
    const found = rows.length === expected.length ? []
        : [`${rows.length} rows, not ${expected.length}`];
    expected.forEach((cells, i) => {
        const row = rows[i] ?? [];
        if (cells.some((cell, at) => cell !== undefined && cell !== row[at]))
            found.push(`row ${i + 1}: ${row.slice(0, cells.length)}, not ${cells}`);
    });
    return found;
}

const named = (name, ...others) => (others.includes(name) ? undefined : name);

function sum(amounts) {
    const cents = amounts.reduce((all, amount) => all + BigInt(amount.replace('.', '')), 0n);
    return `${cents}`.replace(/(..)$/, '.$1');
}

// What each section has for a table of kam; words of a language are left aside.
const sections = {
    pyramid: (rows) => rows.map((row) => [named(row.tier, 'total'), row.customers,
        row.customer_share, row.revenue, row.revenue_share, row.average]),
    bridge: (rows) => rows.map((row) => [undefined, row.customers, row.revenue]),
    flow: (rows) => rows.map(({ tier_from: from, ...cells }) =>
        [named(from, 'split', 'absent', 'total'), ...Object.values(cells)]),
    ninebox: (rows) => [
        ...rows.map((row) => [undefined, undefined, row.class, row.strategy, row.customers,
            row.revenue, row.revenue_share]),
        [undefined, '', '', '', `${rows.reduce((all, row) => all + Number(row.customers), 0)}`,
            sum(rows.map((row) => row.revenue)), '1.000000'],
    ],
};

// The table of SECTION against FILE, whose rows have EXPECTED there.
export async function numbers(page, section, file, expected = sections[section]) {
    const shown = await read(page, section);
    return shown ? differences([...shown.rows, ...shown.totals], expected(table(file)))
        : [`#${section} has no table`];
}
