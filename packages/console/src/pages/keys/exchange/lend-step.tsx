import { useSignal } from '@preact/signals';
import { lazyPage } from '../../../parts/lazy-page.tsx';
import { currentTexts } from '../../../text/texts.ts';
import { EXCHANGE_FORM } from '../lent-sign-in/sign-in-taker.ts';
import { PasswordForm } from './password-form.tsx';
import { Refusal } from './refusal.tsx';
import type { SignInStepProps } from './step-props.ts';

const TokenForm = lazyPage<SignInStepProps<'lend'>>(() =>
  import('./token-form.tsx').then((module) => module.TokenForm),
);

type Way = 'password' | 'token';

/** One sign-in, or the session token of one. */
export function LendStep({ exchange, step, form = EXCHANGE_FORM }: SignInStepProps<'lend'>) {
  const texts = currentTexts().exchange;
  const way = useSignal<Way>('password');
  const ways: [Way, string][] = [
    ['password', texts.wayPassword],
    ['token', texts.wayToken],
  ];
  return (
    <>
      <Refusal refusal={step.refusal} failure={step.failure} />
      <fieldset class="ways">
        <legend>{texts.way}</legend>
        {ways.map(([value, label]) => (
          <label key={value} class="way">
            <input
              type="radio"
              name={`${form.id}-way`}
              checked={way.value === value}
              onChange={() => {
                way.value = value;
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {way.value === 'password' ? (
        <PasswordForm exchange={exchange} step={step} form={form} />
      ) : (
        <TokenForm exchange={exchange} step={step} form={form} />
      )}
    </>
  );
}
