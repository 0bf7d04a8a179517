// Links, filters and accounts work without this. It lights both ends of what the pointer or the focus is on, finds,
// and gives keys: j and k go through the events in the order of time, / finds, Esc shows all again.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const find = document.getElementById('find');
  // What belongs to an event names it: words in the text, the event in both charts, its account, its row.
  const parts = all('[data-e]').map((el) => ({ el, ids: el.dataset.e.split(' ') }));
  document.documentElement.classList.add('js');

  let lit = '';
  let last = '';
  const light = ({ target, type }) => {
    const now = target.closest?.('[data-e]')?.dataset.e ?? '';
    const on = now.split(' ');
    if (now && type === 'focusin') last = on[0];
    if (now !== lit) for (const { el, ids } of parts) el.classList.toggle('on', ids.some((id) => on.includes(id)));
    lit = now;
  };
  document.addEventListener('pointerover', light);
  document.addEventListener('focusin', light);

  // The events of the chart that is shown, without those that are filtered out or not found.
  const links = () => all('a.ev:not(.miss)').filter((a) => a.checkVisibility({ visibilityProperty: true }));
  const go = (link) => {
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'center' });
    // Beside the text, which has its own scrolling, its words come into view too.
    const words = document.getElementById(link.getAttribute('href').slice(1));
    if (matchMedia('(min-width:1180px)').matches) words?.scrollIntoView({ block: 'center' });
  };
  const step = (by) => {
    const list = links();
    const at = list.findIndex((a) => a.dataset.e === last);
    go(list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)]);
  };

  const accounts = all('.why [data-e]').map((li) => [li.dataset.e, li.textContent.toLowerCase()]);
  const search = () => {
    const words = find.value.trim().toLowerCase();
    const hits = accounts.filter(([, told]) => told.includes(words)).map(([id]) => id);
    for (const { el, ids } of parts) el.classList.toggle('miss', !ids.some((id) => hits.includes(id)));
    document.getElementById('found').textContent = words && `${hits.length} of ${accounts.length}`;
  };
  find.addEventListener('input', search);

  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key === 'Escape') {
      find.value = '';
      search();
      document.activeElement.blur();
      for (const box of all('.filters input')) box.checked = true;
      if (location.hash) location.hash = '-';
    }
    if (key === 'Enter' && target === find) go(links()[0]);
    if (event.ctrlKey || event.metaKey || event.altKey || target === find) return;
    if (key === 'j') step(1);
    if (key === 'k') step(-1);
    if (key === '/') {
      event.preventDefault();
      find.focus();
    }
  });
})();
