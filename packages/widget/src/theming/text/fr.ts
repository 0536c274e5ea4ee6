import type { ThemingTexts } from './theming-texts.ts';

export const fr: ThemingTexts = {
  title: 'Apparence',
  lead: 'Donnez à la discussion l’apparence de votre site. L’aperçu suit chaque modification, et les lignes à coller sont toujours à jour. Rien n’est envoyé.',
  otherLanguage: 'English',
  guide: 'Guide',
  skip: 'Aller au contenu',
  noScript: 'Cette page a besoin de JavaScript.',
  presets: {
    heading: 'Point de départ',
    names: {
      guichet: 'Guichet',
      plain: 'Sobre',
      round: 'Chaleureux',
      contrast: 'Contraste élevé',
      'french-state': 'État français (DSFR)',
    },
    notes: {
      'french-state':
        'Réservé aux sites de l’État. La police Marianne doit être fournie par la page\u202f; à défaut, Arial la remplace.',
    },
  },
  line: {
    heading: 'En bref',
    accent: 'Votre couleur',
    accentHint: 'Guichet l’assombrit ou l’éclaircit si elle est difficile à lire.',
    theme: 'Clair ou sombre',
    themes: { auto: 'Selon le système', light: 'Toujours clair', dark: 'Toujours sombre' },
    position: 'Coin de la page',
    positions: { right: 'À droite', left: 'À gauche' },
  },
  colours: {
    heading: 'Couleurs',
    hint: 'Elles sont reprises telles quelles. Un champ vide garde la couleur de Guichet.',
    names: {
      accent: 'Boutons et liens',
      'accent-contrast': 'Texte des boutons',
      bg: 'Fond',
      fg: 'Texte',
      muted: 'Texte discret',
      border: 'Traits',
    },
    shades: { light: 'Clair', dark: 'Sombre' },
    pick: (what) => `Choisir une couleur\u202f: ${what}`,
  },
  measures: {
    heading: 'Police, dimensions et position',
    hint: 'N’importe quelle valeur CSS. Un champ vide garde celle de Guichet.',
    names: {
      radius: 'Arrondi des coins',
      font: 'Police',
      'font-size': 'Taille du texte',
      width: 'Largeur',
      height: 'Hauteur',
      'offset-x': 'Distance au bord latéral',
      'offset-y': 'Distance au bas de la page',
      z: 'Plan (z-index)',
    },
    examples: {
      radius: '14px',
      font: 'system-ui, sans-serif',
      'font-size': '15px',
      width: '400px',
      height: '640px',
      'offset-x': '24px',
      'offset-y': '24px',
      z: '2147483000',
    },
  },
  wrongValue: 'Les navigateurs ne comprennent pas cette valeur. Elle n’est pas utilisée.',
  paste: {
    heading: 'Lignes à coller',
    where: 'Collez-les à la fin de votre page, avant </body>.',
    copy: 'Copier',
    copied: 'Copié',
    noClipboard: 'Votre navigateur n’a pas autorisé la copie. Sélectionnez les lignes et copiez-les.',
    reset: 'Tout réinitialiser',
    link: 'L’adresse de cette page contient vos modifications\u202f: gardez-la pour y revenir.',
  },
  preview: {
    heading: 'Aperçu',
    note: 'Une discussion d’exemple. Le bouton dans le coin montre la position et la taille.',
    shades: { light: 'Clair', dark: 'Sombre' },
  },
  contrast: {
    heading: 'Est-ce lisible\u202f?',
    note: 'Mesuré dans l’aperçu. Un texte demande un contraste d’au moins 4,5\u00a0pour 1 (WCAG 2.2).',
    places: {
      text: 'Réponses',
      quiet: 'Texte discret',
      own: 'Messages du visiteur',
      link: 'Liens',
      send: 'Bouton d’envoi',
    },
    enough: (ratio) => `${ratio} pour 1, suffisant`,
    tooLow: (ratio) => `${ratio} pour 1, trop faible`,
    summary: (count) =>
      count === 0
        ? 'Tous les textes sont lisibles.'
        : count === 1
          ? 'Un contraste est trop faible.'
          : `${count} contrastes sont trop faibles.`,
  },
  sample: {
    name: 'Assistant',
    shades: { light: 'clair', dark: 'sombre' },
    greeting: 'Bonjour, que puis-je faire pour vous\u202f?',
    question: 'Quels sont vos horaires\u202f?',
    answer:
      'Nous sommes ouverts **cinq jours par semaine**\u202f:\n\n| Jour | Horaires |\n| --- | --- |\n| Du mardi au vendredi | 9\u00a0h à 18\u00a0h |\n| Samedi | 10\u00a0h à 16\u00a0h |\n\n- Fermé les jours fériés\n- [Venir chez nous](https://www.example.com/acces)\n',
    sources: [{ id: '1', title: 'Horaires', url: 'https://www.example.com/horaires' }],
    secondQuestion: 'Et lundi prochain\u202f?',
    cutAnswer: 'Lundi prochain est un jour',
    draft: 'Merci',
    reply: 'Ceci est un aperçu\u202f: rien n’a été envoyé et aucun modèle n’a répondu.',
  },
};
