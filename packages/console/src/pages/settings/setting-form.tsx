import type { SettingView } from '@guichet/contract/set-up-api';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { settingsTexts } from '../../text/settings/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import type { SettingsModel } from './settings-model.ts';

export interface SettingFormProps {
  model: SettingsModel;
  setting: SettingView;
  onChanged: () => void;
}

/** Changes one setting in its place; what the server says against it stands under the field. */
export function SettingForm({ model, setting, onChanged }: SettingFormProps) {
  const texts = currentTexts();
  const words = settingsTexts();
  const { name, example } = setting;
  const text = useSignal(setting.value ?? '');
  const field = useRef<HTMLInputElement>(null);
  const result = model.result.value;
  useEffect(() => field.current?.focus(), []);
  const save = useAction(async () => {
    await model.save(name, text.value);
    const kind = model.result.value?.kind;
    if (kind === 'changed') onChanged();
    else if (kind === 'refused' || kind === 'failed') field.current?.focus();
  });
  const hints = [words.example({ example }), ...(name === 'GUICHET_ALLOWED_ORIGINS' ? [words.listHint] : [])];
  return (
    <Form class="form" onSubmit={save.run}>
      <TextField
        id={`value-${name}`}
        label={words.valueOf({ name })}
        value={text}
        autocomplete="off"
        hint={[...hints, words.emptied].join(' ')}
        inputRef={field}
        error={result?.kind === 'refused' && result.name === name ? result.text : undefined}
      />
      <div class="actions">
        <Button look="main" type="submit" busy={save.busy.value} busyLabel={texts.saving}>
          {texts.save}
        </Button>
        <Button onPress={() => model.cancel()}>{texts.cancel}</Button>
      </div>
    </Form>
  );
}
