import type { WholeAgentTexts } from './whole-agent-texts.ts';

export const wholeAgentFr: WholeAgentTexts = {
  opens: {
    automations: 'de créer et de modifier des automatisations du compte',
    calendar: 'de lire et de modifier l’agenda du compte',
    channels: 'de lire les canaux dont le compte fait partie',
    chats: 'de lire les discussions enregistrées du compte',
    code_interpreter: 'd’exécuter du code',
    files: 'de lire des fichiers du compte',
    knowledge: 'de chercher dans tout ce que le compte peut lire, car le modèle n’a pas de documents à lui',
    memory: 'de lire et de modifier la mémoire du compte',
    notes: 'de lire et d’écrire des notes du compte',
    notifications: 'd’envoyer des notifications au nom du compte',
    skills: 'de lire les compétences partagées avec le compte, et d’en écrire',
    subagents: 'de lancer d’autres agents qui travaillent seuls',
    tasks: 'd’écrire des listes de tâches dans les discussions du compte',
    user_input: 'de faire attendre la réponse, sur une saisie qu’un site web ne peut pas donner',
  },
  toolOpen: (what, kind) => `Les outils intégrés du modèle (${kind}) permettraient aux visiteurs ${what}.`,
  unknownTool: (kind) => `Le modèle permet des outils intégrés que cette version de Guichet ne connaît pas (${kind}).`,
  closeInModel: 'Désactivez-les dans l’éditeur du modèle, sous Outils intégrés.',
  closeByNoSwitch:
    'Cette version d’Open WebUI n’a pas de réglage pour cela. Cessez de partager les compétences avec le compte, ou mettez Open WebUI à jour vers 0.12.4.',
  notChecked: (cause) => `Guichet n’a pas pu lire ce que le modèle et le compte permettent. ${cause}`,
  versionUnknown: 'Guichet n’a pas pu lire la version d’Open WebUI.',
  versionTooOld: (version, needed) =>
    `L’agent complet demande Open WebUI ${needed} ou plus récent\u202f; celui-ci est en ${version}. Mettez-le à jour, ou choisissez un seul tour.`,
  versionUnread: (version) =>
    `Open WebUI ${version} a peut-être des outils intégrés que cette version de Guichet ne connaît pas. Mettez Guichet à jour, ou désactivez les Outils intégrés du modèle.`,
  accountIsAdministrator:
    'La clé est celle d’un administrateur, qui peut tout faire. Prenez celle d’un compte dont le rôle est «\u202fuser\u202f».',
  accountUnknown: 'Guichet n’a pas pu lire le rôle du compte de la clé, qui doit être «\u202fuser\u202f».',
  modelMissing: 'Le compte de la clé ne voit pas ce modèle.',
  problem: {
    'no-credential': 'Guichet n’a pas encore de clé pour Open WebUI.',
    'no-account':
      'L’agent complet demande une connexion en plus de la clé. Saisissez l’adresse e-mail et le mot de passe du compte de service.',
    'other-address':
      'La connexion a été donnée pour une autre adresse d’Open WebUI. Elle n’a pas été envoyée ici\u202f; saisissez-la de nouveau.',
    'wrong-password': 'Open WebUI n’accepte pas le mot de passe du compte de service. Saisissez le nouveau.',
    'account-gone': 'Le compte de service n’existe plus dans Open WebUI. Refaites la mise en place.',
    'no-password-sign-in':
      'Personne ne se connecte à cet Open WebUI avec un mot de passe\u202f: l’agent complet ne peut pas y fonctionner. Choisissez un seul tour.',
    'second-factor':
      'Le compte a besoin d’un second facteur que Guichet n’a pas. Saisissez aussi la clé secrète de son application d’authentification.',
    'wrong-code':
      'Open WebUI n’accepte pas le code de l’application d’authentification. Vérifiez sa clé secrète et les deux horloges.',
    'account-pending': 'Le compte de service attend encore l’approbation d’un administrateur.',
    'too-many-sign-ins': 'Il y a eu trop de connexions. Guichet attend, pour que le compte ne soit pas bloqué.',
    'not-reached': 'Guichet n’a pas pu joindre Open WebUI pour se connecter.',
    administrator: 'Ce compte est un administrateur. Prenez un compte dont le rôle est «\u202fuser\u202f».',
    'other-account':
      'Cette connexion et la clé sont de deux comptes différents. Prenez le compte auquel appartient la clé.',
    'session-refused': 'Open WebUI n’accepte pas la session qu’il a donnée. Guichet réessaie dans un instant.',
  },
  retryAfter: (seconds) => `Prochain essai dans ${seconds <= 1 ? 'une seconde' : `${seconds} secondes`}.`,
  account: {
    kept: (email) =>
      `La connexion de ${email} fonctionne. Elle est gardée dans le coffre et ne sert qu’à l’agent complet.`,
    forgotten: 'La connexion est oubliée et sa session terminée. Les réponses continuent sans l’agent complet.',
    none: 'Aucune connexion n’est gardée.',
    email: 'Adresse e-mail du compte de service\u202f: ',
    password: 'Son mot de passe (non affiché\u202f; gardé scellé)\u202f: ',
    authenticator:
      'Clé secrète de son application d’authentification, s’il en a une (non affichée\u202f; Entrée s’il n’en a pas)\u202f: ',
  },
};
