// The charts of one machine: fetched together, one span for all, live while the span ends now.
(() => {
  const root = document.querySelector('[data-history]');
  if (!root) return;
  const TAIL = 3;
  let span = null;
  let shown = null;
  let alerts = [];
  let asked = 0;

  const charts = [...root.querySelectorAll('figure.chart')].map((figure) => new cmmCharts.Chart(figure, root.dataset.zone, (range) => zoom(range)));
  // More points than pixels would only cost the link.
  const POINTS = Math.min(600, Math.max(150, Math.round(charts[0].plot.clientWidth / 1.5)));
  const metrics = [...new Set(charts.flatMap((chart) => chart.metrics))];

  const spanOf = (address) => {
    const from = Number(address.searchParams.get('from') ?? root.dataset.from);
    const to = Number(address.searchParams.get('to') ?? root.dataset.to);
    return from && to ? { from, to, live: false } : { seconds: Number(root.dataset.seconds), live: true };
  };

  const fetchHistory = async (from, to, points) => {
    const address = new URL(root.dataset.history, location.href);
    metrics.forEach((metric) => address.searchParams.append('metric', metric));
    address.searchParams.set('from', new Date(Math.round(from) * 1000).toISOString());
    address.searchParams.set('to', new Date(Math.round(to) * 1000).toISOString());
    address.searchParams.set('points', points);
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`history: ${answer.status}`);
    return answer.json();
  };

  // Alerts on readings, of the whole machine: trouble on one chart often shows its cause on another. Silence is a gap.
  const fetchAlerts = async () => {
    const answer = await fetch(root.dataset.alerts, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return; // charts without them are still worth having
    const seconds = (time) => Date.parse(time) / 1000;
    alerts = (await answer.json()).items
      .filter((alert) => alert.subject)
      .map((alert) => ({ severity: alert.severity, from: seconds(alert.raisedAt), to: alert.clearedAt ? seconds(alert.clearedAt) : Infinity }));
  };

  const show = (data) => {
    shown = data;
    charts.forEach((chart) => chart.show(data, alerts));
    root.querySelector('.history-fault').hidden = true;
  };

  const failed = (fault) => {
    console.warn(fault);
    root.querySelector('.history-fault').hidden = false;
  };

  const load = async () => {
    const mine = ++asked;
    const now = Date.now() / 1000;
    const to = span.live ? now : span.to;
    const from = span.live ? now - span.seconds : span.from;
    try {
      const [data] = await Promise.all([fetchHistory(from, to, POINTS), fetchAlerts()]);
      if (mine === asked) show(data);
    } catch (fault) {
      failed(fault);
    }
  };

  const keyOf = (line) => line.metric + JSON.stringify(line.attributes);

  // The last points may still change, so they are fetched again together with the new ones.
  const append = (tail) => {
    const keep = shown.times.findIndex((time) => time >= tail.times[0]);
    const end = keep < 0 ? shown.times.length : keep;
    const start = shown.times.findIndex((time) => time >= Date.parse(tail.to) / 1000 - span.seconds);
    const first = Math.max(0, start);
    const joined = (old, fresh) => [...old.slice(first, end), ...fresh];
    const blank = (length) => Array(length).fill(null);
    const byKey = new Map(shown.series.map((line) => [keyOf(line), line]));
    const fresh = new Map(tail.series.map((line) => [keyOf(line), line]));
    const series = [...new Set([...byKey.keys(), ...fresh.keys()])].map((key) => {
      const old = byKey.get(key);
      const now = fresh.get(key);
      const join = (part) => joined(old?.[part] ?? blank(shown.times.length), now?.[part] ?? blank(tail.times.length));
      return { ...(old ?? now), minimum: join('minimum'), mean: join('mean'), maximum: join('maximum') };
    });
    const gaps = [...shown.gaps.filter((gap) => gap.to < tail.times[0]), ...tail.gaps];
    const from = new Date(Date.parse(tail.to) - span.seconds * 1000).toISOString();
    show({ ...tail, from, times: joined(shown.times, tail.times), series, gaps });
  };

  const refresh = async () => {
    if (document.hidden || !span.live) return;
    if (!shown || shown.times.length === 0 || shown.series.length === 0) { load(); return; }
    const step = shown.stepSeconds;
    const from = shown.times.at(-1) - TAIL * step;
    const mine = asked;
    try {
      const now = Date.now() / 1000;
      const tail = await fetchHistory(from, now, Math.max(1, Math.ceil((now - from) / step)));
      if (mine !== asked) return;
      if (tail.stepSeconds === step && tail.times.length > 0) append(tail);
      else load();
    } catch (fault) {
      failed(fault);
    }
  };

  const zoom = (range) => {
    const address = new URL(location.href);
    address.searchParams.delete('from');
    address.searchParams.delete('to');
    if (range) {
      address.searchParams.set('from', Math.floor(range.from));
      address.searchParams.set('to', Math.ceil(Math.max(range.to, range.from + 60)));
    }
    history.pushState(null, '', address);
    begin();
  };

  const back = root.querySelector('[data-unzoom]');
  back.addEventListener('click', () => zoom(null));

  const begin = () => {
    const address = new URL(location.href);
    span = spanOf(address);
    back.hidden = !address.searchParams.has('from');
    root.querySelectorAll('[data-longer]').forEach((link) => {
      const longer = new URL(link.href);
      ['from', 'to', 'span'].forEach((name) => longer.searchParams.delete(name));
      if (span.live) longer.searchParams.set('span', address.searchParams.get('span') ?? '1h');
      else ['from', 'to'].forEach((name) => longer.searchParams.set(name, span[name]));
      link.href = longer;
    });
    load();
  };

  addEventListener('popstate', begin);
  document.addEventListener('cmm:theme', () => charts.forEach((chart) => chart.draw()));
  document.addEventListener('visibilitychange', refresh);
  begin();
  setInterval(refresh, Math.max(10_000, Number(root.dataset.seconds) / POINTS * 1000));
})();
