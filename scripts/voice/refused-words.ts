/**
 * Words that texts do not use, and what they say instead. Two reasons: each thing has one name, and some English that is
 * correct on paper is not said by anybody.
 */
import type { VoiceLanguage } from './sentences-in.ts';

export interface RefusedWord {
  pattern: RegExp;
  instead: string;
}

export const REFUSED_WORDS: Readonly<Record<VoiceLanguage, readonly RefusedWord[]>> = {
  en: [
    // One name for one thing.
    { pattern: /\bcredentials?\b/i, instead: 'key, or key or token' },
    { pattern: /\be-mails?\b/i, instead: 'email' },
    { pattern: /\bdata director(?:y|ies)\b/i, instead: 'data folder' },
    { pattern: /\b(?:un)?provision(?:s|ed|ing)?\b/i, instead: 'automatic set-up' },
    {
      pattern:
        /\b(?:come|comes|came|get|gets|got) in\b(?! (?:the|a|an|touch|one|order|time|full|pages|pieces|bursts)\b)/i,
      instead: 'sign in',
    },
    {
      pattern: /\b(?:sign(?:ed|ing|s)? in|sign-in) at\b(?! (?:the same|a|once|least|any|each|every)\b)/i,
      instead: 'sign in to',
    },
    { pattern: /\bwho runs? (?:Guichet|this Guichet)\b/i, instead: 'operator' },
    { pattern: /\b(?:keys?|tokens?|certificates?|links?) (?:soon )?(?:ends?|ended)\b/i, instead: 'expire' },
    { pattern: /\brefus(?:e|es|ed|ing) (?:\S+ ){0,2}(?:key|token)s?\b/i, instead: 'reject' },
    { pattern: /\b(?:key|token)s? (?:is|was|are|were) refused\b/i, instead: 'rejected' },
    { pattern: /\bin force\b|\bthat holds now\b/i, instead: 'current' },
    { pattern: /\bidentifiers? of the site\b/i, instead: 'site ID' },
    // Not said.
    { pattern: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix' },
    { pattern: /\banew\b/i, instead: 'again' },
    { pattern: /\bwho(?:m)?(?:so)?ever\b/i, instead: 'a person with a name: the operator, anyone who' },
    { pattern: /\bnobody whom?\b/i, instead: 'no one who, or say who does' },
    { pattern: /\b(?:stands|stood)\b(?! for\b)|\bstand (?:in|there|behind|beside)\b/i, instead: 'is' },
    { pattern: /\bcounts (?:at once|now|here|again|before|for|until)\b/i, instead: 'applies, takes effect' },
    { pattern: /\b(?:take|takes|took|taken|taking) (?:it |this |that |them )?(?:all )?back\b/i, instead: 'undo' },
    { pattern: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b|one\b)/i, instead: 'is not a' },
    { pattern: /\bis another one\b/i, instead: 'is a different one, is incorrect' },
    { pattern: /\b(?:cannot|could not|can) be told\b/i, instead: 'Guichet cannot tell' },
    { pattern: /\bfrom (?:\S+ ){1,3}on\b(?= *[,.;:)]|$)/i, instead: 'since, starting with' },
    {
      pattern: /\b(?:let|have) (?:it|them|this|that|everything) (?:be )?(?:done|set up|made|checked)\b/i,
      instead: 'Set it up',
    },
    { pattern: /\bbelongs? into\b/i, instead: 'belongs in' },
    { pattern: /\breplac(?:e|es|ing) (?:\S+ ){0,4}by\b/i, instead: 'replace with' },
    { pattern: /\bchang(?:e|es|ed) into\b/i, instead: 'change to' },
    { pattern: /\bwhose turn\b/i, instead: 'who can fix it' },
  ],
  fr: [
    // Un seul nom par chose.
    // An ID is an identifiant; what opens a door is none.
    {
      pattern:
        /\b(?:vos|ses|leurs|des|les) identifiants\b(?! (?:de|du|d’|stables))|\bidentifiants? (?:d’Open WebUI|et (?:\p{L}+ )?mot de passe)|\bcet identifiant\b/iu,
      instead: 'clé ou jeton ; nom d’utilisateur',
    },
    { pattern: /(?<![/.@-])\bchats?\b(?![/.-]\w| completion)/i, instead: 'discussion' },
    { pattern: /\badresses? (?:électroniques?|mails?|emails?)(?!\p{L})|\bcourriels?\b/iu, instead: 'adresse e-mail' },
    { pattern: /\bvalables?\b/i, instead: 'valide' },
    { pattern: /\bvalent? (?:à partir|jusqu)/i, instead: 'être valide' },
    { pattern: /\b(?:jeton|clé|certificat|lien|session)s? \S* ?(?:prend|pris|prennent) fin\b/iu, instead: 'expirer' },
    { pattern: /\bdéfaire\b|\bdéfai(?:t|tes|s)\b/iu, instead: 'annuler' },
    { pattern: /(?<!have )\bpermissions?\b(?! (?:to|denied)\b)/i, instead: 'autorisation' },
    { pattern: /(?<!\p{L})à qui le tour\b/iu, instead: 'à qui d’agir' },
    { pattern: /\bauthentificateurs?\b/i, instead: 'application d’authentification' },
    {
      pattern: /\bserveurs? (?:de test|de pratique|d[’']entraînement|de démonstration)\b/iu,
      instead: 'serveur d’essai',
    },
    { pattern: /\bprovisionn\p{L}+/iu, instead: 'mise en place' },
    { pattern: /\bmot de passe en vigueur\b/i, instead: 'mot de passe actuel' },
    // Ne se dit pas.
    { pattern: /\bpeu(?:t|vent) pas être dite?s?\b/i, instead: 'impossible de déterminer' },
    { pattern: /\bveuillez\b/i, instead: 'l’impératif seul' },
  ],
};
