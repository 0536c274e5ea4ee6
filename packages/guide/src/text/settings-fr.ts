/** The settings in French. English stands in the definitions themselves; a test asks that none is missing here. */
export const SETTINGS_FR: Readonly<Record<string, { meaning: string; defaultText: string }>> = {
  OPENWEBUI_URL: {
    meaning: 'Adresse de base d’Open WebUI, sans /api ni /v1.',
    defaultText: 'aucune\u202f: mode d’essai',
  },
  OPENWEBUI_API_KEY: {
    meaning: 'Clé API d’Open WebUI (sk- suivi de 32 chiffres hexadécimaux) ou jeton de session (eyJ…).',
    defaultText: 'aucune',
  },
  OPENWEBUI_MODEL: {
    meaning: 'Identifiant du modèle qui répond.',
    defaultText: 'le premier modèle que la clé peut voir',
  },
  PORT: { meaning: 'Port d’écoute.', defaultText: '8787' },
  HOST: { meaning: 'Adresse d’écoute.', defaultText: '0.0.0.0' },
  GUICHET_PUBLIC_URL: {
    meaning: 'Adresse que les visiteurs utilisent.',
    defaultText: 'déduite de chaque requête, et vérifiée par le diagnostic',
  },
  GUICHET_DATA_DIR: { meaning: 'Dossier du fichier SQLite et des secrets créés.', defaultText: './data' },
  DATABASE_URL: {
    meaning: 'PostgreSQL à la place de SQLite.',
    defaultText: 'SQLite dans le dossier de données',
  },
  REDIS_URL: {
    meaning: 'Redis ou Valkey, partagé par plusieurs instances.',
    defaultText: 'dans le processus',
  },
  GUICHET_MASTER_KEYS: {
    meaning:
      'Clés qui protègent les secrets conservés\u202f: id:base64[,id:base64…]\u202f; la première chiffre, toutes déchiffrent.',
    defaultText: 'créée dans le dossier de données, avec les droits 0600',
  },
  GUICHET_ALLOWED_ORIGINS: {
    meaning: 'Origines qui peuvent afficher le site par défaut, séparées par des virgules.',
    defaultText: 'l’adresse publique',
  },
  GUICHET_PROOF: {
    meaning:
      'Preuve de travail demandée aux visiteurs\u202f: auto (seulement au-delà du trafic habituel), always, off.',
    defaultText: 'auto',
  },
  GUICHET_TRUSTED_PROXIES: {
    meaning: 'Plages d’adresses dont on croit X-Forwarded-For, -Proto et -Host.',
    defaultText: 'aucune',
  },
  GUICHET_SETUP_TOKEN: {
    meaning: 'Jeton à usage unique de la première connexion.',
    defaultText: 'affiché dans le journal sous forme de lien, valable 30 minutes',
  },
  GUICHET_WEBHOOK_URL: {
    meaning:
      'Adresse prévenue, en JSON, quand l’identifiant va expirer, quand il est refusé et quand il fonctionne de nouveau.',
    defaultText: 'aucune',
  },
  GUICHET_LOCALE: {
    meaning: 'Langue du journal, des commandes et des textes de la console.',
    defaultText: 'celle du système, sinon en',
  },
};
