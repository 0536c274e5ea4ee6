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

const ticket = z.string().openapi({ description: 'From a sign-in to Open WebUI. Valid for ten minutes.' });
const pasted = z.object({ text: z.string() });

const ROUTES: readonly AdminRouteDescription[] = [
  { method: 'get', path: 'session', summary: 'Check whether you are signed in', answer: 'SessionView' },
  {
    method: 'post',
    path: 'session',
    summary: 'Sign in with a one-time link or the password. Ends the previous session',
    body: z.object({
      link: z.string().optional().openapi({ description: 'The token after `#link=`.' }),
      password: z.string().optional(),
    }),
    answer: 'SessionView',
  },
  { method: 'delete', path: 'session', summary: 'Sign out' },
  {
    method: 'put',
    path: 'password',
    summary: 'Set or change the password. Ends all other sessions',
    body: z.object({
      password: z.string().openapi({ description: 'At least 12 characters.' }),
      current: z.string().optional().openapi({
        description: 'The current password. Not needed within 30 minutes of a sign-in with a link.',
      }),
    }),
    answer: 'SessionView',
  },
  {
    method: 'get',
    path: 'settings',
    summary: 'List every setting, its source and what it overrides',
    answer: 'SettingsView',
  },
  {
    method: 'put',
    path: 'settings',
    summary: 'Change settings in the console, all or none. They apply immediately',
    body: z.object({
      changes: z.record(z.string(), z.string().nullable()).openapi({
        description: 'By the setting’s name. `null` removes the console’s value.',
      }),
    }),
    answer: 'SettingsChangeView',
  },
  {
    method: 'get',
    path: 'credential',
    summary: 'Get the current key or token, without its value',
    answer: 'CredentialView',
  },
  {
    method: 'put',
    path: 'credential',
    summary: 'Replace the key or token, if Open WebUI accepts the new one',
    body: pasted,
    answer: 'CredentialView',
  },
  { method: 'delete', path: 'credential', summary: 'Remove the console’s key or token', answer: 'CredentialView' },
  {
    method: 'post',
    path: 'credential/inspect',
    summary: 'Identify a pasted text. Nothing is sent anywhere',
    body: pasted,
    answer: 'InspectionView',
  },
  {
    method: 'post',
    path: 'credential/probe',
    summary: 'Ask Open WebUI now whether it accepts the key or token',
    answer: 'CredentialView',
  },
  {
    method: 'post',
    path: 'openwebui/sign-in',
    summary: 'Sign in to Open WebUI once, with email and password, a session token or a second factor’s code',
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
    summary: 'Exchange a session token for a key that does not expire',
    body: z.object({ ticket, create: z.enum(['never', 'if-none', 'replace']).optional() }),
    answer: 'ExchangeView',
  },
  {
    method: 'get',
    path: 'openwebui/provision',
    summary: 'Check whether an automatic set-up was made here',
    answer: 'SetUpStateView',
  },
  {
    method: 'post',
    path: 'openwebui/provision/plan',
    summary: 'Plan an automatic set-up. Nothing is changed',
    body: z.object({ ticket, model: z.string().optional(), answers: z.record(z.string(), z.string()).optional() }),
    answer: 'SetUpPlanView',
  },
  {
    method: 'post',
    path: 'openwebui/provision/run',
    summary: 'Carry out a plan',
    body: z.object({ ticket, plan: z.string() }),
    answer: 'SetUpProgressView',
    lines: true,
  },
  {
    method: 'post',
    path: 'openwebui/provision/undo',
    summary: 'Undo an automatic set-up',
    body: z.object({ ticket }),
    answer: 'SetUpProgressView',
    lines: true,
  },
  {
    method: 'get',
    path: 'openwebui/reach',
    summary: 'Test what a thief could do with the key or token',
    answer: 'ReachView',
  },
  {
    method: 'post',
    path: 'openwebui/allow-list',
    summary: 'Show what restricting API keys would change',
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
    summary: 'Undo the restriction of API keys',
    body: z.object({ ticket }),
    answer: 'Done',
  },
  {
    method: 'get',
    path: 'openwebui/renewal',
    summary: 'Check whether a service account renews session tokens',
    answer: 'RenewalView',
  },
  {
    method: 'put',
    path: 'openwebui/renewal',
    summary: 'Renew session tokens with a service account. Its password is stored encrypted',
    body: z.object({ email: z.string(), password: z.string() }),
    answer: 'RenewalView',
  },
  { method: 'delete', path: 'openwebui/renewal', summary: 'Delete the service account' },
  {
    method: 'get',
    path: 'openwebui/agent-account',
    summary: 'Get the sign-in that the whole agent needs as well as the key',
    answer: 'AgentAccountView',
  },
  {
    method: 'put',
    path: 'openwebui/agent-account',
    summary: 'Sign in as the key’s account and store the sign-in encrypted',
    body: z.object({
      email: z.string(),
      password: z.string(),
      authenticatorKey: z
        .string()
        .optional()
        .openapi({ description: 'The secret key of its authenticator app, if it has one.' }),
    }),
    answer: 'AgentAccountView',
  },
  { method: 'delete', path: 'openwebui/agent-account', summary: 'Delete the sign-in and end its session' },
  {
    method: 'get',
    path: 'openwebui/whole-agent',
    summary: 'List what currently prevents the whole agent. Use `?model=` to check another model',
    answer: 'WholeAgentView',
  },
  {
    method: 'post',
    path: 'diagnosis',
    summary: 'Run the diagnosis and stream its results: all checks, or one check and those it depends on',
    body: z.object({
      only: z.string().optional().openapi({ description: 'ID of a check, for example `key/accepted`.' }),
      browserTicks: z
        .object({ arrivals: z.array(z.number()), encoding: z.string().optional() })
        .optional()
        .openapi({ description: 'When each tick of `/v1/ticks` reached the browser, in ms after the request.' }),
    }),
    answer: 'DiagnosisLineView',
    lines: true,
  },
  {
    method: 'get',
    path: 'diagnosis',
    summary: 'Get the last complete diagnosis, run by an operator or automatically',
    answer: 'LastDiagnosisView',
  },
  {
    method: 'get',
    path: 'diagnosis/reference/{ref}',
    summary: 'Get the cause of an error from its reference',
    answer: 'VisitorErrorView',
  },
  { method: 'get', path: 'set-up', summary: 'Get the progress of the set-up', answer: 'WizardView' },
  {
    method: 'put',
    path: 'set-up',
    summary: 'Save the operator’s current step',
    body: z.object({ step: z.string() }),
    answer: 'WizardView',
  },
  {
    method: 'post',
    path: 'set-up/address',
    summary: 'Check an address before it is saved. A later check in the same session replaces this one',
    body: pasted,
    answer: 'AddressCheckView',
  },
  {
    method: 'post',
    path: 'set-up/site',
    summary: 'Check a page: is the line there, and does the page’s policy allow the chat?',
    body: z.object({ url: z.string() }),
    answer: 'SiteLookView',
  },
  {
    method: 'get',
    path: 'models',
    summary: 'List the models that the key or token can use, or why there are none',
    answer: 'ModelListView',
  },
  {
    method: 'get',
    path: 'sites/{site}/assistant',
    summary: 'Get what a site’s assistant can use, and how far it may go',
    answer: 'AssistantView',
  },
  {
    method: 'put',
    path: 'sites/{site}/assistant',
    summary: 'Choose how far tools may go, and what visitors see of them. Applies to the next question',
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
    summary: 'List how the last answers went: rounds, tools, times and ends, without their text',
    query: {
      limit: z
        .string()
        .optional()
        .openapi({ description: `1 to ${MAX_LISTED_ANSWERS}. Default: 50.` }),
    },
    answer: 'AnswersView',
  },
  { method: 'get', path: 'audit', summary: 'List what was done, newest first', answer: 'AuditEntryView' },
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
        ...problems({ 401: 'Not signed in', 403: 'Not sent from Guichet’s own pages' }),
      },
    });
  }
}
