// Before the first paint: a visitor who left the appearance to the device gets what the device says.
(() => {
  const root = document.documentElement;
  const night = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    root.dataset.bsTheme = night.matches ? 'dark' : 'light';
    document.dispatchEvent(new Event('cmm:theme'));
  };
  if (root.dataset.theme === 'auto') {
    follow();
    night.addEventListener('change', follow);
  }
})();
