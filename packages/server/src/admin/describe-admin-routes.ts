/** The operators' routes in the OpenAPI document. Bodies are those of `contract/admin-api.ts` and its siblings. */
import {
  AgentAccountViewSchema,
  AgentAccountWishSchema,
  AllowListAppliedViewSchema,
  AllowListUndoneViewSchema,
  AllowListViewSchema,
  AuditViewSchema,
  CredentialViewSchema,
  ExchangeViewSchema,
  ExchangeWishSchema,
  InspectionViewSchema,
  OpenWebUiSignInViewSchema,
  OpenWebUiSignInWishSchema,
  PastedSchema,
  ReachViewSchema,
  RenewalViewSchema,
  RenewalWishSchema,
  SetUpPlanViewSchema,
  SetUpPlanWishSchema,
  SetUpProgressViewSchema,
  SetUpRunWishSchema,
  SetUpStateViewSchema,
  SetUpUndoWishSchema,
  TicketWishSchema,
  WholeAgentViewSchema,
} from '@guichet/contract/admin-api';
import {
  AnswersViewSchema,
  AssistantChangeViewSchema,
  AssistantViewSchema,
  AssistantWishSchema,
} from '@guichet/contract/assistant-api';
import {
  DiagnosisLineViewSchema,
  DiagnosisWishSchema,
  LastDiagnosisViewSchema,
  VisitorErrorViewSchema,
} from '@guichet/contract/diagnosis-api';
import {
  AddressCheckViewSchema,
  AddressCheckWishSchema,
  ModelListViewSchema,
  PageLookViewSchema,
  PageLookWishSchema,
  PasswordWishSchema,
  SessionViewSchema,
  SettingsChangeViewSchema,
  SettingsViewSchema,
  SettingsWishSchema,
  SignInWishSchema,
  WizardViewSchema,
  WizardWishSchema,
} from '@guichet/contract/set-up-api';
import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { AppEnvironment } from '../http/request-context.ts';
import { problems } from '../http/route-docs.ts';
import { MAX_LISTED_ANSWERS } from './answer-routes.ts';

interface AdminRouteDescription {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  query?: Record<string, z.ZodType>;
  body?: z.ZodType;
  /** 204 without one. */
  answer?: z.ZodType;
  /** Answers line by line while it works. */
  lines?: true;
}

