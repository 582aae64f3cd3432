// The script of a page: it searches, filters, sorts and shows what the digest says beside a paper. Without it everything
// can be read. Lines that are a comment, and the space before a line, are left out of what is written. No sign of
// less-than and no ampersand may stand here: readers of XML and of HTML take them for different things.
(() => {
  const all = (query, node = document) => [...node.querySelectorAll(query)];
  const named = id => document.getElementById(id);
  const [bar, field, topic, month, order, count] = ['bar', 'find', 'topic', 'month', 'order', 'count'].map(named);
  const boxes = all('.t,.d,section'), entries = all('[id^=e],.p'), cards = all('.p');
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let collator = new Intl.Collator();
  // A language tag that browsers do not know is refused.
  try { collator = new Intl.Collator(document.documentElement.lang, {numeric: true}) } catch { collator = new Intl.Collator('en', {numeric: true}) }

  // What an entry says, made when somebody first searches.
  let texts, was;
  const textOf = entry => plain((entry.matches('.t') ? entry.firstElementChild : entry).textContent);
  const trees = all('.t').filter(tree => !tree.parentElement.closest('.t'));
  const label = tree => tree.firstElementChild.firstElementChild.textContent;
  const choices = (select, values) => values.forEach(value => select.add(new Option(value[0], value[1])));
  choices(topic, [...new Set(trees.map(label))].map(name => [name, name]));
  choices(month, all('.d').map(box => [box.firstElementChild.firstElementChild.textContent, box.id]));
  month.hidden = !all('.d').length;
  topic.hidden = !trees.length;
  if (order) order.hidden = false;

  const filter = () => {
    const words = plain(field.value).split(/\s+/).filter(word => word);
    const branches = topic.value ? trees.filter(tree => label(tree) === topic.value) : null;
    const box = month.value ? named(month.value) : null;
    const active = words.length > 0 || branches || box;
    if (active) was = was || new Map(boxes.map(box => [box, box.open]));
    for (const node of [...boxes, ...entries]) node.hidden = !!active;
    count.textContent = '';
    if (!active) {
      if (was) was.forEach((open, box) => { if ('open' in box) box.open = open });
      was = null;
      return;
    }
    texts = texts || new Map(entries.map(entry => [entry, textOf(entry)]));
    const papers = new Set(branches ? branches.flatMap(tree => all('a[href^="#ref"]', tree).map(link => link.hash)) : []);
    const names = entry => papers.has('#' + entry.id) || all('a', entry).some(link => papers.has(link.hash));
    const inTopic = entry => !branches || (entry.closest('.t') ? branches.some(tree => tree.contains(entry)) : names(entry));
    const inMonth = entry => !box || box.contains(entry) || all('.w a', entry).some(link => box.contains(named(link.hash.slice(1))));
    const seen = new Set();
    const show = node => {
      for (; node; node = node.parentElement) {
        if (seen.has(node)) return;
        seen.add(node);
        node.hidden = false;
        if (node.tagName === 'DETAILS') node.open = true;
      }
    };
    for (const entry of entries) {
      if (!words.every(word => texts.get(entry).includes(word))) continue;
      if (!inTopic(entry) || !inMonth(entry)) continue;
      show(entry);
      // A topic that fits shows all of its branch.
      if (entry.matches('.t')) all('[id^=e]', entry).forEach(show);
    }
    const shown = cards.filter(card => !card.hidden).length;
    count.textContent = seen.size ? shown + ' / ' + cards.length : count.dataset.none;
  };
  let timer;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(filter, 150) });
  topic.addEventListener('change', filter);
  month.addEventListener('change', filter);
  const fold = open => boxes.forEach(box => { if ('open' in box) box.open = open });
  named('fold').addEventListener('click', () => fold(false));
  named('unfold').addEventListener('click', () => fold(true));

  const textIn = (node, query) => (node.querySelector(query) || {textContent: ''}).textContent;
  const places = new Map(cards.map((card, place) => [card, place]));
  if (order) order.addEventListener('change', () => {
    const rules = {
      title: (a, b) => collator.compare(textIn(a, 'h3'), textIn(b, 'h3')),
      date: (a, b) => collator.compare(textIn(b, 'time'), textIn(a, 'time')),
      named: (a, b) => all('.w a', b).length - all('.w a', a).length,
    };
    const rule = rules[order.value] || (() => 0);
    const list = cards[0].parentElement;
    list.append(...[...cards].sort((a, b) => rule(a, b) || places.get(a) - places.get(b)));
  });

  for (const table of all('.h')) {
    const body = table.tBodies[0], heads = all('thead th', table);
    heads.forEach((head, column) => {
      if (!body || !head.textContent.trim() || head.querySelector('a')) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const up = head.ariaSort !== 'ascending';
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        const key = row => (row.cells[column] || row).textContent.trim();
        body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) * collator.compare(key(a), key(b))));
      });
    });
  }

  // What the digest says of a paper stands once in the page, and here a second time when somebody looks.
  const quote = link => {
    const place = named(link.hash.slice(1));
    if (!place || !place.id.startsWith('e')) return;
    const quote = document.createElement('blockquote');
    const copy = (place.matches('.t') ? place.firstElementChild.firstElementChild : place).cloneNode(true);
    for (const node of all('[id]', copy)) node.removeAttribute('id');
    if (copy.tagName === 'TR') {
      for (const cell of copy.cells) {
        const line = document.createElement('p');
        line.append(...cell.childNodes);
        quote.append(line);
      }
    } else if (copy.tagName === 'LI') quote.append(...copy.childNodes);
    else quote.append(copy);
    link.after(quote);
  };
  document.addEventListener('toggle', event => {
    const list = event.target;
    if (!list.matches('.w') || !list.open || list.querySelector('blockquote')) return;
    all('a', list).forEach(quote);
  }, true);

  const reveal = () => {
    const place = named(location.hash.slice(1));
    if (!place) return;
    if (place.closest('[hidden]')) { field.value = topic.value = month.value = ''; filter() }
    for (let node = place; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    all('.w', place).forEach(list => { if (place.matches('.p')) list.open = true });
    place.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  // Folded text is printed, too.
  let folded = [];
  addEventListener('beforeprint', () => { folded = all('details:not([open])'); folded.forEach(box => { box.open = true }) });
  addEventListener('afterprint', () => folded.forEach(box => { box.open = false }));
  bar.hidden = false;
  reveal();
})();
