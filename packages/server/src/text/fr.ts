import { countedIn } from '@guichet/contract/counted';
import type { ServerTexts } from './server-texts.ts';

const counted = countedIn('fr');

export const fr: ServerTexts = {
  welcome: {
    title: 'Guichet fonctionne',
    heading: 'Guichet fonctionne.',
    lead: 'La discussion en bas de cette page est celle que verront vos visiteurs. Posez-lui une question.',
    practiceHeading: 'Les réponses viennent du serveur d’essai.',
    practice:
      'Aucun Open WebUI n’est encore relié, un remplaçant répond donc à sa place. Pour mettre ici votre propre assistant, ouvrez le lien que Guichet a affiché à son démarrage\u202f: la mise en route vous mène pas à pas, en cinq minutes environ.',
    setUp: 'Ouvrir la mise en route',
    noLink: 'Le lien n’est plus là\u202f? Sur le serveur, cette commande en affiche un autre\u202f:',
    byFile: 'Sans la console, par un fichier',
    byFileHow:
      'Écrivez ces deux lignes dans un fichier nommé .env, à côté de package.json. Guichet le lit en quelques secondes, sans redémarrage\u202f:',
    noKey:
      'Pas encore de clé\u202f? Écrivez la première ligne seule, puis lancez npx guichet openwebui provision\u202f: avec une connexion d’administrateur, utilisée une fois, Guichet crée lui-même le compte, le droit et la clé, et peut tout annuler.',
    embedHeading: 'Mettez-le sur votre site',
    embed: 'Copiez cette ligne à la fin de votre page, avant </body>\u202f:',
    origins:
      'Les autres sites que celui-ci doivent figurer dans GUICHET_ALLOWED_ORIGINS, par exemple https://www.example.com.',
    pages: {
      label: 'Pages de Guichet',
      diagnosis: 'Pas de réponse\u202f? Le diagnostic',
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
  queue: {
    before: (count) =>
      count === 0
        ? 'Beaucoup de personnes posent une question en même temps. La vôtre est la prochaine.'
        : count === 1
          ? 'Beaucoup de personnes posent une question en même temps. Une question passe avant la vôtre.'
          : `Beaucoup de personnes posent une question en même temps. ${count} questions passent avant la vôtre.`,
    begun: 'C’est votre tour.',
  },
  credential: {
    swapped: (fingerprint) =>
      `Le nouvel identifiant fonctionne et sert dès la prochaine question (empreinte ${fingerprint}).`,
    swapRefused: (cause) => `Le nouvel identifiant n’a pas été pris, l’ancien reste en service. ${cause}`,
    expiring: (days, expiresAt) =>
      `Le jeton de session pour Open WebUI expire dans ${days === 1 ? 'un jour' : `${days} jours`}, le ${expiresAt}. Ensuite, les visiteurs n’auront plus de réponse. Remplacez-le par une clé API, qui n’expire pas.`,
    expired: (expiresAt) =>
      `Le jeton de session pour Open WebUI a expiré le ${expiresAt}. Les visiteurs n’ont pas de réponse tant qu’il n’est pas remplacé\u202f; une clé API n’expire pas.`,
    refusedNow: (cause) => `Open WebUI refuse l’identifiant\u202f; les visiteurs n’ont pas de réponse. ${cause}`,
    acceptedAgain: 'Open WebUI accepte de nouveau l’identifiant\u202f; les visiteurs ont des réponses.',
  },
  signIn: {
    secondFactor: {
      verify:
        'Le mot de passe est bon. Saisissez le code affiché par votre application d’authentification, ou un code de secours.',
      enroll:
        'Le mot de passe est bon. Cet Open WebUI demande à chaque compte une application d’authentification, et celui-ci n’en a pas encore\u202f: connectez-vous une fois dans Open WebUI pour l’y installer, puis revenez.',
      recover:
        'Le mot de passe est bon, mais l’authentification a été réinitialisée\u202f: connectez-vous une fois dans Open WebUI avec le jeton donné par son exploitant, puis revenez.',
    },
    refused: {
      'wrong-password': 'Open WebUI n’accepte pas cette adresse avec ce mot de passe.',
      'password-sign-in-off':
        'Dans cet Open WebUI, personne ne se connecte par mot de passe. Collez plutôt un jeton de session pris dans votre navigateur.',
      'trusted-header':
        'Cet Open WebUI ne laisse entrer que par le proxy placé devant lui. Collez plutôt un jeton de session pris dans votre navigateur.',
      'wrong-code': 'Ce code est faux ou a déjà servi. Attendez le suivant de l’application d’authentification.',
      'step-expired': 'La connexion a pris trop de temps. Recommencez avec le mot de passe.',
      'second-factor-off': 'Le second facteur a été désactivé entre-temps. Recommencez avec le mot de passe.',
      other: 'Open WebUI ne laisse pas entrer ce compte.',
    },
    limited: (count, seconds) =>
      `Open WebUI bloque un compte après ${count} tentatives, Guichet attend donc avant la suivante. Réessayez dans ${seconds} secondes.`,
  },
  rotation: {
    rotated: (rewrapped, already) =>
      `Scellés de nouveau avec la première clé maîtresse\u202f: ${rewrapped}. Déjà scellés avec elle\u202f: ${already}.`,
    wouldRotate: (rewrapped, already) =>
      `Rien n’a été changé. Seraient scellés de nouveau avec la première clé maîtresse\u202f: ${rewrapped}. Déjà scellés avec elle\u202f: ${already}.`,
    removable: (ids) => `Ne servent plus dans GUICHET_MASTER_KEYS\u202f: ${ids}.`,
    corrupt: (names) =>
      `Rien n’a été changé\u202f: ces secrets sont abîmés et illisibles\u202f: ${names}. Saisissez-les d’abord de nouveau.`,
  },
  move: {
    progress: (done, of) => `${done} sur ${counted(of, { one: '# ligne', other: '# lignes' })} : copié`,
    targetInUse: (place) =>
      `${place} contient déjà les données d’un serveur Guichet. Indiquez une base vide dans DATABASE_URL. Rien n’a été modifié.`,
    tables: (list) => `Copié et comparé : ${list}.`,
    done: (from, to) =>
      `Tout ce que contient ${from} se trouve maintenant aussi dans ${to}. Indiquez DATABASE_URL sur le serveur et redémarrez-le ; conservez les clés maîtresses. Pour revenir en arrière, retirez DATABASE_URL et redémarrez : ${from} n’a pas été modifié.`,
  },
  backup: {
    made: (file) =>
      `La sauvegarde est dans ${file}. Elle contient les conversations telles quelles et les secrets scellés\u202f: gardez les clés maîtresses (GUICHET_MASTER_KEYS, ou le fichier master-keys du dossier de données) à un autre endroit, il les faut pour restaurer.`,
    restored: (folder) =>
      `La sauvegarde est dans ${folder}. Placez-y les clés maîtresses de l’ancienne installation, ou mettez-les dans GUICHET_MASTER_KEYS, puis démarrez Guichet.`,
  },
  settings: {
    notApplied: (problem) =>
      `Les réglages ont été relus et ne sont pas appliqués\u202f; ce qui était en vigueur le reste. ${problem}`,
    needRestart: (names) => `Changé, mais en vigueur seulement après un redémarrage\u202f: ${names}.`,
    readAgain: 'Les réglages ont été relus.',
  },
  sites: {
    storedProblem: (site, sentence) =>
      `Site ${site}\u202f: un réglage enregistré est ignoré, sa valeur par défaut s’applique. ${sentence}.`,
    fallback: (site, chosen, inForce) =>
      `Site ${site}\u202f: les outils sont réglés sur ${chosen}, ce qui n’est pas possible pour le moment. ${inForce} s’applique à la place.`,
    possibleAgain: (site, mode) => `Site ${site}\u202f: les outils fonctionnent de nouveau comme réglé\u202f: ${mode}.`,
  },
  start: {
    listening: (address) => `Guichet écoute sur ${address}`,
    practice: (version) =>
      `OPENWEBUI_URL n’est pas défini\u202f: les réponses viennent du serveur d’essai, qui se comporte comme Open WebUI ${version}.`,
    keyMissing:
      'OPENWEBUI_URL est défini mais pas OPENWEBUI_API_KEY\u202f: les visiteurs lisent que l’assistant n’est pas encore installé. Dans Open WebUI\u202f: Réglages > Compte > Clés API.',
    keyUnusable: (what, next) =>
      `OPENWEBUI_API_KEY contient autre chose qu’une clé d’Open WebUI et n’est envoyé nulle part. ${what} ${next} D’ici là, les visiteurs lisent que l’assistant n’est pas encore installé.`,
    masterKeyCreated: (file) =>
      `Une clé maîtresse a été créée dans ${file}. Elle se trouve à côté de ce qu’elle protège\u202f: qui copie le dossier de données a les deux. Pour les séparer, déplacez son contenu dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    masterKeyInData: (file) =>
      `La clé maîtresse est lue dans ${file}, à côté de ce qu’elle protège. Pour les séparer, déplacez son contenu dans le réglage GUICHET_MASTER_KEYS et supprimez le fichier.`,
    masterKeyFileUnusable: (file, problem) =>
      `Le fichier des clés maîtresses, ${file}, ${problem}. Remettez-le depuis une copie, ou renseignez GUICHET_MASTER_KEYS. Guichet n’a rien changé. Sans ces clés, les secrets enregistrés ne s’ouvrent pas\u202f; ne supprimez le fichier que pour repartir avec de nouvelles.`,
    secretDamaged: (name) =>
      `Le secret enregistré «\u202f${name}\u202f» est abîmé et illisible\u202f; saisissez-le de nouveau. Les autres fonctionnent.`,
    orphans: (count) =>
      count <= 1
        ? 'Une réponse a été coupée par le dernier arrêt\u202f; ce qui en existait est gardé et marqué comme interrompu.'
        : `${count} réponses ont été coupées par le dernier arrêt\u202f; ce qui en existait est gardé et marqué comme interrompu.`,
    claim: (link) =>
      `Personne n’est encore entré dans ce Guichet. Ouvrez ce lien pour l’installer\u202f; il sert une fois, pendant 30 minutes, et le prochain démarrage en affiche un nouveau\u202f:\n${link}`,
    claimByToken: (address) =>
      `Personne n’est encore entré dans ce Guichet. Pour l’installer, ouvrez ${address} suivi de la valeur de GUICHET_SETUP_TOKEN\u202f; cela sert une fois.`,
    nodeTooOld: (version) =>
      `Guichet demande Node 24.7 ou plus récent, pour argon2, qui protège le mot de passe de l’exploitant\u202f; ceci est Node ${version}. La commande npm start en installe elle-même un plus récent.`,
    stopping: 'Arrêt\u202f: les réponses en cours se terminent d’abord, pendant 25 secondes au plus.',
    stopped: 'Arrêté.',
    portForbidden: (port) =>
      `Ce compte n’a pas le droit d’écouter sur le port ${port}. Donnez à PORT un nombre supérieur à 1023, par exemple 8787.`,
    hostUnusable: (host, from) =>
      `HOST (source\u202f: ${from}) vaut «\u202f${host}\u202f», ce qui n’est pas une adresse de cette machine\u202f; Guichet peut écouter sur HOST=0.0.0.0 ou HOST=127.0.0.1.`,
    portTaken: (port) =>
      `Le port ${port} est utilisé par un autre programme. Arrêtez celui-ci, ou donnez un autre numéro à PORT.`,
    dataDirTaken(folder, holder) {
      const who = holder
        ? `processus ${holder.process} sur ${holder.host}, démarré le ${new Date(holder.startedAt).toISOString()}`
        : 'un processus qui n’a rien laissé sur lui-même';
      return `Un autre serveur Guichet utilise déjà le dossier de données ${folder} : ${who}. Arrêtez-le d’abord, ou indiquez dans GUICHET_DATA_DIR un dossier propre à ce serveur.`;
    },
    databaseDamaged: (file, reason) =>
      `La base de données ${file} est abîmée (${reason}). Mettez-la de côté, puis rétablissez une sauvegarde avec npx guichet restore FICHIER.`,
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
    dataDirUnusable: (folder, reason) =>
      `Le dossier de données ${folder} est inutilisable (${reason}). Donnez-lui le droit d’écriture, ou choisissez un autre dossier avec GUICHET_DATA_DIR.`,
  },
};
