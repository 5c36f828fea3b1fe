// What axe-core has to say of a page: findings of impact serious or critical. What is folded away
// is looked at, too. RULES: 'all', or 'colours' alone, where the rest has been looked at before.
import { axe } from './browser.mjs';

export async function accessible(page, rules = 'all') {
    if (!await page.evaluate(() => 'axe' in window))
        await page.evaluate(axe);
    const violations = await page.evaluate(async (runOnly) => {
        const folded = [...document.querySelectorAll('details:not([open])')];
        folded.forEach((one) => { one.open = true; });
        const result = await window.axe.run(document, { resultTypes: ['violations'], ...runOnly });
        folded.forEach((one) => { one.open = false; });
        return result.violations.map(({ id, impact, nodes }) => ({
            id, impact, count: nodes.length, html: nodes[0].html, why: nodes[0].failureSummary,
        }));
    }, rules === 'all' ? {} : { runOnly: ['color-contrast'] });
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, count, html, why }) =>
            `${id} (${count}): ${html.slice(0, 120)}: ${why.replace(/\s+/g, ' ')}`);
}
