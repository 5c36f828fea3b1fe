// The tables of a page: what they say, exactly, and whether they can be sorted and filtered.

// The table of SECTION: { heads, rows, totals }, each cell its plain value where it has one. Totals
// are the rows of tfoot.
export function read(page, section) {
    return page.evaluate((id) => {
        const table = document.getElementById(id)?.querySelector('table');
        const cells = (row) =>
            [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent.trim());
        if (!table)
            return null;
        return {
            heads: [...table.tHead.rows].at(-1) ? cells([...table.tHead.rows].at(-1)) : [],
            rows: [...table.tBodies].flatMap((body) => [...body.rows].map(cells)),
            totals: [...(table.tFoot?.rows ?? [])].map(cells),
        };
    }, section);
}

// Cells without a value stand anywhere.
function ascends(values) {
    const filled = values.filter((value) => value !== '').map(Number);
    return filled.every((value, i) => i === 0 || filled[i - 1] <= value);
}

// Click the header of COLUMN; what all headers say of the order then.
async function clickHead(page, section, column) {
    const heads = page.locator(`#${section} thead tr:last-child > *`);
    const button = heads.nth(column).locator('button');
    await (await button.count() ? button : heads.nth(column)).click();
    return heads.evaluateAll((all) => all.map((head) => head.getAttribute('aria-sort') ?? 'none'));
}

// Clicking the header of each column of numbers sorts by it, again turns it around; aria-sort says
// so, of that column alone; totals stay.
export async function sorting(page, section) {
    const found = [];
    const before = await read(page, section);
    if (!before || before.rows.length < 2)
        return [`#${section} has nothing to sort`];
    const numeric = await page.evaluate((id) =>
        [...document.getElementById(id).querySelector('tbody tr').cells]
            .map((cell) => cell.dataset.value !== undefined), section);
    const columns = numeric.flatMap((is, i) => (is ? [i] : [])).slice(0, 3);
    if (columns.length === 0)
        found.push('no column of numbers');
    for (const column of columns)
        await sortTwice(page, section, before, column, found);
    return found;
}

async function sortTwice(page, section, before, column, found) {
    const first = await sortOnce(page, section, before, column, found);
    const second = await sortOnce(page, section, before, column, found);
    if (first === second)
        found.push(`column ${before.heads[column]}: clicked twice, still ${first}`);
}

async function sortOnce(page, section, before, column, found) {
    const name = `column ${before.heads[column]}`;
    const way = await clickHead(page, section, column);
    const after = await read(page, section);
    const values = after.rows.map((row) => row[column]);
    if (!['ascending', 'descending'].includes(way[column]))
        found.push(`${name}: aria-sort is ${way[column]}`);
    if (way.some((one, i) => i !== column && one !== 'none'))
        found.push(`${name}: aria-sort of another column, too: ${way}`);
    if (!ascends(way[column] === 'descending' ? values.toReversed() : values))
        found.push(`${name}: ${way[column]}, but not in order: ${values.slice(0, 8)}`);
    if (String([...after.rows].sort()) !== String([...before.rows].sort()))
        found.push(`${name}: other rows than before`);
    if (String(after.totals) !== String(before.totals))
        found.push(`${name}: other totals than before`);
    return way[column];
}

// What is typed above a table leaves the rows that have it, whatever its case.
export async function filtering(page, section) {
    const input = page.locator(`#${section} input`).first();
    const shown = () => page.evaluate((id) =>
        [...document.getElementById(id).querySelectorAll('tbody tr')]
            .filter((row) => row.checkVisibility()).map((row) => row.textContent), section);
    if (await input.count() === 0)
        return [`#${section} has no filter`];
    const all = await shown();
    const wanted = await page.evaluate((id) =>
        document.getElementById(id).querySelector('tbody tr bdi').textContent, section);
    const found = [];
    await input.fill(wanted.toLowerCase());
    const some = await shown();
    const expected = all.filter((text) => text.toLowerCase().includes(wanted.toLowerCase()));
    if (String(some) !== String(expected))
        found.push(`"${wanted}": ${some.length} of ${all.length} rows, not ${expected.length}`);
    await input.fill('nothing is called so');
    if ((await shown()).length > 0)
        found.push('rows without what is wanted are shown');
    await input.fill('');
    if ((await shown()).length !== all.length)
        found.push('not all rows come back');
    return found;
}
