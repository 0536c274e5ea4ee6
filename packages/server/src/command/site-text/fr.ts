import type { SiteCommandTexts } from './site-command-texts.ts';

export const fr: SiteCommandTexts = {
  whichAction: (actions) => `La commande «\u202fsite\u202f» demande une action\u202f: ${actions}.`,
  whichSite: (ids) => `Ajoutez --site ID pour dire quel site. Il y a\u202f: ${ids}.`,
  unknownSite: (id, ids) => `Il n’y a pas de site «\u202f${id}\u202f». Il y a\u202f: ${ids}. Rien n’a été changé.`,
  noId: (id) =>
    `«\u202f${id}\u202f» ne peut pas être l’identifiant d’un site. Utilisez au plus 40 lettres minuscules, chiffres et traits d’union, par exemple ma-boutique.`,
  exists: (id) => `Il y a déjà un site «\u202f${id}\u202f». Rien n’a été changé. Pour le modifier, utilisez site set.`,
  nothingToSet: (example) => `Dites ce qu’il faut régler, par exemple\u202f: ${example}`,
  noPair: (word, example) => `«\u202f${word}\u202f» n’est pas de la forme NOM=VALEUR. Par exemple\u202f: ${example}`,
  twice: (name) => `${name} est donné deux fois. Rien n’a été changé.`,
  defaultStays:
    'Le site default ne peut pas être supprimé. Pour le fermer aux visiteurs, utilisez site pause --site default.',
  unknownLanguage: 'Utilisez --lang en ou --lang fr.',
  refused: 'Rien n’a été changé.',
  added: (id) => `Le site ${id} est ajouté. Un Guichet en marche le sert en deux secondes.`,
  addedNext: (line) => `Collez cette ligne dans ses pages, avant </body>\u202f:\n${line}`,
  withoutOrigins: (example) =>
    `Aucune page ne peut encore afficher sa discussion, sauf à l’adresse de Guichet lui-même. Indiquez ses adresses, par exemple\u202f: ${example}`,
  changed: (id) => `Le site ${id} est modifié. Cela s’applique dès la prochaine question, en deux secondes.`,
  same: (id) => `Le site ${id} a déjà ces valeurs. Rien n’a été changé.`,
  paused: (id) =>
    `Le site ${id} est en pause\u202f: sa discussion ne s’ouvre plus pour les visiteurs. Pour le rouvrir\u202f: site resume --site ${id}.`,
  pausedAlready: (id) => `Le site ${id} est déjà en pause. Rien n’a été changé.`,
  resumed: (id) => `Le site ${id} est de nouveau ouvert aux visiteurs.`,
  openAlready: (id) => `Le site ${id} n’est pas en pause. Rien n’a été changé.`,
  removed: (id) => `Le site ${id} est supprimé. Sa discussion ne s’ouvre plus pour les visiteurs.`,
  removedNext: (command) => `Ses discussions restent dans la base de données. Pour annuler, lancez\u202f:\n${command}`,
  open: 'ouvert aux visiteurs',
  pausedSince: (moment) => `en pause depuis le ${moment}`,
  notSet: 'sans valeur',
  from: (setting) => `donné par ${setting}`,
  wholeAgentNote:
    'Le serveur en marche vérifie si l’agent complet est possible. Sinon, un tour s’applique\u202f; la console dit pourquoi.',
};
