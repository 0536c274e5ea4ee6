/** Tables for the reference pages. */

const NOTICE = '<!-- Made by scripts/reference/generate-reference.ts from the source; edit that instead. -->';

export function page(title: string, lead: string, ...parts: string[]): string {
  return `${[NOTICE, `# ${title}`, lead, ...parts].join('\n\n')}\n`;
}

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}
