import type { GuidePassage } from './guide-types.ts';

export const passagesFr: GuidePassage[] = [
  {
    id: 'what',
    title: 'Ce qu’est Guichet',
    about: ['guichet', 'quoi', 'sert', 'produit', 'widget', 'site', 'explique', 'bonjour', 'salut', 'presente'],
    text: `Guichet place sur votre site public un assistant de votre propre Open WebUI.

- Les visiteurs posent leurs questions dans une petite fenêtre de discussion.
- Le serveur Guichet transmet chaque question à Open WebUI et affiche la réponse au fur et à mesure.
- La clé ne quitte jamais votre serveur\u202f: le navigateur du visiteur ne la voit pas.

Si aucune réponse ne vient, le visiteur lit une courte explication avec une référence. Le journal donne la cause sous cette référence.`,
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

- sk- suivi de 32 chiffres hexadécimaux\u202f: une clé API d’Open WebUI. Elle fonctionne jusqu’à ce que quelqu’un la renouvelle ou la supprime.
- eyJ\u202f: un jeton de session. Il fonctionne quatre semaines par défaut, moins si le mot de passe change.

Une troisième sorte se confond souvent avec elles\u202f: les clés en sk-proj-, sk-ant- et autres sont celles de fournisseurs. Leur place est dans les connexions d’Open WebUI, pas ici.

Donnez à Guichet une clé API. Un jeton de session fonctionne aussi, mais seulement jusqu’à son expiration.`,
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
2. Pour un compte ordinaire, en plus\u202f: Panneau d’administration > Utilisateurs > Groupes > Autorisations par défaut > Autorisations des fonctionnalités > Clés API.
3. Avec le compte qui répondra\u202f: Réglages > Compte > Clés API > Secrets\u202f: Afficher > Créer une nouvelle clé secrète.

Donnez ensuite la clé à Guichet\u202f: dans la mise en route, ou dans son fichier .env sous OPENWEBUI_API_KEY. Prenez un compte réservé à cela, pas celui d’un administrateur.`,
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
    text: `Ce que les visiteurs écrivent va de leur navigateur à votre serveur Guichet, à votre Open WebUI, puis au fournisseur du modèle.

- Guichet conserve les conversations dans sa propre base de données, sur votre serveur.
- Open WebUI ne garde pas ces conversations parmi ses discussions. Guichet ne lui transmet ni le nom ni l’adresse du visiteur.
- Le fournisseur reçoit ce qu’Open WebUI lui envoie. Si c’est un service sur Internet, les questions quittent votre serveur.
- Les outils et la recherche web, si vous les autorisez, reçoivent ce que le modèle leur transmet.
- Un programme peut supprimer une conversation avec le jeton du visiteur. La fenêtre de discussion n’a pas encore de bouton pour cela.

Guichet n’envoie rien à ses auteurs.`,
  },
  {
    id: 'embed',
    title: 'Mettre Guichet sur une page',
    about: ['integrer', 'installer', 'extrait', 'script', 'html', 'page', 'wordpress', 'ajouter', 'mettre', 'placer'],
    text: `Une ligne suffit sur votre page\u202f:

<script async src="https://chat.example.com/guichet.js" data-site="default"></script>

Remplacez l’adresse par celle de votre Guichet. Ajoutez ensuite l’origine de votre site, par exemple https://www.example.com, à GUICHET_ALLOWED_ORIGINS.`,
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
    text: `Cherchez dans le journal de Guichet la référence que le visiteur a vue. Il donne la cause\u202f:

- l’adresse, ou un intermédiaire qui répond à sa place\u202f;
- la clé\u202f: expirée, d’un fournisseur, désactivée ou non autorisée\u202f;
- le modèle\u202f: absent, ou non partagé avec le compte de la clé\u202f;
- le fournisseur derrière Open WebUI\u202f: il refuse ou limite les requêtes, ou reste injoignable.

Sur le serveur, npx guichet doctor examine tout cela pas à pas et dit où cliquer.`,
  },
  {
    id: 'practice',
    title: 'Ce serveur d’essai',
    about: ['qui', 'tu', 'entrainement', 'demo', 'demonstration', 'vrai', 'test', 'toi', 'vous', 'robot', 'ia', 'faux'],
    text: `Vous parlez à un Open WebUI d’essai fourni avec Guichet. Il se comporte comme le vrai, mais n’a pas de modèle de langage. Je choisis un passage d’un petit guide d’après les mots de votre question.

Pour parler à votre propre assistant, ouvrez la mise en route avec le lien du journal de démarrage de Guichet. Ou définissez OPENWEBUI_URL et OPENWEBUI_API_KEY.`,
  },
];
