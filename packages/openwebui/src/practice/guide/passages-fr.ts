import type { GuidePassage } from './guide-types.ts';

export const passagesFr: GuidePassage[] = [
  {
    id: 'what',
    title: "Ce qu'est Guichet",
    about: ['guichet', 'quoi', 'sert', 'produit', 'widget', 'site', 'explique', 'bonjour', 'salut', 'presente'],
    text: `Guichet place sur votre site public un assistant qui vit dans votre propre Open WebUI.

- Les visiteurs posent leurs questions dans une petite fenêtre de discussion.
- Le serveur Guichet transmet la question à Open WebUI et diffuse la réponse au fur et à mesure.
- La clé ne quitte jamais votre serveur\u202f: le navigateur du visiteur ne la voit pas.

Quand rien ne répond, le visiteur lit une phrase avec une référence, et le journal dit sous cette référence ce qui ne va pas.`,
  },
  {
    id: 'keys',
    title: 'Reconnaître les clés',
    about: [
      'cle',
      'cles',
      'api',
      'sk-',
      'eyj',
      'jeton',
      'jwt',
      'token',
      'expire',
      'session',
      'secret',
      'fournisseur',
      'openai',
      'identifiant',
    ],
    text: `Deux secrets se ressemblent\u202f:

- sk- suivi de 32 chiffres hexadécimaux\u202f: une clé API d’Open WebUI. Elle vaut jusqu’à ce que quelqu’un la renouvelle ou la supprime.
- eyJ\u202f: un jeton de session. Il vaut quatre semaines par défaut, moins si le mot de passe change.

Et une troisième, qu’on confond avec elles\u202f: sk-proj-, sk-ant- et les autres sont des clés de fournisseur. Leur place est dans les connexions d’Open WebUI, pas ici.

Guichet attend la première. Avec le deuxième, il marche jusqu’à ce que le jeton meure.`,
  },
  {
    id: 'where',
    surely: ['endroit', 'cliquer', 'trouver'],
    title: 'Où cliquer pour obtenir une clé',
    about: [
      'cliquer',
      'trouver',
      'creer',
      'menu',
      'reglage',
      'reglages',
      'obtenir',
      'comment',
      'generer',
      'configurer',
      'connecter',
    ],
    text: `Dans un Open WebUI récent\u202f:

1. En administrateur\u202f: Réglages > Authentification > Clés API, activer, Enregistrer.
2. Pour un compte ordinaire, en plus\u202f: Panneau d'administration > Utilisateurs > Groupes > Autorisations par défaut > Autorisations des fonctionnalités > Clés API.
3. Avec le compte qui répondra\u202f: Réglages > Compte > Clés API > Secrets\u202f: Afficher > Créer une nouvelle clé secrète.

Mettez ensuite la clé dans le fichier .env de Guichet, sous OPENWEBUI_API_KEY. Prenez un compte réservé à cela, pas celui d'un administrateur.`,
  },
  {
    id: 'privacy',
    title: 'Vie privée',
    about: [
      'vie',
      'privee',
      'donnee',
      'donnees',
      'rgpd',
      'stocke',
      'conserve',
      'personnel',
      'personnelles',
      'effacer',
      'supprimer',
      'cookie',
      'confidentialite',
    ],
    text: `Ce que les visiteurs écrivent reste entre leur navigateur, votre serveur Guichet et votre Open WebUI.

- Les conversations sont conservées dans la base de Guichet, sur votre serveur.
- Un visiteur peut supprimer une conversation.
- Open WebUI ne garde rien de ces conversations et n'apprend ni nom ni adresse du visiteur.
- Guichet n'envoie rien ailleurs.`,
  },
  {
    id: 'embed',
    title: 'Le mettre sur une page',
    about: ['integrer', 'installer', 'extrait', 'script', 'html', 'page', 'wordpress', 'ajouter', 'mettre', 'placer'],
    text: `Une ligne suffit sur votre page\u202f:

<script async src="https://chat.example.com/guichet.js" data-site="default"></script>

Remplacez l'adresse par celle de votre Guichet. Nommez l'adresse de votre site dans GUICHET_ALLOWED_ORIGINS.`,
  },
  {
    id: 'trouble',
    title: 'Quand rien ne répond',
    about: [
      'erreur',
      'probleme',
      'panne',
      'marche',
      'repond',
      'diagnostic',
      'aide',
      '401',
      '403',
      'modele',
      'echec',
      'docteur',
    ],
    text: `Cherchez dans le journal de Guichet la référence que le visiteur a vue. Il y nomme la cause\u202f:

- l'adresse, ou un intermédiaire qui répond à sa place\u202f;
- la clé\u202f: expirée, d'un fournisseur, désactivée, non autorisée\u202f;
- le modèle\u202f: absent, ou non partagé avec le compte de la clé\u202f;
- le fournisseur derrière Open WebUI\u202f: il refuse, limite, ou reste injoignable.

Sur le serveur, npx guichet doctor examine tout cela pas à pas et dit où cliquer.`,
  },
  {
    id: 'practice',
    title: "Ce serveur d'essai",
    about: ['qui', 'tu', 'entrainement', 'demo', 'demonstration', 'vrai', 'test', 'toi', 'vous', 'robot', 'ia', 'faux'],
    text: `Vous parlez à un Open WebUI d'essai fourni avec Guichet. Il se comporte comme le vrai, mais il n'y a pas de modèle de langage derrière\u202f: je choisis un passage d'un petit guide d'après les mots de votre question.

Renseignez OPENWEBUI_URL et OPENWEBUI_API_KEY pour parler à votre propre assistant.`,
  },
];
