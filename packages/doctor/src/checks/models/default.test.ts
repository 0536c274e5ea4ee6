import { checkTable } from '../../testing/check-table.ts';
import { model } from '../../testing/evidence.ts';
import { modelsDefault } from './default.ts';

const { used: _used, ...withoutModel } = model();

checkTable(modelsDefault, [
  ['one is chosen', { model: model({ wished: 'echo' }) }, 'ok'],
  ['none is chosen: the first answers', { model: model() }, 'info firstModel(model echo) | model echo'],
  ['there is none', { model: withoutModel }, 'ok'],
]);
