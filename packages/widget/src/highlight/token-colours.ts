/** Colours of code, by what a part of it is; each can be read on the ground that code stands on. */
export const TOKEN_COLOURS: Readonly<Record<string, { light: string; dark: string }>> = {
  'kwd oper section': { light: '#7a2a8a', dark: '#d7a6ee' },
  'str insert': { light: '#1f6b3a', dark: '#8fd0a4' },
  'num bool esc': { light: '#8a4300', dark: '#e5b567' },
  func: { light: '#0a5a8a', dark: '#8cc4ec' },
  'class type': { light: '#00616b', dark: '#7fd0d8' },
  'deleted err': { light: '#a4262c', dark: '#f19a96' },
};
