// Screenshots of report pages, to be looked at:
//
//     node shots.mjs DIRECTORY PAGE.html...
//
// of each page in DIRECTORY: PAGE-light.png and PAGE-dark.png, 1280 px wide, PAGE-narrow.png and
// PAGE-narrow-dark.png, 390 px wide, PAGE-colours.png with forced colours, PAGE-print.png as printed;
// of each section PAGE-light-SECTION.png and the like, for a closer look; and PAGE.pdf, on A4.
// KAM_BUILD and KAM_CHROMIUM are those of check.mjs.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launch, NARROW, openTab, resize, WIDE } from './browser.mjs';
import { SECTIONS } from './structure.mjs';

const PAPER = 794; // A4, in pixels of CSS

const shots = {
    light: [WIDE, {}],
    dark: [WIDE, { colorScheme: 'dark' }],
    narrow: [NARROW, {}],
    'narrow-dark': [NARROW, { colorScheme: 'dark' }],
    colours: [WIDE, { forcedColors: 'active' }],
    print: [PAPER, { media: 'print' }],
};

async function shoot(tab, file, directory) {
    const name = join(directory, basename(file, '.html'));
    for (const [shot, [width, media]] of Object.entries(shots)) {
        await tab.show(file);
        await resize(tab.page, width);
        await tab.page.emulateMedia({ forcedColors: 'none', ...media });
        await tab.page.screenshot({ path: `${name}-${shot}.png`, fullPage: true });
        for (const section of SECTIONS)
            if (await tab.page.locator(`#${section}`).count())
                await tab.page.locator(`#${section}`)
                    .screenshot({ path: `${name}-${shot}-${section}.png` });
    }
    await tab.page.pdf({ path: `${name}.pdf`, format: 'A4' });
}

const [directory, ...files] = process.argv.slice(2);
const browser = await launch();
try {
    const tab = await openTab(browser);
    mkdirSync(directory, { recursive: true });
    for (const file of files)
        await shoot(tab, file, directory);
} finally {
    await browser.close();
}