export const ADMIN_ROUTES: readonly AdminRouteDescription[] = [
  { method: 'get', path: 'session', summary: 'Check whether you are signed in', answer: SessionViewSchema },
  {
    method: 'post',
    path: 'session',
    summary: 'Sign in with a one-time link or the password. Ends the previous session',
    body: SignInWishSchema,
    answer: SessionViewSchema,
  },
  { method: 'delete', path: 'session', summary: 'Sign out' },
  {
    method: 'put',
    path: 'password',
    summary: 'Set or change the password. Ends all other sessions',
    body: PasswordWishSchema,
    answer: SessionViewSchema,
  },
  {
    method: 'get',
    path: 'settings',
    summary: 'List every setting, its source and what it overrides',
    answer: SettingsViewSchema,
  },
  {
    method: 'put',
    path: 'settings',
    summary: 'Change settings in the console, all or none. They apply immediately',
    body: SettingsWishSchema,
    answer: SettingsChangeViewSchema,
  },
  {
    method: 'get',
    path: 'credential',
    summary: 'Get the current key or token, without its value',
    answer: CredentialViewSchema,
  },
  {
    method: 'put',
    path: 'credential',
    summary: 'Replace the key or token, if Open WebUI accepts the new one',
    body: PastedSchema,
    answer: CredentialViewSchema,
  },
  { method: 'delete', path: 'credential', summary: 'Remove the console’s key or token', answer: CredentialViewSchema },
  {
    method: 'post',
    path: 'credential/inspect',
    summary: 'Identify a pasted text. Nothing is sent anywhere',
    body: PastedSchema,
    answer: InspectionViewSchema,
  },
  {
    method: 'post',
    path: 'credential/probe',
    summary: 'Ask Open WebUI now whether it accepts the key or token',
    answer: CredentialViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/sign-in',
    summary: 'Sign in to Open WebUI once, with email and password, a session token or a second factor’s code',
    body: OpenWebUiSignInWishSchema,
    answer: OpenWebUiSignInViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/exchange',
    summary: 'Exchange a session token for a key that does not expire',
    body: ExchangeWishSchema,
    answer: ExchangeViewSchema,
  },
  {
    method: 'get',
    path: 'openwebui/provision',
    summary: 'Check whether an automatic set-up was made for a site',
    query: { site: z.string().optional().openapi({ description: 'Default: `default`.' }) },
    answer: SetUpStateViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/provision/plan',
    summary: 'Plan an automatic set-up for a site. Nothing is changed',
    body: SetUpPlanWishSchema,
    answer: SetUpPlanViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/provision/run',
    summary: 'Carry out a plan',
    body: SetUpRunWishSchema,
    answer: SetUpProgressViewSchema,
    lines: true,
  },
  {
    method: 'post',
    path: 'openwebui/provision/undo',
    summary: 'Undo the automatic set-up of a site. The last one takes the account and its key with it',
    body: SetUpUndoWishSchema,
    answer: SetUpProgressViewSchema,
    lines: true,
  },
  {
    method: 'get',
    path: 'openwebui/reach',
    summary: 'Test what a thief could do with the key or token',
    answer: ReachViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/allow-list',
    summary: 'Show what restricting API keys would change',
    body: TicketWishSchema,
    answer: AllowListViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/allow-list/apply',
    summary: 'Restrict API keys to what Guichet needs',
    body: TicketWishSchema,
    answer: AllowListAppliedViewSchema,
  },
  {
    method: 'post',
    path: 'openwebui/allow-list/undo',
    summary: 'Undo the restriction of API keys',
    body: TicketWishSchema,
    answer: AllowListUndoneViewSchema,
  },
  {
    method: 'get',
    path: 'openwebui/renewal',
    summary: 'Check whether a service account renews session tokens',
    answer: RenewalViewSchema,
  },
  {
    method: 'put',
    path: 'openwebui/renewal',
    summary: 'Renew session tokens with a service account. Its password is stored encrypted',
    body: RenewalWishSchema,
    answer: RenewalViewSchema,
  },
  { method: 'delete', path: 'openwebui/renewal', summary: 'Delete the service account' },
  {
    method: 'get',
    path: 'openwebui/agent-account',
    summary: 'Get the sign-in that the whole agent needs as well as the key',
    answer: AgentAccountViewSchema,
  },
  {
    method: 'put',
    path: 'openwebui/agent-account',
    summary: 'Sign in as the key’s account and store the sign-in encrypted',
    body: AgentAccountWishSchema,
    answer: AgentAccountViewSchema,
  },
  { method: 'delete', path: 'openwebui/agent-account', summary: 'Delete the sign-in and end its session' },
  {
    method: 'get',
    path: 'openwebui/whole-agent',
    summary: 'List what currently prevents the whole agent. Use `?model=` to check another model',
    answer: WholeAgentViewSchema,
  },
  {
    method: 'post',
    path: 'diagnosis',
    summary: 'Run the diagnosis and stream its results: all checks, or one check and those it depends on',
    body: DiagnosisWishSchema,
    answer: DiagnosisLineViewSchema,
    lines: true,
  },
  {
    method: 'get',
    path: 'diagnosis',
    summary: 'Get the last complete diagnosis, run by an operator or automatically',
    answer: LastDiagnosisViewSchema,
  },
  {
    method: 'get',
    path: 'diagnosis/reference/{ref}',
    summary: 'Get the cause of an error from its reference',
    answer: VisitorErrorViewSchema,
  },
  { method: 'get', path: 'set-up', summary: 'Get the progress of the set-up', answer: WizardViewSchema },
  {
    method: 'put',
    path: 'set-up',
    summary: 'Save the operator’s current step',
    body: WizardWishSchema,
    answer: WizardViewSchema,
  },
  {
    method: 'post',
    path: 'set-up/address',
    summary: 'Check an address before it is saved. A later check in the same session replaces this one',
    body: AddressCheckWishSchema,
    answer: AddressCheckViewSchema,
  },
  {
    method: 'post',
    path: 'set-up/page',
    summary: 'Check a page: is the line there, and does the page’s policy allow the chat?',
    body: PageLookWishSchema,
    answer: PageLookViewSchema,
  },
  {
    method: 'get',
    path: 'models',
    summary: 'List the models that the key or token can use, or why there are none',
    answer: ModelListViewSchema,
  },
  {
    method: 'get',
    path: 'sites/{site}/assistant',
    summary: 'Get what a site’s assistant can use, and how far it may go',
    answer: AssistantViewSchema,
  },
  {
    method: 'put',
    path: 'sites/{site}/assistant',
    summary: 'Choose how far tools may go, and what visitors see of them. Applies to the next question',
    body: AssistantWishSchema,
    answer: AssistantChangeViewSchema,
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
    answer: AnswersViewSchema,
  },
  { method: 'get', path: 'audit', summary: 'List what was done, newest first', answer: AuditViewSchema },
];

export function describeAdminRoutes(app: OpenAPIHono<AppEnvironment>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'operator', {
    type: 'apiKey',
    in: 'cookie',
    name: 'guichet_session',
  });
  for (const { method, path, summary, query, body, answer, lines } of ADMIN_ROUTES) {
    const params = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    app.openAPIRegistry.registerPath({
      method,
      path: `/admin/api/${path}`,
      summary,
      tags: ['operators'],
      security: [{ operator: [] }],
      request: {
        ...(params.length > 0 && { params: z.object(Object.fromEntries(params.map((name) => [name, z.string()]))) }),
        ...(query && { query: z.object(query) }),
        ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      },
      responses: {
        ...(answer === undefined ? { 204: { description: 'Done.' } } : { 200: described(answer, lines) }),
        ...problems({ 401: 'Not signed in', 403: 'Not sent from Guichet’s own pages' }),
      },
    });
  }
}

/** A stream of lines has the schema of one of them. */
function described(answer: z.ZodType, lines: true | undefined): RouteConfig['responses'][string] {
  const name = answer.meta()?.id;
  const type = lines ? 'application/x-ndjson' : 'application/json';
  return { description: lines ? `Lines of \`${name}\`.` : `\`${name}\`.`, content: { [type]: { schema: answer } } };
}
