import { describe, expect, it } from 'vitest';
import { type FailedReply, translateReply } from './error-table.ts';
import { FRONT_REPLIES_SAID, type SaidByFront } from './front-replies-said.ts';
import { type FrontMatter, knownFront, wordOfFront } from './front-reply.ts';
import { PROVIDER_ERRORS_SAID } from './provider-errors-said.ts';
import { RECORDED_VERSIONS, recordedReplies } from './recorded-replies.ts';

const MEANS: Readonly<Record<FrontMatter, string>> = {
  down: 'connection-refused assistant-unavailable probable',
  slow: 'timeout assistant-timeout probable',
  certificate: 'tls-invalid assistant-misconfigured probable',
  limit: 'not-open-webui assistant-busy probable',
  filter: 'not-open-webui assistant-misconfigured probable',
  guard: 'not-open-webui assistant-misconfigured probable',
  'nothing-here': 'not-open-webui assistant-misconfigured probable',
  'too-large': 'not-open-webui assistant-misconfigured probable',
  untold: 'not-open-webui assistant-misconfigured probable',
};

function asReply({ status, contentType, text, headers }: SaidByFront, more: Partial<FailedReply>): FailedReply {
  return { status, contentType, text, frontHeaders: headers, credential: 'api-key', ...more };
}

function means(reply: FailedReply): string {
  const { cause, code, confidence } = translateReply(reply);
  return `${cause} ${code} ${confidence}`;
}

const named = FRONT_REPLIES_SAID.map((said) => {
  const name = `${said.status} ${said.text.replace(/\s+/g, ' ').slice(0, 90)}`;
  return [said.front, name, said] as const;
});

/** What these say, anybody may: an empty body, the name of a status, a page without a sign. */
const NAMELESS =
  /^(Caddy|nginx|Pinggy|LocalXpose|Gitpod|go-away|DDoS guard|AWS load balancer|Tailscale Funnel|Spring|Express|KrakenD|Traefik 4(01|03|29)|Fly.io 503|Render 502|AWS API Gateway 503)\b/;
/** Built on another one, whose words they are. */
const SPEAKS_AS: Readonly<Record<string, string>> = { Coolify: 'Traefik', 'Google Cloud 504 text/plain': 'Envoy' };

function nameOf({ front, status, contentType }: SaidByFront): string | undefined {
  if (NAMELESS.test(`${front} ${status}`)) return undefined;
  return SPEAKS_AS[front] ?? SPEAKS_AS[`${front} ${status} ${contentType.split(';')[0]}`] ?? front;
}

describe('what a front says in place of Open WebUI', () => {
  it.each(named)('%s: %s', (_front, _name, said) => {
    expect(wordOfFront(said).matter).toBe(said.matter);
    const reply = asReply(said, { marked: false, marksOthers: true });
    expect(means(reply)).toBe(MEANS[said.matter]);
    expect(translateReply(reply).matter).toBeUndefined();
  });

  it('is the provider’s where Open WebUI has marked it', () => {
    for (const said of FRONT_REPLIES_SAID.filter(({ contentType }) => contentType === 'text/plain; charset=utf-8')) {
      const failure = translateReply(asReply(said, { marked: true, marksOthers: true }));
      expect(failure.front, said.text).toBeUndefined();
      expect(failure.cause, said.text).toMatch(/^provider-/);
    }
  });

  it('is known by its words where nobody knows whether marks come through', () => {
    for (const said of FRONT_REPLIES_SAID) {
      if (!knownFront(said)) continue;
      expect(means(asReply(said, { marked: false })), said.text).toBe(MEANS[said.matter]);
    }
  });

  it('says for certain whose word it is neither by a status nor without a mark', () => {
    for (const [status, message] of [
      [401, 'Unauthorized'],
      [403, 'Forbidden'],
      [429, 'API Rate limit exceeded'],
      [402, 'x'],
    ] as const) {
      for (const body of [{ message }, { error: message }, { code: 1, msg: message }]) {
        const reply = {
          status,
          contentType: 'application/json',
          text: JSON.stringify(body),
          credential: 'api-key',
        } as const;
        expect(translateReply({ ...reply, marked: false }).confidence, reply.text).toBe('probable');
        expect(translateReply({ ...reply, marked: true }).confidence, reply.text).toBe('certain');
      }
    }
  });

  it.each(named)('%s: %s, by its name', (_front, _name, said) => {
    expect(wordOfFront(said).front).toBe(nameOf(said));
  });
});

describe('what is not a front’s', () => {
  it('is an exception inside Open WebUI, which is not marked either', () => {
    const crash = { status: 500, contentType: 'text/plain; charset=utf-8', text: 'Internal Server Error' };
    expect(means({ ...crash, marked: false, marksOthers: true, credential: 'api-key' })).toBe(
      'unknown assistant-unavailable unknown',
    );
  });

  it('is no recorded refusal of Open WebUI’s, even where its marks are taken away', () => {
    for (const version of RECORDED_VERSIONS) {
      for (const { status, contentType, body } of recordedReplies(version)) {
        if (status < 400 || body === 'upstream sad' || contentType?.startsWith('text/html')) continue;
        const reply = { status, contentType: contentType ?? '', text: body, credential: 'api-key' } as const;
        expect(translateReply({ ...reply, marked: false }).front, body).toBeUndefined();
      }
    }
  });

  it('is no provider’s error in a provider’s shape, even where marks are taken away', () => {
    for (const { status, body, provider } of PROVIDER_ERRORS_SAID) {
      if (typeof body === 'string' || provider === 'a proxy') continue;
      const reply = {
        status,
        contentType: 'application/json',
        text: JSON.stringify(body),
        credential: 'api-key',
      } as const;
      expect(translateReply({ ...reply, marked: false }).front, reply.text).toBeUndefined();
    }
  });
});
