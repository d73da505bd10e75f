// One chart: a mean line within its minimum-maximum band for each series, gaps left open.
const cmmCharts = (() => {
  const TONES = ['--cmm-accent', '--cmm-planned', '--cmm-info', '--cmm-warning', '--cmm-critical', '--cmm-silent'];
  const tone = (i) => TONES[i % TONES.length];
  const scaleName = (i) => (i === 0 ? 'y' : `y${i + 1}`);
  const language = document.documentElement.lang;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const digits = (value, most) => value.toLocaleString(language, { maximumFractionDigits: most });

  const scaled = (value, base, units) => {
    let unit = 0;
    let rest = value;
    while (rest >= base && unit < units.length - 1) { rest /= base; unit += 1; }
    return `${digits(rest, unit === 0 || rest >= 100 ? 0 : 1)}\u202f${units[unit]}`;
  };
  const byte = language === 'fr' ? 'o' : 'B';
  const KINDS = {
    percent: { scale: 100, range: [0, 100], text: (v) => `${digits(v, 0)}\u202f%` },
    bits: { scale: 8, text: (v) => scaled(v, 1000, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s']) },
    bytes: { scale: 1, binary: true, text: (v) => scaled(v, 1024, ['', 'Ki', 'Mi', 'Gi', 'Ti'].map((p) => `${p}${byte}/s`)) },
    number: { scale: 1, text: (v) => digits(v, v < 10 ? 2 : 0) },
    size: { scale: 1, binary: true, text: (v) => scaled(v, 1024, ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'].map((p) => `${p}${byte}`)) },
    duration: { scale: 1, steps: [1, 5, 15, 60, 300, 900, 1800, 3600, 7200, 21600, 43200, ...[1, 2, 5, 10, 25, 50, 100, 250, 500, 1000].map((days) => days * 86400)], text: (v) => span(v) },
  };

  const faded = (name, share) => {
    const hex = colour(name).replace('#', '');
    const long = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex;
    return `#${long}${Math.round(share * 255).toString(16).padStart(2, '0')}`;
  };

  const span = (seconds) => {
    if (seconds < 60) return `${Math.round(seconds)}\u202fs`;
    const day = language === 'fr' ? 'j' : 'd';
    const pair = (big, name, small, unit) => `${big}\u202f${name}${small ? ` ${small}\u202f${unit}` : ''}`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return `${minutes}\u202fmin`;
    if (minutes < 1440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
    return pair(Math.floor(minutes / 1440), day, Math.floor(minutes % 1440 / 60), 'h');
  };

  const clock = (zone) => {
    const format = (options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
    const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const day = format({ day: 'numeric', month: 'short' });
    const month = format({ month: 'short', year: 'numeric' });
    const of = (pattern) => (seconds) => pattern.format(new Date(seconds * 1000));
    return { time: of(time), day: of(day), month: of(month), full: (s) => `${of(day)(s)} ${of(time)(s)}`, since: (s) => (of(day)(s) === of(day)(Date.now() / 1000) ? of(time)(s) : `${of(day)(s)} ${of(time)(s)}`) };
  };

  const axisTimes = (zone) => {
    const write = clock(zone);
    return (u, splits, axis, space, step) => {
      let lastDay = '';
      return splits.map((second) => {
        if (step >= 28 * 86400) return write.month(second);
        if (step >= 86400) return write.day(second);
        const day = write.day(second);
        const newDay = lastDay !== '' && day !== lastDay;
        lastDay = day;
        return newDay ? day : write.time(second);
      });
    };
  };

  const partOf = (words, line) => {
    const direction = line.attributes['network.io.direction'] ?? line.attributes['disk.io.direction'];
    const part = line.attributes['system.filesystem.mountpoint'] ?? line.attributes['network.interface.name'] ?? line.attributes['system.device'] ?? '';
    return [part, direction && words[direction]].filter(Boolean).join(' ');
  };

  // A machine may have dozens of interfaces: the busiest lines are shown.
  const busiest = (lines, most) => {
    const weight = (line) => line.mean.reduce((sum, value) => sum + (value ?? 0), 0);
    return lines.length <= most ? lines : [...lines].sort((a, b) => weight(b) - weight(a)).slice(0, most);
  };

  // Older than this, or than two points, the last value says nothing about now.
  const FRESH_SECONDS = 90;
  const newestIndex = (values) => { for (let i = values.length - 1; i >= 0; i -= 1) if (values[i] != null) return i; return -1; };

  class Chart {
    constructor(figure, zone, zoomed) {
      this.figure = figure;
      this.zone = zone;
      this.zoomed = zoomed;
      this.metrics = figure.dataset.metrics.split(' ');
      this.kinds = (figure.dataset.kinds ?? figure.dataset.kind).split(' ');
      this.levels = (figure.dataset.levels ?? '').split(' ').filter(Boolean).map((text) => {
        const [severity, value] = text.split(':');
        return { severity, value: Number(value) * KINDS[this.kinds[0]].scale };
      });
      this.plot = figure.querySelector('.plot');
      this.now = figure.querySelector('.chart-now');
      this.words = figure.closest('[data-zone]').dataset;
      this.gaps = [];
      this.alerts = [];
      this.lines = [];
      new ResizeObserver(() => this.u?.setSize(this.size())).observe(this.plot);
    }

    // Values that are written alike share an axis: the first kind has the one at the left.
    kindOf(line) { return this.kinds[this.metrics.indexOf(line.metric)] ?? this.kinds[0]; }

    axes() { return [...new Set(this.kinds)]; }

    textOf(line, value) { return value == null ? '–' : KINDS[this.kindOf(line)].text(value); }

    lineName(line) { return partOf(this.words, line); }

    gapsOf(line) { return line.gaps ?? this.gaps; }

    chosen(lines) { return busiest(lines, TONES.length); }

    nameOf(gap) {
      const last = gap.to >= this.reach.max;
      return last ? `${this.words.silentSince} ${clock(this.zone).since(gap.from)}` : `${this.words.gap} · ${span(gap.to - gap.from)}`;
    }

    size() { return { width: this.plot.clientWidth, height: this.plot.clientHeight }; }

    show(data, alerts) {
      const lines = this.chosen(data.series.filter((line) => this.metrics.includes(line.metric)));
      const key = lines.map((line) => [line.server, line.metric, JSON.stringify(line.attributes)].join()).join();
      this.gaps = data.gaps;
      this.alerts = alerts;
      this.lines = lines;
      this.freshFor = Math.max(FRESH_SECONDS, 2 * data.stepSeconds);
      this.table = this.columns(data.times, lines);
      this.reach = { min: Date.parse(data.from) / 1000, max: Date.parse(data.to) / 1000 };
      this.plot.toggleAttribute('data-empty', lines.length === 0);
      if (lines.length === 0) this.plot.dataset.empty = this.words.nothing;
      // What this kind of machine never measures needs no empty frame.
      this.figure.hidden = lines.length === 0 && data.series.length > 0;
      if (this.u && key === this.key) {
        this.u.setData(this.table, false);
        this.u.setScale('x', this.reach);
      } else {
        this.key = key;
        this.draw();
      }
      this.read(null);
    }

    columns(times, lines) {
      const scale = (line, values) => values.map((value) => (value == null ? null : value * KINDS[this.kindOf(line)].scale));
      return [times, ...lines.flatMap((line) => [line.maximum, line.minimum, line.mean].map((values) => scale(line, values)))];
    }

    draw() {
      this.u?.destroy();
      this.u = null;
      if (this.lines.length === 0) return;
      this.u = new uPlot(this.options(), this.table, this.plot);
      this.u.setScale('x', this.reach);
    }

    options() {
      const axis = { stroke: colour('--cmm-quiet'), font: '11px system-ui, sans-serif', ticks: { show: false }, grid: { stroke: colour('--cmm-line'), width: 1 } };
      return {
        ...this.size(),
        padding: [6, 18, 0, 0],
        legend: { show: false },
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), this.zone),
        cursor: { y: false, sync: { key: 'cmm' }, drag: { x: true, y: false, setScale: false }, points: { size: 6 }, bind: { dblclick: () => () => this.zoomed(null) } },
        scales: { x: { time: true, range: () => [this.reach.min, this.reach.max] }, ...Object.fromEntries(this.axes().map((kind, i) => [scaleName(i), { range: KINDS[kind].range ? () => KINDS[kind].range : (u, low, high) => [0, high > 0 ? high * 1.08 : 1] }])) },
        axes: [
          { ...axis, size: 24, gap: 4, grid: { show: false }, values: axisTimes(this.zone), space: 64 },
          ...this.axes().map((kind, i) => this.axis(axis, KINDS[kind], i)),
        ],
        series: [{}, ...this.lines.flatMap((line, i) => this.strokes(i))],
        bands: this.lines.map((line, i) => ({ series: [i * 3 + 1, i * 3 + 2], fill: faded(tone(i), this.lines.length > 6 ? 0.09 : 0.16) })),
        plugins: [behindTheLines(this, colour)],
        hooks: { setCursor: [(u) => this.read(u.cursor.idx)], setSelect: [(u) => this.select(u)] },
      };
    }

    axis(look, kind, i) {
      const values = (u, splits) => splits.map((v) => kind.text(v));
      // Steps of bytes are powers of two, and those of time what clocks and calendars have, or their labels would be crooked.
      const incrs = kind.binary ? Array.from({ length: 56 }, (_, power) => 2 ** power) : kind.steps;
      const size = kind.range ? 46 : 72;
      const own = { ...look, gap: 4, size, space: 36, values, ...(incrs && { incrs }) };
      return i === 0 ? own : { ...own, scale: scaleName(i), side: 1, grid: { show: false } };
    }

    strokes(i) {
      // A point without a sample is no gap yet: the line is broken only where the server says so.
      const gaps = (u) => this.gapsOf(this.lines[i])
        .filter((gap) => gap.to > this.reach.min && gap.from < this.reach.max)
        .map((gap) => [u.valToPos(gap.from, 'x', true), u.valToPos(gap.to, 'x', true)]);
      const scale = scaleName(this.axes().indexOf(this.kindOf(this.lines[i])));
      const edge = { scale, stroke: 'transparent', width: 0, points: { show: false }, gaps };
      // A line needs two points; a machine's very first one would not be seen.
      const lonely = () => (this.lines[i]?.mean ?? []).filter((value) => value != null).length < 3;
      const dash = i < TONES.length ? undefined : [6, 4];
      return [edge, edge, { scale, stroke: colour(tone(i)), width: 1.5, dash, points: { show: lonely, size: 5 }, gaps }];
    }

    select(u) {
      if (u.select.width < 5) return;
      const at = (pixels) => u.posToVal(pixels, 'x');
      this.zoomed({ from: at(u.select.left), to: at(u.select.left + u.select.width) });
      u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }

    freshIndex(means) {
      const index = newestIndex(means);
      return index >= 0 && this.reach.max - this.table[0][index] <= this.freshFor ? index : -1;
    }

    // The newest values, or those below the cursor, in the head of the chart and in its accessible name.
    read(index) {
      const parts = this.lines.map((line, i) => {
        const means = this.table[i * 3 + 3];
        const text = `${this.lineName(line)} ${this.textOf(line, means[index ?? this.freshIndex(means)])}`.trim();
        return Object.assign(document.createElement('span'), { className: `tone-${i}`, textContent: text });
      });
      if (index != null) parts.unshift(Object.assign(document.createElement('span'), { textContent: clock(this.zone).full(this.table[0][index]) }));
      this.now.replaceChildren(...parts);
      if (index == null) this.plot.setAttribute('aria-label', `${this.figure.dataset.name}: ${parts.map((part) => part.textContent).join(', ')}`);
    }
  }

  return { Chart, busiest, clock, partOf, span };
})();
