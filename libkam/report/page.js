'use strict';
// Tables are sorted by their headers and filtered by what is typed. The page is complete without.
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});

  // Rows by a column; empty cells come last in both directions.
  const order = (column, direction) => (a, b) => {
    const [x, y] = [a.cells[column], b.cells[column]];
    const missing = !x.textContent - !y.textContent;
    const numbers = x.dataset.value && y.dataset.value;
    const difference = numbers
      ? x.dataset.value - y.dataset.value
      : collator.compare(x.textContent, y.textContent);
    return missing || direction * difference;
  };

  // The first click puts the largest number or the first name on top, a third one all as it was.
  const next = (head) => {
    const steps = ['ascending', 'descending'];
    if (head.classList.contains('number')) steps.reverse();
    return [...steps, null][steps.indexOf(head.getAttribute('aria-sort')) + 1];
  };

  const makeSortable = (table) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.classList.contains('line')) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.title = document.body.dataset.sort;
      button.append(...head.childNodes);
      button.addEventListener('click', () => {
        const way = next(head);
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        if (way) head.setAttribute('aria-sort', way);
        const sorted = [...rows];
        if (way) sorted.sort(order(column, way === 'ascending' ? 1 : -1));
        body.append(...sorted);
      });
      head.append(button);
    });
  };

  const makeFilter = (filter) => {
    const rows = [...filter.nextElementSibling.querySelector('tbody').rows];
    const input = filter.querySelector('input');
    const count = filter.querySelector('output');
    const fold = (text) => text.normalize('NFKC').toLowerCase();
    input.addEventListener('input', () => {
      const wanted = fold(input.value.trim());
      rows.forEach((row) => { row.hidden = !fold(row.textContent).includes(wanted); });
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted ? `${shown} / ${rows.length}` : '';
    });
    filter.hidden = false;
  };

  document.querySelectorAll('table.sorts').forEach((table) => {
    if (table.tBodies[0].rows.length > 1) makeSortable(table);
  });
  document.querySelectorAll('p.filter').forEach(makeFilter);
})();
