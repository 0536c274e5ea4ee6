import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { INPUT_TYPE } from './input-type.ts';

export interface TextFieldProps {
  id: string;
  label: string;
  value: Signal<string>;
  type?: keyof typeof INPUT_TYPE;
  autocomplete: 'off' | 'url' | 'username' | 'current-password' | 'one-time-code';
  inputMode?: 'numeric' | 'email' | 'text' | 'url';
  hint?: string;
  error?: string | undefined;
  inputRef?: RefObject<HTMLInputElement | null>;
  narrow?: boolean;
  /** Id of something further that speaks of what stands in the field. */
  describedBy?: string | undefined;
  /** After each change by hand. */
  onType?: () => void;
}

/** A label, what it is for, a field, and what is wrong with what stands in it. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, type = 'text', hint, error } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`, props.describedBy].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(props.inputRef && { ref: props.inputRef })}
        class={props.narrow ? 'input narrow' : 'input'}
        {...INPUT_TYPE[type]}
        value={value.value}
        autocomplete={props.autocomplete}
        inputMode={props.inputMode ?? 'text'}
        spellcheck={false}
        autocapitalize="off"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => {
          value.value = event.currentTarget.value;
          props.onType?.();
        }}
      />
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
