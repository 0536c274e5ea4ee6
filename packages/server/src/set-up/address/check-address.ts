/** The doctor's look at an address that is only typed yet: its form, its name, its network, and who answers there. */
import type { Locale } from '@guichet/contract/locale';
import type { AddressCheckView } from '@guichet/contract/set-up-api';
import {
  ALL_CHECKS,
  createDoctorTools,
  type DoctorRun,
  type DoctorTools,
  makeReport,
  runDoctor,
} from '@guichet/doctor';
import { checkedLookup, leadsToForbidden } from '../forbidden-address.ts';
import type { WizardTexts } from '../wizard-texts.ts';
import { cleanAddress } from './clean-address.ts';

/** Somebody is typing: what is not known by then is as good as an address that does not answer. */
const CHECK_LIMIT_MS = 6_000;

/** Everything below the credential. */
const CHECKS = ALL_CHECKS.filter(({ id }) => /^(address|network|upstream)\//.test(id));

export interface AddressCheckParts {
  locale: Locale;
  texts: WizardTexts;
  /** Aborted when a later check takes this one's place, or nobody waits for it any more. */
  signal: AbortSignal;
  makeTools?: () => DoctorTools;
}

export async function checkAddress(text: string, parts: AddressCheckParts): Promise<AddressCheckView> {
  const { locale, texts, signal, makeTools = createCheckedTools } = parts;
  const cleaned = cleanAddress(text);
  if (cleaned.kind !== 'address') return refused(texts.address[cleaned.kind]);
  if (await leadsToForbidden(cleaned.candidates[0] ?? '')) return refused(texts.address.forbidden);
  const runs: { address: string; run: DoctorRun }[] = [];
  for (const address of cleaned.candidates) {
    signal.throwIfAborted();
    const run = await runOnce(address, makeTools(), signal);
    runs.push({ address, run });
    if (isUsable(run) || !couldBeOtherScheme(run)) break;
  }
  const best = runs.find(({ run }) => isUsable(run)) ?? runs[0];
  if (!best) return refused(texts.address.none);
  const notes = [
    ...(cleaned.leftOut === undefined || new URL(best.address).pathname !== '/'
      ? []
      : [texts.address.leftOut(cleaned.leftOut)]),
    ...(cleaned.schemeAdded ? [texts.address.schemeAdded(`${new URL(best.address).protocol}//`)] : []),
  ];
  return {
    address: best.address,
    usable: isUsable(best.run),
    ...(best.run.version !== undefined && { version: best.run.version }),
    ...(notes.length !== 0 && { cleaned: notes.join(' ') }),
    findings: makeReport(best.run, locale).checks.filter(({ status }) => status === 'fail' || status === 'warn'),
  };
}

function refused(refusal: string): AddressCheckView {
  return { usable: false, refusal, findings: [] };
}

async function runOnce(baseUrl: string, tools: DoctorTools, signal: AbortSignal): Promise<DoctorRun> {
  const stop = () => void tools.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const run = await runDoctor({ baseUrl }, { checks: CHECKS, tools, limits: { totalMs: CHECK_LIMIT_MS } });
    signal.throwIfAborted();
    return run;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Nothing failed, and it was Open WebUI that answered. */
function isUsable({ results }: DoctorRun): boolean {
  const failed = results.some(({ outcome }) => outcome.status === 'fail' || outcome.status === 'crashed');
  return !failed && results.some(({ id, outcome }) => id === 'upstream/is-open-webui' && outcome.status === 'ok');
}

/** A name that cannot be found is not found by the other scheme either. */
function couldBeOtherScheme({ results }: DoctorRun): boolean {
  return !results.some(({ id, outcome }) => id === 'network/name' && outcome.status === 'fail');
}

/** A name may lead elsewhere from one look-up to the next, so each connection makes sure by itself. */
function createCheckedTools(): DoctorTools {
  return createDoctorTools([], { lookup: checkedLookup });
}
