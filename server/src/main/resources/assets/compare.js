// The page of history: several machines and measures over any span, zoomed by dragging; the address holds it all.
(() => {
  // Choosing a measure shows it at once.
  document.addEventListener('change', (event) => {
    if (event.target.matches('form[data-keeps-span] input[name="metric"]')) event.target.form.requestSubmit();
  });

  const root = document.querySelector('[data-compare]');
  const figures = root ? [...root.querySelectorAll('figure.chart')] : [];
  if (figures.length === 0) return;

  const MOST_LINES = 12;
  const LEAST_SECONDS = 60;
  const MOST_SECONDS = 366 * 5 * 86400;
  const LEAST_WAIT = 30_000;
  const seconds = () => Date.now() / 1000;
  const iso = (time) => new Date(Math.round(time) * 1000).toISOString();
  const element = (name, parts) => Object.assign(document.createElement(name), parts);
  const hidden = new Set(new URL(location.href).searchParams.getAll('hide'));
  const keyOf = (line) => [line.server, line.metric, ...Object.values(line.attributes)].join('|');
  const labelOf = (metric) => document.querySelector(`input[name="metric"][value="${metric}"]`)?.parentElement.textContent.trim() ?? metric;
  const percent = (share) => `${(share * 100).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })}\u202f%`;
  const marks = root.querySelector('[data-marks]');
  let shown = null;
  let alerts = [];
  let asked = 0;

  // How fine the points are, and of what they are made.
  const madeOf = () => {
    const tier = shown?.tier?.replace(/-./, (part) => part[1].toUpperCase());
    const words = tier && root.dataset[`tier${tier[0].toUpperCase()}${tier.slice(1)}`];
    return words ? words.replace('#', cmmCharts.span(shown.stepSeconds)) : '';
  };

  // One chart, and below it a table of its lines with their figures.
  class Comparison extends cmmCharts.Chart {
    chosen(lines) {
      const seen = lines.filter((line) => !hidden.has(keyOf(line)));
      this.all = lines;
      return cmmCharts.busiest(seen, MOST_LINES);
    }

    lineName(line) {
      const several = new Set(this.all.map((other) => other.server)).size > 1;
      const parts = [several && line.serverName, this.metrics.length > 1 && labelOf(line.metric), cmmCharts.partOf(this.words, line)];
      return parts.filter(Boolean).join(' · ') || labelOf(line.metric);
    }

    show(data, all) {
      super.show(data, all.filter((alert) => this.metrics.includes(alert.metric) && !hidden.has(alert.line)));
      this.figure.hidden = false;
      this.list();
    }

    list() {
      const table = this.figure.querySelector('.lines-of');
      const drawn = new Map(this.lines.map((line, i) => [line, i]));
      const candidates = this.all.filter((line) => drawn.has(line) || hidden.has(keyOf(line)));
      table.hidden = candidates.length === 0;
      this.cells = new Map();
      table.tBodies[0].replaceChildren(...candidates.map((line) => this.row(line, drawn.get(line))));
      const seen = this.all.filter((line) => !hidden.has(keyOf(line))).length;
      const note = this.figure.querySelector('[data-busiest-note]');
      note.hidden = seen <= this.lines.length;
      note.textContent = root.dataset.busiest.replace('#1', this.lines.length).replace('#2', seen);
      this.read(null);
    }

    row(line, place) {
      const known = (values) => values.filter((value) => value != null);
      const row = document.createElement('tr');
      const name = element('button', { type: 'button', className: `line-name${place == null ? '' : ` tone-${place % 6}${place < 6 ? '' : ' dashed'}`}`, textContent: this.lineName(line) });
      name.setAttribute('aria-pressed', String(place != null));
      name.addEventListener('click', () => toggle(keyOf(line)));
      const head = element('td', { className: 'name' });
      head.append(name);
      const mean = known(line.mean);
      const figuresOf = mean.length === 0 ? [null, null, null] : [
        Math.min(...known(line.minimum)), mean.reduce((sum, value) => sum + value, 0) / mean.length, Math.max(...known(line.maximum)),
      ];
      const cells = figuresOf.map((value) => element('td', { className: 'num', textContent: this.scaledText(line, value) }));
      const newest = element('td', { className: 'num' });
      const covered = known(line.coverage ?? []);
      const coverage = element('td', { className: 'num', textContent: covered.length === 0 ? '–' : percent(covered.reduce((sum, value) => sum + value, 0) / covered.length) });
      this.cells.set(line, newest);
      row.append(head, ...cells, newest, coverage);
      const heads = this.figure.querySelectorAll('.lines-of thead th');
      [...row.cells].forEach((cell, i) => { if (i > 0) cell.dataset.label = heads[i].textContent; });
      return row;
    }

    scaledText(line, value) {
      const scale = { percent: 100, bits: 8 }[this.kindOf(line)] ?? 1;
      return this.textOf(line, value == null ? null : value * scale);
    }

    // The head tells the time below the cursor, the table the values there.
    read(index) {
      this.lines.forEach((line, i) => {
        const means = this.table[i * 3 + 3];
        const cell = this.cells?.get(line);
        if (cell) cell.textContent = this.textOf(line, means[index ?? this.freshIndex(means)]);
      });
      this.now.textContent = index == null ? madeOf() : cmmCharts.clock(this.zone).full(this.table[0][index]);
      if (index == null) this.plot.setAttribute('aria-label', `${this.figure.dataset.name}: ${this.lines.map((line) => this.lineName(line)).join(', ')}`);
    }
  }

  const charts = figures.map((figure) => new Comparison(figure, root.dataset.zone, (range) => (range ? zoom(range.from, range.to) : whole())));
  // More points than pixels would only cost the link.
  const POINTS = Math.min(600, Math.max(150, Math.round(charts[0].plot.clientWidth / 1.5)));

  // A span that ends now has a length, any other one a begin and an end.
  const home = Number(root.dataset.seconds) ? { seconds: Number(root.dataset.seconds) } : { from: Number(root.dataset.begin), to: Number(root.dataset.end) };
  if (!history.state?.span) history.replaceState({ span: home, depth: 0 }, '');
  const span = () => history.state?.span ?? home;
  const times = () => (span().seconds ? { from: seconds() - span().seconds, to: seconds() } : span());
  const isHome = () => JSON.stringify(span()) === JSON.stringify(home);

  const go = (next) => {
    const address = new URL(location.href);
    setTimes(address, next.seconds ? null : next);
    history.pushState({ span: next, depth: (history.state?.depth ?? 0) + 1 }, '', address);
    begin();
  };

  const zoom = (from, to) => {
    const middle = (from + to) / 2;
    const half = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, to - from)) / 2;
    const end = Math.min(seconds(), middle + half);
    go({ from: Math.floor(end - 2 * half), to: Math.ceil(end) });
  };
  const undo = () => { if (history.state?.depth > 0) history.back(); };
  const whole = () => { if (!isHome()) go(home); };
  const around = (by, shift) => {
    const { from, to } = times();
    const middle = (from + to) / 2 + shift * (to - from);
    zoom(middle - (to - from) * by / 2, middle + (to - from) * by / 2);
  };

  const setTimes = (address, range) => {
    ['from', 'to'].forEach((name) => (range ? address.searchParams.set(name, address.pathname.startsWith('/api/') ? iso(range[name]) : Math.round(range[name])) : address.searchParams.delete(name)));
  };

  const marked = [...root.querySelectorAll('nav.seg [aria-current]')];

  // Every way on from here leads to the span and the lines that are shown now.
  const keep = () => {
    const range = span().seconds ? null : span();
    const drawn = shown ? { from: Date.parse(shown.from) / 1000, to: Date.parse(shown.to) / 1000 } : times();
    document.querySelectorAll('a[data-keeps-span]').forEach((link) => {
      const address = new URL(link.href);
      const forPrograms = address.pathname.startsWith('/api/');
      setTimes(address, forPrograms ? drawn : range);
      if (link.hasAttribute('data-points')) address.searchParams.set('points', POINTS);
      if (!forPrograms) setHidden(address);
      link.href = address;
    });
    document.querySelectorAll('a[data-keeps-lines]').forEach((link) => {
      const address = new URL(link.href);
      setHidden(address);
      link.href = address;
    });
    document.querySelectorAll('form[data-keeps-span]').forEach((form) => {
      ['from', 'to'].forEach((name) => { form.elements[name].value = range ? Math.round(range[name]) : ''; });
    });
    document.querySelectorAll('.history-wish form, form.period').forEach((form) => {
      form.querySelectorAll('input[name="hide"]').forEach((field) => field.remove());
      form.append(...[...hidden].map((value) => element('input', { type: 'hidden', name: 'hide', value })));
    });
    document.querySelectorAll('[data-typed]').forEach((field) => { field.value = typed(drawn[field.dataset.typed]); });
    const shift = (link, by) => {
      const address = new URL(location.href);
      const length = drawn.to - drawn.from;
      setTimes(address, { from: drawn.from + by * length, to: drawn.to + by * length });
      link.href = address;
    };
    root.querySelectorAll('[data-earlier]').forEach((link) => shift(link, -1));
    root.querySelectorAll('[data-later]').forEach((link) => shift(link, 1));
    root.querySelectorAll('[data-later]').forEach((link) => { link.hidden = !range || range.to > seconds() - LEAST_SECONDS; });
    marked.forEach((link) => (isHome() ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    root.querySelector('[data-undo]').hidden = !(history.state?.depth > 0);
    root.querySelector('[data-whole]').hidden = isHome();
  };

  const setHidden = (address) => {
    address.searchParams.delete('hide');
    hidden.forEach((key) => address.searchParams.append('hide', key));
  };

  // Swedes write dates as fields do.
  const typed = (time) => new Intl.DateTimeFormat('sv-SE', { timeZone: root.dataset.zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(time * 1000)).replace(' ', 'T');

  const toggle = (key) => {
    if (!hidden.delete(key)) hidden.add(key);
    const address = new URL(location.href);
    setHidden(address);
    history.replaceState(history.state, '', address);
    show(shown);
    keep();
  };

  const show = (data) => {
    shown = data;
    const series = data.servers.flatMap((server) => server.series.map((line) => ({ ...line, server: server.server, serverName: server.name, gaps: server.gaps, coverage: server.coverage })));
    // What lies behind the lines is one machine's; of several, each line is broken where its own machine was silent.
    const gaps = data.servers.length === 1 ? data.servers[0].gaps : [];
    charts.forEach((chart) => chart.show({ ...data, series, gaps }, alerts));
    root.querySelector('.history-fault').hidden = true;
  };

  // The rows below the charts say what the marks in them are; charts without them are still worth having.
  const loadMarks = async ({ from, to }) => {
    if (!marks) return () => {};
    const address = new URL(marks.dataset.marks, location.href);
    address.search = location.search;
    setTimes(address, { from, to });
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return () => {};
    const rows = await answer.text();
    return () => {
      if (marks.rows === rows) return;
      marks.rows = rows;
      marks.innerHTML = rows;
      alerts = [...marks.querySelectorAll('[data-alert]')].map(({ dataset }) => ({
        number: dataset.alert, severity: dataset.severity, metric: dataset.metric, line: dataset.line, from: Number(dataset.from), to: Number(dataset.to) || Infinity,
      }));
    };
  };

  const load = async () => {
    const mine = ++asked;
    const { from, to } = times();
    const address = new URL(root.dataset.compare, location.href);
    setTimes(address, { from, to });
    address.searchParams.set('points', POINTS);
    root.setAttribute('aria-busy', 'true');
    try {
      const [answer, showMarks] = await Promise.all([fetch(address, { headers: { Accept: 'application/json' } }), loadMarks({ from, to })]);
      if (!answer.ok) throw new Error(`history: ${answer.status}`);
      const data = await answer.json();
      if (mine !== asked) return;
      showMarks();
      show(data);
      keep();
    } catch (fault) {
      console.warn(fault);
      root.querySelector('.history-fault').hidden = false;
    } finally {
      if (mine === asked) root.removeAttribute('aria-busy');
    }
  };

  const begin = () => {
    keep();
    load();
  };

  const KEYS = {
    ArrowLeft: () => around(1, -0.25),
    ArrowRight: () => around(1, 0.25),
    '+': () => around(0.5, 0),
    '=': () => around(0.5, 0),
    '-': () => around(2, 0),
    Backspace: undo,
    Home: whole,
  };
  root.addEventListener('keydown', (event) => {
    if (!event.target.matches('.plot') || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  root.querySelector('[data-undo]').addEventListener('click', undo);
  root.querySelector('[data-whole]').addEventListener('click', whole);
  root.querySelector('[data-closer]').addEventListener('click', () => around(0.5, 0));
  root.querySelector('[data-wider]').addEventListener('click', () => around(2, 0));
  document.addEventListener('htmx:afterSwap', keep);
  addEventListener('popstate', begin);
  document.addEventListener('cmm:theme', () => charts.forEach((chart) => chart.draw()));

  const again = () => {
    if (!document.hidden && span().seconds) load();
    setTimeout(again, Math.max(LEAST_WAIT, (shown?.stepSeconds ?? 0) * 1000));
  };
  begin();
  setTimeout(again, LEAST_WAIT);
})();
