import { countedIn } from '@guichet/contract/counted';
import type { ReachTexts } from './texts.ts';

const counted = countedIn('fr');

export const reach: ReachTexts = {
  heading: 'Ce que cette clé peut atteindre',
  lead: 'Une clé permet tout ce que peut faire son compte. Guichet essaie ce qu’un voleur pourrait faire avec elle. Il ne fait que lire, et ce qu’il lit n’est ni montré ni enregistré.',
  look: 'Essayer ce qu’elle atteint',
  lookAgain: 'Essayer de nouveau',
  looking: 'Essai en cours…',
  failed: 'Guichet n’a pas pu essayer ce que la clé peut atteindre.',
  tooMuch: (a) =>
    counted(a.count, {
      one: 'Cette clé donne # accès dont Guichet n’a pas besoin.',
      other: 'Cette clé donne # accès dont Guichet n’a pas besoin.',
    }),
  enough: 'Cette clé n’atteint que ce dont Guichet a besoin.',
  enoughUnsure: 'Guichet n’a trouvé aucun accès inutile, mais n’a pas pu tout essayer.',
  restricted: 'Les clés API sont limitées dans cet Open WebUI.',
  findings: 'Essais',
  open: 'Ouvert',
  needed: 'Ouvert et nécessaire',
  closed: 'Fermé',
  unknown: 'N’a pas pu être essayé',
  proof: 'Preuve',
  remedy: 'Comment le fermer',
  where: 'Un administrateur d’Open WebUI la saisit ici\u202f:',

  change: 'Laisser Guichet limiter les clés…',
  look2: 'Revoir la limitation…',
  signIn: 'Connectez-vous d’abord à Open WebUI comme administrateur',
  submit: 'Se connecter et voir le changement',
  lookingAtList: 'Guichet lit la limitation. Rien n’est changé.',
  propose: 'Cela vaut pour les clés de tout le monde',
  bindsAll:
    'La limitation vaut pour toutes les clés API de cet Open WebUI, pas seulement pour celle de Guichet. Les autres programmes ne pourront plus rien faire d’autre avec leurs clés.',
  now: 'Maintenant',
  nowOff: 'Les clés ne sont pas limitées.',
  wanted: 'Après le changement',
  kept: 'Ces chemins restent autorisés, y compris pour la clé de Guichet\u202f:',
  apply: 'Limiter les clés de tout le monde',
  applying: 'Limitation…',
  already: 'Les clés sont limitées à ce dont Guichet a besoin',
  undo: 'Annuler la limitation',
  undoing: 'Annulation…',
  notDone: 'La limitation reste telle quelle',
  leave: 'Laisser ainsi',
};
