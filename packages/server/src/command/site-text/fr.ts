import type { SiteCommandTexts } from './site-command-texts.ts';

export const fr: SiteCommandTexts = {
  whichAction: (actions) => `La commande «\u202fsite\u202f» nécessite une action\u202f: ${actions}.`,
  whichSite: (ids) => `Ajoutez --site ID pour choisir un site. Sites existants\u202f: ${ids}.`,
  unknownSite: (id, ids) =>
    `Il n’y a pas de site «\u202f${id}\u202f». Sites existants\u202f: ${ids}. Rien n’a été changé.`,
  noId: (id) =>
    `«\u202f${id}\u202f» ne convient pas comme identifiant de site. Utilisez au plus 40 lettres minuscules, chiffres et traits d’union, par exemple ma-boutique.`,
  exists: (id) => `Le site «\u202f${id}\u202f» existe déjà. Rien n’a été changé. Pour le modifier, utilisez site set.`,
  nothingToSet: (example) => `Ajoutez au moins un NOM=VALEUR, par exemple\u202f: ${example}`,
  noPair: (word, example) => `«\u202f${word}\u202f» n’est pas de la forme NOM=VALEUR. Par exemple\u202f: ${example}`,
  twice: (name) => `${name} figure deux fois. Rien n’a été changé.`,
  defaultStays:
    'Le site default ne peut pas être supprimé. Pour le fermer aux visiteurs, utilisez site pause --site default.',
  unknownLanguage: 'Utilisez --lang en ou --lang fr.',
  refused: 'Rien n’a été changé.',
  added: (id) => `Le site ${id} a été ajouté. Un Guichet en marche l’affiche en moins de deux secondes.`,
  addedNext: (line) => `Collez cette ligne dans ses pages, avant </body>\u202f:\n${line}`,
  withoutOrigins: (example) =>
    `Pour l’instant, seules les pages de Guichet peuvent afficher sa discussion. Indiquez les origines du site, par exemple\u202f: ${example}`,
  changed: (id) => `Le site ${id} a été modifié. Le changement s’applique en moins de deux secondes.`,
  same: (id) => `Le site ${id} a déjà ces valeurs. Rien n’a été changé.`,
  paused: (id) =>
    `Le site ${id} est en pause. Sa discussion ne s’ouvre plus pour les visiteurs. Pour le rouvrir, utilisez site resume --site ${id}.`,
  pausedAlready: (id) => `Le site ${id} est déjà en pause. Rien n’a été changé.`,
  resumed: (id) => `Le site ${id} est de nouveau ouvert aux visiteurs.`,
  openAlready: (id) => `Le site ${id} n’est pas en pause. Rien n’a été changé.`,
  removed: (id) => `Le site ${id} a été supprimé. Sa discussion ne s’ouvre plus pour les visiteurs.`,
  removedNext: (command) => `Ses discussions restent dans la base de données. Pour annuler, lancez\u202f:\n${command}`,
  open: 'ouvert aux visiteurs',
  pausedSince: (moment) => `en pause depuis le ${moment}`,
  notSet: 'non défini',
  from: (setting) => `défini par ${setting}`,
  wholeAgentNote:
    'Le serveur en marche vérifie si l’agent complet est possible. Sinon, un tour s’applique, et la console dit pourquoi.',
};
