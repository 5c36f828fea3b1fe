// What has to be on a page: its sections, in order, with headings; names that lead somewhere; and
// nothing that came in by a hostile name. Each check gives the list of what it found wrong.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SECTIONS = [
    'pyramid', 'lorenz', 'top', 'flagged', 'flow', 'bridge', 'movers', 'ninebox', 'risks', 'rules',
];
const PICTURES = ['pyramid', 'lorenz', 'flow', 'bridge', 'ninebox'];

// All of WANTED, in order, each with a heading and something below it; PRESENT are those that lack
// nothing: they have a table, and a picture where there is one; the others say what they lack.
export function sections(page, present, wanted = SECTIONS) {
    return page.evaluate(([names, pictures, here]) => {
        const found = [];
        const places = names.map((name) => document.getElementById(name));
        names.forEach((name, i) => {
            const section = places[i];
            if (!section)
                return found.push(`no #${name}`);
            if (!section.querySelector('h2, h3')?.textContent.trim())
                found.push(`#${name} has no heading`);
            if (!section.textContent.replace(section.querySelector('h2, h3')?.textContent, '').trim())
                found.push(`#${name} is empty`);
            if (here.includes(name) && !section.querySelector('table'))
                found.push(`#${name} has no table`);
            if (here.includes(name) && section.querySelector('.lack'))
                found.push(`#${name} lacks something: ${section.querySelector('.lack').textContent}`);
            if (!here.includes(name) && !section.querySelector('.lack, .note'))
                found.push(`#${name} doesn't say what it lacks`);
            if (here.includes(name) && pictures.includes(name) && !section.querySelector('svg'))
                found.push(`#${name} has no picture`);
        });
        const there = places.filter(Boolean);
        for (let i = 1; i < there.length; i++)
            if (!(there[i - 1].compareDocumentPosition(there[i]) & Node.DOCUMENT_POSITION_FOLLOWING))
                found.push(`#${there[i].id} stands before #${there[i - 1].id}`);
        return found;
    }, [wanted, PICTURES, present]);
}

// Ids are there once; links lead to them; pictures have a title and a description; LANG is said.
export function names(page, lang) {
    return page.evaluate((wanted) => {
        const found = [];
        const seen = new Set();
        if (!document.documentElement.lang.startsWith(wanted))
            found.push(`lang="${document.documentElement.lang}", not ${wanted}`);
        for (const { id } of document.querySelectorAll('[id]')) {
            if (seen.has(id))
                found.push(`two elements have the id ${id}`);
            seen.add(id);
        }
        for (const link of document.querySelectorAll('a[href^="#"]'))
            if (!seen.has(decodeURIComponent(link.getAttribute('href').slice(1))))
                found.push(`nothing is at ${link.getAttribute('href')}`);
        for (const svg of document.querySelectorAll('svg[role=img]')) {
            const title = svg.querySelector(':scope > title');
            const described = svg.querySelector(':scope > desc');
            const ids = svg.getAttribute('aria-labelledby')?.split(' ') ?? [];
            if (!title?.textContent.trim())
                found.push(`a picture has no title: ${svg.outerHTML.slice(0, 120)}`);
            if (svg.querySelector('text') && !described?.textContent.trim())
                found.push(`the picture "${title?.textContent}" has no description`);
            if (described && !(ids.includes(title?.id) && ids.includes(described.id)))
                found.push(`the picture "${title?.textContent}" isn't labelled by what it has`);
        }
        let level = 0;
        for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
            const next = Number(heading.tagName[1]);
            if (next > level + 1)
                found.push(`h${next} below h${level}: ${heading.textContent}`);
            level = next;
        }
        return found;
    }, lang);
}

// No script but its own, no handler, no address elsewhere, no control of direction in any text.
export function harmless(page) {
    return page.evaluate(() => {
        const found = [];
        if (document.scripts.length > 1)
            found.push(`${document.scripts.length} scripts`);
        if (document.querySelector('iframe, object, embed, base, form, link, img, video, audio'))
            found.push('an element that loads, sends or redirects');
        for (const element of document.querySelectorAll('*'))
            for (const { name, value } of element.attributes) {
                if (name.startsWith('on'))
                    found.push(`a handler: ${name}="${value.slice(0, 80)}"`);
                if (['href', 'src', 'xlink:href', 'action'].includes(name) && /^\s*(\/\/|[a-z-]+:)/i.test(value))
                    found.push(`an address: ${name}="${value.slice(0, 80)}"`);
            }
        const text = document.documentElement.outerHTML;
        const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
        if (at >= 0)
            found.push(`a control character, U+${text.charCodeAt(at).toString(16)}: `
                + JSON.stringify(text.slice(at - 30, at + 30)));
        return found;
    });
}

// Links to other pages lead to files beside FILE, the page.
export async function links(page, file) {
    const wanted = await page.evaluate(() => [...document.querySelectorAll('a:not([href^="#"])')]
        .map((link) => link.getAttribute('href')));
    return wanted.filter((href) => !existsSync(join(dirname(file), decodeURIComponent(href))))
        .map((href) => `no such file: ${href}`);
}

// What a reader has of the page, to be compared: rows and pictures by section, all text.
function contents(page, wanted) {
    return page.evaluate((ids) => ids.map((id) => {
        const section = document.getElementById(id);
        const count = (selector) => section.querySelectorAll(selector).length;
        if (!section)
            return `${id}: none`;
        return `${id}: ${count('tr')} rows, ${count('svg')} pictures, `
            + `${count('svg *')} shapes, ${section.checkVisibility() ? 'shown' : 'hidden'}`;
    }), wanted);
}

// The same with script and without, of the sections WANTED.
export async function complete(page, bare, wanted = SECTIONS) {
    const [all, without] = [await contents(page, wanted), await contents(bare, wanted)];
    return without.filter((line, i) => line !== all[i] || line.endsWith('hidden'))
        .map((line) => `without script: ${line}`);
}

// Each of TEXTS is shown as it is.
export function shows(page, texts) {
    return page.evaluate((wanted) => {
        const text = document.body.textContent;
        return wanted.filter((one) => !text.includes(one)).map((one) => `not shown: ${one}`);
    }, texts);
}
