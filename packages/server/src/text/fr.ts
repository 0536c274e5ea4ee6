import { countedIn } from '@guichet/contract/counted';
import type { ServerTexts } from './server-texts.ts';

const counted = countedIn('fr');

export const fr: ServerTexts = {
  welcome: {
    title: 'Guichet fonctionne',
    heading: 'Guichet fonctionne.',
    lead: 'La discussion en bas de cette page est celle que verront vos visiteurs. Posez une question.',
    practiceHeading: 'Les réponses viennent du serveur d’essai.',
    practice:
      'Votre Open WebUI n’est pas encore relié. Pour le relier, ouvrez le lien que Guichet a affiché dans son journal au démarrage. La mise en route prend environ cinq minutes.',
    setUp: 'Ouvrir la mise en route',
    noLink: 'Pas de lien\u202f? Lancez cette commande sur le serveur pour en obtenir un\u202f:',
    byFile: 'Ou par le fichier .env',
    byFileHow:
      'Ajoutez ces deux lignes au fichier .env, à côté de package.json. Guichet le lit en quelques secondes, sans redémarrage\u202f:',
    noKey:
      'Pas encore de clé\u202f? Écrivez la première ligne seule, puis lancez npx guichet openwebui provision. Guichet se connecte une fois comme administrateur, crée son propre compte et sa clé, et peut tout annuler.',
    embedHeading: 'Ajoutez-le à votre site',
    embed: 'Collez cette ligne à la fin de votre page, avant </body>\u202f:',
    origins: 'Indiquez l’origine de votre site dans GUICHET_ALLOWED_ORIGINS, par exemple https://www.example.com.',
    pages: {
      label: 'Pages de Guichet',
      diagnosis: 'Pas de réponse\u202f? Ouvrir le diagnostic',
      console: 'La console',
      guide: 'Le guide',
    },
  },
  practice: {
    assistantName: 'Guide de Guichet',
    suggestions: [
      'À quoi sert Guichet\u202f?',
      'Quelle clé me faut-il, celle en sk- ou celle en eyJ\u202f?',
      'Comment le mettre sur ma page\u202f?',
    ],
  },
  credential: {
    swapped: (fingerprint) =>
      `La nouvelle clé ou le nouveau jeton fonctionne et est maintenant en service (empreinte ${fingerprint}).`,
    swapRefused: (cause) => `La nouvelle clé ou le nouveau jeton a été refusé. L’ancien reste en service. ${cause}`,
    expiring: (days, expiresAt) =>
      `Le jeton de session pour Open WebUI expire dans ${counted(days, { one: '# jour', other: '# jours' })}, le ${expiresAt}. Ensuite, les visiteurs n’auront plus de réponse. Remplacez-le par une clé API, qui n’expire pas.`,
    expired: (expiresAt) =>
      `Le jeton de session pour Open WebUI a expiré le ${expiresAt}. Les visiteurs n’ont pas de réponse. Remplacez-le par une clé API, qui n’expire pas.`,
    refusedNow: (cause) => `Open WebUI refuse la clé ou le jeton actuel. Les visiteurs n’ont pas de réponse. ${cause}`,
    acceptedAgain: 'Open WebUI accepte de nouveau la clé ou le jeton. Les visiteurs ont des réponses.',
  },
  signIn: {
    secondFactor: {
      verify:
        'Le mot de passe est bon. Saisissez le code affiché par votre application d’authentification, ou un code de secours.',
      enroll:
        'Le mot de passe est bon. Cet Open WebUI exige une application d’authentification, et ce compte n’en a pas encore. Connectez-vous à Open WebUI pour l’installer, puis revenez.',
      recover:
        'Le mot de passe est bon, mais l’application d’authentification a été réinitialisée. Connectez-vous à Open WebUI avec le jeton donné par son administrateur, puis revenez.',
    },
    refused: {
      'wrong-password': 'Adresse e-mail ou mot de passe incorrect pour Open WebUI.',
      'password-sign-in-off':
        'Cet Open WebUI n’autorise pas la connexion par mot de passe. Collez plutôt un jeton de session pris dans votre navigateur.',
      'trusted-header':
        'On ne se connecte à cet Open WebUI que par le proxy placé devant lui. Collez plutôt un jeton de session pris dans votre navigateur.',
      'wrong-code': 'Ce code est faux ou a déjà servi. Attendez le suivant de l’application d’authentification.',
      'step-expired': 'La connexion a pris trop de temps. Recommencez avec le mot de passe.',
      'second-factor-off': 'Le second facteur a été désactivé entre-temps. Recommencez avec le mot de passe.',
      other: 'Open WebUI n’autorise pas ce compte à se connecter.',
    },
    limited: (count, seconds) =>
      `Open WebUI bloque un compte après ${counted(count, { one: '# tentative', other: '# tentatives' })}. Réessayez dans ${counted(seconds, { one: '# seconde', other: '# secondes' })}.`,
  },
  rotation: {
    rotated: (rewrapped, already) =>
      `Chiffrés de nouveau avec la première clé maîtresse\u202f: ${rewrapped}. Déjà chiffrés avec elle\u202f: ${already}.`,
    wouldRotate: (rewrapped, already) =>
      `Rien n’a été changé. À chiffrer de nouveau avec la première clé maîtresse\u202f: ${rewrapped}. Déjà chiffrés avec elle\u202f: ${already}.`,
    removable: (ids) => `Vous pouvez retirer de GUICHET_MASTER_KEYS\u202f: ${ids}.`,
    corrupt: (names) =>
      `Rien n’a été changé. Ces secrets sont endommagés\u202f: ${names}. Saisissez-les d’abord de nouveau.`,
  },
  move: {
    progress: (done, of) => `Copie : ${done} sur ${counted(of, { one: '# ligne', other: '# lignes' })}`,
    targetInUse: (place) =>
      `${place} contient déjà les données d’un serveur Guichet. Indiquez une base vide dans DATABASE_URL. Rien n’a été modifié.`,
    stopped: (place, reason) =>
      `La copie vers ${place} s’est arrêtée (${reason}). Rien n’y a été gardé, et la source n’a pas été modifiée. Relancez la commande.`,
    tables: (list) => `Copié et comparé : ${list}.`,
    done: (from, to) =>
      `Tout ce que contient ${from} se trouve maintenant aussi dans ${to}. Indiquez DATABASE_URL sur le serveur et redémarrez-le ; conservez les clés maîtresses. Pour revenir en arrière, retirez DATABASE_URL et redémarrez : ${from} n’a pas été modifié.`,
  },
  backup: {
    made: (file) =>
      `La sauvegarde est dans ${file}. Les secrets y sont chiffrés, les conversations ne le sont pas. Pour la restaurer, il faut les clés maîtresses\u202f: GUICHET_MASTER_KEYS, ou le fichier master-keys du dossier de données. Gardez-les ailleurs.`,
    restored: (place) =>
      `La sauvegarde est restaurée dans ${place}. Copiez les clés maîtresses de l’ancienne installation dans le dossier de données, ou définissez-les dans GUICHET_MASTER_KEYS. Puis démarrez Guichet.`,
  },
  settings: {
    notApplied: (problem) =>
      `Les nouveaux réglages n’ont pas été appliqués. Les anciens restent en service. ${problem}`,
    needRestart: (names) => `Redémarrez Guichet pour appliquer ces changements\u202f: ${names}.`,
    readAgain: 'Les réglages ont été relus.',
  },
  sites: {
    storedProblem: (site, sentence) =>
      `Site ${site}\u202f: Guichet ignore un réglage enregistré et utilise sa valeur par défaut. ${sentence}.`,
    fallback: (site, chosen, inForce) =>
      `Site ${site}\u202f: les outils sont réglés sur ${chosen}, ce qui n’est pas possible pour le moment. ${inForce} s’applique à la place.`,
    possibleAgain: (site, mode) =>
      `Site ${site}\u202f: les outils fonctionnent de nouveau dans le mode choisi\u202f: ${mode}.`,
  },
  start: {
    listening: (address) => `Guichet écoute sur ${address}`,
    practice: (version) =>
      `OPENWEBUI_URL n’est pas défini\u202f: les réponses viennent du serveur d’essai, qui se comporte comme Open WebUI ${version}.`,
    keyMissing:
      'OPENWEBUI_URL est défini, mais pas OPENWEBUI_API_KEY. Les visiteurs lisent que l’assistant n’est pas encore installé. La clé se trouve dans Open WebUI\u202f: Réglages > Compte > Clés API.',
    keyUnusable: (what, next) =>
      `OPENWEBUI_API_KEY ne contient pas de clé d’Open WebUI. Rien n’a été envoyé. ${what} ${next} D’ici là, les visiteurs lisent que l’assistant n’est pas encore installé.`,
    masterKeyCreated: (file) =>
      `Guichet a créé une clé maîtresse dans ${file}. Une copie du dossier de données contient la clé et les secrets qu’elle protège. Pour les séparer, déplacez la clé dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    masterKeyInData: (file) =>
      `La clé maîtresse est dans ${file}, dans le même dossier que les secrets qu’elle protège. Pour les séparer, déplacez la clé dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    masterKeyFileUnusable: (file, problem) =>
      `Le fichier de clés maîtresses ${file} ${problem}. Restaurez-le depuis une copie, ou définissez GUICHET_MASTER_KEYS. Rien n’a été changé. Sans ces clés, les secrets enregistrés sont perdus. Ne supprimez le fichier que pour en saisir de nouveaux.`,
    secretDamaged: (name) =>
      `Le secret enregistré «\u202f${name}\u202f» est endommagé. Saisissez-le de nouveau. Les autres fonctionnent.`,
    orphans: (count) =>
      counted(count, {
        one: '# réponse a été coupée par le dernier arrêt. Le texte déjà reçu est gardé et marqué comme interrompu.',
        other:
          '# réponses ont été coupées par le dernier arrêt. Le texte déjà reçu est gardé et marqué comme interrompu.',
      }),
    claim: (link) =>
      `Personne ne s’est encore connecté. Ouvrez ce lien pour installer Guichet\u202f; il ne sert qu’une fois et expire après 30 minutes\u202f:\n${link}\nPour un nouveau lien, redémarrez Guichet ou lancez\u202f: npx guichet admin link`,
    claimByToken: (address) =>
      `Personne ne s’est encore connecté. Pour installer Guichet, ouvrez ${address} suivi de la valeur de GUICHET_SETUP_TOKEN. Ce lien sert une fois.`,
    linkIsLocal:
      'Ce lien fonctionne sur le serveur lui-même. Sur un autre ordinateur, remplacez localhost par l’adresse du serveur.',
    nodeTooOld: (version) =>
      `Node ${version} est trop ancien. Guichet nécessite Node 24.7 ou une version plus récente, qui contient argon2 pour protéger votre mot de passe. Lancez npm start\u202f: la commande télécharge elle-même un Node plus récent.`,
    stopping: 'Arrêt en cours. Guichet termine d’abord les réponses, en 25 secondes au plus.',
    stopped: 'Arrêté.',
    portForbidden: (port) =>
      `Ce compte n’a pas le droit d’écouter sur le port ${port}. Donnez à PORT un nombre supérieur à 1023, par exemple 8787.`,
    hostUnusable: (host, from) =>
      `HOST (source\u202f: ${from}) vaut «\u202f${host}\u202f», ce qui n’est pas une adresse de cette machine. Choisissez HOST=0.0.0.0 ou HOST=127.0.0.1.`,
    portTaken: (port) =>
      `Le port ${port} est utilisé par un autre programme. Arrêtez celui-ci, ou donnez un autre numéro à PORT.`,
    dataDirTaken(folder, holder) {
      const who = holder
        ? `processus ${holder.process} sur ${holder.host}, démarré le ${new Date(holder.startedAt).toISOString()}`
        : 'un processus inconnu';
      return `Un autre serveur Guichet utilise déjà le dossier de données ${folder} : ${who}. Arrêtez-le d’abord, ou choisissez un autre dossier avec GUICHET_DATA_DIR.`;
    },
    databaseDamaged: (file, reason) =>
      `La base de données ${file} est endommagée (${reason}). Déplacez-la dans un autre dossier, puis restaurez une sauvegarde avec npx guichet restore FICHIER.`,
    database: {
      waiting: (place, reason) => `En attente de la base de données ${place} (${reason}).`,
      unreachable: (place, reason) =>
        `La base de données ${place} ne répond pas (${reason}). Démarrez-la, ou corrigez DATABASE_URL. Sans DATABASE_URL, Guichet utilise SQLite dans son dossier de données.`,
      login: (place, reason) =>
        `La base de données ${place} refuse la connexion indiquée dans DATABASE_URL (${reason}). Corrigez-y l’utilisateur, le mot de passe ou sslmode.`,
      'unknown-database': (place) =>
        `La base de données ${place} n’existe pas. Créez-la, par exemple avec createdb, ou corrigez son nom dans DATABASE_URL.`,
      newer: (place) =>
        `La base de données ${place} a été écrite par une version plus récente de Guichet. Installez cette version, ou restaurez une sauvegarde faite avant la mise à jour. Rien n’a été modifié.`,
      lost: (place) => `Une connexion à la base de données ${place} a été perdue ; Guichet en ouvre une autre.`,
    },
    redis: {
      login: (place, reason) =>
        `Redis, à l’adresse ${place}, refuse la connexion indiquée dans REDIS_URL (${reason}). Corrigez-y l’utilisateur ou le mot de passe.`,
      'unknown-host': (place, reason) =>
        `L’hôte indiqué dans REDIS_URL, ${place}, n’existe pas (${reason}). Corrigez son nom, ou retirez REDIS_URL s’il n’y a qu’un serveur.`,
      'not-redis': (place, reason) =>
        `Le serveur à l’adresse ${place} n’est ni Redis ni Valkey (${reason}). Corrigez REDIS_URL.`,
      encryption: (place, reason) =>
        `Guichet ne peut pas ouvrir de connexion chiffrée vers Redis à l’adresse ${place} (${reason}). Corrigez le certificat, ou écrivez redis:// au lieu de rediss:// dans REDIS_URL.`,
      database: (place, reason) =>
        `Redis, à l’adresse ${place}, n’a pas cette base (${reason}). Corrigez le numéro à la fin de REDIS_URL.`,
      'too-old': (place, reason) =>
        `Redis, à l’adresse ${place}, est trop ancien (${reason}). Installez Redis 6.2 ou plus récent, ou Valkey.`,
      cluster: (place) =>
        `Redis, à l’adresse ${place}, est une grappe (cluster), ce que Guichet ne permet pas. Indiquez un serveur unique dans REDIS_URL.`,
      replica: (place) =>
        `Redis, à l’adresse ${place}, est en lecture seule. Indiquez le serveur principal dans REDIS_URL.`,
      forbidden: (place, reason) =>
        `Le compte indiqué dans REDIS_URL n’a pas assez de droits sur Redis à l’adresse ${place} (${reason}). Donnez-lui les règles ~guichet:* &guichet:* +@all -@admin -@dangerous +info.`,
      away: (place, reason) =>
        `Redis, à l’adresse ${place}, ne répond pas (${reason}). D’ici là, chaque serveur compte seul les limites des visiteurs et apprend les changements un peu plus tard.`,
      back: (place) => `Redis, à l’adresse ${place}, répond de nouveau. Les serveurs travaillent de nouveau ensemble.`,
      alone:
        'REDIS_URL est défini sans DATABASE_URL. Avec SQLite, un seul serveur peut utiliser les données. Pour en avoir plusieurs, passez à PostgreSQL.',
    },
    dataDirUnusable: (folder, reason) =>
      `Le dossier de données ${folder} est inutilisable (${reason}). Autorisez-y l’écriture, ou choisissez un autre dossier avec GUICHET_DATA_DIR.`,
    notAFile: (file, problem) =>
      `${file} ${problem}. Supprimez-le ou mettez un fichier à sa place, puis redémarrez Guichet.`,
    diskFull: (folder, reason) =>
      `Il n’y a plus de place pour le dossier de données ${folder} (${reason}). Libérez de l’espace sur son disque ou augmentez le quota, puis redémarrez Guichet.`,
  },
};
