import { describe, expect, it } from 'vitest';
import { CHAT, call, question, streamedText } from '../practice-client.ts';
import { startPractice } from '../start-practice.ts';
import { answerFromGuide } from './answer-from-guide.ts';
import { passagesEn } from './passages-en.ts';
import { passagesFr } from './passages-fr.ts';

describe('the guide of the practice server', () => {
  it.each([
    ['What is Guichet?', 'en', 'what'],
    ['Which key do I need, the one with sk- or with eyJ?', 'en', 'keys'],
    ['My token expired', 'en', 'keys'],
    ['Where do I click to create a key?', 'en', 'where'],
    ['Where is my API key?', 'en', 'where'],
    ['What about privacy and personal data?', 'en', 'privacy'],
    ['How do I embed it on my page?', 'en', 'embed'],
    ['I get an error 401', 'en', 'trouble'],
    ['Is this a demo?', 'en', 'practice'],
    ['À quoi sert Guichet ?', 'fr', 'what'],
    ["C'est quoi Guichet ?", 'fr', 'what'],
    ['Quelle clé, sk- ou eyJ ?', 'fr', 'keys'],
    ['Pourquoi ma clé expire ?', 'fr', 'keys'],
    ['Où cliquer pour créer ma clé API ?', 'fr', 'where'],
    ['Où trouver ma clé ?', 'fr', 'where'],
    ['Que deviennent les données personnelles ?', 'fr', 'privacy'],
    ['Comment intégrer le widget sur ma page ?', 'fr', 'embed'],
    ['Le modèle ne répond pas, erreur', 'fr', 'trouble'],
    ['Ou trouver la cle', 'fr', 'where'],
    ['Qui es-tu ?', 'fr', 'practice'],
    ['Who are you?', 'en', 'practice'],
    ['bonjour', 'fr', 'what'],
    ['hello', 'en', 'what'],
  ])('answers "%s" in %s with the passage %s', (asked, language, passage) => {
    const answer = answerFromGuide(asked);
    expect([answer.language, answer.passage?.id]).toEqual([language, passage]);
  });

  it('says in every answer that it is practice', () => {
    expect(answerFromGuide('What is Guichet?').text).toContain('Practice server');
    expect(answerFromGuide('Qui es-tu, zorglub ?').text).toContain('Serveur d’essai');
  });

  it('names its topics when nothing fits', () => {
    expect(answerFromGuide('zorglub?').text).toContain('- Privacy');
  });

  it.each([...passagesEn, ...passagesFr])('is plain text, as the widget shows it: $id', ({ text }) => {
    expect(text).not.toMatch(/\*\*|`|^\|/m);
  });

  it('tells the same things in both languages', () => {
    expect(passagesFr.map((passage) => passage.id)).toEqual(passagesEn.map((passage) => passage.id));
  });
});

describe('the demo', () => {
  it('lists the guide first, with questions to begin with, and streams its answer with a source', async () => {
    const practice = await startPractice({ demo: true });
    const as = practice.state.makeKey(practice.state.addAccount());
    const models = (await call(practice, 'GET', '/api/models', { as })).json.data as {
      id: string;
      name: string;
      info?: { meta: { suggestion_prompts: unknown[] } };
    }[];
    expect([models[0]?.id, models[0]?.name]).toEqual(['guichet-guide', 'Guichet guide (practice)']);
    expect(models[0]?.info?.meta.suggestion_prompts).toHaveLength(4);
    const body = question('guichet-guide', 'Is this a demo?', { stream: true });
    const { text } = await call(practice, 'POST', CHAT, { as, body });
    expect(text).toMatch(/^data: \{"sources":/);
    expect(streamedText(text)).toBe(answerFromGuide('Is this a demo?').text);
    await practice.close();
  });
});
