import type { ProblemTexts } from './problem-texts.ts';

export const en: ProblemTexts = {
  'bad-json': 'The request is not valid JSON.',
  'bad-request': 'The request is not of the expected form.',
  'text-missing': 'Write a question first.',
  'text-too-long': 'This message is too long. Shorten it, or send it in parts.',
  'body-too-large': 'The request is too large.',
  'content-type-unsupported': 'The request must be sent as JSON (content type application/json).',
  'attachments-unsupported': 'Files cannot be sent in this chat.',
  'idempotency-key-missing':
    'The request needs an Idempotency-Key header, so that a repeated message is sent only once.',
  'idempotency-key-malformed': 'The Idempotency-Key header must have 1 to 200 visible characters without spaces.',
  'idempotency-key-reused': 'This Idempotency-Key was already used for another message.',
  'last-event-id-unknown': 'This place in the answer is not known. Read the answer from its beginning.',
  'token-missing': 'This request needs a visitor token.',
  'token-invalid': 'This visitor token is not valid. Ask for a new one.',
  'token-expired': 'This visitor token has expired. Ask for a new one.',
  'origin-missing': 'The browser did not say which site the request comes from.',
  'origin-not-allowed': 'This site is not on the list of sites that may show this chat.',
  'host-not-allowed':
    'The address this request came to is not this chat’s own. Open the chat at the address its owner has set.',
  'not-found': 'There is nothing here, or it is not yours.',
  'method-not-allowed': 'This address does not take that kind of request.',
  'run-in-progress': 'An answer is still being written in this conversation.',
  'sign-in-needed': 'Sign in first. On the server, the command “npx guichet admin link” prints a link.',
  'link-invalid':
    'This link was used already or is older than 30 minutes. On the server, the command “npx guichet admin link” prints a new one.',
  'too-many-sign-ins': 'That was a lot of attempts. Wait a minute, then try again.',
  'password-wrong':
    'This is not the password. If it is lost, the command “npx guichet admin link” on the server prints a link to come in by.',
  'current-password-wanted': 'Enter the password that holds now as well.',
  'current-password-wrong': 'The password that holds now is another one. Nothing was changed.',
  'password-too-short':
    'A password has at least 12 characters. Three or four words that do not belong together are easy to keep.',
  'password-too-long': 'A password has at most 256 characters.',
  'password-is-address':
    'An e-mail or web address is no password: whoever knows it would be in. Choose something else.',
  'password-is-site-name': 'The name of your site is the first thing that is tried. Choose something else.',
  'password-too-common':
    'This is among the first things that are tried. Three or four words that do not belong together are better.',
  'sign-in-busy': 'Many are signing in at the same moment. Try again in a few seconds.',
  'check-superseded': 'A later check has taken the place of this one.',
  'ticket-expired':
    'This took longer than ten minutes, so Guichet has forgotten the sign-in at Open WebUI. Sign in there again.',
  'credential-unusable':
    'This is no credential of Open WebUI. It was not sent anywhere, and what was in use stays in use.',
  'credential-refused': 'Open WebUI does not take this credential. What was in use stays in use.',
  'address-missing': 'The address of Open WebUI is not set yet. Set OPENWEBUI_URL first.',
  'diagnosis-busy': 'Several diagnoses are running. Wait for one of them to end.',
  'sign-in-impossible':
    'Guichet’s storage does not answer, so nobody can sign in. On the server, the command “npx guichet doctor” says what is wrong.',
  'too-many-messages': 'That was a lot of messages in a short time. Wait a moment, then go on.',
  'daily-limit-reached': 'You have reached the number of messages for today. The chat is open again tomorrow.',
  'too-many-runs': 'Several answers are still being written. Wait for one of them to end.',
  'too-many-visitors': 'Many people have just opened this chat from your network. Try again in a minute.',
  'address-limit-reached': 'Many messages have come from your network today. Try again later.',
  'too-many-requests':
    'Too many requests have come from your network in the last minute. Wait a moment, then try again.',
  'too-many-conversations': 'You have as many conversations as this chat keeps. Delete one to begin another.',
  'too-many-readers': 'This answer is open in many places already. Close one of them, then try again.',
  'network-busy': 'Many questions from your network are waiting for an answer. Try again in a moment.',
  'too-many-measurements': 'Several measurements are running from your network. Wait a second, then try again.',
  'server-busy': 'Many people are asking at once. Try again in a moment.',
  'shutting-down': 'The chat is restarting. Your message is not lost; try again in a few seconds.',
  'storage-unavailable': 'The chat cannot save messages right now. Try again in a moment.',
  'not-configured': 'The assistant is not set up yet. The site’s owner has to finish the set-up.',
  internal: 'Something went wrong on our side. Quote the reference if it stays so.',
  'assistant-unavailable': 'The assistant cannot be reached right now. Try again in a moment.',
  'assistant-misconfigured': 'The assistant cannot answer at the moment. The site’s owner has to mend something.',
  'assistant-busy': 'The assistant has too many questions right now. Try again in a moment.',
  'assistant-timeout': 'The assistant took too long to answer. Try again.',
  'assistant-refused': 'The assistant did not accept this question.',
  'answer-empty': 'The assistant gave no answer. Try again, or ask in other words.',
  'answer-too-large': 'The answer became too long and was cut.',
};
