import type { ProblemTexts } from './problem-texts.ts';

export const fr: ProblemTexts = {
  'bad-json': 'La requête n’est pas du JSON valide.',
  'bad-request': 'La requête n’a pas la forme attendue.',
  'text-missing': 'Écrivez d’abord une question.',
  'text-too-long': 'Ce message est trop long. Raccourcissez-le, ou envoyez-le en plusieurs fois.',
  'body-too-large': 'La requête est trop volumineuse.',
  'content-type-unsupported': 'La requête doit être envoyée en JSON (type de contenu application/json).',
  'attachments-unsupported': 'Vous ne pouvez pas envoyer de fichiers dans cette discussion.',
  'too-many-files': 'Cette question a trop de fichiers. Retirez-en un.',
  'file-missing': 'La requête ne contient pas de fichier.',
  'file-empty': 'Ce fichier est vide. Choisissez-en un autre.',
  'file-too-large': 'Ce fichier est trop lourd. Choisissez-en un plus petit.',
  'file-kind-unsupported': 'Cette discussion n’accepte pas ce type de fichier.',
  'file-unknown': 'Un des fichiers n’est plus disponible. Joignez-le de nouveau.',
  'recording-unusable': 'Cet enregistrement est inutilisable. Recommencez-le.',
  'recording-too-large': 'Cet enregistrement est trop long. Deux minutes au plus.',
  'idempotency-key-missing':
    'La requête doit contenir un en-tête Idempotency-Key, pour qu’un message répété ne parte qu’une fois.',
  'idempotency-key-malformed': 'L’en-tête Idempotency-Key doit compter de 1 à 200 caractères visibles, sans espace.',
  'idempotency-key-reused': 'Cette Idempotency-Key a déjà servi pour un autre message.',
  'last-event-id-unknown': 'Cet endroit de la réponse n’existe pas. Relisez la réponse depuis le début.',
  'token-missing': 'Cette requête demande un jeton de visiteur.',
  'token-invalid': 'Ce jeton de visiteur n’est pas valide. Demandez-en un nouveau.',
  'token-expired': 'Ce jeton de visiteur a expiré. Demandez-en un nouveau.',
  'origin-missing': 'Le navigateur n’a pas dit de quel site vient la requête.',
  'origin-not-allowed': 'Ce site n’est pas dans la liste de ceux qui peuvent afficher cette discussion.',
  'host-not-allowed':
    'Cette requête est arrivée à une adresse qui n’est pas celle de la discussion. Ouvrez la discussion à l’adresse que son propriétaire a définie.',
  'introduction-missing':
    'Ce site vous demande quelque chose avant votre première question. Répondez-y d’abord, puis renvoyez votre question.',
  'not-found': 'Il n’y a rien ici, ou ce n’est pas à vous.',
  'method-not-allowed': 'Cette adresse n’accepte pas ce type de requête.',
  'run-in-progress': 'Une réponse est encore en cours d’écriture dans cette conversation.',
  'sign-in-needed':
    'Connectez-vous d’abord. Sur le serveur, lancez «\u202fnpx guichet admin link\u202f» pour obtenir un lien de connexion.',
  'link-invalid':
    'Ce lien a déjà servi, ou date de plus de 30 minutes. Sur le serveur, lancez «\u202fnpx guichet admin link\u202f» pour en obtenir un nouveau.',
  'too-many-sign-ins': 'Trop de tentatives. Attendez une minute, puis réessayez.',
  'password-wrong':
    'Mot de passe incorrect. Oublié\u202f? Sur le serveur, lancez «\u202fnpx guichet admin link\u202f» pour obtenir un lien de connexion.',
  'current-password-wanted': 'Saisissez aussi votre mot de passe actuel.',
  'current-password-wrong': 'Votre mot de passe actuel est incorrect. Rien n’a été changé.',
  'password-too-short':
    'Un mot de passe compte au moins 12 caractères. Quatre ou cinq mots sans rapport entre eux se retiennent bien.',
  'password-too-long': 'Un mot de passe compte au plus 256 caractères.',
  'password-is-address': 'N’utilisez pas une adresse e-mail ou web\u202f: d’autres la connaissent.',
  'password-is-site-name': 'N’utilisez pas le nom de votre site\u202f: c’est la première chose que l’on essaie.',
  'password-too-common':
    'Ce mot de passe se devine trop facilement. Choisissez quatre ou cinq mots sans rapport entre eux.',
  'sign-in-busy': 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  'check-superseded': 'Une vérification plus récente a remplacé celle-ci.',
  'site-unknown': 'Ce site n’existe pas. Quelqu’un l’a peut-être supprimé. Choisissez-en un autre.',
  'ticket-expired':
    'Cela a pris plus de dix minutes\u202f: Guichet a oublié votre connexion à Open WebUI. Reconnectez-vous à Open WebUI.',
  'credential-unusable':
    'Ce n’est ni une clé ni un jeton d’Open WebUI. Rien n’a été envoyé, et la clé ou le jeton actuel reste en service.',
  'credential-refused': 'Open WebUI refuse cette clé ou ce jeton. La clé ou le jeton actuel reste en service.',
  'address-missing': 'L’adresse d’Open WebUI n’est pas encore définie. Définissez d’abord OPENWEBUI_URL.',
  'diagnosis-busy': 'Plusieurs diagnostics sont en cours. Attendez que l’un d’eux se termine.',
  'sign-in-impossible':
    'Personne ne peut se connecter\u202f: le stockage de Guichet ne répond pas. Sur le serveur, lancez «\u202fnpx guichet doctor\u202f» pour savoir pourquoi.',
  'too-many-messages': 'Vous avez envoyé beaucoup de messages en peu de temps. Attendez un instant, puis continuez.',
  'daily-limit-reached': 'Vous avez atteint le nombre de messages du jour. Vous pourrez écrire de nouveau demain.',
  'too-many-runs': 'Plusieurs réponses sont encore en cours d’écriture. Attendez que l’une d’elles se termine.',
  'too-many-visitors':
    'Beaucoup de personnes viennent d’ouvrir cette discussion depuis votre réseau. Réessayez dans une minute.',
  'address-limit-reached': 'Votre réseau a atteint la limite du jour pour cette discussion. Réessayez demain.',
  'too-many-requests': 'Votre réseau a envoyé trop de requêtes en une minute. Attendez un instant, puis réessayez.',
  'file-limit-reached': 'Vous avez joint beaucoup de fichiers. Réessayez plus tard.',
  'voice-limit-reached': 'Vous avez beaucoup parlé ou écouté. Réessayez plus tard, ou écrivez.',
  'too-many-conversations':
    'Cette discussion ne peut pas garder plus de conversations pour vous. Supprimez-en une pour en commencer une autre.',
  'too-many-readers': 'Cette réponse est déjà ouverte à beaucoup d’endroits. Fermez-en un, puis réessayez.',
  'network-busy': 'Beaucoup de questions venues de votre réseau attendent une réponse. Réessayez dans un instant.',
  'too-many-measurements': 'Plusieurs mesures sont en cours depuis votre réseau. Attendez une seconde, puis réessayez.',
  'server-busy': 'Beaucoup de personnes posent une question en même temps. Réessayez dans un instant.',
  'shutting-down': 'La discussion redémarre. Votre message n’est pas perdu\u202f; réessayez dans quelques secondes.',
  'storage-unavailable':
    'La discussion ne peut pas enregistrer les messages pour le moment. Réessayez dans un instant.',
  'not-configured': 'L’assistant n’est pas encore en service. Le propriétaire du site doit terminer sa mise en route.',
  internal: 'Quelque chose n’a pas marché de notre côté. Si cela se reproduit, citez la référence.',
  'assistant-unavailable': 'L’assistant est injoignable pour le moment. Réessayez dans un instant.',
  'assistant-misconfigured':
    'L’assistant ne peut pas répondre pour le moment. Le propriétaire du site doit corriger un réglage.',
  'assistant-busy': 'L’assistant reçoit trop de questions en ce moment. Réessayez dans un instant.',
  'assistant-timeout': 'L’assistant a mis trop de temps à répondre. Réessayez.',
  'assistant-refused': 'L’assistant n’a pas accepté cette question.',
  'file-refused': 'L’assistant n’a pas accepté le document. Essayez avec un autre fichier.',
  'file-unreadable':
    'L’assistant n’a pas pu lire le document. Vérifiez qu’il contient du texte et qu’il n’a pas de mot de passe.',
  'file-storage-full': 'L’assistant n’a plus de place pour des documents. Réessayez plus tard.',
  'voice-unavailable': 'La voix n’est pas disponible en ce moment. Réessayez plus tard, ou écrivez et lisez.',
  'answer-empty': 'L’assistant n’a rien répondu. Réessayez, ou reformulez votre question.',
  'answer-too-large': 'La réponse est devenue trop longue et a été coupée.',
};
