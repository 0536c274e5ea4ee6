import type { WholeAgentSetUpTexts } from './texts.ts';

export const fr: WholeAgentSetUpTexts = {
  heading: 'Des outils pour les visiteurs',
  choice: 'Préparer aussi l’agent complet',
  hint: 'Le modèle peut alors se servir de ses outils autant de fois qu’il le faut. Guichet ferme les outils intégrés qui ouvriraient aux visiteurs les discussions, les notes et la mémoire du compte.',
  guide: 'En savoir plus sur l’agent complet',
  permissions: 'Retirer aussi à tous les comptes les autorisations dont dépendent ces outils',
  permissionsHint:
    'Rarement utile\u202f: une fois fermés dans le modèle, ces outils sont hors de portée des visiteurs. Dans Open WebUI, chacun perd les notes, l’agenda et le reste, sauf si un groupe les lui donne.',
  updated: 'Les étapes sont à jour.',
  decide: 'Une question attend votre réponse avant que Guichet puisse commencer.',
  next: 'L’agent complet est prêt. Activez-le pour vos visiteurs sur la page Assistant.',
  assistant: 'Ouvrir la page Assistant',
  lost: 'Guichet supprime la copie du modèle pour le site, rouvre les outils qu’il a fermés et oublie la connexion de l’agent complet.',
};
