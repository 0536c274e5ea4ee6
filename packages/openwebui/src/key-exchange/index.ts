export { createDesk, type Desk, type DeskOptions } from '../desk/desk.ts';
export type { DeskFailure } from '../desk/desk-failure.ts';
export { Secret } from '../desk/secret.ts';
export {
  answerSecondFactor,
  confirmEnrolment,
  type Enrolment,
  type SecondFactor,
  startEnrolment,
} from '../sign-in/answer-second-factor.ts';
export { renewSession, type ServiceAccount } from '../sign-in/renew-session.ts';
export { type SignInWith, signIn } from '../sign-in/sign-in.ts';
export {
  type Admission,
  CODE_TRIES,
  CODE_TRIES_PER_SIGN_IN,
  createSignInLimiter,
  PASSWORD_TRIES,
  PASSWORD_TRIES_WITH_SECOND_FACTOR,
  type SignInLimiter,
  type TryLimit,
} from '../sign-in/sign-in-limiter.ts';
export type {
  Challenge,
  CodeOutcome,
  CodeRefusal,
  Limited,
  SecondStep,
  Session,
  SignInOutcome,
  SignInRefusal,
} from '../sign-in/sign-in-types.ts';
export { signOut } from '../sign-in/sign-out.ts';
export { type ExchangeWishes, exchangeKey } from './exchange-key.ts';
export type { CreateWish, KeyExchange, KeyOwner, KeyPlace, KeysOff } from './key-exchange-types.ts';
