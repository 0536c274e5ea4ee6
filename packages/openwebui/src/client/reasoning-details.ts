/**
 * Open WebUI keeps reasoning as `<details type="reasoning">` with a summary ("Thought for 3 seconds") and the text quoted
 * and escaped, for its own interface. Here it becomes words again.
 */
export function readReasoningDetails(inside: string): string {
  return withoutSummary(inside)
    .split('\n')
    .map((line) => line.replace(/^ {0,3}(?:>|&gt;) ?/, ''))
    .join('\n')
    .replace(/&(lt|gt|amp|quot|apos|#39|#x27);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

const SUMMARY = '<summary>';
const SUMMARY_END = '</summary>';

function withoutSummary(text: string): string {
  const start = text.search(/^\s*<summary>/i) === 0 ? text.indexOf('<') : -1;
  if (start === -1) return text;
  const end = text.toLowerCase().indexOf(SUMMARY_END, start + SUMMARY.length);
  return end === -1 ? text : text.slice(end + SUMMARY_END.length);
}
