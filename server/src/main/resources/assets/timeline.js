// Plays a timeline: a curtain over what has not happened yet moves to the right.
(() => {
  const SECONDS = 30;
  const button = document.querySelector('[data-play]');
  const curtain = document.querySelector('[data-curtain]');
  if (!button || !curtain) return;
  let at = 0;
  let before = 0;
  let frame = 0;

  const draw = () => curtain.style.setProperty('--part', at);

  const pause = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    button.textContent = button.dataset.play;
  };

  const step = (now) => {
    at += before ? (now - before) / 1000 / SECONDS : 0;
    before = now;
    if (at >= 1) {
      pause();
      at = 0;
      curtain.hidden = true;
      return;
    }
    draw();
    frame = requestAnimationFrame(step);
  };

  const play = () => {
    before = 0;
    curtain.hidden = false;
    draw();
    button.textContent = button.dataset.pause;
    frame = requestAnimationFrame(step);
  };

  button.addEventListener('click', () => (frame ? pause() : play()));
})();
