/** What the drawings say, in both languages. Open WebUI's own words do not stand here: they come from its menus. */
import type { Locale } from '@guichet/contract/locale';

const en = {
  browser: 'Browser',
  browserNote: 'your website',
  guichetNote: 'your server',
  openWebUiNote: 'your models',
  providers: 'Providers',
  providersNote: 'OpenAI, Claude, …',
  asks: 'asks',
  answer: 'answer',
  withKey: 'with key',
  noKey: 'no key here',
  apiKey: 'Open WebUI’s API key',
  apiKeyShape: 'sk- and 32 digits',
  apiKeyPlace: 'Enter it in Guichet. It does not expire.',
  session: 'Session token',
  sessionShape: 'eyJ…',
  sessionPlace: 'Fits the same door, but it expires.',
  providerKey: 'Provider key',
  providerKeyShape: 'sk-proj-…  sk-ant-…  AIza…',
  providerKeyPlace: 'Enter it in Open WebUI. Never in Guichet.',
  passedOn: 'Passed on at once',
  heldBack: 'Held back',
  time: 'time',
  user: 'your account',
  model: 'A model',
};

const fr: typeof en = {
  browser: 'Navigateur',
  browserNote: 'votre site',
  guichetNote: 'votre serveur',
  openWebUiNote: 'vos modèles',
  providers: 'Fournisseurs',
  providersNote: 'OpenAI, Claude…',
  asks: 'demande',
  answer: 'réponse',
  withKey: 'avec clé',
  noKey: 'pas de clé ici',
  apiKey: 'Clé API d’Open WebUI',
  apiKeyShape: 'sk- et 32 chiffres',
  apiKeyPlace: 'Saisissez-la dans Guichet. Elle n’expire pas.',
  session: 'Jeton de session',
  sessionShape: 'eyJ…',
  sessionPlace: 'Ouvre la même porte, mais il expire.',
  providerKey: 'Clé de fournisseur',
  providerKeyShape: 'sk-proj-…  sk-ant-…  AIza…',
  providerKeyPlace: 'Saisissez-la dans Open WebUI. Jamais dans Guichet.',
  passedOn: 'Transmis aussitôt',
  heldBack: 'Retenu',
  time: 'temps',
  user: 'votre compte',
  model: 'Un modèle',
};

export type DrawingWords = typeof en;
export const DRAWING_WORDS: Readonly<Record<Locale, DrawingWords>> = { en, fr };
