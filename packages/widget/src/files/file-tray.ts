import { FILE_TYPES } from '@guichet/contract/file-types';
import type { PublicSite } from '@guichet/contract/public-site';
import type { VisitorFile } from '@guichet/contract/visitor-api';
import type { Refusal } from '../connection/refusal.ts';
import type { View } from '../element/view.ts';
import { element, iconButton } from '../on-demand/elements.ts';
import type { FileTexts } from '../text/texts.ts';
import { fileTextsOf, filled, sizeIn } from './file-texts.ts';
import { smallerPicture } from './smaller-picture.ts';
import { uploading } from './upload.ts';

const CROSS = 'M6 6l12 12M18 6 6 18';

interface Entry {
  item: HTMLLIElement;
  words: HTMLElement;
  name: string;
  /** Ends its way to the server. */
  leaving: AbortController;
  state: 'arriving' | 'failed' | VisitorFile;
}

/** The files of the next question. */
export class FileTray {
  readonly list = element('ul', { class: 'files' });
  /** Read out, and shown where it is about no file of the list. */
  readonly said = element('p', { class: 'files-said', role: 'status' });
  /** Where the focus goes when there is nothing left to go to. */
  attach: HTMLElement | undefined;
  readonly #view: View;
  readonly #rules: NonNullable<PublicSite['files']>;
  #entries: Entry[] = [];

  constructor(view: View, rules: NonNullable<PublicSite['files']>) {
    this.#view = view;
    this.#rules = rules;
    view.chat.files.take = (before) => {
      const taken = this.#entries.filter(({ state }) => typeof state === 'object');
      for (const entry of taken) this.#drop(entry);
      const files = taken.map(({ state }) => state as VisitorFile);
      return files.length > 0 ? [...(before ?? []), ...files] : before;
    };
  }

  get #texts(): FileTexts {
    return fileTextsOf(this.#view.texts.value);
  }

  /** Says so where a file is still on its way. */
  isWaiting(): boolean {
    const isWaiting = this.#entries.some(({ state }) => state === 'arriving');
    this.#say(isWaiting ? this.#texts.wait : '');
    return isWaiting;
  }

  add(files: Iterable<File>): void {
    this.#say('');
    for (const file of files) {
      const count = this.#entries.filter(({ state }) => state !== 'failed').length;
      if (count < this.#rules.perQuestion) void this.#send(file);
      else this.#say(filled(this.#texts.tooMany, { count: this.#rules.perQuestion }));
    }
  }

  async #send(given: File): Promise<void> {
    const entry = this.#show(given.name);
    const { signal } = entry.leaving;
    const bar = element('progress', {
      max: '1',
      value: '0',
      'aria-label': filled(this.#texts.uploading, { name: given.name }),
    });
    entry.item.append(bar);
    try {
      const file = await smallerPicture(given, this.#rules.maxBytes);
      const refused = this.#refusal(file);
      if (refused) return this.#fail(entry, refused);
      if (file.type.startsWith('image/')) entry.item.prepend(thumbnail(file));
      const onProgress = (part: number) => {
        bar.value = part;
      };
      const response = await this.#upload({ signal, via: uploading(file, onProgress) });
      entry.state = (await response.json()) as VisitorFile;
      if (signal.aborted) return this.#forget(entry.state);
      bar.remove();
      this.#whisper(filled(this.#texts.attached, { name: entry.name }));
    } catch (thrown) {
      if (!signal.aborted) this.#fail(entry, this.#reason(thrown));
    }
  }

  async #upload(way: { signal: AbortSignal; via: typeof fetch }): Promise<Response> {
    const { chat } = this.#view;
    try {
      return await chat.own('/files', { method: 'POST', ...way });
    } catch (thrown) {
      if ((thrown as Partial<Refusal>).status !== 401 || way.signal.aborted) throw thrown;
      // The server knows this visitor no more: what was asked is gone with them, what is being written is not.
      chat.renew();
      chat.newConversation();
      chat.files.take();
      return chat.own('/files', { method: 'POST', ...way });
    }
  }

  /** Before anything is sent, where that can be known. */
  #refusal({ size, type, name }: File): string | undefined {
    const texts = this.#texts;
    const { kinds, types, maxBytes } = this.#rules;
    if (size === 0) return texts.empty;
    if (size > maxBytes) return filled(texts.tooLarge, { size: sizeIn(this.#view.locale.value, maxBytes) });
    const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
    const isKnown = FILE_TYPES.some(({ contentType, extensions }) => {
      return types.includes(contentType) && (contentType === type || extensions.includes(ending));
    });
    // A system that knows no type of it leaves the question to its bytes.
    return isKnown || type === ''
      ? undefined
      : filled(texts.wrongKind, { kinds: kinds.map((kind) => texts[kind]).join(', ') });
  }

  #reason(thrown: unknown): string {
    const texts = this.#texts;
    // Thrown by the widget, whose class of it this piece does not have.
    const { code, detail, ref } = (thrown as Partial<Refusal>).failure ?? {};
    const kinds = this.#rules.kinds.map((kind) => texts[kind]).join(', ');
    if (code === 'file-kind-unsupported') return filled(texts.wrongKind, { kinds });
    return [detail ?? texts.failed, ref].filter(Boolean).join(' ');
  }

  #show(name: string): Entry {
    const words = element('span', {}, element('bdi', {}, name));
    const item = element('li', {}, words);
    const entry: Entry = { item, words, name, leaving: new AbortController(), state: 'arriving' };
    item.append(iconButton(filled(this.#texts.remove, { name }), CROSS, () => this.#remove(entry)));
    this.#entries.push(entry);
    this.list.append(item);
    return entry;
  }

  #fail(entry: Entry, why: string): void {
    entry.state = 'failed';
    entry.item.classList.add('failed');
    entry.item.querySelector('progress')?.remove();
    entry.words.append(` ${why}`);
    this.#whisper(`${entry.name}: ${why}`);
  }

  #remove(entry: Entry): void {
    const at = this.#entries.indexOf(entry);
    const { state } = entry;
    entry.leaving.abort();
    this.#drop(entry);
    if (typeof state === 'object') this.#forget(state);
    this.#whisper(filled(this.#texts.removed, { name: entry.name }));
    const next = this.#entries[Math.min(at, this.#entries.length - 1)];
    (next?.item.querySelector('button') ?? this.attach)?.focus();
  }

  /** The server forgets it by itself, an hour later. */
  #forget({ id }: VisitorFile): void {
    void this.#view.chat.own(`/files/${id}`, { method: 'DELETE' }).catch(() => undefined);
  }

  #drop(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
    entry.item.remove();
  }

  #say(words: string): void {
    this.said.classList.remove('unseen');
    this.said.textContent = words;
  }

  /** For those who do not see the list. */
  #whisper(words: string): void {
    this.said.classList.add('unseen');
    this.said.textContent = words;
  }
}

/** Its name stands beside it. Where the page's policy keeps it away, the name is all. */
function thumbnail(file: File): HTMLImageElement {
  const picture = element('img', { src: URL.createObjectURL(file), alt: '' });
  const release = () => URL.revokeObjectURL(picture.src);
  picture.onload = release;
  picture.onerror = () => {
    release();
    picture.remove();
  };
  return picture;
}
