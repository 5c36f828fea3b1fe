// One browser for all checks, and tabs of it that are watched: whatever a page says on its console,
// asks of the network or throws is kept, and no request but the one for the page gets out.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const build = process.env.KAM_BUILD ?? 'build';
const require = createRequire(join(build, 'browser', 'package.json'));
const { chromium } = require('playwright-core');

// The source of axe-core, to be run in a page.
export const axe = require('axe-core').source;

export const WIDE = 1280;
export const NARROW = 390;

export function launch() {
    return chromium.launch({
        executablePath: process.env.KAM_CHROMIUM ?? '/usr/bin/chromium',
        args: process.getuid() === 0 ? ['--no-sandbox'] : [],
        timeout: 120000,
    });
}

function watch(page, tab) {
    page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
            tab.findings.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => tab.findings.push(`script: ${error.message}`));
    page.on('dialog', (dialog) => {
        tab.findings.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
    });
    return page.route('**/*', (route) => {
        const wanted = route.request().url();
        if (wanted === tab.url)
            return route.continue();
        tab.findings.push(`request: ${wanted}`);
        return route.abort();
    });
}

// A tab of BROWSER: its page shows what was last given to show(), by default in the light and
// WIDE; its findings grow until the next show(). OPTIONS are those of a context: javaScriptEnabled.
export async function openTab(browser, options = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const tab = { page, url: '', findings: [], close: () => context.close() };
    page.setDefaultTimeout(30000);
    await watch(page, tab);
    tab.show = async (file) => {
        tab.findings = [];
        tab.url = pathToFileURL(file).href;
        await page.setViewportSize({ width: WIDE, height: 900 });
        await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
        await page.goto(tab.url, { waitUntil: 'load' });
    };
    return tab;
}

// As wide as WIDTH, and laid out so.
export async function resize(page, width) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
}
