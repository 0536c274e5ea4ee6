import type { GuidePassage } from './guide-types.ts';

export const passagesFr: GuidePassage[] = [
  {
    id: 'what',
    title: "Ce qu'est Guichet",
    about: ['guichet', 'quoi', 'sert', 'produit', 'widget', 'site', 'explique', 'bonjour', 'salut', 'presente'],
    text: `**Guichet** place sur votre site public un assistant qui vit dans *votre propre* Open WebUI.

- Les visiteurs posent leurs questions dans une petite fenêtre de discussion.
- Le serveur Guichet transmet la question à Open WebUI et diffuse la réponse au fur et à mesure.
- La clé ne quitte jamais votre serveur : le navigateur du visiteur ne la voit pas.

Si rien ne répond, la page \`/diagnostic\` dit ce qui ne va pas et où cliquer.`,
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
    text: `Deux secrets se ressemblent :

| commence par | c'est | durée |
|---|---|---|
| \`sk-\` + 32 chiffres hexadécimaux | une **clé API** d'Open WebUI | jusqu'à ce qu'on la renouvelle ou la supprime |
| \`eyJ\` | un **jeton de session** | quatre semaines par défaut, moins si le mot de passe change |
| \`sk-proj-\`, \`sk-ant-\` … | une **clé de fournisseur** | sa place est dans les connexions d'Open WebUI, pas ici |

Guichet attend la première. Avec le deuxième, il marche un temps, et il sait l'échanger contre la première.`,
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
    text: `Dans un Open WebUI récent :

1. En administrateur : **Réglages > Authentification > Clés API**, activer, **Enregistrer**.
2. Pour un compte ordinaire, en plus : **Panneau d'administration > Utilisateurs > Groupes > Autorisations par défaut > Autorisations des fonctionnalités > Clés API**.
3. Avec le compte qui répondra : **Réglages > Compte > Clés API > Secrets : Afficher > Créer une nouvelle clé secrète**.

Collez ensuite la clé dans la console de Guichet. Prenez un compte réservé à cela, pas celui d'un administrateur.`,
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

- Les conversations sont conservées dans la base de Guichet, aussi longtemps que vous le décidez.
- Un visiteur peut exporter ou effacer tout ce qui le concerne.
- Open WebUI ne garde rien de ces conversations et n'apprend ni nom ni adresse du visiteur.
- Guichet n'envoie rien ailleurs.`,
  },
  {
    id: 'embed',
    title: 'Le mettre sur une page',
    about: ['integrer', 'installer', 'extrait', 'script', 'html', 'page', 'wordpress', 'ajouter', 'mettre', 'placer'],
    text: `Une ligne suffit sur votre page :

\`\`\`html
<script async src="https://chat.example.com/guichet.js" data-site="default"></script>
\`\`\`

Remplacez l'adresse par celle de votre Guichet. Autorisez l'adresse de votre site dans la console, parmi les origines du site.`,
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
    text: `Ouvrez \`/diagnostic\`, ou lancez \`npx guichet doctor\`. Il interroge votre Open WebUI pas à pas et nomme la première chose qui ne va pas :

- l'adresse, ou un intermédiaire qui répond à sa place ;
- la clé : expirée, d'un fournisseur, désactivée, non autorisée ;
- le modèle : absent, ou non partagé avec le compte de la clé ;
- le fournisseur derrière Open WebUI : il refuse, limite, ou reste injoignable.`,
  },
  {
    id: 'practice',
    title: "Ce serveur d'entraînement",
    about: ['qui', 'tu', 'entrainement', 'demo', 'demonstration', 'vrai', 'test', 'toi', 'vous', 'robot', 'ia', 'faux'],
    text: `Vous parlez à un **Open WebUI d'entraînement** fourni avec Guichet. Il se comporte comme le vrai, mais il n'y a pas de modèle de langage derrière : je choisis un passage d'un petit guide d'après les mots de votre question.

Renseignez \`OPENWEBUI_URL\` et \`OPENWEBUI_API_KEY\` pour parler à votre propre assistant.`,
  },
];
