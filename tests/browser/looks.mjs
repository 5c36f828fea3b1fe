// How a page is laid out, measured: the boxes of the labels in its pictures, its width, its colours.

// Labels of a picture neither overlap nor leave it, and can be read: LEAST pixels high. Half a pixel
// is the rounding of two edges.
export function labels(page, least) {
    return page.evaluate((smallest) => {
        const found = [];
        const slack = 0.5;
        const say = (text) => `"${text.textContent.slice(0, 40)}"`;
        for (const svg of document.querySelectorAll('svg')) {
            const where = svg.closest('section')?.id ?? 'page';
            const outer = svg.getBoundingClientRect();
            const boxes = [...svg.querySelectorAll('text')]
                .filter((text) => text.checkVisibility() && text.textContent.trim())
                .map((text) => ({ text, box: text.getBoundingClientRect() }));
            for (const { text, box } of boxes) {
                const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d;
                if (!text.classList.contains('label'))
                    found.push(`${where}: ${say(text)} isn't of class label`);
                if (size < smallest)
                    found.push(`${where}: ${say(text)} is ${size.toFixed(1)} px high`);
                if (box.left < outer.left - slack || box.right > outer.right + slack
                    || box.top < outer.top - slack || box.bottom > outer.bottom + slack)
                    found.push(`${where}: ${say(text)} leaves the picture: ${[box.left - outer.left,
                        box.top - outer.top, box.right - outer.right, box.bottom - outer.bottom]
                        .map((edge) => edge.toFixed(1))}`);
            }
            boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => {
                const wide = Math.min(one.box.right, other.box.right)
                    - Math.max(one.box.left, other.box.left);
                const high = Math.min(one.box.bottom, other.box.bottom)
                    - Math.max(one.box.top, other.box.top);
                if (wide > slack && high > slack)
                    found.push(`${where}: ${say(one.text)} and ${say(other.text)} overlap by `
                        + `${wide.toFixed(1)} x ${high.toFixed(1)} px`);
            }));
        }
        return found;
    }, least);
}

// Labels that are cut: names may be, if they are long, numbers and words of a language never.
export function cuts(page, mayBeLong) {
    return page.evaluate((some) => [...document.querySelectorAll('svg text')]
        .filter(({ textContent: text }) => /(…|\.\.\.)$/.test(text) && !(some && !/\d/.test(text)))
        .map((text) => `${text.closest('section')?.id}: "${text.textContent}" is cut`), mayBeLong);
}

// The page is no wider than the window, all unfolded; what makes it so is named.
export function width(page) {
    return page.evaluate(() => {
        document.querySelectorAll('details').forEach((one) => { one.open = true; });
        if (document.scrollingElement.scrollWidth <= innerWidth)
            return [];
        const clipped = (element) => {
            for (let at = element.parentElement; at; at = at.parentElement)
                if (at !== document.body && at !== document.documentElement
                    && getComputedStyle(at).overflowX !== 'visible')
                    return true;
            return false;
        };
        const wide = [...document.querySelectorAll('body *')]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !clipped(one));
        return [`${document.scrollingElement.scrollWidth} px wide, in a window of ${innerWidth}`,
            ...wide.slice(0, 5).map((one) => `too wide: ${one.outerHTML.slice(0, 100)}`)];
    });
}

// The contrast of every label with what lies below its middle (axe-core leaves SVG aside): 4.5.
export function contrast(page) {
    return page.evaluate(() => {
        const found = [];
        const parse = (colour) => {
            const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
            return { red, green, blue, alpha };
        };
        const mix = (under, over) => {
            const one = (name) => under[name] * (1 - over.alpha) + over[name] * over.alpha;
            return { red: one('red'), green: one('green'), blue: one('blue'), alpha: 1 };
        };
        const light = ({ red, green, blue }) => {
            const [r, g, b] = [red, green, blue].map((part) => part / 255)
                .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paint = (element) => {
            const style = getComputedStyle(element);
            if (!element.ownerSVGElement)
                return parse(style.backgroundColor);
            if (element.localName === 'text' || element.localName === 'tspan' || style.fill === 'none')
                return { alpha: 0, red: 0, green: 0, blue: 0 };
            const colour = parse(style.fill);
            return { ...colour, alpha: colour.alpha * style.fillOpacity * style.opacity };
        };
        document.adoptedStyleSheets = [new CSSStyleSheet()];
        document.adoptedStyleSheets[0].replaceSync('svg * { pointer-events: visiblePainted !important }');
        for (const text of document.querySelectorAll('svg text')) {
            if (!text.checkVisibility())
                continue;
            text.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = text.getBoundingClientRect();
            const below = document
                .elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2).reverse();
            const ground = below.map(paint).reduce(mix, { red: 255, green: 255, blue: 255, alpha: 1 });
            const own = getComputedStyle(text);
            const ink = parse(own.fill);
            const [a, b] = [light(mix(ground, { ...ink, alpha: ink.alpha * own.fillOpacity * own.opacity })),
                light(ground)];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5)
                found.push(`${text.closest('section')?.id}: "${text.textContent}": contrast `
                    + `${ratio.toFixed(2)}, ${own.fill}`);
        }
        document.adoptedStyleSheets = [];
        return found;
    });
}

// On paper: no navigation, nothing folded away, no dark ground. To be asked under print media.
export function paper(page) {
    return page.evaluate(() => {
        const found = [];
        for (const nav of document.querySelectorAll('nav, input, search'))
            if (nav.checkVisibility())
                found.push(`printed: ${nav.outerHTML.slice(0, 80)}`);
        for (const table of document.querySelectorAll('table'))
            if (!table.checkVisibility({ contentVisibilityAuto: true })
                || table.getBoundingClientRect().height === 0)
                found.push(`folded away: ${table.caption?.textContent}`);
        for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) {
            const [red, green, blue, alpha = 1] =
                getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number);
            if (alpha > 0.5 && red + green + blue < 3 * 128 && element.checkVisibility())
                found.push(`dark: ${element.outerHTML.slice(0, 80)}`);
        }
        return found;
    });
}
