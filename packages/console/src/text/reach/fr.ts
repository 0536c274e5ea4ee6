import type { ReachTexts } from './texts.ts';

export const reach: ReachTexts = {
  heading: 'Ce que cette clé peut atteindre',
  lead: 'Une clé peut tout ce que peut son compte. Guichet essaie, en lecture seule, ce que quelqu’un qui trouverait cette clé pourrait en faire. Ce qu’il lit n’est ni montré ni gardé.',
  look: 'Essayer ce qu’elle atteint',
  lookAgain: 'Essayer de nouveau ce qu’elle atteint',
  looking: 'Essai en cours…',
  failed: 'Ce que la clé peut atteindre n’a pas pu être essayé.',
  tooMuch: (a) =>
    a.count === 1
      ? 'Cette clé atteint une chose dont Guichet n’a pas besoin.'
      : `Cette clé atteint ${a.count} choses dont Guichet n’a pas besoin.`,
  enough: 'Cette clé n’atteint rien de plus que ce dont Guichet a besoin.',
  enoughUnsure:
    'Rien d’ouvert n’a été trouvé au-delà de ce dont Guichet a besoin\u202f; une partie ne peut pas être dite d’ici.',
  restricted: 'Les clés API sont limitées dans cet Open WebUI.',
  findings: 'Ce qui a été essayé',
  open: 'Ouvert',
  needed: 'Ouvert, et nécessaire',
  closed: 'Fermé',
  unknown: 'Impossible à dire d’ici',
  proof: 'Preuve',
  remedy: 'Ce qui le ferme',
  where: 'Un administrateur d’Open WebUI la place ici\u202f:',

  change: 'Faire limiter les clés par Guichet…',
  look2: 'Regarder la limitation avec Guichet…',
  signIn: 'D’abord, connectez-vous en administrateur d’Open WebUI',
  submit: 'Se connecter et voir le changement',
  lookingAtList: 'Guichet regarde la limitation. Rien n’est changé.',
  propose: 'Cela vaut pour les clés de tout le monde',
  bindsAll:
    'La limitation vaut pour toutes les clés API de cet Open WebUI, pas seulement pour celle de Guichet. Les programmes d’autres personnes qui demandent autre chose avec une clé reçoivent dès lors un refus.',
  now: 'Aujourd’hui',
  nowOff: 'Les clés ne sont pas limitées.',
  wanted: 'Ensuite',
  kept: 'Ceci y figure déjà et reste, aussi pour la clé de Guichet\u202f:',
  apply: 'Limiter les clés de tout le monde',
  applying: 'Limitation…',
  already: 'Les clés sont limitées à ce dont Guichet a besoin',
  undo: 'Lever la limitation',
  undoing: 'Levée en cours…',
  notDone: 'La limitation reste telle quelle',
  leave: 'Laisser ainsi',
};
