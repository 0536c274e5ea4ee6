/** The operators' routes in the OpenAPI document. Bodies are those of `contract/admin-api.ts` and its siblings. */
import { TOOL_MODES } from '@guichet/contract/site-settings';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnvironment } from '../http/request-context.ts';
import { problems } from '../http/route-docs.ts';
import { MAX_LISTED_ANSWERS } from './answer-routes.ts';

interface AdminRouteDescription {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  query?: Record<string, z.ZodType>;
  /** Fields of the JSON body. */
  body?: z.ZodObject;
  /** Name of the answer in `contract`; 204 without one. */
  answer?: string;
  /** Answers line by line while it works. */
  lines?: true;
}

const ticket = z.string().openapi({ description: 'Of a sign-in at Open WebUI; good for ten minutes.' });
const pasted = z.object({ text: z.string() });

const ROUTES: readonly AdminRouteDescription[] = [
  { method: 'get', path: 'session', summary: 'Whether one is signed in', answer: 'SessionView' },
  {
    method: 'post',
    path: 'session',
    summary: 'Sign in by a one-time link or by the password; a session that was held before ends',
    body: z.object({
      link: z.string().optional().openapi({ description: 'The token behind `#link=`.' }),
      password: z.string().optional(),
    }),
    answer: 'SessionView',
  },
  { method: 'delete', path: 'session', summary: 'Sign out' },
  {
    method: 'put',
    path: 'password',
    summary: 'Choose or change the password; every other session ends',
    body: z.object({
      password: z.string().openapi({ description: 'At least 12 characters.' }),
      current: z.string().optional().openapi({
        description: 'The one that holds now; not wanted within 30 minutes of a sign-in by link.',
      }),
    }),
    answer: 'SessionView',
  },
  {
    method: 'get',
    path: 'settings',
    summary: 'Every setting, where it comes from and what it overrides',
    answer: 'SettingsView',
  },
  {
    method: 'put',
    path: 'settings',
    summary: 'Keep settings in the console, all or none; they count at once',
    body: z.object({
      changes: z.record(z.string(), z.string().nullable()).openapi({
        description: 'By the name of the setting; `null` takes the console’s value away.',
      }),
    }),
    answer: 'SettingsChangeView',
  },
  { method: 'get', path: 'credential', summary: 'The credential in use, without its value', answer: 'CredentialView' },
  {
    method: 'put',
    path: 'credential',
    summary: 'Replace the credential, if Open WebUI takes the new one',
    body: pasted,
    answer: 'CredentialView',
  },
  { method: 'delete', path: 'credential', summary: 'Take the console’s credential away', answer: 'CredentialView' },
  {
    method: 'post',
    path: 'credential/inspect',
    summary: 'Say what a pasted text is; nothing is sent anywhere',
    body: pasted,
    answer: 'InspectionView',
  },
  {
    method: 'post',
    path: 'credential/probe',
    summary: 'Ask Open WebUI now whether it takes the credential',
    answer: 'CredentialView',
  },
  {
    method: 'post',
    path: 'openwebui/sign-in',
    summary: 'Sign in at Open WebUI, once: by address and password, by session token, or with the second factor’s code',
    body: z.object({
      email: z.string().optional(),
      password: z.string().optional(),
      sessionToken: z.string().optional(),
      ticket: ticket.optional(),
      code: z.string().optional(),
      recovery: z.boolean().optional(),
    }),
    answer: 'OpenWebUiSignInView',
  },
  {
    method: 'post',
    path: 'openwebui/exchange',
    summary: 'Exchange a session for a key that does not expire',
    body: z.object({ ticket, create: z.enum(['never', 'if-none', 'replace']).optional() }),
    answer: 'ExchangeView',
  },
  {
    method: 'get',
    path: 'openwebui/provision',
    summary: 'Whether something was set up here',
    answer: 'SetUpStateView',
  },
  {
    method: 'post',
    path: 'openwebui/provision/plan',
    summary: 'What a set-up would do; nothing is changed',
    body: z.object({ ticket, model: z.string().optional(), answers: z.record(z.string(), z.string()).optional() }),
    answer: 'SetUpPlanView',
  },
  {
    method: 'post',
    path: 'openwebui/provision/run',
    summary: 'Carry a plan out',
    body: z.object({ ticket, plan: z.string() }),
    answer: 'SetUpProgressView',
    lines: true,
  },
  {
    method: 'post',
    path: 'openwebui/provision/undo',
    summary: 'Take a set-up back',
    body: z.object({ ticket }),
    answer: 'SetUpProgressView',
    lines: true,
  },
  {
    method: 'get',
    path: 'openwebui/reach',
    summary: 'What the credential could do in wrong hands',
    answer: 'ReachView',
  },
  {
    method: 'post',
    path: 'openwebui/allow-list',
    summary: 'What restricting API keys would change',
    body: z.object({ ticket }),
    answer: 'AllowListView',
  },
  {
    method: 'post',
    path: 'openwebui/allow-list/apply',
    summary: 'Restrict API keys to what Guichet needs',
    body: z.object({ ticket }),
    answer: 'Done',
  },
  {
    method: 'post',
    path: 'openwebui/allow-list/undo',
    summary: 'Bring the former restriction back',
    body: z.object({ ticket }),
    answer: 'Done',
  },
  {
    method: 'get',
    path: 'openwebui/renewal',
    summary: 'Whether sessions are renewed by a service account',
    answer: 'RenewalView',
  },
  {
    method: 'put',
    path: 'openwebui/renewal',
    summary: 'Renew sessions by a service account whose password is kept in the safe',
    body: z.object({ email: z.string(), password: z.string() }),
    answer: 'RenewalView',
  },
  { method: 'delete', path: 'openwebui/renewal', summary: 'Forget the service account' },
  {
    method: 'get',
    path: 'openwebui/agent-account',
    summary: 'The sign-in that the whole agent needs besides the key',
    answer: 'AgentAccountView',
  },
  {
    method: 'put',
    path: 'openwebui/agent-account',
    summary: 'Sign in as the key’s own account and keep the sign-in in the safe',
    body: z.object({
      email: z.string(),
      password: z.string(),
      authenticatorKey: z
        .string()
        .optional()
        .openapi({ description: 'The secret of its authenticator, if it has one.' }),
    }),
    answer: 'AgentAccountView',
  },
  { method: 'delete', path: 'openwebui/agent-account', summary: 'Forget the sign-in and end its session' },
  {
    method: 'get',
    path: 'openwebui/whole-agent',
    summary: 'What stands in the way of the whole agent now; `?model=` names another model than the chosen one',
    answer: 'WholeAgentView',
  },
  {
    method: 'post',
    path: 'diagnosis',
    summary: 'Find out what is wrong, told while it is found; wholly, or one check and those it rests on',
    body: z.object({
      only: z.string().optional().openapi({ description: 'Id of a check, e.g. `key/accepted`.' }),
      browserTicks: z
        .object({ arrivals: z.array(z.number()), encoding: z.string().optional() })
        .optional()
        .openapi({ description: 'When each tick of `/v1/ticks` came in the browser, in ms after the request.' }),
    }),
    answer: 'DiagnosisLineView',
    lines: true,
  },
  {
    method: 'get',
    path: 'diagnosis',
    summary: 'The last whole diagnosis, by an operator or by the watch',
    answer: 'LastDiagnosisView',
  },
  {
    method: 'get',
    path: 'diagnosis/reference/{ref}',
    summary: 'What was behind an error that a visitor quotes',
    answer: 'VisitorErrorView',
  },
  { method: 'get', path: 'set-up', summary: 'Where the set-up wizard stands', answer: 'WizardView' },
  {
    method: 'put',
    path: 'set-up',
    summary: 'Remember the step that the operator has come to',
    body: z.object({ step: z.string() }),
    answer: 'WizardView',
  },
  {
    method: 'post',
    path: 'set-up/address',
    summary: 'Look at an address that is only typed yet; a later question of the same session breaks this one off',
    body: pasted,
    answer: 'AddressCheckView',
  },
  {
    method: 'post',
    path: 'set-up/site',
    summary: 'Look at a page of one’s own: is the line there, and does the page’s policy let the chat run',
    body: z.object({ url: z.string() }),
    answer: 'SiteLookView',
  },
  {
    method: 'get',
    path: 'models',
    summary: 'The models that the credential can see, or why there are none',
    answer: 'ModelListView',
  },
  {
    method: 'get',
    path: 'sites/{site}/assistant',
    summary: 'What the assistant of a site has to work with, and how far it may use it',
    answer: 'AssistantView',
  },
  {
    method: 'put',
    path: 'sites/{site}/assistant',
    summary: 'Choose how far tools may go, and what visitors are shown of them; it counts from the next question on',
    body: z.object({
      tools: z.enum(TOOL_MODES).optional(),
      followUps: z.boolean().optional(),
      showToolArguments: z.boolean().optional(),
    }),
    answer: 'AssistantChangeView',
  },
  {
    method: 'get',
    path: 'answers',
    summary: 'How the newest answers went: rounds, tools, times, ends; nothing of what was written',
    query: {
      limit: z
        .string()
        .optional()
        .openapi({ description: `1 to ${MAX_LISTED_ANSWERS}; 50 without it.` }),
    },
    answer: 'AnswersView',
  },
  { method: 'get', path: 'audit', summary: 'What was done, newest first', answer: 'AuditEntryView' },
];

export function describeAdminRoutes(app: OpenAPIHono<AppEnvironment>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'operator', {
    type: 'apiKey',
    in: 'cookie',
    name: 'guichet_session',
  });
  for (const { method, path, summary, query, body, answer, lines } of ROUTES) {
    const params = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    app.openAPIRegistry.registerPath({
      method,
      path: `/admin/api/${path}`,
      summary,
      tags: ['operators'],
      security: [{ operator: [] }],
      request: {
        ...(params.length > 0
          ? { params: z.object(Object.fromEntries(params.map((name) => [name, z.string()]))) }
          : {}),
        ...(query && { query: z.object(query) }),
        ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
      },
      responses: {
        ...(answer === undefined
          ? { 204: { description: 'Done.' } }
          : {
              200: {
                description: lines ? `Lines of \`${answer}\`.` : `\`${answer}\`.`,
                content: {
                  [lines ? 'application/x-ndjson' : 'application/json']: {
                    schema: { type: lines ? 'string' : 'object' },
                  },
                },
              },
            }),
        ...problems({ 401: 'Not signed in', 403: 'Not from our own pages' }),
      },
    });
  }
}
