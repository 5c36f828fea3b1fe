// The tests of report pages in a browser, as TAP:
//
//     node check.mjs [--self] PLAN.json...
//
// --self checks the checks: that each finds what it is there for.
//
// A plan is a list of pages:
//
//     { "page": "report.html", "lang": "en",
//       "index": true,                 a page of links, without sections
//       "present": ["pyramid", ...],   sections that lack nothing; missing: all
//       "shows": ["<script>"],         texts that stand on it as they are
//       "closely": true,               also without script, dark, printed, sorted and filtered
//       "long": true,                  names are so long that they may be cut
//       "numbers": { "pyramid": "summary.csv" } }
//
// KAM_BUILD is the build directory, KAM_CHROMIUM the browser if it isn't /usr/bin/chromium.
import { readFileSync } from 'node:fs';
import { accessible } from './accessible.mjs';
import { launch, NARROW, openTab, resize, WIDE } from './browser.mjs';
import { contrast, cuts, labels, paper, width } from './looks.mjs';
import { numbers } from './numbers.mjs';
import { checkChecks } from './self.mjs';
import { complete, harmless, links, names, SECTIONS, sections, shows } from './structure.mjs';
import { filtering, sorting } from './tables.mjs';

const LEAST = 9; // pixels that a label is high
const MOST_SAID = 12;

let count = 0;
let failed = 0;

// Report what CHECK, which gives a list, finds; one that can't be made is a finding, too.
async function report(what, check) {
    const findings = await Promise.resolve().then(check).catch(({ message }) => [message]);
    const bad = findings.length > 0;
    count++;
    failed += bad;
    console.log(`${bad ? 'not ok' : 'ok'} ${count} - ${what.replaceAll('#', '')}`);
    for (const finding of findings.slice(0, MOST_SAID))
        console.log(`# ${finding.replaceAll('\n', ' ')}`);
    if (findings.length > MOST_SAID)
        console.log(`# and ${findings.length - MOST_SAID} more`);
}

async function checkStructure(page, plan) {
    if (!plan.index)
        await report(`${plan.page}: sections`, () => sections(page, plan.present ?? SECTIONS));
    await report(`${plan.page}: links`, () => links(page, plan.page));
    await report(`${plan.page}: ids, titles, headings`, () => names(page, plan.lang));
    await report(`${plan.page}: nothing hostile`, () => harmless(page));
    if (plan.shows)
        await report(`${plan.page}: names as they are`, () => shows(page, plan.shows));
    for (const [section, file] of Object.entries(plan.numbers ?? {}))
        await report(`${plan.page}: numbers of ${section}`, () => numbers(page, section, file));
}

async function checkLooks(page, plan) {
    for (const pixels of [WIDE, NARROW]) {
        await resize(page, pixels);
        await report(`${plan.page}: labels at ${pixels} px`, () => labels(page, LEAST));
        await report(`${plan.page}: width at ${pixels} px`, () => width(page));
    }
    await resize(page, WIDE);
    await report(`${plan.page}: labels that are cut`, () => cuts(page, plan.long));
}

async function checkColours(page, plan) {
    for (const colorScheme of plan.closely ? ['light', 'dark'] : ['light']) {
        await page.emulateMedia({ colorScheme });
        await report(`${plan.page}: axe-core, ${colorScheme}`, () =>
            accessible(page, colorScheme === 'light' ? 'all' : 'colours'));
        await report(`${plan.page}: contrast in pictures, ${colorScheme}`, () => contrast(page));
    }
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await report(`${plan.page}: on paper`, () => paper(page));
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
}

async function checkUse(tab, bare, plan) {
    await report(`${plan.page}: sorting`, () => sorting(tab.page, 'top'));
    await report(`${plan.page}: filtering`, () => filtering(tab.page, 'top'));
    await report(`${plan.page}: without script`, async () => {
        await bare.show(plan.page);
        return complete(tab.page, bare.page);
    });
}

async function checkPage(tab, bare, plan) {
    await tab.show(plan.page);
    await checkStructure(tab.page, plan);
    await checkLooks(tab.page, plan);
    await checkColours(tab.page, plan);
    if (plan.closely)
        await checkUse(tab, bare, plan);
    await report(`${plan.page}: silent, and alone`, () => tab.findings);
}

async function checkAll(browser, wanted) {
    const tab = await openTab(browser);
    const bare = await openTab(browser, { javaScriptEnabled: false });
    for (const one of wanted)
        if (one === '--self')
            await checkChecks(tab, bare, report);
        else
            for (const plan of JSON.parse(readFileSync(one, 'utf8')))
                await checkPage(tab, bare, plan);
}

const browser = await launch();
try {
    await checkAll(browser, process.argv.slice(2));
    console.log(`1..${count}`);
} finally {
    await browser.close();
}
process.exitCode = failed > 0 ? 1 : 0;
