// Keyboard: "/" finds, "g" and a letter goes, "j" and "k" step through a list, Esc closes. Copying. Times that count up by themselves.
(() => {
  const typing = (target) => target.closest('input, textarea, select, [contenteditable]');
  let going = 0;

  const go = (letter) => {
    const link = [...document.querySelectorAll('[data-go]')].find((item) => item.dataset.go === letter);
    if (link) location.assign(link.href);
    return Boolean(link);
  };

  const close = () => {
    document.querySelectorAll('details.more[open], details.confirm[open]').forEach((details) => details.removeAttribute('open'));
    document.activeElement?.blur();
  };

  // From row to row of a list; Enter opens, as it is a link that has the focus.
  const step = (by) => {
    const links = [...document.querySelectorAll('main table.grid tbody :is(td.name, td.what) a')];
    const here = links.indexOf(document.activeElement);
    const next = links[here < 0 && by < 0 ? links.length - 1 : here + by];
    next?.focus();
    return Boolean(next);
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return close();
    if (typing(event.target)) return;
    const box = document.querySelector('[data-find]');
    if (event.key === '/' && box) {
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
    if (event.key === 'j' || event.key === 'k') {
      if (step(event.key === 'j' ? 1 : -1)) event.preventDefault();
      return;
    }
    if (event.key === 'g') {
      going = Date.now();
      return;
    }
    if (Date.now() - going < 1500 && go(event.key)) event.preventDefault();
    going = 0;
  });

  // The box above a list's boxes.
  document.addEventListener('change', (event) => {
    if (!event.target.matches('[data-pick-all]')) return;
    event.target.closest('table').querySelectorAll('td.pick input').forEach((box) => { box.checked = event.target.checked; });
  });

  const copyText = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = Object.assign(document.createElement('textarea'), { value: text, className: 'visually-hidden' });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    await copyText(document.getElementById(button.dataset.copy).textContent.trim());
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });

  // As the server writes durations: the two units that matter most.
  const french = document.documentElement.lang === 'fr';
  const day = french ? 'j' : 'd';
  const pair = (seconds, large, largeUnit, small, smallUnit) => {
    const rest = Math.floor((seconds % large) / small);
    return `${Math.floor(seconds / large)}\u202f${largeUnit}${rest && seconds < 10 * 86400 ? ` ${rest}\u202f${smallUnit}` : ''}`;
  };
  const span = (seconds) => {
    if (seconds < 60) return `${Math.floor(seconds)}\u202fs`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)}\u202fmin`;
    return seconds < 86400 ? pair(seconds, 3600, 'h', 60, 'min') : pair(seconds, 86400, day, 3600, 'h');
  };
  const passed = (since) => span(Math.max(0, Date.now() / 1000 - Number(since)));
  const tick = () => {
    document.querySelectorAll('[data-ago]').forEach((element) => {
      element.textContent = french ? `il y a ${passed(element.dataset.ago)}` : `${passed(element.dataset.ago)} ago`;
    });
    document.querySelectorAll('[data-lasting]').forEach((element) => { element.textContent = passed(element.dataset.lasting); });
  };
  setInterval(() => { if (!document.hidden) tick(); }, 1000);

  // What a visitor typed goes back into the address as typed, without the fields that say nothing.
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'get') return;
    event.target.querySelectorAll('input, select').forEach((field) => { field.disabled = field.value === ''; });
  });
  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') return;
    for (const [name, value] of Object.entries(event.detail.parameters)) if (value === '') delete event.detail.parameters[name];
  });
})();
