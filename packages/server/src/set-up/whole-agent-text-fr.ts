import { countedIn } from '@guichet/contract/counted';
import type { WholeAgentTexts } from './whole-agent-texts.ts';

const counted = countedIn('fr');

export const wholeAgentFr: WholeAgentTexts = {
  opens: {
    automations: 'de créer et de modifier des automatisations du compte',
    calendar: 'de lire et de modifier l’agenda du compte',
    channels: 'de lire les canaux du compte',
    chats: 'de lire les discussions enregistrées du compte',
    code_interpreter: 'd’exécuter du code',
    files: 'de lire des fichiers du compte',
    knowledge: 'de chercher dans tout ce que le compte peut lire, car le modèle n’a pas ses propres documents',
    memory: 'de lire et de modifier la mémoire du compte',
    notes: 'de lire et d’écrire des notes du compte',
    notifications: 'd’envoyer des notifications au nom du compte',
    skills: 'de lire les compétences partagées avec le compte, et d’en écrire',
    subagents: 'de lancer d’autres agents qui travaillent seuls',
    tasks: 'd’écrire des listes de tâches dans les discussions du compte',
    user_input: 'de faire attendre la réponse sur une saisie impossible depuis un site web',
  },
  toolOpen: (what, kind) => `Les outils intégrés du modèle (${kind}) permettraient aux visiteurs ${what}.`,
  unknownTool: (kind) => `Le modèle permet des outils intégrés que cette version de Guichet ne connaît pas (${kind}).`,
  closeInModel: 'Désactivez-les dans l’éditeur du modèle, sous Outils intégrés.',
  closeByNoSwitch:
    'Cette version d’Open WebUI ne peut pas les désactiver. Cessez de partager les compétences avec le compte, ou mettez Open WebUI à jour vers la 0.12.4.',
  notChecked: (cause) => `Guichet n’a pas pu lire ce que le modèle et le compte permettent. ${cause}`,
  versionUnknown: 'Guichet n’a pas pu lire la version d’Open WebUI.',
  versionTooOld: (version, needed) =>
    `Open WebUI ${version} est trop ancien pour l’agent complet. Mettez-le à jour vers la ${needed} ou une version plus récente, ou choisissez «\u202fUn tour\u202f».`,
  versionUnread: (version) =>
    `Open WebUI ${version} a peut-être des outils intégrés que cette version de Guichet ne connaît pas. Mettez Guichet à jour, ou désactivez les Outils intégrés du modèle.`,
  accountIsAdministrator:
    'La clé est celle d’un administrateur, qui peut tout faire. Utilisez celle d’un compte dont le rôle est «\u202fuser\u202f».',
  accountUnknown: 'Guichet n’a pas pu lire le rôle du compte de la clé, qui doit être «\u202fuser\u202f».',
  modelMissing: 'Le compte de la clé ne peut pas utiliser ce modèle.',
  problem: {
    'no-credential': 'Guichet n’a pas encore de clé pour Open WebUI.',
    'no-account':
      'L’agent complet nécessite une connexion en plus de la clé. Saisissez l’adresse e-mail et le mot de passe du compte de service.',
    'other-address':
      'La connexion appartient à une autre adresse d’Open WebUI. Elle n’a pas été envoyée ici. Saisissez-la de nouveau.',
    'wrong-password': 'Open WebUI n’accepte pas le mot de passe du compte de service. Saisissez le nouveau.',
    'account-gone': 'Le compte de service n’existe plus dans Open WebUI. Refaites la mise en place.',
    'no-password-sign-in':
      'Cet Open WebUI n’autorise pas la connexion par mot de passe\u202f: l’agent complet ne peut pas y fonctionner. Choisissez «\u202fUn tour\u202f».',
    'second-factor':
      'Le compte a besoin d’un second facteur que Guichet n’a pas. Saisissez aussi la clé secrète de son application d’authentification.',
    'wrong-code':
      'Open WebUI n’accepte pas le code de l’application d’authentification. Vérifiez sa clé secrète et les deux horloges.',
    'account-pending': 'Aucun administrateur n’a encore approuvé le compte de service.',
    'too-many-sign-ins': 'Il y a eu trop d’essais de connexion. Guichet attend pour que le compte ne soit pas bloqué.',
    'not-reached': 'Guichet n’a pas pu joindre Open WebUI pour se connecter.',
    administrator: 'Ce compte est un administrateur. Utilisez un compte dont le rôle est «\u202fuser\u202f».',
    'other-account': 'Cette connexion et la clé appartiennent à deux comptes différents. Utilisez le compte de la clé.',
    'session-refused': 'Open WebUI refuse le jeton de session qu’il vient de donner. Guichet réessaie dans un instant.',
  },
  retryAfter: (seconds) => `Guichet réessaie dans ${counted(seconds, { one: '# seconde', other: '# secondes' })}.`,
  account: {
    kept: (email) =>
      `Guichet peut se connecter en tant que ${email}. Il enregistre la connexion chiffrée, et seul l’agent complet s’en sert.`,
    forgotten: 'Guichet a supprimé la connexion et fermé sa session. Les réponses continuent sans l’agent complet.',
    none: 'Guichet n’a pas de connexion enregistrée.',
    email: 'Adresse e-mail du compte de service\u202f: ',
    password: 'Son mot de passe (non affiché\u202f; enregistré chiffré)\u202f: ',
    authenticator:
      'Clé secrète de son application d’authentification, s’il en a une (non affichée\u202f; Entrée s’il n’en a pas)\u202f: ',
  },
};
