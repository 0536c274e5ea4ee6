import { useId, useState } from 'preact/hooks';
import { channelsOfComputed } from './seen-contrast.ts';
import type { ThemingTexts } from './text/theming-texts.ts';
import { COLOURS, type Colour, isValue, MEASURES, type Measure, SHADES, type Shade, type Theme } from './theme.ts';

interface ThemeFormProps {
  texts: ThemingTexts;
  theme: Theme;
  change: (part: Partial<Theme>) => void;
}

/** What goes into the attributes of the line: enough for most. */
export function LineForm({ texts, theme, change }: ThemeFormProps) {
  const { line, colours } = texts;
  return (
    <form class="line-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{line.heading}</legend>
        <ValueField
          label={line.accent}
          hint={line.accentHint}
          name="accent"
          address="attribute"
          value={theme.accent}
          example="#0b5d5e"
          texts={texts}
          pick={colours.pick(line.accent)}
          // The attribute takes no other form.
          isRight={(value) => /^#[\da-f]{6}$/i.test(value)}
          take={(accent) => change({ accent })}
        />
        <div class="row">
          <Choice
            label={line.theme}
            names={line.themes}
            value={theme.theme}
            choose={(chosen) => change({ theme: chosen })}
          />
          <Choice
            label={line.position}
            names={line.positions}
            value={theme.position}
            choose={(position) => change({ position })}
          />
        </div>
      </fieldset>
    </form>
  );
}

/** Every custom property. */
export function PropertyForm({ texts, theme, change }: ThemeFormProps) {
  const { colours, measures } = texts;
  const changeColour = (shade: Shade, name: Colour, value: string) =>
    change({ colours: { ...theme.colours, [shade]: { ...theme.colours[shade], [name]: value || undefined } } });
  const shades = theme.theme === 'auto' ? SHADES : [theme.theme];
  return (
    <form class="property-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{colours.heading}</legend>
        <p class="muted">{colours.hint}</p>
        {COLOURS.map((name) => (
          <div class="row" key={name}>
            {shades.map((shade) => {
              const label =
                shades.length > 1
                  ? `${colours.names[name]}, ${colours.shades[shade].toLowerCase()}`
                  : colours.names[name];
              return (
                <ValueField
                  key={shade}
                  label={label}
                  property={name}
                  name={name}
                  address={`${shade}.${name}`}
                  value={theme.colours[shade][name] ?? ''}
                  example=""
                  texts={texts}
                  pick={colours.pick(label)}
                  take={(value) => changeColour(shade, name, value)}
                />
              );
            })}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{measures.heading}</legend>
        <p class="muted">{measures.hint}</p>
        <div class="row">
          {MEASURES.map((name) => (
            <ValueField
              key={name}
              label={measures.names[name]}
              property={name}
              name={name}
              address={name}
              value={theme.measures[name] ?? ''}
              example={measures.examples[name]}
              texts={texts}
              take={(value) => change({ measures: { ...theme.measures, [name]: value || undefined } })}
            />
          ))}
        </div>
      </fieldset>
    </form>
  );
}

interface ValueFieldProps {
  label: string;
  hint?: string;
  /** The custom property's name, shown in small print. */
  property?: string;
  name: Colour | Measure;
  value: string;
  /** What the value is called in the page's address (`theme-in-address.ts`). */
  address: string;
  /** What stands there as long as nothing does. */
  example: string;
  texts: ThemingTexts;
  /** The name of the button that opens the browser's own choice of colours. */
  pick?: string;
  isRight?: (value: string) => boolean;
  take: (value: string) => void;
}

/** Keeps what is typed; only what a browser understands is taken from it. */
function ValueField({
  label,
  hint,
  property,
  name,
  address,
  value,
  example,
  texts,
  pick,
  isRight,
  take,
}: ValueFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const isWrong = shown !== '' && !(isRight ?? ((text) => isValue(name, text)))(shown);
  const enter = (text: string) => {
    const clean = text.trim();
    const isTaken = clean === '' || (isRight ?? ((wanted) => isValue(name, wanted)))(clean);
    setTyped(isTaken && clean === text ? undefined : text);
    if (isTaken) take(clean);
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {property && <code>{`--guichet-${property}`}</code>}
      </label>
      <span class="value">
        {pick && (
          <input
            type="color"
            aria-label={pick}
            value={hexOf(shown) ?? '#808080'}
            data-empty={shown === ''}
            onInput={(event) => {
              setTyped(undefined);
              take(event.currentTarget.value);
            }}
          />
        )}
        <input
          id={id}
          name={address}
          class="input"
          value={shown}
          placeholder={example}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined}
          onInput={(event) => enter(event.currentTarget.value)}
        />
      </span>
      {isWrong && (
        <p class="field-error" id={`${id}-wrong`} role="alert">
          {texts.wrongValue}
        </p>
      )}
      {hint && (
        <p class="muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** For the browser's own choice, which knows no other form. @returns undefined for what is no colour */
function hexOf(colour: string): string | undefined {
  if (/^#[\da-f]{6}$/i.test(colour)) return colour;
  if (colour === '' || !CSS.supports('color', colour)) return undefined;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = colour;
  const channels = channelsOfComputed(getComputedStyle(probe).color);
  probe.remove();
  return channels.length === 3
    ? `#${channels.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
    : undefined;
}

interface ChoiceProps<Value extends string> {
  label: string;
  names: Record<Value, string>;
  value: Value;
  choose: (value: Value) => void;
}

function Choice<Value extends string>({ label, names, value, choose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => choose(event.currentTarget.value as Value)}>
        {(Object.keys(names) as Value[]).map((name) => (
          <option key={name} value={name} selected={name === value}>
            {names[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
