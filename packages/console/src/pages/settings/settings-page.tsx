import '../../style/settings.css';
import { useEffect, useMemo } from 'preact/hooks';
import { locale } from '../../language/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { PageParts } from '../../parts/lazy-page.tsx';
import { settingsTexts } from '../../text/settings/texts.ts';
import { currentTexts } from '../../text/texts.ts';
import { PasswordSection } from './password-section.tsx';
import { settingGroups } from './setting-groups.ts';
import { SettingItem } from './setting-item.tsx';
import { SettingsModel } from './settings-model.ts';

/** Every setting with its value and origin; those that can be set here, set here. And the password. */
export function SettingsPage({ api, session, wizard }: PageParts) {
  const texts = currentTexts();
  const words = settingsTexts();
  const model = useMemo(() => new SettingsModel(api), [api]);
  // The server says what each is for in the language asked for.
  useEffect(() => void model.load(), [model, locale.value]);
  const settings = model.settings.value;
  const isRead = settings !== undefined;
  useEffect(() => {
    // A link to one setting comes to change it.
    const wanted = settings?.find(({ name, editable }) => editable && window.location.hash === `#${name}`);
    if (wanted) model.edit(wanted.name);
  }, [model, isRead]);
  const failure = model.failure.value;
  return (
    <>
      <h1>{texts.settings.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={`/guide/${locale.value}/settings`}>{words.guide}</a>
      </p>
      {failure && (
        <>
          <FailureNotice failure={failure} {...(!settings && { title: words.loadFailed })} />
          <div class="actions">
            <Button onPress={() => void model.load()}>{texts.tryAgain}</Button>
          </div>
        </>
      )}
      {!settings && !failure && <p class="waiting">{texts.loading}</p>}
      {settings &&
        settingGroups(settings).map(([group, members]) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{words.group[group]}</h2>
            <p class="muted">{words.groupLead[group]}</p>
            <div class="settings">
              {members.map((setting) => (
                <SettingItem
                  key={setting.name}
                  model={model}
                  setting={setting}
                  // The set-up speaks of the same settings.
                  onChanged={() => void wizard.load()}
                />
              ))}
            </div>
          </section>
        ))}
      <PasswordSection api={api} session={session} />
    </>
  );
}
