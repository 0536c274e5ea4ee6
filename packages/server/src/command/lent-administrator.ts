/** An administrator's sign-in at Open WebUI, asked for on the command line. */
import { cleanCredential } from '@guichet/keys';
import { answerSecondFactor, signIn } from '@guichet/openwebui/key-exchange';
import { type Desk, Secret } from '@guichet/openwebui/provision';
import type { SetUpTexts } from '../set-up/set-up-texts.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import type { Terminal } from './terminal.ts';

interface LendingParts {
  terminal: Terminal;
  openWebUi: Desk;
  texts: SetUpTexts;
  serverTexts: ServerTexts;
}

/** One sign-in, used for this run and kept nowhere. */
const say = (line: string) => process.stdout.write(`${line}\n`);

export async function lentAdministrator(
  { terminal, openWebUi, texts, serverTexts }: LendingParts,
  { session }: { session: boolean },
): Promise<Secret | undefined> {
  if (session) {
    const token = cleanCredential(await terminal.askHidden(`${texts.ask.session} `));
    if (token === undefined) say(texts.obstacle['not-administrator']);
    return token === undefined ? undefined : new Secret(token);
  }
  const email = await terminal.ask(texts.ask.email);
  const password = new Secret(await terminal.askHidden(texts.ask.password));
  const outcome = await signIn(openWebUi, { email, password });
  while (outcome.kind === 'second-factor' && outcome.step === 'verify') {
    const code = new Secret(await terminal.ask(texts.ask.code));
    const answered = await answerSecondFactor(openWebUi, outcome.challenge, { code });
    if (answered.kind === 'refused' && answered.why === 'wrong-code') {
      say(serverTexts.signIn.refused['wrong-code']);
      continue;
    }
    if (answered.kind === 'session') return answered.session.token;
    say(answered.kind === 'refused' ? serverTexts.signIn.refused[answered.why] : texts.nothingChanged);
    return undefined;
  }
  switch (outcome.kind) {
    case 'session':
      return outcome.session.token;
    case 'second-factor':
      say(serverTexts.signIn.secondFactor[outcome.step]);
      return undefined;
    case 'refused':
      say(serverTexts.signIn.refused[outcome.why]);
      return undefined;
    case 'limited':
      say(serverTexts.signIn.limited(outcome.limit.count, outcome.retryAfter));
      return undefined;
    default:
      say(texts.obstacle['not-reached']);
      return undefined;
  }
}
