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

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.hasAttribute('aria-busy')) event.preventDefault();
    form.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[aria-busy]').forEach((form) => form.removeAttribute('aria-busy')));
})();
