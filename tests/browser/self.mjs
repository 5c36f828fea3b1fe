// The checks themselves, on a small page: it passes, and each of its mutations fails the check that
// is there for it, so that no check is one that can't fail.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible } from './accessible.mjs';
import { NARROW, resize } from './browser.mjs';
import { contrast, cuts, labels, paper, width } from './looks.mjs';
import { numbers } from './numbers.mjs';
import { complete, harmless, links, names, sections, shows } from './structure.mjs';
import { filtering, sorting } from './tables.mjs';

const THERE = ['pyramid', 'top'];
const SUMMARY = `tier,customers,revenue
important,2,1000.50
ordinary,10,99.00
total,12,1099.50
`;

// Each check: what it gives for an opened page.
const checks = {
    silent: ({ findings }) => findings,
    sections: ({ page }) => sections(page, THERE, THERE),
    names: ({ page }) => names(page, 'en'),
    harmless: ({ page }) => harmless(page),
    links: ({ page, file }) => links(page, file),
    shows: ({ page }) => shows(page, ['1,099.50', 'ordinary']),
    labels: ({ page }) => labels(page, 9),
    cuts: ({ page }) => cuts(page, false),
    cutNumbers: ({ page }) => cuts(page, true),
    contrast: ({ page }) => contrast(page),
    width: ({ page }) => width(page),
    axe: ({ page }) => accessible(page),
    sorting: ({ page }) => sorting(page, 'top'),
    filtering: ({ page }) => filtering(page, 'top'),
    numbers: ({ page, summary }) => numbers(page, 'pyramid', summary, (rows) =>
        rows.map((row) => [row.tier, row.customers, row.revenue])),
    async dark({ page }) {
        await page.emulateMedia({ colorScheme: 'dark' });
        return [...await contrast(page), ...await accessible(page, 'colours')];
    },
    async paper({ page }) {
        await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
        return paper(page);
    },
    async bare({ page, bare, file }) {
        await bare.show(file);
        return complete(page, bare.page, THERE);
    },
};

