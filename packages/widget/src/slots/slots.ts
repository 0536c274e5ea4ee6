/**
 * The places of the widget that chunks fill. What fills one draws plain DOM into an element of its own, so that a chunk
 * brings nothing that the widget has already, and nothing of the widget's is drawn again for it.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChunkName } from '../chunks/chunk-list.ts';
import type { LoadChunk } from '../chunks/chunk-loader.ts';
import type { ChunkModules } from '../chunks/chunk-modules.ts';
import type { View } from '../element/view.ts';

/** Fills a place. @returns what takes it away again */
export type Fill = (place: HTMLElement, view: View) => () => void;

/** A part of a message that a chunk may draw. */
export interface MessagePart {
  kind: 'text';
  text: string;
  /** False while more of it may come. */
  isWhole: boolean;
  /** Nothing of the whole answer can still be taken back. */
  isFinal: boolean;
}

/** Draws one part of one message, again and again as it grows. */
export interface PartDrawing {
  show(part: MessagePart): void;
  leave(): void;
}

export type DrawPart = (place: HTMLElement, view: View) => PartDrawing;

/** Which chunk draws which kind of part, and so exports `drawPart`. Until it has come, the widget shows plain text. */
const PART_CHUNKS = { text: 'markdown' } as const satisfies Record<MessagePart['kind'], ChunkName>;

export interface Slots {
  /** What draws this kind of part; fetches it at the first wish. Undefined until then, and where it cannot be had. */
  partDrawing(kind: MessagePart['kind']): DrawPart | undefined;
  /** What draws all of an answer but its text. `away`: it cannot be had. */
  answer: ReadonlySignal<ChunkModules['answer'] | 'away' | undefined>;
  /** With each question, until it has come. */
  fetchAnswer(): void;
  /** Shows the visitor’s conversations in the place of this one. */
  showConversations(): void;
  /** For chunks that need another one: only the widget itself knows their hashes. */
  loadChunk: LoadChunk;
  /** Beside the field, in this order. */
  composerTools: Signal<readonly Fill[]>;
  /** Lines above the field. */
  aboveField: Signal<readonly Fill[]>;
  /** In the place of the conversation and the field. */
  panelView: Signal<Fill | undefined>;
}

export function createSlots(loadChunk: LoadChunk): Slots {
  const drawings = new Map<MessagePart['kind'], ReadonlySignal<DrawPart | undefined>>();

  function wanted(kind: MessagePart['kind']): ReadonlySignal<DrawPart | undefined> {
    const drawing = signal<DrawPart | undefined>(undefined);
    void loadChunk(PART_CHUNKS[kind]).then((chunk) => {
      // The next message asks again.
      if (chunk) drawing.value = chunk.drawPart;
      else drawings.delete(kind);
    });
    return drawing;
  }

  const answer = signal<Slots['answer']['value']>(undefined);
  const panelView = signal<Fill | undefined>(undefined);

  return {
    answer,
    fetchAnswer() {
      void loadChunk('answer').then((chunk) => {
        answer.value = chunk ?? 'away';
      });
    },
    showConversations() {
      if (panelView.value) panelView.value = undefined;
      else
        void loadChunk('conversations').then((chunk) => {
          panelView.value = chunk?.drawConversations;
        });
    },
    loadChunk,
    partDrawing(kind) {
      const drawing = drawings.get(kind) ?? wanted(kind);
      drawings.set(kind, drawing);
      return drawing.value;
    },
    composerTools: signal([]),
    aboveField: signal([]),
    panelView,
  };
}
