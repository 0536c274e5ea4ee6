/**
 * From an empty data folder to the first answer, over HTTP alone, the way the wizard goes: claim, password, address,
 * sign-in as administrator, set up for me, model, place, and a visitor who asks.
 */
import type { OpenWebUiSignInView, SetUpPlanView, SetUpProgressView } from '@guichet/contract/admin-api';
import type {
  AddressCheckView,
  ModelListView,
  SessionView,
  SettingsChangeView,
  WizardStep,
  WizardView,
} from '@guichet/contract/set-up-api';
import { Operator } from './operator.ts';
import { ORIGIN, VisitorClient } from './visitor-client.ts';

export interface WalkParts {
  guichetUrl: string;
  /** What stands behind `#link=` in the log. */
  link: string;
  /** As somebody pastes it, with what is too much. */
  typedAddress: string;
  administrator: { email: string; password: string };
  model: string;
  password: string;
}

export interface Walk {
  /** What was done, in order, and how long it took. */
  steps: { name: string; ms: number }[];
  answer: string;
  /** How many pieces the answer came in. */
  pieces: number;
  /** Takes back what was set up in Open WebUI. */
  undo(): Promise<void>;
}

/** @throws Error that names the step and what was answered instead */
export async function walkToFirstAnswer(parts: WalkParts): Promise<Walk> {
  const operator = new Operator(parts.guichetUrl);
  const undo = async () => {
    const again = await signIn(operator, parts.administrator);
    await progress(operator, '/openwebui/provision/undo', { ticket: again });
  };
  try {
    return { ...(await walk(operator, parts)), undo };
  } catch (error) {
    // What comes after it on the same server must not find what this left behind.
    await undo().catch(() => undefined);
    throw error;
  }
}

async function walk(operator: Operator, parts: WalkParts): Promise<Omit<Walk, 'undo'>> {
  const steps: Walk['steps'] = [];
  const wizard = () => operator.ask<WizardView>('GET', '/set-up');

  async function step<Result>(name: string, after: WizardStep, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    steps.push({ name, ms: Math.round(performance.now() - began) });
    const { step: stands } = await wizard();
    if (stands !== after) throw new Error(`After "${name}" the wizard stands at "${stands}" and not at "${after}".`);
    return result;
  }

  await step('claim', 'password', async () => {
    const session = await operator.ask<SessionView>('POST', '/session', { link: parts.link });
    expectFacts(session, { signedIn: true, claimed: true });
  });
  await step('password', 'address', async () => {
    expectFacts(await operator.ask('PUT', '/password', { password: parts.password }), { hasPassword: true });
  });
  await step('address', 'credential', async () => {
    const seen = await operator.ask<AddressCheckView>('POST', '/set-up/address', { text: parts.typedAddress });
    expectFacts(seen, { usable: true });
    await keep(operator, { OPENWEBUI_URL: seen.address ?? '' });
  });
  const ticket = await step('sign-in as administrator', 'credential', () => signIn(operator, parts.administrator));
  await step('set up for me', 'model', () => setUp(operator, ticket, parts.model));
  await step('model', 'place', async () => {
    const list = await operator.ask<ModelListView>('GET', '/models');
    if (!list.models.some(({ id }) => id === parts.model)) throw new Error(`No such model: ${JSON.stringify(list)}`);
    await keep(operator, { OPENWEBUI_MODEL: parts.model });
  });
  await step('place', 'try', () => keep(operator, { GUICHET_ALLOWED_ORIGINS: ORIGIN }));
  const run = await step('first answer', 'try', async () => {
    const visitor = await VisitorClient.arrive(parts.guichetUrl);
    return visitor.ask(await visitor.newConversation(), 'hi');
  });
  if (run.end.event !== 'done') throw new Error(`The first answer ended so: ${JSON.stringify(run.end)}`);
  await operator.ask('PUT', '/set-up', { step: 'done' satisfies WizardStep });
  return {
    steps,
    answer: run.text,
    pieces: run.messages.filter(({ event }) => event === 'delta').length,
  };
}

async function signIn(operator: Operator, administrator: WalkParts['administrator']): Promise<string> {
  const answer = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', administrator);
  if (answer.kind !== 'session') throw new Error(`The sign-in was answered so: ${JSON.stringify(answer)}`);
  return answer.ticket;
}

async function setUp(operator: Operator, ticket: string, model: string): Promise<void> {
  const plan = await operator.ask<SetUpPlanView>('POST', '/openwebui/provision/plan', { ticket, model });
  if (plan.plan === undefined) throw new Error(`There is no plan: ${JSON.stringify(plan)}`);
  await progress(operator, '/openwebui/provision/run', { ticket, plan: plan.plan });
}

async function progress(operator: Operator, place: string, body: object): Promise<void> {
  const lines = (await (await operator.request('POST', place, body)).text()).trim().split('\n');
  const end = JSON.parse(lines.at(-1) ?? '{}') as SetUpProgressView;
  if (end.kind !== 'end' || !end.ok) throw new Error(`It ended so: ${lines.at(-1)}`);
}

async function keep(operator: Operator, changes: Record<string, string>): Promise<void> {
  expectFacts(await operator.ask<SettingsChangeView>('PUT', '/settings', { changes }), { kind: 'changed' });
}

function expectFacts(answer: object, facts: Record<string, unknown>): void {
  const given = answer as Record<string, unknown>;
  const wrong = Object.keys(facts).find((name) => given[name] !== facts[name]);
  if (wrong !== undefined) throw new Error(`Not as expected (${wrong}): ${JSON.stringify(answer)}`);
}
