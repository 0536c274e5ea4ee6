import type { SetupTexts } from './setup-texts.ts';

export const fr: SetupTexts = {
  step: {
    'switch-keys-on': () => 'Autoriser les clés API sur cet Open WebUI.',
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Utiliser le compte « ${name} » (${email}).`
        : `Créer un compte de service « ${name} » (${email}), avec un long mot de passe aléatoire et sans droits particuliers.`,
    'make-group': ({ name, origin, members }) =>
      origin === 'found'
        ? `Autoriser les clés API au groupe « ${name} », qui compte ${members ?? 0} membres à ce jour.`
        : `Créer un groupe « ${name} » dont les membres peuvent utiliser des clés API. Les autorisations de tous les autres restent ce qu’elles sont.`,
    'join-group': ({ name }) => `Mettre le compte de service dans le groupe « ${name} ».`,
    'share-model': ({ name }) =>
      `Partager le modèle « ${name} » avec le groupe. Ceux qui peuvent l’utiliser aujourd’hui le peuvent toujours.`,
    'share-knowledge': ({ name }) =>
      `Partager les connaissances « ${name} » avec le groupe, parce que le modèle s’y appuie.`,
    'second-factor': ({ email }) =>
      `Donner à ${email} son propre authentificateur, parce qu’ici chaque compte a besoin d’un second facteur.`,
    'make-key': () => 'Créer la clé API du compte de service, ou lire celle qu’il a.',
    'check-answer': ({ name }) => `Poser au modèle « ${name} » une courte question avec la nouvelle clé.`,
  },
  undo: {
    'make-account': ({ name, email, origin }) =>
      origin === 'found'
        ? `Retirer le compte « ${name} » (${email}) du groupe.`
        : `Supprimer le compte de service « ${name} » (${email}), avec sa clé, ses discussions et ses fichiers.`,
    'share-model': ({ id }) => `Ne plus partager le modèle « ${id} » avec le groupe.`,
    'share-knowledge': () => 'Ne plus partager les connaissances avec le groupe.',
    'make-group': ({ name, origin }) =>
      origin === 'found'
        ? `Retirer au groupe « ${name} » l’autorisation des clés API.`
        : `Supprimer le groupe « ${name} ».`,
    'switch-keys-on': () =>
      'Ne plus autoriser les clés API. Toutes les clés API de cet Open WebUI cessent de fonctionner.',
  },
  outcome: { done: 'Fait.', already: 'Rien à faire.', undone: 'Annulé.' },
  stepFailed: {
    refused: 'Open WebUI l’a refusé.',
    'not-reached': 'Open WebUI est injoignable. Cette étape n’a rien changé.',
    'answer-lost':
      'La connexion s’est perdue avant la réponse : c’est peut-être fait. Continuer regarde d’abord ; annuler fonctionne aussi.',
    'not-taken': 'Open WebUI a dit oui, et il n’en est rien.',
    'second-factor-lost': 'Le compte de service a un authentificateur qui n’est plus connu. Annulez, puis recommencez.',
    'no-answer': 'La clé est créée et fonctionne, mais le modèle ne répond pas.',
  },
  kept: {
    'changed-since': 'Laissé tel quel, parce que quelqu’un l’a modifié depuis.',
    'others-use-it': 'Laissé tel quel, parce qu’il a d’autres membres.',
    'was-there-before': 'Laissé tel quel, parce que c’était là avant.',
    'other-server': 'Laissé tel quel, parce que l’installation a été faite à une autre adresse.',
    wanted: 'Laissé tel quel, comme vous le souhaitez.',
  },
  note: {
    'switch-may-not-last':
      'Si Open WebUI fonctionne avec ENABLE_PERSISTENT_CONFIG=False, le réglage disparaît à son prochain démarrage ; mettez-y ENABLE_API_KEYS=true.',
    'switch-is-for-everybody':
      'Ce réglage vaut pour toute l’instance. Hormis les administrateurs, seuls les membres du groupe reçoivent l’autorisation.',
    'one-answer-is-asked':
      'Une courte question est posée au modèle à la fin ; elle coûte ce que coûte une courte réponse.',
    'second-factor-for-all':
      'Ici chaque compte a besoin d’un second facteur. Le compte de service en reçoit un auquel Guichet sait répondre ; sa clé n’en dépend pas.',
    'carried-on': 'Une installation interrompue est reprise : ce qui est là est utilisé.',
  },
  obstacle: {
    'not-reached': 'Open WebUI est injoignable.',
    'not-administrator': 'Cette connexion n’est pas celle d’un administrateur, ou n’est plus valable.',
    'other-server': 'L’installation à reprendre a été commencée à une autre adresse.',
    'too-old':
      'Cet Open WebUI est antérieur à la version 0.6.37, où clés et autorisations fonctionnent autrement. Mettez-le d’abord à jour.',
    'model-missing': 'Ce modèle, ou un modèle sur lequel il repose, n’existe pas.',
    'model-not-sharable':
      'Ceci est un tirage entre plusieurs modèles et ne se partage pas. Choisissez l’un de ces modèles.',
    'settings-unreadable': 'Open WebUI ne montre pas les réglages qu’il faut changer.',
  },
  question: {
    'account-exists': ({ name, email }) => `Il existe déjà un compte « ${name} » (${email}). Est-il prévu pour cela ?`,
    'group-exists': ({ name, members }) =>
      `Il existe déjà un groupe « ${name} », qui compte ${members ?? 0} membres. Est-il prévu pour cela ?`,
  },
  choice: {
    'account-exists': {
      'make-another': 'Ne pas y toucher et en créer un autre.',
      'use-it': 'L’utiliser. Son mot de passe est remplacé, sans retour possible ; sa clé est conservée.',
    },
    'group-exists': {
      'make-another': 'Ne pas y toucher et en créer un autre.',
      'use-it': 'L’utiliser. Tous ses membres pourront alors utiliser des clés API.',
    },
  },
  signIn: {
    refused: {
      'wrong-password': 'L’adresse ou le mot de passe n’est pas le bon.',
      'password-sign-in-off':
        'Sur cet Open WebUI, personne ne se connecte par mot de passe. Apportez plutôt un jeton de session de votre navigateur.',
      'trusted-header':
        'Cet Open WebUI n’accepte que les personnes que nomme le proxy placé devant lui. Apportez plutôt un jeton de session de votre navigateur.',
      other: 'Open WebUI a refusé cette connexion.',
    },
    secondStep: {
      verify: 'Le mot de passe est bon. Saisissez le code de votre authentificateur, ou un code de secours.',
      enroll:
        'Le mot de passe est bon. Open WebUI veut d’abord que vous installiez un authentificateur : connectez-vous-y une fois, puis revenez.',
      recover:
        'Le mot de passe est bon. Votre authentificateur a été réinitialisé : connectez-vous à Open WebUI avec le jeton de secours de son exploitant, puis revenez.',
    },
    codeRefused: {
      'wrong-code': 'Ce code est faux ou a déjà servi. Attendez le suivant.',
      'step-expired': 'Cela a duré plus de cinq minutes. Connectez-vous de nouveau.',
      'second-factor-off': 'Le second facteur a été désactivé entre-temps. Connectez-vous de nouveau.',
      other: 'Open WebUI a refusé ce code.',
    },
    pending: 'Un administrateur doit d’abord approuver ce compte.',
    limited: ({ count, windowSeconds }, seconds) =>
      `Open WebUI n’accepte pas plus de ${count} essais en ${windowSeconds / 60} minutes. Réessayez dans ${inWords(seconds)}.`,
    failed: 'Open WebUI est injoignable ; on ne sait donc rien du mot de passe.',
  },
  exchange: {
    'existing-key': 'Le compte a une clé API. Elle est utilisée telle quelle.',
    'created-key': 'Une clé API a été créée. Elle n’expire pas.',
    'no-key': 'Le compte n’a pas encore de clé API.',
    'would-replace':
      'On n’a pas pu lire si le compte a une clé. En créer une mettrait aussitôt fin à l’ancienne, partout où elle sert.',
    'already-key': 'Ceci est déjà une clé API.',
    refused: 'Open WebUI refuse cette session.',
    lost: 'La connexion s’est perdue pendant la création d’une clé. Réessayez : la nouvelle clé sera lue.',
    'keys-off': {
      'switch-keys-on': 'Les clés API sont désactivées sur cet Open WebUI. Un administrateur peut les autoriser.',
      'default-permission': 'Ce compte n’a pas le droit d’utiliser des clés API. Un administrateur peut le lui donner.',
    },
    renewal:
      'Là où les clés restent désactivées, Guichet peut garder dans son coffre le mot de passe d’un compte de service et renouveler lui-même la session.',
  },
  reach: {
    'other-accounts': 'Lister les noms, adresses e-mail et rôles des autres comptes.',
    chats: 'Lire, modifier et supprimer les discussions de ce compte.',
    'all-chats': 'Lire les discussions de tout le monde.',
    files: 'Lire et supprimer les fichiers envoyés par ce compte.',
    knowledge: 'Lire les connaissances partagées avec ce compte.',
    'raw-provider-routes': 'Interroger directement les fournisseurs, sans filtres ni consignes du modèle.',
    'server-fetches': 'Faire chercher des pages web par le serveur.',
    'key-rotation': 'Remplacer ou supprimer cette clé même, et fermer la porte à Guichet.',
    'provider-keys': 'Lire en clair les clés d’OpenAI et des autres fournisseurs.',
    'admin-config': 'Lire et modifier tous les réglages de cet Open WebUI.',
  },
  allowList: {
    what: 'Fermer les clés API à tout, sauf à ces chemins :',
    everybody:
      'Cela s’impose à toutes les clés API de cet Open WebUI, pas seulement à celle-ci. Les jetons de session n’y sont pas soumis.',
    keptOthers: (entries) => `Reste ouvert pour d’autres, et à cette clé aussi : ${entries.join(', ')}.`,
  },
};

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} secondes`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
