// Forms: the code of a one-time link, passwords to look at, and one answer for an impatient double click.
(() => {
  // Browsers send what stands after "#" nowhere; here it leaves the address as well and goes into the form.
  const code = document.querySelector('[data-link-code]');
  const takeFromAddress = () => {
    const token = location.hash.match(/^#token=([\w-]{1,100})$/)?.[1];
    if (!code || !token) return;
    history.replaceState(null, '', location.pathname);
    code.querySelector('input').value = token;
    code.hidden = true;
    code.parentElement.querySelector('input:not([name=token])').focus();
  };
  takeFromAddress();
  addEventListener('hashchange', takeFromAddress);

  document.querySelectorAll('[data-reveal]').forEach((button) => {
    const field = document.getElementById(button.dataset.reveal);
    const show = button.textContent;
    button.hidden = false;
    button.addEventListener('click', () => {
      const hidden = field.type === 'password';
      field.type = hidden ? 'text' : 'password';
      button.textContent = hidden ? button.dataset.hide : show;
      button.setAttribute('aria-pressed', String(hidden));
      field.focus();
    });
  });

  // The ID of a new server follows its name until somebody writes another one.
  const suggesting = document.querySelector('[data-suggest-code]');
  if (suggesting) {
    const { name, code } = suggesting.elements;
    const offered = code.value;
    let suggested = code.value;
    name.addEventListener('input', () => {
      if (code.value !== suggested) return;
      const slug = name.value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 32).replace(/^-+|-+$/g, '');
      suggested = slug.length < 2 ? offered : slug;
      code.value = suggested;
    });
  }

  // Tags that other servers have, to press instead of typing.
  document.querySelectorAll('[data-tags]').forEach((chips) => {
    const field = document.getElementById(chips.dataset.tags);
    chips.hidden = false;
    chips.addEventListener('click', (event) => {
      const chip = event.target.closest('button');
      if (!chip) return;
      const tags = field.value.split(',').map((tag) => tag.trim()).filter(Boolean);
      const others = tags.filter((tag) => tag !== chip.textContent);
      field.value = (others.length < tags.length ? others : [...tags, chip.textContent]).join(', ');
    });
  });

  // A question that is left open closes when something else is pressed.
  const questions = () => [...document.querySelectorAll('details.confirm[open]')];
  document.addEventListener('click', (event) => {
    questions().filter((question) => !question.contains(event.target)).forEach((question) => question.removeAttribute('open'));
  });

  // What was just done is said once, not again when the page is loaded anew.
  if (document.querySelector('[data-done]')) {
    const here = new URL(location.href);
    here.searchParams.delete('done');
    history.replaceState(null, '', here);
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.hasAttribute('aria-busy')) event.preventDefault();
    form.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach((form) => form.removeAttribute('aria-busy')));
})();
