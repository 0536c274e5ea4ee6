import type { SettingView } from '@guichet/contract/set-up-api';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { settingsTexts } from '../../text/settings/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { originText } from './origin-text.ts';
import { SettingForm } from './setting-form.tsx';
import { SettingResultNote } from './setting-result-note.tsx';
import type { SettingsModel } from './settings-model.ts';
import { shownValue } from './shown-value.ts';

export interface SettingItemProps {
  model: SettingsModel;
  setting: SettingView;
  onChanged: () => void;
}

/** One setting: what it is for, its value, where that comes from, what it keeps from counting. */
export function SettingItem({ model, setting, onChanged }: SettingItemProps) {
  const texts = currentTexts();
  const words = settingsTexts();
  const { name, origin, overridden, editable } = setting;
  const isOpen = model.open.value === name;
  const result = model.result.value?.name === name ? model.result.value : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The form, and the button in it, are gone.
    if (wasOpen.current && !isOpen) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const value = shownValue(setting, words);
  const isKey = name === 'OPENWEBUI_API_KEY';
  return (
    <article class="setting" id={name} aria-labelledby={`name-${name}`}>
      <h3 id={`name-${name}`} ref={heading} tabIndex={-1}>
        {setting.meaning.replace(/\.$/, '')}
      </h3>
      <p class="setting-name">
        <code>{name}</code>
      </p>
      {!isOpen && (
        <dl class="setting-facts">
          <div class="fact">
            <dt>{words.value}</dt>
            <dd>{value.isWords ? value.text : <code>{value.text}</code>}</dd>
          </div>
          {origin.kind !== 'default' && (
            <div class="fact">
              <dt>{words.origin}</dt>
              <dd>{originText(origin, words)}</dd>
            </div>
          )}
        </dl>
      )}
      {!isOpen && overridden.length > 0 && (
        <div class="setting-overridden">
          <p>{words.overridden}</p>
          <ul>
            {overridden.map((one) => (
              <li key={JSON.stringify(one.origin)}>
                {originText(one.origin, words)}
                {one.value !== undefined && (
                  <>
                    {' – '}
                    <code>{one.value}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isOpen && <SettingForm model={model} setting={setting} onChanged={onChanged} />}
      {result && <SettingResultNote model={model} result={result} onChanged={onChanged} />}
      {!isOpen && editable && (
        <div class="actions">
          <Button onPress={() => model.edit(name)} name={words.editName({ name })}>
            {texts.edit}
          </Button>
        </div>
      )}
      {!isOpen && isKey && (
        <p>
          <a href="/console/keys">{words.keysLink}</a>
        </p>
      )}
    </article>
  );
}
