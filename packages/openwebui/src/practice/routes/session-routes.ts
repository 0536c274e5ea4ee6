import type { Call } from '../http/call.ts';
import { objectBody, requiredText } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { anyCaller, type Caller } from '../identity/caller.ts';
import { type MadeSession, makeSession } from '../identity/make-session.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { secondFactorText } from '../identity/second-factor-desk.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

/** Coming in, going out, and who one is. */
export const sessionRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/auths/signin', handle: signIn },
  { method: 'POST', pattern: '/api/v1/auths/signup', handle: signUp },
  { method: 'GET', pattern: '/api/v1/auths/signout', until: 'signOutByPost', handle: signOut },
  { method: 'POST', pattern: '/api/v1/auths/signout', since: 'signOutByPost', handle: signOut },
  { method: 'GET', pattern: '/api/v1/auths/', handle: whoAmI },
  { method: 'POST', pattern: '/api/v1/auths/update/password', handle: changePassword },
];

function signIn(call: Call, world: World): Reply {
  const body = objectBody(call.body);
  const email = requiredText(body, 'email').toLowerCase();
  const password = requiredText(body, 'password');
  if (world.signIns.isTooMany(email)) throw new Refusal(429, refusalText.tooManySignIns);
  if (world.settings.flag('ENABLE_MFA')) refuseTooManyPasswords(email, world);
  const account = world.accounts.byEmail(email);
  if (!account || account.password !== password) throw new Refusal(400, refusalText.wrongCredentials);
  return signedIn(account, world);
}

function refuseTooManyPasswords(email: string, world: World): void {
  const { perAccount } = world.secondFactorBudgets;
  if (!perAccount.isTooMany(email)) return;
  throw new Refusal(429, secondFactorText.tooManyAttempts, {
    'retry-after': String(perAccount.retryAfterSeconds(email)),
  });
}

/** A session, or with a second factor the way to one. */
function signedIn(account: Account, world: World): Reply {
  if (!world.settings.flag('ENABLE_MFA')) return sessionReply(account, makeSession(account, world), world);
  if (account.role === 'pending') return json({ next_step: 'pending' });
  return json(world.secondFactors.open(account));
}

export function sessionReply(account: Account, session: MadeSession, world: World, more: object = {}): Reply {
  const body = {
    ...signedInAccount(account, world),
    ...tokenFields(session),
    permissions: permissionsOf(account, world),
  };
  return json({ ...body, ...more }, 200, { 'set-cookie': `token=${session.token}; HttpOnly; Path=/; SameSite=lax` });
}

function tokenFields(session: MadeSession) {
  return { token: session.token, token_type: 'Bearer', expires_at: session.expiresAt };
}

export function signedInAccount(account: Account, world: World) {
  return {
    id: account.id,
    name: account.name,
    role: account.role,
    email: account.email,
    profile_image_url: world.has('profileImageAddress') ? `/api/v1/users/${account.id}/profile/image` : '/user.png',
  };
}

function signUp(call: Call, world: World): Reply {
  const body = objectBody(call.body);
  const [name, email, password] = [
    requiredText(body, 'name'),
    requiredText(body, 'email'),
    requiredText(body, 'password'),
  ];
  const isFirst = world.accounts.all().length === 0;
  if (!isFirst && !world.settings.flag('ENABLE_SIGNUP')) throw new Refusal(403, refusalText.noPermission);
  refuseEmail(email, world);
  const role = isFirst ? 'admin' : world.settings.text('DEFAULT_USER_ROLE') === 'user' ? 'user' : 'pending';
  const account = world.accounts.add({ name, email, password, role });
  if (isFirst) world.settings.set('ENABLE_SIGNUP', false);
  return signedIn(account, world);
}

/** Refuses an address that is none, or is taken. */
export function refuseEmail(email: string, world: World): void {
  if (!/^[^@]+@[^@]+\.[^@]+$/.test(email)) throw new Refusal(400, refusalText.emailFormat);
  if (world.accounts.byEmail(email)) throw new Refusal(400, refusalText.emailTaken);
}

/** Without Redis a token that was copied stays good: signing out only forgets the cookie. */
function signOut(): Reply {
  return json({ status: true }, 200, { 'set-cookie': 'token=""; Max-Age=0; Path=/; SameSite=lax' });
}

function whoAmI(call: Call, world: World): Reply {
  const caller = anyCaller(call, world);
  if (!caller.session && world.has('humanSessionRoutes')) throw new Refusal(403, refusalText.humanSession);
  return json({
    status_emoji: null,
    status_message: null,
    status_expires_at: null,
    ...signedInAccount(caller.account, world),
    profile_image_url: '/user.png',
    token: caller.credential,
    token_type: 'Bearer',
    expires_at: caller.session?.exp ?? null,
    permissions: permissionsOf(caller.account, world),
    bio: null,
    gender: null,
    date_of_birth: null,
  });
}

function changePassword(call: Call, world: World): Reply {
  const { account }: Caller = anyCaller(call, world);
  const body = objectBody(call.body);
  if (requiredText(body, 'password') !== account.password) throw new Refusal(400, refusalText.wrongPassword);
  account.password = requiredText(body, 'new_password');
  world.accounts.restamp(account);
  return json(true);
}
