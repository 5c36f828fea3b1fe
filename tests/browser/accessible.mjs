// What axe-core has to say of a page: findings of impact serious or critical.
import { axe } from './browser.mjs';

export async function accessible(page) {
    if (!await page.evaluate(() => 'axe' in window))
        await page.evaluate(axe);
    const violations = await page.evaluate(() =>
        window.axe.run(document, { resultTypes: ['violations'], elementRef: false })
            .then((result) => result.violations.map(({ id, impact, nodes }) => ({
                id, impact, count: nodes.length, html: nodes[0].html, why: nodes[0].failureSummary,
            }))));
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, count, html, why }) =>
            `${id} (${count}): ${html.slice(0, 120)}: ${why.replace(/\s+/g, ' ')}`);
}
