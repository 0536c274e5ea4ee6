/** What each setting means, in French. The English stands in the definitions; a missing one does not compile. */
import type { SettingKey } from '../setting-definitions.ts';

export interface SettingMeaning {
  meaning: string;
  /** What applies when nothing is set. */
  defaultText: string;
  /** Only where the example is in words. */
  example?: string;
}

export const MEANINGS_FR: Record<SettingKey, SettingMeaning> = {
  openWebUiUrl: {
    meaning: 'Adresse d’Open WebUI, sans /api ni /v1. S’il est publié sous un chemin, gardez ce chemin.',
    defaultText: 'aucune\u202f: le serveur d’essai répond',
  },
  openWebUiApiKey: {
    meaning: 'Clé API d’Open WebUI (sk- suivi de 32 chiffres hexadécimaux) ou jeton de session (eyJ…).',
    defaultText: 'aucune',
    example: 'sk-… telle qu’Open WebUI la montre dans Réglages > Compte > Clés API',
  },
  openWebUiModel: {
    meaning: 'Identifiant du modèle qui répond.',
    defaultText: 'le premier modèle que la clé peut utiliser',
  },
  port: { meaning: 'Port sur lequel Guichet écoute.', defaultText: '8787' },
  host: { meaning: 'Adresse sur laquelle Guichet écoute.', defaultText: '0.0.0.0' },
  publicUrl: {
    meaning: 'Adresse publique de Guichet, qu’utilisent vos visiteurs.',
    defaultText: 'déduite de chaque requête, et vérifiée par le diagnostic',
  },
  dataDir: {
    meaning: 'Dossier de données\u202f: fichier SQLite et secrets créés.',
    defaultText: './data',
  },
  databaseUrl: {
    meaning: 'Adresse d’une base PostgreSQL à utiliser au lieu de SQLite.',
    defaultText: 'SQLite dans le dossier de données',
  },
  redisUrl: {
    meaning: 'Adresse de Redis ou Valkey, partagé par plusieurs serveurs Guichet.',
    defaultText: 'aucune\u202f: en mémoire',
  },
  masterKeys: {
    meaning:
      'Clés qui protègent les secrets enregistrés\u202f: nom:base64[,nom:base64…]. La première chiffre, toutes déchiffrent.',
    defaultText: 'créée dans le dossier de données, en mode 0600',
    example: 'main:… (32 octets au hasard, en base64)',
  },
  allowedOrigins: {
    meaning:
      'Origines qui peuvent afficher la discussion du site default, séparées par des virgules. https://*.example.com désigne tous ses sous-domaines.',
    defaultText: 'l’adresse publique',
  },
  proof: {
    meaning:
      'Preuve de travail demandée aux visiteurs\u202f: auto (seulement au-delà du trafic habituel), always (toujours), off (jamais).',
    defaultText: 'auto',
  },
  sourceExcerpts: {
    meaning:
      'Montrer aux visiteurs un court extrait de chaque document d’une réponse\u202f: on, ou off (titre et adresse seulement).',
    defaultText: 'off',
  },
  trustedProxies: {
    meaning: 'Plages d’adresses de vos proxys. Guichet croit leurs en-têtes X-Forwarded-For, -Proto et -Host.',
    defaultText: 'aucune',
  },
  answersAtATime: {
    meaning: 'Nombre de réponses qu’Open WebUI écrit en même temps. Les questions suivantes attendent leur tour.',
    defaultText: '64',
  },
  setupToken: {
    meaning:
      'Jeton de la première connexion, à la place du lien du journal. Il sert une fois, tant que personne ne s’est connecté.',
    defaultText: 'affiché dans le journal sous forme de lien, valide 30 minutes',
    example: 'un long texte au hasard',
  },
  webhookUrl: {
    meaning:
      'Adresse que Guichet prévient, en JSON, quand la clé ou le jeton va expirer, est refusé ou fonctionne de nouveau.',
    defaultText: 'aucune',
  },
  locale: {
    meaning: 'Langue du journal, des commandes et des textes de la console.',
    defaultText: 'celle du système, sinon en',
  },
};
