import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { currentTexts } from '../text/texts.ts';
import { INPUT_TYPE } from './input-type.ts';

export interface PasswordFieldProps {
  id: string;
  label: string;
  value: Signal<string>;
  /** What the browser's password manager is to do with it. */
  autocomplete: 'current-password' | 'new-password' | 'off';
  hint?: ComponentChildren;
  error?: string | undefined;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** A password, which one may look at: what was seen needs no second field to be typed again. */
export function PasswordField(props: PasswordFieldProps) {
  const { id, label, value, hint, error } = props;
  const { passwordField: words } = currentTexts();
  const own = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? own;
  const isShown = useSignal(false);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="revealing">
        <input
          id={id}
          ref={input}
          class="input"
          {...INPUT_TYPE[isShown.value ? 'text' : 'password']}
          value={value.value}
          autocomplete={props.autocomplete}
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
        <button
          type="button"
          class="button plain reveal"
          aria-label={isShown.value ? words.hideLong : words.showLong}
          onClick={() => {
            isShown.value = !isShown.value;
            input.current?.focus();
          }}
        >
          {isShown.value ? words.hide : words.show}
        </button>
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