// Which check finds what, when what of the page is replaced by what.
const mutations = [
    ['silent', /console error: oh/, '<script>', '<script>console.error("oh");'],
    ['silent', /console warning: oh/, '<script>', '<script>console.warn("oh");'],
    ['silent', /script: nothing/, '<script>', '<script>setTimeout(() => nothing());'],
    ['silent', /dialog: 1/, '</main>', '<script>alert(1)</script></main>'],
    ['silent', /request: http:\/\/127.0.0.1\/x.png/, '</main>',
        '<img alt="" src="http://127.0.0.1/x.png"></main>'],
    ['silent', /request: .*near\.css/, '</head>', '<link rel="stylesheet" href="near.css"></head>'],
    ['sections', /no #pyramid/, 'id="pyramid"', 'id="other"'],
    ['sections', /no heading/, /<h3>.*<\/h3>/, ''],
    ['sections', /before #pyramid/, /(<section id="pyramid"[^]*?<\/section>)([^]*)(<\/main>)/, '$2$1$3'],
    ['sections', /no table/, /<table>[^]*<\/table>/, '<p>none</p>'],
    ['sections', /#top lacks something/, '<p><label>', '<p class="lack">rank</p><p><label>'],
    ['sections', /no picture/, /<svg[^]*<\/svg>/, ''],
    ['names', /not en/, 'lang="en"', 'lang="fr"'],
    ['names', /two elements/, '<main>', '<main id="pyramid">'],
    ['names', /nothing is at #there/, '<li>First', '<li><a href="#there">First</a>'],
    ['names', /no title/, /<title id.*<\/title>/, ''],
    ['names', /no description/, /<desc.*<\/desc>/, ''],
    ['names', /isn't labelled/, 'pyramid-title pyramid-desc', 'pyramid-title'],
    ['names', /h4 below h2/, '<h3>The pyramid</h3>', '<h4>The pyramid</h4>'],
    ['harmless', /2 scripts/, '</main>', '<script></script></main>'],
    ['harmless', /a handler: onload/, '<svg ', '<svg onload="" '],
    ['harmless', /an address: href="javascript:/, '<li>First', '<li><a href="javascript:1">First</a>'],
    ['harmless', /loads/, '</main>', '<img alt="" src="data:,"></main>'],
    ['harmless', /U\+202e/, 'important</text>', '\u202Eimportant</text>'],
    ['links', /nowhere.html/, '<li>First', '<li><a href="nowhere.html">First</a>'],
    ['shows', /not shown: 1,099.50/, '>1,099.50<', '>1099.50<'],
    ['labels', /overlap by/, 'y="45"', 'y="30"'],
    ['labels', /leaves the picture/, 'x="10" y="45"', 'x="420" y="45"'],
    ['labels', /isn't of class/, 'class="label" x="10" y="45"', 'x="10" y="45"'],
    ['labels', /px high/, '.label { font-size: 14px', '.label { font-size: 6px'],
    ['cuts', /"impor…" is cut/, 'important</text>', 'impor…</text>'],
    ['cutNumbers', /"1,000,…" is cut/, 'important</text>', '1,000,…</text>'],
    ['contrast', /contrast 1\./, '.label { font-size: 14px; fill: #222', '.label { font-size: 14px; fill: #ddd'],
    ['contrast', /contrast 1\.\d\d/, 'x="10" y="20"', 'x="220" y="20" style="fill: #235"'],
    ['width', /too wide: <p/, '</main>', '<p style="width: 500px">wide</p></main>'],
    ['axe', /color-contrast/, 'color: #222;', 'color: #bbb;'],
    ['axe', /button-name/, '</main>', '<button type="button"></button></main>'],
    ['dark', /color-contrast/, 'color: #eee; background', 'color: #333; background'],
    ['dark', /contrast 1/, '  .label { fill: #eee', '  .label { fill: #222'],
    ['sorting', /not in order/, 'Number(a) - Number(b) ||', ''],
    ['sorting', /aria-sort is none/, "head.setAttribute('aria-sort', up ?", "((...x) => x)('', up ?"],
    ['sorting', /of another column/, 'for (const other', 'for (const other of []) for (const other'],
    ['sorting', /other totals/, 'button.onclick = () => {', 'button.onclick = () => { table.tFoot.append(table.insertRow());'],
    ['sorting', /other rows/, '.append(row)', '.append(row, row.cloneNode(true))'],
    ['sorting', /clicked twice/, "!== 'ascending'", "!== 'other'"],
    ['filtering', /rows, not/, 'includes(', 'startsWith('],
    ['filtering', /are shown/, 'row.hidden =', 'row.title ='],
    ['filtering', /no filter/, /<input[^>]*>/, ''],
    ['paper', /printed: <nav/, 'nav, input { display: none }', ''],
    ['paper', /folded away/, /details::details-content.*\n/, ''],
    ['paper', /dark: /, 'body { color: #000; background: #fff }', ''],
    ['bare', /without script: pyramid/, '<section id="pyramid"', '<section hidden id="pyramid"'],
    ['numbers', /row 1: /, 'data-value="1000.50"', 'data-value="1000.5001"'],
    ['numbers', /2 rows, not 3/, /<tfoot>.*<\/tfoot>/, ''],
];

async function apply(tab, bare, check, html, directory) {
    const file = join(directory, 'page.html');
    const summary = join(directory, 'summary.csv');
    writeFileSync(file, html);
    writeFileSync(summary, SUMMARY);
    await tab.show(file);
    await resize(tab.page, NARROW);
    return checks[check]({ ...tab, bare, file, summary });
}

async function checkMutations(html, found, report) {
    for (const check of Object.keys(checks))
        await report(`${check} finds nothing on a good page`, () => found(check, html));
    for (const [check, finding, from, to] of mutations)
        await report(`${check} finds ${finding.source}`, async () => {
            const mutated = html.replace(from, to);
            const findings = await found(check, mutated);
            return mutated !== html && findings.some((one) => finding.test(one)) ? []
                : [`not found, but: ${findings}`];
        });
}

export async function checkChecks(tab, bare, report) {
    const html = readFileSync(new URL('fixture.html', import.meta.url), 'utf8');
    const directory = mkdtempSync(join(tmpdir(), 'kam-browser-'));
    try {
        await checkMutations(html, (...what) => apply(tab, bare, ...what, directory), report);
    } finally {
        rmSync(directory, { recursive: true });
    }
}
