/**
 * Files beside the field: a button, paste and drop; each with how far it has come, a way to take it back, and what is the
 * matter with it. A file of its own, loaded only where the site lets visitors attach something.
 */
import { fileTypesOf } from '@guichet/contract/file-types';
import type { PublicSite } from '@guichet/contract/public-site';
import type { View } from '../element/view.ts';
import { adoptStyle } from '../launcher/adopt-style.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import { asSentence, fileTextsOf, filled, sizeIn } from './file-texts.ts';
import { FileTray } from './file-tray.ts';
import { FILES_STYLE } from './files-style.ts';

const CLIP =
  'm20 11-8.5 8.5a5.3 5.3 0 0 1-7.5-7.5L12.500 3.500a3.500 3.500 0 0 1 5 5L9.500 16.500a1.800 1.800 0 0 1-2.500-2.500L14.500 6.500';

const dressed = new WeakSet<Node>();
/** What is attached stays while another view has the place of the field. */
const trays = new WeakMap<View, FileTray>();

/** Once, however often the panel is opened. */
export function offer({ slots: { composerTools } }: View): void {
  composerTools.value = [...new Set([...composerTools.peek(), drawFiles])];
}

function drawFiles(place: HTMLElement, view: View): () => void {
  const root = place.getRootNode();
  if (root instanceof ShadowRoot && !dressed.has(root)) {
    dressed.add(root);
    adoptStyle(root, FILES_STYLE);
  }
  const form = place.closest('form');
  const rules = view.chat.site.value?.files;
  if (!form || !rules) return () => {};
  const tray = trays.get(view) ?? new FileTray(view, rules);
  trays.set(view, tray);
  const left = new AbortController();
  const { signal } = left;

  const input = element('input', { type: 'file', multiple: '', hidden: '', accept: acceptOf(rules) });
  input.addEventListener('change', () => {
    tray.add(input.files ?? []);
    input.value = '';
  });
  const hint = element('span', { id: 'files-hint', class: 'unseen' });
  const attach = iconButton('', CLIP, () => input.click());
  attach.classList.add('attach');
  attach.setAttribute('aria-describedby', 'files-hint');
  tray.attach = attach;
  const stopNaming = view.texts.subscribe((all) => {
    const texts = fileTextsOf(all);
    attach.ariaLabel = texts.attach;
    const kinds = rules.kinds.map((kind) => texts[kind]).join(', ');
    const size = sizeIn(view.locale.value, rules.maxBytes);
    hint.textContent = asSentence(filled(texts.hint, { kinds, size, count: rules.perQuestion }));
    attach.title = `${texts.attach}. ${hint.textContent}`;
  });
  place.append(tray.list, tray.said, input, attach, hint);

  form.addEventListener(
    'paste',
    (event) => {
      const { files } = event.clipboardData ?? {};
      if (!files?.length) return;
      event.preventDefault();
      tray.add(files);
    },
    { signal },
  );
  takeDrops(form, tray, signal);
  // Before the field hears of it: what is still on its way would be missing in the question.
  const waitForFiles = (event: Event) => {
    if (view.chat.state.value.run || !tray.isWaiting()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  form.addEventListener('submit', waitForFiles, { signal, capture: true });
  form.addEventListener(
    'keydown',
    (event) => {
      const isSending = event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
      if (isSending && event.target instanceof HTMLTextAreaElement) waitForFiles(event);
    },
    { signal, capture: true },
  );
  return () => {
    left.abort();
    stopNaming();
  };
}

/** For the system’s own dialog: endings, because some systems know no others. */
function acceptOf({ kinds }: NonNullable<PublicSite['files']>): string {
  return fileTypesOf(kinds)
    .flatMap(({ contentType, extensions }) => [contentType, ...extensions.map((ending) => `.${ending}`)])
    .join(',');
}

function takeDrops(form: HTMLFormElement, tray: FileTray, signal: AbortSignal): void {
  const panel = form.closest<HTMLElement>('.panel') ?? form;
  const field = form.querySelector('.field');
  const over = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    field?.classList.toggle('dropping', isOver);
  };
  panel.addEventListener('dragover', (event) => over(event, true), { signal });
  panel.addEventListener('dragleave', (event) => over(event, false), { signal });
  panel.addEventListener(
    'drop',
    (event) => {
      over(event, false);
      tray.add(event.dataTransfer?.files ?? []);
    },
    { signal },
  );
}
