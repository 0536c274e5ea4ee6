import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../../language/language.ts';
import { currentTexts } from '../../../text/texts.ts';
import type { KeysParts } from '../keys-parts.ts';
import { AdministratorStep } from './administrator-step.tsx';
import { CodeStep } from './code-step.tsx';
import { DoneStep } from './done-step.tsx';
import { ElsewhereStep } from './elsewhere-step.tsx';
import type { ExchangeModel } from './exchange-model.ts';
import type { LentSession } from './exchange-step.ts';
import { FailedStep } from './failed-step.tsx';
import { KeysOffStep } from './keys-off-step.tsx';
import { LendStep } from './lend-step.tsx';
import { NoKeyStep } from './no-key-step.tsx';
import { WouldReplaceStep } from './would-replace-step.tsx';

export interface ExchangeSectionProps extends KeysParts {
  /** Brings the set-up section before one's eyes, where it is not there anyway. */
  onSetUp?: () => void;
}

/** From a sign-in, or a session token, to a key that does not expire. */
export function ExchangeSection({ exchange, keys, administrator, onSetUp }: ExchangeSectionProps) {
  const texts = currentTexts().exchange;
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useRef(locale.value);
  const kind = useRef(exchange.step.value.kind);
  useEffect(() => {
    if (language.current !== locale.value) void exchange.languageChanged();
    language.current = locale.value;
  }, [locale.value, exchange]);
  useEffect(() => {
    const isBack = kind.current !== 'lend' && exchange.step.value.kind === 'lend';
    kind.current = exchange.step.value.kind;
    // The button that was pressed is gone with its step.
    if (isBack && document.activeElement === document.body) heading.current?.focus();
  }, [exchange.step.value.kind]);
  const inUse = keys.credential.value?.view.held?.fingerprint;
  useEffect(() => {
    const step = exchange.step.peek();
    // Another key took the place of the one that is spoken of here.
    if (step.kind === 'done' && step.held?.fingerprint !== inUse) exchange.beginAgain();
  }, [inUse, exchange]);
  function toSetUp(session: LentSession): void {
    administrator.take(session);
    exchange.beginAgain();
    onSetUp?.();
    requestAnimationFrame(() => document.getElementById('set-up-heading')?.focus());
  }
  return (
    <section id="exchange" aria-labelledby="exchange-heading">
      <h2 id="exchange-heading" ref={heading} tabIndex={-1}>
        {texts.heading}
      </h2>
      <p>{texts.lead}</p>
      <p class="muted">{texts.better}</p>
      <div class="step">
        <Step exchange={exchange} onSetUp={toSetUp} />
      </div>
    </section>
  );
}

function Step({ exchange, onSetUp }: { exchange: ExchangeModel; onSetUp: (session: LentSession) => void }) {
  const step = exchange.step.value;
  switch (step.kind) {
    case 'lend':
      return <LendStep exchange={exchange} step={step} />;
    case 'code':
      return <CodeStep exchange={exchange} step={step} />;
    case 'elsewhere':
      return <ElsewhereStep exchange={exchange} step={step} />;
    case 'administrator':
      return <AdministratorStep exchange={exchange} step={step} onSetUp={onSetUp} />;
    case 'looking':
      return <p class="waiting">{currentTexts().exchange.looking}</p>;
    case 'no-key':
      return <NoKeyStep exchange={exchange} step={step} />;
    case 'would-replace':
      return <WouldReplaceStep exchange={exchange} step={step} />;
    case 'keys-off':
      return <KeysOffStep exchange={exchange} step={step} />;
    case 'failed':
      return <FailedStep exchange={exchange} step={step} />;
    case 'done':
      return <DoneStep exchange={exchange} step={step} />;
    default:
      return step satisfies never;
  }
}
