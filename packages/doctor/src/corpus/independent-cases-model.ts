import type { CorpusCase, CorpusSetting, ExpectedFinding } from './corpus-case.ts';
import { FIVE_VERSIONS, NEWEST } from './corpus-case.ts';
import { askAsAdministrator, sceneWith } from './independent-scene.ts';

const FINE: ExpectedFinding = { cause: 'none', confidence: 'certain' };
/** Open WebUI says the same of a model that is not there and of one that is not shared. */
const MISSING: ExpectedFinding = { cause: 'model-missing', confidence: 'probable' };
const EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];

function makePreset(
  setting: CorpusSetting,
  preset: { id: string; name: string; base?: string; shared?: boolean; active?: boolean },
) {
  return askAsAdministrator(setting, '/api/v1/models/create', {
    id: preset.id,
    name: preset.name,
    base_model_id: preset.base ?? null,
    meta: {},
    params: {},
    access_grants: preset.shared === false ? [] : EVERYBODY,
    is_active: preset.active ?? true,
  });
}

export const independentModelCases: readonly CorpusCase[] = [
  {
    name: 'independent: the wanted model is the last of five hundred',
    versions: NEWEST,
    expected: FINE,
    make(setting) {
      const { options } = setting.practice.state.provider;
      options.models = [...Array.from({ length: 500 }, (_, place) => `fournisseur/modele-${place}`), 'echo'];
      return sceneWith(setting);
    },
  },
  {
    name: 'independent: no model is named, and the first answers',
    versions: ['0.6.43', '0.12.4'],
    expected: FINE,
    make: (setting) => sceneWith(setting, { model: undefined }),
  },
  {
    name: 'independent: an id with accents, a slash and a colon',
    versions: NEWEST,
    expected: FINE,
    make(setting) {
      setting.practice.state.provider.options.models = ['hf.co/épicerie/modèle-d’été:é8'];
      return sceneWith(setting, { model: 'hf.co/épicerie/modèle-d’été:é8' });
    },
  },
  {
    name: 'independent: the same id, with its accents written in two pieces',
    versions: NEWEST,
    expected: MISSING,
    make(setting) {
      setting.practice.state.provider.options.models = ['modèle-été'];
      return sceneWith(setting, { model: 'modèle-été'.normalize('NFD') });
    },
  },
  {
    name: 'independent: an id with a wrong capital',
    versions: ['0.6.43', '0.12.4'],
    expected: MISSING,
    make: (setting) => sceneWith(setting, { model: 'Echo' }),
  },
  {
    name: 'independent: an id that nobody lists',
    versions: FIVE_VERSIONS,
    expected: MISSING,
    make: (setting) => sceneWith(setting, { model: 'mistral-small-3.2:24b' }),
  },
  // Corrected (was certain): a model of that very id may be there and not shared.
  {
    name: 'independent: the name of a model where its id belongs',
    versions: NEWEST,
    expected: { cause: 'model-missing', confidence: 'probable' },
    async make(setting) {
      await makePreset(setting, { id: 'assistant-mairie', name: 'Assistant de la mairie', base: 'echo' });
      return sceneWith(setting, { model: 'Assistant de la mairie' });
    },
  },
  {
    name: 'independent: a French title, and the right id',
    versions: NEWEST,
    expected: FINE,
    async make(setting) {
      await makePreset(setting, {
        id: 'assistant-mairie',
        name: 'L’assistant « à l’écoute » de la mairie',
        base: 'echo',
      });
      return sceneWith(setting, { model: 'assistant-mairie' });
    },
  },
  // Corrected (was certain): the doctor reads the word as "nothing is shared", and an empty list has three reasons.
  {
    name: 'independent: keys are on, nothing is shared',
    versions: ['0.6.43', '0.9.6', '0.12.4'],
    fresh: true,
    expected: { cause: 'no-models', confidence: 'probable' },
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', true);
      setting.practice.state.permit('features', 'api_keys', true);
      return sceneWith(setting);
    },
  },
  {
    // From a plain account this looks exactly like the case before.
    name: 'independent: the provider could not be reached from the start',
    versions: ['0.9.6', '0.12.4'],
    expected: { cause: 'no-models', confidence: 'probable' },
    make(setting) {
      setting.practice.state.provider.options.reachable = false;
      return sceneWith(setting, { model: undefined });
    },
  },
  {
    // A provider's model that nobody decided about has no row: it looks as if it were not there.
    name: 'independent: another model is shared, not this one',
    versions: NEWEST,
    fresh: true,
    expected: MISSING,
    make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', true);
      setting.practice.state.permit('features', 'api_keys', true);
      setting.practice.state.shareModel('slow');
      return sceneWith(setting);
    },
  },
  {
    // Since 0.9 the row of a model that is there and not shared is refused in other words than one that is not there.
    name: 'independent: the assistant was made and never shared',
    versions: ['0.9.6', '0.12.4'],
    fresh: true,
    expected: { cause: 'model-not-visible', confidence: 'certain' },
    async make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', true);
      setting.practice.state.permit('features', 'api_keys', true);
      setting.practice.state.shareModel('echo');
      await makePreset(setting, { id: 'assistant-mairie', name: 'Assistant', base: 'echo', shared: false });
      return sceneWith(setting, { model: 'assistant-mairie' });
    },
  },
  {
    name: 'independent: the assistant is shared, what it is made of is not',
    versions: NEWEST,
    fresh: true,
    expected: { cause: 'model-not-visible', confidence: 'probable' },
    async make(setting) {
      setting.practice.state.set('ENABLE_API_KEYS', true);
      setting.practice.state.permit('features', 'api_keys', true);
      await makePreset(setting, { id: 'assistant-mairie', name: 'Assistant', base: 'echo' });
      return sceneWith(setting, { model: 'assistant-mairie' });
    },
  },
  {
    name: 'independent: the assistant was switched off',
    versions: NEWEST,
    expected: { cause: 'model-not-visible', confidence: 'certain' },
    async make(setting) {
      await makePreset(setting, { id: 'assistant-mairie', name: 'Assistant', base: 'echo', active: false });
      return sceneWith(setting, { model: 'assistant-mairie' });
    },
  },
];
