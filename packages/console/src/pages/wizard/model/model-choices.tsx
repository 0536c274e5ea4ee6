import type { ModelChoiceView } from '@guichet/contract/set-up-api';
import type { Signal } from '@preact/signals';
import { wizardTexts } from '../../../text/wizard/texts.ts';

export interface ModelChoicesProps {
  models: readonly ModelChoiceView[];
  chosen: Signal<string | undefined>;
}

/** Each with its name, what its owner says of it, and the questions it suggests. */
export function ModelChoices({ models, chosen }: ModelChoicesProps) {
  const words = wizardTexts().model;
  return (
    <fieldset class="choices">
      <legend>{words.list}</legend>
      {models.map(({ id, name, description, suggestions }, place) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name="model"
            checked={chosen.value === id}
            aria-describedby={`model-${place}`}
            onChange={() => {
              chosen.value = id;
            }}
          />
          <span>
            <span class="choice-name">{name}</span>
            <span class="choice-hint" id={`model-${place}`}>
              {name !== id && <code>{id}</code>}
              {description && <span class="choice-text">{description}</span>}
              {suggestions.length > 0 && (
                <span class="choice-text">
                  {words.suggests} {suggestions.map((suggestion) => words.quoted({ text: suggestion })).join(', ')}
                </span>
              )}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
