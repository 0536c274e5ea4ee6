/** What each setting means, in French. The English stands in the definitions; a missing one does not compile. */
import type { SettingKey } from '../setting-definitions.ts';

export interface SettingMeaning {
  meaning: string;
  /** What counts when nothing is set. */
  defaultText: string;
  /** Only where the example is in words. */
  example?: string;
}

export const MEANINGS_FR: Record<SettingKey, SettingMeaning> = {
  openWebUiUrl: {
    meaning: 'Adresse d’Open WebUI, sans /api ni /v1\u202f; avec son chemin, si un proxy l’a mis sous un chemin.',
    defaultText: 'aucune\u202f: mode d’essai',
  },
  openWebUiApiKey: {
    meaning: 'Clé API d’Open WebUI (sk- suivi de 32 chiffres hexadécimaux) ou jeton de session (eyJ…).',
    defaultText: 'aucune',
    example: 'sk-… telle qu’Open WebUI la montre dans Réglages > Compte > Clés API',
  },
  openWebUiModel: {
    meaning: 'Identifiant du modèle qui répond.',
    defaultText: 'le premier modèle que la clé permet de voir',
  },
  port: { meaning: 'Port sur lequel Guichet écoute.', defaultText: '8787' },
  host: { meaning: 'Adresse sur laquelle Guichet écoute.', defaultText: '0.0.0.0' },
  publicUrl: {
    meaning: 'L’adresse qu’utilisent vos visiteurs.',
    defaultText: 'déduite de chaque requête, et vérifiée par le diagnostic',
  },
  dataDir: {
    meaning: 'Dossier du fichier SQLite et des secrets créés.',
    defaultText: './data',
  },
  databaseUrl: {
    meaning: 'PostgreSQL au lieu de SQLite.',
    defaultText: 'SQLite dans le dossier de données',
  },
  redisUrl: {
    meaning: 'Redis ou Valkey, partagé par plusieurs exemplaires.',
    defaultText: 'dans le processus',
  },
  masterKeys: {
    meaning:
      'Clés qui protègent les secrets enregistrés\u202f: nom:base64[,nom:base64…]\u202f; la première chiffre, toutes déchiffrent.',
    defaultText: 'créée dans le dossier de données, en mode 0600',
    example: 'main:… (32 octets au hasard, en base64)',
  },
  allowedOrigins: {
    meaning:
      'Sites qui peuvent afficher le chat, séparés par des virgules\u202f; https://*.example.com désigne tous les noms situés sous example.com.',
    defaultText: 'l’adresse publique',
  },
  proof: {
    meaning:
      'Preuve de travail demandée aux visiteurs\u202f: auto (seulement au-delà du trafic habituel), always (toujours), off (jamais).',
    defaultText: 'auto',
  },
  sourceExcerpts: {
    meaning:
      'Envoi aux visiteurs d’un court extrait de chaque document sur lequel s’appuie une réponse\u202f: off (titre et adresse seulement), on.',
    defaultText: 'off',
  },
  trustedProxies: {
    meaning: 'Plages d’adresses dont les en-têtes X-Forwarded-For, -Proto et -Host sont crus.',
    defaultText: 'aucune',
  },
  answersAtATime: {
    meaning: 'Nombre de réponses qu’Open WebUI écrit en même temps\u202f; les questions suivantes font la queue.',
    defaultText: '64',
  },
  setupToken: {
    meaning:
      'Jeton de la première connexion, à la place du lien du journal\u202f; sert une fois, tant que personne n’est entré.',
    defaultText: 'affiché dans le journal sous forme de lien, valable 30 minutes',
    example: 'un long texte au hasard',
  },
  webhookUrl: {
    meaning: 'Adresse prévenue, en JSON, quand l’identifiant va expirer, est refusé ou fonctionne de nouveau.',
    defaultText: 'aucune',
  },
  locale: {
    meaning: 'Langue du journal, des commandes et des textes de la console.',
    defaultText: 'celle du système, sinon en',
  },
};
