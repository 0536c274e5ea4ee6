/**
 * The field for anything that may be a key: what it is, whose, where it belongs and when it dies stands under it while
 * one types. Nothing is sent for that. Once left, the value is hidden until the field is emptied.
 */
import type { Recognition } from '@guichet/keys';
import { explain } from '@guichet/keys/text';
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../language/language.ts';
import { currentTexts } from '../text/texts.ts';
import { menuMarks } from '../words/menu-marks.ts';
import { announce } from './announcer.tsx';
import { Icon } from './icon.tsx';
import { INPUT_TYPE } from './input-type.ts';
import { recognitionView } from './recognition-view.ts';

export interface KeyFieldProps {
  id: string;
  label: string;
  /** The text as it was pasted, line breaks included. */
  value: Signal<string>;
  recognition: Recognition;
  error?: string | undefined;
  /** In a place that wants something else: said instead of what the recognised value means and where it goes. */
  aside?: string | undefined;
  /** Stands where the verdict will be, as long as the field is empty: what to put in, and where it is found. */
  children: ComponentChildren;
}

/** Typing stands still this long before the verdict is read out. */
const STILL_MS = 700;

export function KeyField({ id, label, value, recognition, error, aside, children }: KeyFieldProps) {
  const texts = currentTexts();
  const masked = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const isEmpty = value.value === '';
  useEffect(() => {
    if (isEmpty) masked.value = false;
  }, [isEmpty, masked]);
  const view = recognitionView(recognition);
  const said = view && explain(recognition, locale.value);
  const verdict = view && !aside ? `${texts.keyField[view.verdict]}.` : '';
  useAnnouncement(said && `${verdict} ${said.what} ${aside ?? said.meaning}`.trim());

  function clear(): void {
    value.value = '';
    input.current?.focus();
  }

  return (
    <div class="field key-field">
      <label for={id}>{label}</label>
      <div class="key-input">
        <input
          id={id}
          ref={input}
          class="input mono"
          {...INPUT_TYPE[masked.value ? 'password' : 'text']}
          value={value.value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          data-1p-ignore
          data-lpignore="true"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${error ? `${id}-error ` : ''}${id}-recognition`}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            // A field of one line would glue several lines together, and a key to its neighbour.
            if (!isWholeValue(event.currentTarget) || !/[\r\n]/.test(pasted)) return;
            event.preventDefault();
            value.value = pasted;
          }}
          onBlur={() => {
            masked.value = value.value !== '';
          }}
        />
        {!isEmpty && (
          <button type="button" class="button plain clear" aria-label={texts.clear} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class={`recognition ${view ? view.tone : 'empty'}`} id={`${id}-recognition`}>
        {view && said ? (
          <>
            <p class="verdict">
              <Icon name={view.tone} />
              <span>
                {verdict && <strong>{verdict} </strong>}
                {said.what}
              </span>
            </p>
            <p>{aside ?? said.meaning}</p>
            {!aside && <p>{menuMarks(said.next)}</p>}
            {said.cleaned && <p class="muted">{said.cleaned}</p>}
          </>
        ) : (
          children
        )}
      </div>
    </div>
  );
}

function isWholeValue({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

function useAnnouncement(text: string | undefined): void {
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => announce(text), STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
}
