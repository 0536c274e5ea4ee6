import { countedIn } from '../counted.ts';
import { fr as problems } from '../problem-text/fr.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('fr');

export const fr: VisitorTexts = {
  problems,
  queue: {
    before: (count) =>
      count === 0
        ? 'Beaucoup de personnes posent une question en même temps. La vôtre est la prochaine.'
        : `Beaucoup de personnes posent une question en même temps. ${counted(count, { one: '# question passe', other: '# questions passent' })} avant la vôtre.`,
    begun: 'C’est votre tour.',
  },
  activities: {
    knowledge: {
      running: 'Recherche dans les documents…',
      done: 'Documents consultés',
      failed: 'La recherche dans les documents a échoué',
    },
    'web-search': {
      running: 'Recherche sur le web…',
      done: 'Recherche faite sur le web',
      failed: 'La recherche sur le web a échoué',
    },
    picture: { running: 'Création d’une image…', done: 'Image créée', failed: 'La création d’une image a échoué' },
    tool: { running: 'Utilisation d’un outil…', done: 'Outil utilisé', failed: 'Un outil a échoué' },
    other: { running: 'Recherche en cours…', done: 'Recherche terminée', failed: 'La recherche a échoué' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}\u202f: échec`,
  },
  readingFiles: { running: 'Lecture de vos documents…', done: 'Documents lus' },
  pictureUndescribed: 'Image créée par l’assistant, sans description',
  examples: {
    greeting: 'Posez-moi une question sur votre commande',
    placeholder: 'Votre question',
    aiNotice: 'Notre assistant IA vous répond. Il peut se tromper.',
    dataNotice: 'N’indiquez pas de données médicales.',
    consent: 'J’accepte que la société Exemple conserve mes messages pour y répondre.',
  },
};
