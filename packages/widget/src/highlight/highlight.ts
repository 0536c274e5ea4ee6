/** A chunk: colours the code of an answer. Makes nodes of its text and nothing else. */
import bash from '@speed-highlight/core/languages/bash.js';
import c from '@speed-highlight/core/languages/c.js';
import css from '@speed-highlight/core/languages/css.js';
import diff from '@speed-highlight/core/languages/diff.js';
import docker from '@speed-highlight/core/languages/docker.js';
import go from '@speed-highlight/core/languages/go.js';
import html from '@speed-highlight/core/languages/html.js';
import http from '@speed-highlight/core/languages/http.js';
import ini from '@speed-highlight/core/languages/ini.js';
import java from '@speed-highlight/core/languages/java.js';
import js from '@speed-highlight/core/languages/js.js';
import jsdoc from '@speed-highlight/core/languages/jsdoc.js';
import json from '@speed-highlight/core/languages/json.js';
import lua from '@speed-highlight/core/languages/lua.js';
import make from '@speed-highlight/core/languages/make.js';
import py from '@speed-highlight/core/languages/py.js';
import regex from '@speed-highlight/core/languages/regex.js';
import rs from '@speed-highlight/core/languages/rs.js';
import sql from '@speed-highlight/core/languages/sql.js';
import todo from '@speed-highlight/core/languages/todo.js';
import toml from '@speed-highlight/core/languages/toml.js';
import ts from '@speed-highlight/core/languages/ts.js';
import xml from '@speed-highlight/core/languages/xml.js';
import yaml from '@speed-highlight/core/languages/yaml.js';
import { type ShjLanguageData, tokenizeWith } from '@speed-highlight/core/tokenize';

const LANGUAGES = {
  ...{
    bash,
    c,
    css,
    diff,
    docker,
    go,
    html,
    http,
    ini,
    java,
    js,
    jsdoc,
    json,
    lua,
    make,
    py,
    regex,
    rs,
    sql,
    todo,
    toml,
  },
  ...{ ts, xml, yaml },
} as object as Readonly<Record<string, ShjLanguageData>>;

/** Other names that people and models write. */
const NAMES: Readonly<Record<string, string>> = {
  ...{
    sh: 'bash',
    shell: 'bash',
    zsh: 'bash',
    console: 'bash',
    cpp: 'c',
    'c++': 'c',
    h: 'c',
    cs: 'java',
    csharp: 'java',
  },
  ...{ scss: 'css', patch: 'diff', dockerfile: 'docker', golang: 'go', vue: 'html', svg: 'xml', kotlin: 'java' },
  ...{
    javascript: 'js',
    jsx: 'js',
    mjs: 'js',
    json5: 'json',
    jsonc: 'json',
    makefile: 'make',
    python: 'py',
    rust: 'rs',
  },
  ...{ typescript: 'ts', tsx: 'ts', yml: 'yaml', env: 'ini', conf: 'ini' },
};

/** Longer code stays plain: nobody waits for its colours. */
const MAX_CHARS = 20_000;

/** Colours what stands in an element; leaves it alone where its language is not known. */
export function highlight(code: HTMLElement, language: string): void {
  const text = code.textContent ?? '';
  const name = language.toLowerCase();
  const known = LANGUAGES[Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name];
  if (!known || !Object.hasOwn(LANGUAGES, NAMES[name] ?? name) || text.length > MAX_CHARS) return;
  const nodes: (Node | string)[] = [];
  let read = '';
  tokenizeWith(
    text,
    known,
    (token, type) => {
      read += token;
      if (token !== '') nodes.push(type ? tokenOf(token, type) : token);
    },
    { languages: LANGUAGES },
  );
  // Not a character more or less than was written.
  if (read === text) code.replaceChildren(...nodes);
}

function tokenOf(text: string, type: string): HTMLElement {
  const token = document.createElement('span');
  token.className = `token-${type}`;
  token.append(text);
  return token;
}
