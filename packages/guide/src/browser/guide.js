// @ts-check
// The guide works without it: this shows what a search finds while one types, and copies code.
// Plain JavaScript, because it is served as it stands.

/** Typing pauses for so long before the server is asked. */
const PAUSE_MS = 120;

const TEXTS = {
  en: { copy: 'Copy', copied: 'Copied' },
  fr: { copy: 'Copier', copied: 'Copié' },
};
const texts = document.documentElement.lang === 'fr' ? TEXTS.fr : TEXTS.en;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.search'));
if (form) searchWhileTyping(form);
showWhereOneIs();
for (const code of document.querySelectorAll('.code')) offerCopy(code);

/** A long list beside the page begins where one is. */
function showWhereOneIs() {
  const here = /** @type {HTMLElement | null} */ (document.querySelector('.side [aria-current]'));
  const list = here?.closest('.side');
  if (!here || !list) return;
  const { top, bottom } = list.getBoundingClientRect();
  const place = here.getBoundingClientRect();
  if (place.bottom > bottom) list.scrollTop += place.top - (top + bottom) / 2;
}

/** @param {HTMLFormElement} search */
function searchWhileTyping(search) {
  const field = /** @type {HTMLInputElement} */ (search.querySelector('input'));
  const found = /** @type {HTMLElement} */ (search.querySelector('.found'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  /** @type {AbortController | undefined} */
  let asking;

  field.addEventListener('input', () => {
    clearTimeout(pause);
    asking?.abort();
    if (field.value.trim() === '') close();
    else pause = setTimeout(show, PAUSE_MS);
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !found.hidden) {
      event.preventDefault();
      field.focus();
      close();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    field.focus();
  });
  // Gone elsewhere, by pointer or by keyboard.
  document.addEventListener('focusin', (event) => leave(event.target));
  document.addEventListener('pointerdown', (event) => leave(event.target));

  async function show() {
    asking = new AbortController();
    const address = `${search.dataset.results}?${new URLSearchParams({ q: field.value })}`;
    try {
      const response = await fetch(address, { signal: asking.signal });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      found.replaceChildren(...page.body.childNodes);
      found.hidden = false;
    } catch {
      // Aborted by the next letter, or the server is away: the form itself still works.
    }
  }

  /** @param {KeyboardEvent} event */
  function move(event) {
    const places = /** @type {HTMLElement[]} */ ([field, ...found.querySelectorAll('a')]);
    if (found.hidden || places.length < 2) return;
    event.preventDefault();
    const at = places.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = event.key === 'ArrowDown' ? 1 : -1;
    places[(at + step + places.length) % places.length]?.focus();
  }

  /** @param {EventTarget | null} to */
  function leave(to) {
    if (to instanceof Node && !search.contains(to)) close();
  }

  function close() {
    found.hidden = true;
  }
}

/** @param {Element} code */
function offerCopy(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = texts.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.querySelector('code')?.textContent ?? '');
    button.textContent = texts.copied;
    setTimeout(() => {
      button.textContent = texts.copy;
    }, 2_000);
  });
  if (navigator.clipboard) code.append(button);
}
