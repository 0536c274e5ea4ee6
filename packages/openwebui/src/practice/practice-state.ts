import { randomUUID } from 'node:crypto';
import type { Feedback } from './content/feedbacks.ts';
import { readGrant } from './content/grants.ts';
import type { Call } from './http/call.ts';
import type { Account, NewAccount } from './identity/accounts.ts';
import { makeSession } from './identity/make-session.ts';
import { oneTimeCode, readBase32 } from './identity/one-time-code.ts';
import { type SessionClaims, signSessionToken } from './identity/session-token.ts';
import type { FlagName, TextName } from './identity/settings.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

/** The hands of a test on a running practice server: everything here works at once, and without the sign-in limit. */
export class PracticeState {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The provider behind the server: its options, its scripts, and what it was sent. */
  get provider(): World['provider'] {
    return this.#world.provider;
  }

  /** The latest requests the server got, oldest first: to see what a gateway sends, and with which credential. */
  get received(): readonly Call[] {
    return this.#world.received;
  }

  get administrator(): Account {
    const account = this.#world.accounts.firstAdministrator();
    if (!account) throw new Error('this practice server has no administrator any more');
    return account;
  }

  addAccount(account: Partial<NewAccount> = {}): Account {
    const email = account.email ?? `account-${randomUUID().slice(0, 8)}@example.com`;
    return this.#world.accounts.add({ name: 'Service', password: 'svc-password-1', ...account, email });
  }

  account(email: string): Account | undefined {
    return this.#world.accounts.byEmail(email);
  }

  /** The account and its key die. */
  deleteAccount(account: Account): void {
    this.#world.keys.delete(account.id);
    this.#world.groups.forget(account.id);
    this.#world.accounts.delete(account.id);
  }

  /** Makes an API key whether or not keys are allowed; the account's old one dies. */
  makeKey(account: Account): string {
    return this.#world.keys.make(account.id);
  }

  /** The key an account has now. */
  keyOf(account: Account): string | undefined {
    return this.#world.keys.of(account.id);
  }

  revokeKey(account: Account): void {
    this.#world.keys.delete(account.id);
  }

  /** A session token as signing in now would give it. */
  makeSessionToken(account: Account): string {
    return makeSession(account, this.#world, { secondFactorPassed: true }).token;
  }

  /** A session token with claims of one's own on top: `{ exp: 1 }` makes an expired one. */
  forgeSessionToken(claims: SessionClaims, secret: string = this.#world.secret): string {
    return signSessionToken(claims, secret);
  }

  /** Ends every session of an account, as from 0.12 on a password change does. */
  revokeSessions(account: Account): void {
    this.#world.accounts.restamp(account);
  }

  /** Another WEBUI_SECRET_KEY: every session token dies, API keys live on. */
  changeSecret(secret: string = randomUUID()): void {
    this.#world.secret = secret;
  }

  set(setting: FlagName | TextName, value: boolean | string): void {
    this.#world.settings.set(setting, value);
  }

  /** Closes API keys to every path but these; undefined opens them again. */
  restrictKeysTo(allowedEndpoints: string | undefined): void {
    this.#world.settings.set('ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS', allowedEndpoints !== undefined);
    this.#world.settings.set('API_KEYS_ALLOWED_ENDPOINTS', allowedEndpoints ?? '');
  }

  /** A default permission of all accounts, for example `features`, `api_keys`. */
  permit(area: string, name: string, allowed: boolean): void {
    const permissions = this.#world.permissions.current;
    permissions[area] = { ...permissions[area], [name]: allowed };
  }

  /** Gives an account, or everybody, a provider's model to read, in addition to what others were given. */
  shareModel(id: string, account?: Account): void {
    const now = this.#world.accounts.seconds();
    const row =
      this.#world.models.rows.get(id) ??
      this.#world.models.put({
        id,
        ownerId: this.administrator.id,
        baseModelId: null,
        name: id,
        // As Open WebUI's own pages write it.
        meta: { capabilities: {} },
        params: {},
        grants: [],
        isActive: true,
        createdAt: now,
        updatedAt: now,
      });
    row.grants.push(
      readGrant({ principal_id: account?.id ?? '*' }, { resource_type: 'model', resource_id: id, created_at: now }),
    );
  }

  /** A skill of the administrator's, shared with an account or with everybody. */
  addSkill(id: string, account?: Account): void {
    const now = this.#world.accounts.seconds();
    const target = { resource_type: 'skill', resource_id: id, created_at: now };
    const grants = [readGrant({ principal_id: account?.id ?? '*' }, target)];
    this.#world.skills.put({ id, name: id, ownerId: this.administrator.id, grants, createdAt: now });
  }

  /** Changes the meta of a model's row, as its editor does; makes the row where there is none. */
  editModel(id: string, meta: Record<string, unknown>, row: { baseModelId?: string; params?: object } = {}): void {
    const now = this.#world.accounts.seconds();
    const before = this.#world.models.rows.get(id);
    this.#world.models.put({
      id,
      ownerId: before?.ownerId ?? this.administrator.id,
      baseModelId: row.baseModelId ?? before?.baseModelId ?? null,
      name: before?.name ?? id,
      meta: { ...before?.meta, ...meta },
      params: { ...before?.params, ...row.params },
      grants: before?.grants ?? [],
      isActive: before?.isActive ?? true,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    });
  }

  /** Which engine hears and which one speaks; empty: Open WebUI's own for hearing, none for speech. */
  setVoice({ stt, tts }: { stt?: '' | 'openai'; tts?: '' | 'openai' }): void {
    const { audio } = this.#world;
    audio.update({
      ...(stt !== undefined && { stt: { ENGINE: stt } }),
      ...(tts !== undefined && { tts: { ENGINE: tts } }),
    });
  }

  /** Every rating that accounts gave. */
  get feedbacks(): readonly Feedback[] {
    return this.#world.feedbacks.all();
  }

  /** BYPASS_MODEL_ACCESS_CONTROL. */
  showAllModelsToEverybody(shown: boolean): void {
    this.#world.models.everybodySeesAll = shown;
  }

  /** Ids of the stored chats of an account: a gateway should leave none. */
  chatIdsOf(account: Account): string[] {
    return this.#world.chats.of(account.id).map((chat) => chat.id);
  }

  /** Files of this name will end in `failed`, with this error. */
  failFilesNamed(name: string, error = ''): void {
    this.#world.files.failing.set(name, error);
  }

  /** Files of this name are not taken, with this answer. */
  refuseFile(name: string, status: number, detail: string): void {
    this.#world.files.refusing.set(name, { status, detail });
  }

  /** Names of the files that it holds now. */
  get fileNames(): string[] {
    return this.#world.files.all().map(({ name }) => name);
  }

  /** Forgets how often somebody tried to sign in. */
  forgetSignIns(): void {
    this.#world.signIns.forget();
    this.#world.secondFactorBudgets.perAccount.forget();
    this.#world.secondFactorBudgets.perAddress.forget();
  }

  /** Everything that is kept, as text to compare: the same before and after means that nothing was left behind. */
  snapshot(): string {
    return snapshotOf(this.#world);
  }

  /** What an authenticator shows now for the `manual_key` of an enrolment. */
  oneTimeCode(manualKey: string): string {
    return oneTimeCode(readBase32(manualKey), this.#world.now());
  }

  /** What `open-webui mfa reset` prints. */
  resetSecondFactor(account: Account): string {
    return this.#world.secondFactors.reset(account);
  }
}
