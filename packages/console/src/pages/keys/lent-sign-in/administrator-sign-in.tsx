import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { CodeStep } from '../exchange/code-step.tsx';
import { ElsewhereStep } from '../exchange/elsewhere-step.tsx';
import { LendStep } from '../exchange/lend-step.tsx';
import type { LentSignIn } from './lent-sign-in.ts';
import type { SignInForm } from './sign-in-taker.ts';

/** The sign-in of an administrator, in the section that needs it. */
export function AdministratorSignIn({ signIn, form }: { signIn: LentSignIn; form: SignInForm }) {
  const step = signIn.step.value;
  const language = useRef(locale.value);
  useEffect(() => {
    if (language.current !== locale.value) signIn.languageChanged();
    language.current = locale.value;
  }, [locale.value, signIn]);
  switch (step.kind) {
    case 'lend':
      return <LendStep exchange={signIn} step={step} form={form} />;
    case 'code':
      return <CodeStep exchange={signIn} step={step} form={form} />;
    case 'elsewhere':
      return <ElsewhereStep exchange={signIn} step={step} />;
    default:
      return null;
  }
}
