import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits/visitor-limits.ts';
import { readSettings } from '../settings/read-settings.ts';
import { resolveSite } from './resolve-site.ts';

const settings = readSettings({
  environment: { OPENWEBUI_MODEL: 'guide', GUICHET_ALLOWED_ORIGINS: 'https://www.example.com' },
});
const resolve = (id: string, texts: Record<string, string>, more: { name?: string; practice?: boolean } = {}) =>
  resolveSite(
    { id, settings: texts, ...(more.name !== undefined && { name: more.name }) },
    { settings, practice: more.practice ?? false, limits: DEFAULT_LIMITS },
  );

describe('a site', () => {
  it('is the default one as the settings give it, without any record', () => {
    expect(resolve('default', {})).toEqual({
      site: {
        id: 'default',
        links: {},
        origins: ['https://www.example.com'],
        model: 'guide',
        collections: [],
        tools: 'off',
        frame: false,
        followUps: false,
        voice: 'off',
        shareRatings: false,
        files: { kinds: [], maxBytes: 5_000_000 },
        showToolArguments: false,
        sourceExcerpts: false,
        pageContext: false,
        pictureHosts: [],
        introduction: { name: 'off', email: 'off', consent: 'off', consentVersion: '1' },
        texts: {},
        limits: DEFAULT_LIMITS,
      },
      problems: [],
    });
  });

  it('has its own origins, model and texts when it is another one', () => {
    const texts = {
      origins: 'https://shop.example, https://www.shop.example/',
      model: 'sales',
      system: 'Be kind.',
      collections: 'a,b,a',
      tools: 'one-round',
      frame: 'on',
      'follow-ups': 'on',
      voice: 'Any',
      'share-ratings': 'on',
      files: 'Pictures, documents,pictures',
      'file-megabytes': '20',
      'show-tool-arguments': 'ON',
      'source-excerpts': 'on',
      'page-context': 'on',
      'picture-hosts': 'https://images.shop.example/ *.shop.example',
      'greeting.fr': 'Bonjour',
      'placeholder.en': 'Your question',
      'ai-notice.fr': 'Notre robot répond.',
      'data-notice.fr': 'Rien de médical.',
      'ask-name': 'Optional',
      'ask-consent': 'required',
      'consent-version': '2026-12',
      'consent.fr': 'J’accepte.',
      owner: 'The shop Ltd',
      contact: 'tel:+33123456789',
      privacy: 'https://shop.example/privacy',
    };
    expect(resolve('shop', texts, { name: 'The shop' }).site).toEqual({
      id: 'shop',
      name: 'The shop',
      owner: 'The shop Ltd',
      links: { contact: 'tel:+33123456789', privacy: 'https://shop.example/privacy' },
      origins: ['https://shop.example', 'https://www.shop.example'],
      model: 'sales',
      system: 'Be kind.',
      collections: ['a', 'b'],
      tools: 'one-round',
      frame: true,
      followUps: true,
      voice: 'any',
      shareRatings: true,
      files: { kinds: ['pictures', 'documents'], maxBytes: 20_000_000 },
      showToolArguments: true,
      sourceExcerpts: true,
      pageContext: true,
      pictureHosts: ['images.shop.example', '*.shop.example'],
      introduction: { name: 'optional', email: 'off', consent: 'required', consentVersion: '2026-12' },
      texts: {
        fr: {
          greeting: 'Bonjour',
          aiNotice: 'Notre robot répond.',
          dataNotice: 'Rien de médical.',
          consent: 'J’accepte.',
        },
        en: { placeholder: 'Your question' },
      },
      limits: DEFAULT_LIMITS,
    });
  });

  it('of the settings takes nothing that a record of the default site holds', () => {
    const { site } = resolve('default', { origins: 'https://evil.example', model: 'other' });
    expect(site).toMatchObject({ origins: ['https://www.example.com'], model: 'guide' });
  });

  it('inherits no origin and no model from the default one', () => {
    expect(resolve('shop', {}).site).toMatchObject({ origins: [] });
    expect(resolve('shop', {}).site).not.toHaveProperty('model');
  });

  it('names what makes no sense, and goes on with the default', () => {
    const { site, problems } = resolve('shop', { tools: 'everything', origins: 'no address', system: 'Be kind.' });
    expect(problems.map(({ name }) => name)).toEqual(['origins', 'tools']);
    expect(site).toMatchObject({ tools: 'off', origins: [], system: 'Be kind.' });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'example.com/contact',
    'https://user:secret@example.com',
    'https://example.com/a b',
    `https://example.com/${'a'.repeat(1_000)}`,
  ])('has no link to %s', (contact) => {
    const { site, problems } = resolve('shop', { contact });
    expect([site.links, problems.map(({ name }) => name)]).toEqual([{}, ['contact']]);
  });

  it('leaves the owner’s model and collections aside while the practice server answers', () => {
    const { site } = resolve('shop', { model: 'sales', collections: 'a' }, { practice: true });
    expect(site).not.toHaveProperty('model');
    expect(site.collections).toEqual([]);
  });
});
