// One event stream a page. Small changes come as HTML for an element's id; after a big change the page is fetched
// again, compressed. A hidden page listens to nothing.
(() => {
  const LONGEST_WAIT = 60_000;
  let stream = null;
  let wait = 2_000;
  let timer = 0;

  const region = () => document.querySelector('[data-live]');

  const replace = (html) => {
    const parsed = new DOMParser().parseFromString(`<table>${html}</table>`, 'text/html');
    const fresh = parsed.querySelector('[id]');
    const old = fresh && document.getElementById(fresh.id);
    if (!old || old.contains(document.activeElement) && document.activeElement !== document.body && old.matches('form')) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.replaceWith(document.adoptNode(fresh));
    justNow();
    if (focused) document.getElementById(focused)?.focus();
  };

  const justNow = () => document.querySelectorAll('[data-updated]').forEach((element) => { element.dataset.ago = Date.now() / 1000; });

  // Whoever is about to confirm, selects or writes something is not interrupted.
  const busy = (target) =>
    target.querySelector('details[open], .pick input:checked') || [...target.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue);

  const again = () => {
    const target = region();
    if (target && busy(target)) timer = setTimeout(again, 3_000);
    else if (target) htmx.ajax('GET', location.href, { target: `#${target.id}`, select: `#${target.id}`, swap: 'outerHTML' });
  };

  const close = () => {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  };

  const open = () => {
    close();
    const target = region();
    if (!target || document.hidden) return;
    const address = new URL(target.dataset.live, location.href);
    address.searchParams.set('seen', target.dataset.seen);
    stream = new EventSource(address);
    stream.addEventListener('part', (event) => {
      wait = 2_000;
      if (event.lastEventId) target.dataset.seen = event.lastEventId;
      replace(event.data);
    });
    stream.addEventListener('again', () => { close(); again(); });
    stream.addEventListener('error', () => {
      close();
      timer = setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    });
  };

  // What is counted in the navigation comes with every page that is fetched.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const fresh = new DOMParser().parseFromString(event.detail.serverResponse, 'text/html');
    document.querySelectorAll('[data-count]').forEach((old) => {
      const count = fresh.querySelector(`[data-count="${old.dataset.count}"]`);
      if (count) old.textContent = count.textContent;
    });
  });

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  document.addEventListener('DOMContentLoaded', () => { justNow(); open(); });
  document.addEventListener('htmx:afterSettle', (event) => { if (event.target.matches?.('[data-live]') || event.target.querySelector?.('[data-live]')) { justNow(); open(); } });
  addEventListener('pagehide', close);
})();
