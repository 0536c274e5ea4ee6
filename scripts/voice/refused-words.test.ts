import { describe, expect, it } from 'vitest';
import { REFUSED_WORDS } from './refused-words.ts';

const isRefused = (language: 'en' | 'fr', text: string) =>
  REFUSED_WORDS[language].some(({ pattern }) => pattern.test(text));

describe('English', () => {
  it.each([
    'The link to come in by is in the log.',
    'The password that holds now is another one.',
    'Whoever knows it would be in.',
    'Nobody whom Guichet trusts vouches for it.',
    'The site owner has to mend something.',
    'Enter the key anew.',
    'A sign-in page stands in front.',
    'What is set here counts before the rest.',
    'Guichet can take it all back.',
    'This is no session token.',
    'The cause cannot be told from here.',
    'It works from 0.11 on, with filters.',
    'Have everything set up.',
    'It belongs into Open WebUI.',
    'Replace the address by that of your Guichet.',
    'Sign in at Open WebUI.',
    'Open WebUI refuses the new key.',
    'The certificate ends on Monday.',
    'Open WebUI does not take this credential.',
    'Enter an e-mail address.',
    'The data directory cannot be written.',
    'You, who run Guichet',
    'npx guichet provision',
  ])('does not say: %s', (text) => {
    expect(isRefused('en', text)).toBe(true);
  });

  it.each([
    'There is no key yet.',
    'The account no longer exists: it is no longer listed.',
    'Everyone behind that proxy counts as one network.',
    'CSV stands for comma-separated values.',
    'Replace it with the real key.',
    'Dots replaced some characters.',
    'Many people are signing in at the same moment.',
    'The proxy comes in the way.',
    'Guichet cannot tell which one you mean.',
    'The key expires on Monday.',
    'The person who runs the proxy',
  ])('says: %s', (text) => {
    expect(isRefused('en', text)).toBe(false);
  });
});

describe('French', () => {
  it.each([
    'Open WebUI n’accepte pas cet identifiant.',
    'Ouvrez le chat.',
    'Saisissez une adresse électronique.',
    'Le certificat n’est pas valable.',
    'Le jeton de session a pris fin.',
    'Guichet peut tout défaire.',
    'Il faut une permission.',
    'À qui le tour',
    'Le code de l’authentificateur',
    'Un serveur de test',
    'Le mot de passe en vigueur est un autre.',
    'La cause ne peut pas être dite d’ici.',
    'Veuillez réessayer.',
  ])('ne dit pas : %s', (text) => {
    expect(isRefused('fr', text)).toBe(true);
  });

  it.each([
    'L’identifiant du site est boutique.',
    'Ouvrez https://chat.example.com ou /api/chat/completions.',
    'Saisissez une adresse e-mail.',
    'Le certificat est valide.',
    'Le jeton de session a expiré.',
    'Un serveur d’essai',
  ])('dit : %s', (text) => {
    expect(isRefused('fr', text)).toBe(false);
  });
});
