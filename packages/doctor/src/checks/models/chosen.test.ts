import type { ModelEvidence } from '../../evidence/evidence-map.ts';
import { checkTable } from '../../testing/check-table.ts';
import { access, failed, model } from '../../testing/evidence.ts';
import { modelsChosen } from './chosen.ts';

const user = { kind: 'known', role: 'user' } as const;
const lacking = (more: Partial<ModelEvidence>) => model({ wished: 'gpt-5', listed: false, ...more });

checkTable(modelsChosen, [
  ['none is chosen', { model: model(), identity: user, access: access('echo') }, 'skip nothingToSee'],
  [
    'it is in the list',
    { model: model({ wished: 'echo' }), identity: user, access: access('echo') },
    'ok | model echo',
  ],
  [
    'it is there, for others',
    { model: lacking({ row: 'closed' }), identity: user, access: access('echo') },
    'fail certain model-not-visible | noAnswers → administrator | shareModel@share-model, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'it is switched off',
    { model: lacking({ row: 'off' }), identity: user, access: access('echo') },
    'fail certain model-not-visible modelOff | noAnswers → administrator | switchModelOn, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'it can be read, and is not in the list: what it is built on is not',
    { model: lacking({ row: 'open' }), identity: user, access: access('echo') },
    'fail probable model-not-visible modelWithoutBase | noAnswers → administrator | shareBase@share-model, checkProviderRuns@provider-connections, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'nobody knows it, and a plain account asks',
    { model: lacking({ row: 'none' }), identity: user, access: access('echo') },
    'fail probable model-missing | noAnswers → operator | shareModel@share-model, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'nobody knows it, and an administrator asks',
    { model: lacking({ row: 'none' }), identity: { kind: 'known', role: 'admin' }, access: access('echo') },
    'fail certain model-missing | noAnswers → operator | chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'an administrator asks, and its row was not told',
    { model: lacking({ row: 'unknown' }), identity: { kind: 'known', role: 'admin' }, access: access('echo') },
    'fail probable model-missing | noAnswers → operator | shareModel@share-model, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'nobody knows it, and nobody says whose key it is',
    { model: lacking({ row: 'none' }), identity: failed('timeout'), access: access('echo') },
    'fail probable model-missing | noAnswers → operator | shareModel@share-model, chooseModel(model echo) {OPENWEBUI_MODEL=echo} | model gpt-5 [settings], models 1',
  ],
  [
    'one is written alike',
    { model: lacking({ row: 'none', near: 'gpt-5.2' }), identity: user, access: access('echo', 'gpt-5.2') },
    'fail probable model-missing modelNear(near gpt-5.2) | noAnswers → operator | shareModel@share-model, chooseModel(model gpt-5.2) {OPENWEBUI_MODEL=gpt-5.2} | model gpt-5 [settings], models 2',
  ],
  [
    'one is written alike, and the chosen one is for others',
    { model: lacking({ row: 'closed', near: 'gpt-5.2' }), identity: user, access: access('echo', 'gpt-5.2') },
    'fail certain model-not-visible modelNear(near gpt-5.2) | noAnswers → administrator | shareModel@share-model, chooseModel(model gpt-5.2) {OPENWEBUI_MODEL=gpt-5.2} | model gpt-5 [settings], models 2',
  ],
  [
    'there is no other',
    { model: lacking({ row: 'none' }), identity: user, access: { ms: 40 } },
    'fail probable model-missing | noAnswers → operator | shareModel@share-model, chooseAnyModel | model gpt-5 [settings], models 0',
  ],
]);
