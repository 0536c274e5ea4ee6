import type { ProblemTexts } from './problem-texts.ts';

export const fr: ProblemTexts = {
  'bad-json': 'La requête n’est pas du JSON valide.',
  'bad-request': 'La requête n’a pas la forme attendue.',
  'text-missing': 'Écrivez d’abord une question.',
  'text-too-long': 'Ce message est trop long. Raccourcissez-le ou envoyez-le en plusieurs fois.',
  'body-too-large': 'La requête est trop volumineuse.',
  'content-type-unsupported': 'La requête doit être envoyée en JSON (type de contenu application/json).',
  'attachments-unsupported': 'On ne peut pas envoyer de fichiers dans cette discussion.',
  'idempotency-key-missing':
    'La requête doit porter un en-tête Idempotency-Key, pour qu’un message répété ne parte qu’une fois.',
  'idempotency-key-malformed': 'L’en-tête Idempotency-Key doit compter de 1 à 200 caractères visibles, sans espace.',
  'idempotency-key-reused': 'Cette Idempotency-Key a déjà servi pour un autre message.',
  'last-event-id-unknown': 'Cet endroit de la réponse n’est pas connu. Relisez la réponse depuis le début.',
  'token-missing': 'Cette requête demande un jeton de visiteur.',
  'token-invalid': 'Ce jeton de visiteur n’est pas valable. Demandez-en un nouveau.',
  'token-expired': 'Ce jeton de visiteur a expiré. Demandez-en un nouveau.',
  'origin-missing': 'Le navigateur n’a pas dit de quel site vient la requête.',
  'origin-not-allowed': 'Ce site n’est pas dans la liste de ceux qui peuvent afficher cette discussion.',
  'host-not-allowed':
    'L’adresse à laquelle cette requête est arrivée n’est pas celle de cette discussion. Ouvrez-la à l’adresse que son propriétaire a définie.',
  'not-found': 'Il n’y a rien ici, ou ce n’est pas à vous.',
  'method-not-allowed': 'Cette adresse n’accepte pas ce genre de requête.',
  'run-in-progress': 'Une réponse est encore en cours d’écriture dans cette conversation.',
  'sign-in-needed':
    'Connectez-vous d’abord. Sur le serveur, la commande «\u202fnpx guichet admin link\u202f» affiche un lien.',
  'link-invalid':
    'Ce lien a déjà servi ou a plus de 30 minutes. Sur le serveur, la commande «\u202fnpx guichet admin link\u202f» en affiche un nouveau.',
  'too-many-sign-ins': 'Cela fait beaucoup de tentatives. Attendez une minute, puis réessayez.',
  'password-wrong':
    'Ce n’est pas le mot de passe. S’il est perdu, la commande «\u202fnpx guichet admin link\u202f» affiche sur le serveur un lien pour entrer.',
  'current-password-wanted': 'Saisissez aussi le mot de passe en vigueur.',
  'current-password-wrong': 'Le mot de passe en vigueur est un autre. Rien n’a été changé.',
  'password-too-short':
    'Un mot de passe compte au moins 12 caractères. Trois ou quatre mots sans rapport entre eux se retiennent bien.',
  'password-too-long': 'Un mot de passe compte au plus 256 caractères.',
  'password-is-address':
    'Une adresse électronique ou web n’est pas un mot de passe\u202f: qui la connaît entrerait. Choisissez autre chose.',
  'password-is-site-name': 'Le nom de votre site est la première chose que l’on essaie. Choisissez autre chose.',
  'password-too-common':
    'Cela fait partie des premières choses que l’on essaie. Trois ou quatre mots sans rapport entre eux valent mieux.',
  'sign-in-busy': 'Beaucoup de connexions arrivent au même instant. Réessayez dans quelques secondes.',
  'check-superseded': 'Une vérification plus récente a pris la place de celle-ci.',
  'ticket-expired':
    'Cela a pris plus de dix minutes, Guichet a donc oublié la connexion à Open WebUI. Connectez-vous-y de nouveau.',
  'credential-unusable':
    'Ce n’est pas un identifiant d’Open WebUI. Il n’a été envoyé nulle part, et celui qui servait reste en service.',
  'credential-refused': 'Open WebUI n’accepte pas cet identifiant. Celui qui servait reste en service.',
  'address-missing': 'L’adresse d’Open WebUI n’est pas encore définie. Renseignez d’abord OPENWEBUI_URL.',
  'diagnosis-busy': 'Plusieurs diagnostics sont en cours. Attendez que l’un d’eux se termine.',
  'sign-in-impossible':
    'Le stockage de Guichet ne répond pas, personne ne peut donc se connecter. Sur le serveur, la commande «\u202fnpx guichet doctor\u202f» dit ce qui ne va pas.',
  'too-many-messages': 'Cela fait beaucoup de messages en peu de temps. Attendez un instant, puis continuez.',
  'daily-limit-reached': 'Vous avez atteint le nombre de messages du jour. La discussion rouvre demain.',
  'too-many-runs': 'Plusieurs réponses sont encore en cours d’écriture. Attendez que l’une d’elles se termine.',
  'too-many-visitors':
    'Beaucoup de personnes viennent d’ouvrir cette discussion depuis votre réseau. Réessayez dans une minute.',
  'address-limit-reached': 'Beaucoup de messages sont venus de votre réseau aujourd’hui. Réessayez plus tard.',
  'too-many-requests':
    'Trop de requêtes sont venues de votre réseau en une minute. Attendez un instant, puis réessayez.',
  'too-many-conversations':
    'Vous avez autant de conversations que cette discussion en garde. Supprimez-en une pour en commencer une autre.',
  'too-many-readers': 'Cette réponse est déjà ouverte à beaucoup d’endroits. Fermez-en un, puis réessayez.',
  'network-busy': 'Beaucoup de questions venues de votre réseau attendent une réponse. Réessayez dans un instant.',
  'too-many-measurements': 'Plusieurs mesures sont en cours depuis votre réseau. Attendez une seconde, puis réessayez.',
  'server-busy': 'Beaucoup de personnes posent une question en même temps. Réessayez dans un instant.',
  'shutting-down': 'La discussion redémarre. Votre message n’est pas perdu ; réessayez dans quelques secondes.',
  'storage-unavailable':
    'La discussion ne peut pas enregistrer les messages pour le moment. Réessayez dans un instant.',
  'not-configured': 'L’assistant n’est pas encore installé. Le propriétaire du site doit terminer l’installation.',
  internal: 'Quelque chose n’a pas marché de notre côté. Citez la référence si cela dure.',
  'assistant-unavailable': 'L’assistant est injoignable pour le moment. Réessayez dans un instant.',
  'assistant-misconfigured':
    'L’assistant ne peut pas répondre pour le moment. Le propriétaire du site doit corriger un réglage.',
  'assistant-busy': 'L’assistant reçoit trop de questions en ce moment. Réessayez dans un instant.',
  'assistant-timeout': 'L’assistant a mis trop de temps à répondre. Réessayez.',
  'assistant-refused': 'L’assistant n’a pas accepté cette question.',
  'answer-empty': 'L’assistant n’a rien répondu. Réessayez, ou posez la question autrement.',
  'answer-too-large': 'La réponse est devenue trop longue et a été coupée.',
};
