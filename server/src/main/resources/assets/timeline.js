// Plays what machines of an experiment went through: the picture is there already, and the future is covered.
(() => {
  const player = document.getElementById('film');
  if (!player) return;
  const WIDTH = 1000;
  const hours = Number(player.dataset.hours);
  const begins = Date.parse(`${player.dataset.begins}Z`);
  const button = player.querySelector('[data-role=play]');
  const range = player.querySelector('input');
  const clock = player.querySelector('output');
  const speed = player.querySelector('select');
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });
  const DOWN = ['unnoticed', 'waiting', 'in-repair', 'planned'];

  const films = [...document.querySelectorAll('.film')].map((film) => {
    const stretches = (kinds) => kinds.flatMap((kind) => [...film.querySelectorAll(`rect.film-${kind}`)])
      .map((rect) => ({ from: Number(rect.getAttribute('x')), width: Number(rect.getAttribute('width')) }));
    return {
      cover: film.querySelector('.film-future'),
      sum: film.querySelector('[data-role=sum]'),
      whole: film.querySelector('[data-role=sum]').textContent,
      down: stretches(DOWN),
      alerts: stretches(['alert', 'false-alert']),
    };
  });

  const soFar = (film, at) => {
    const now = film.down.filter((band) => band.from <= at && at < band.from + band.width).length;
    const lost = film.down.reduce((sum, band) => sum + Math.min(Math.max(at - band.from, 0), band.width), 0);
    const alerts = film.alerts.filter((alert) => alert.from <= at).length;
    return `${now} ${player.dataset.down} · ${number.format(lost / WIDTH * hours)} ${player.dataset.hoursDown} · ${alerts} ${player.dataset.alerts}`;
  };

  const show = (at) => {
    clock.textContent = time.format(begins + at / WIDTH * hours * 3600000);
    films.forEach((film) => {
      film.cover.setAttribute('x', at);
      film.cover.setAttribute('width', WIDTH - at);
      film.sum.textContent = at >= WIDTH ? film.whole : soFar(film, at);
    });
  };

  let at = WIDTH;
  let last = 0;
  let playing = false;

  const name = () => {
    button.textContent = playing ? player.dataset.pause : player.dataset.play;
    button.setAttribute('aria-pressed', playing);
  };

  const frame = (now) => {
    if (!playing) return;
    at = Math.min(WIDTH, at + (now - last) / 1000 * Number(speed.value) / hours * WIDTH);
    last = now;
    range.value = at;
    show(at);
    if (at >= WIDTH) playing = false;
    name();
    if (playing) requestAnimationFrame(frame);
  };

  button.addEventListener('click', () => {
    playing = !playing;
    if (playing && at >= WIDTH) at = 0;
    last = performance.now();
    name();
    if (playing) requestAnimationFrame(frame);
  });
  range.addEventListener('input', () => {
    at = Number(range.value);
    show(at);
  });
  player.hidden = false;
  show(at);
})();
