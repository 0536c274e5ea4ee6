/** The few shapes that the guide's drawings are made of, in the product's colours, for light and dark. */

/** Roughly, in the widest of the systems' own sans-serifs: a line must not run out of its box anywhere. */
const CHARACTER_WIDTH = 0.56;
const LINE_HEIGHT = 1.35;

const STYLE = `
svg{--ground:#fbfaf7;--surface:#fff;--sunken:#f2f0ea;--ink:#1c2126;--muted:#5a636d;--line:#d9d5cb;--control:#8f887a;--accent:#0b5d5e;--on-accent:#fff;--warn:#8a5200;font-family:system-ui,sans-serif}
@media (prefers-color-scheme:dark){svg{--ground:#14171a;--surface:#1c2125;--sunken:#101214;--ink:#eceae4;--muted:#a5adb5;--line:#343b41;--control:#6b747c;--accent:#5cc4be;--on-accent:#0b1b1b;--warn:#e9b25c}}
.box{fill:var(--surface);stroke:var(--control);stroke-width:1.5}
.dashed{stroke:var(--warn);stroke-dasharray:6 4}
.here{stroke:var(--accent);stroke-width:2}
.soft{fill:var(--sunken);stroke:none}
.bar{fill:var(--line)}
.on{fill:var(--accent)}
.knob{fill:var(--on-accent)}
.wire{fill:none;stroke:var(--control);stroke-width:1.5}
.wire.here{stroke:var(--accent);stroke-width:2}
.wire.dashed{stroke:var(--warn)}
.mark{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.mark.here{stroke:var(--accent)}
.mark.dashed{stroke:var(--warn);stroke-dasharray:none}
text{fill:var(--ink)}
.muted{fill:var(--muted)}
.accent{fill:var(--accent)}
.warn{fill:var(--warn)}
.strong{font-weight:600}
.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
.number{fill:var(--on-accent);font-weight:600}`;

export function svg(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">\n<style>${STYLE}</style>\n${parts.join('\n')}\n</svg>\n`;
}

export interface TextLook {
  size?: number;
  /** Names of classes in the style above. */
  look?: string;
  anchor?: 'start' | 'middle' | 'end';
}

export function text(
  x: number,
  y: number,
  words: string,
  { size = 14, look = '', anchor = 'start' }: TextLook = {},
): string {
  return `<text x="${x}" y="${y}" font-size="${size}"${look ? ` class="${look}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(words)}</text>`;
}

/** Words in lines that fit. @returns the lines and the place below them */
export function paragraph(
  x: number,
  y: number,
  width: number,
  words: string,
  look: TextLook = {},
): { drawn: string; below: number } {
  const size = look.size ?? 14;
  const lines = wrap(words, Math.floor(width / (size * CHARACTER_WIDTH)));
  const step = Math.round(size * LINE_HEIGHT);
  const drawn = lines.map((line, place) => text(x, y + place * step, line, look)).join('\n');
  return { drawn, below: y + lines.length * step };
}

export function wrap(words: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= characters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function box(x: number, y: number, width: number, height: number, look = 'box', radius = 6): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" class="${look}"/>`;
}

/** A box with its name, and smaller words below it. */
export function place(
  x: number,
  y: number,
  width: number,
  height: number,
  name: string,
  note: string,
  look = 'box',
): string {
  const middle = x + width / 2;
  return [
    box(x, y, width, height, look),
    text(middle, y + height / 2 - 3, name, { size: 15, look: 'strong', anchor: 'middle' }),
    text(middle, y + height / 2 + 16, note, { size: 12, look: 'muted', anchor: 'middle' }),
  ].join('\n');
}

export function wire(points: readonly (readonly [number, number])[], look = ''): string {
  return `<path d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}" class="wire ${look}"/>`;
}

/** From one point to another, with a head at the end. Horizontal or vertical. */
export function arrow(from: readonly [number, number], to: readonly [number, number], look = ''): string {
  const [[x1, y1], [x2, y2]] = [from, to];
  const along = (back: number, aside: number) => {
    const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)];
    return `${x2 - dx * back + dy * aside} ${y2 - dy * back + dx * aside}`;
  };
  return `<path d="M${x1} ${y1}L${x2} ${y2}M${along(7, 5)}L${x2} ${y2}L${along(7, -5)}" class="wire ${look}"/>`;
}

/** A key, 26 wide and 12 high. */
export function key(x: number, y: number, look = ''): string {
  return `<g transform="translate(${x} ${y})" class="mark ${look}"><circle cx="6" cy="6" r="5"/><path d="M11 6h14M20 6v5M25 6v4"/></g>`;
}

/** An hourglass, 14 wide and 18 high: something that ends. */
export function hourglass(x: number, y: number): string {
  return `<path transform="translate(${x} ${y})" class="mark dashed" d="M1 1h12M1 17h12M2.500 1v3c0 3 4.500 3.500 4.500 5s-4.500 2-4.500 5v3M11.500 1v3c0 3-4.500 3.500-4.500 5s4.500 2 4.500 5v3"/>`;
}

/** The number of a step, in a disc. */
export function step(x: number, y: number, number: number): string {
  return `<circle cx="${x}" cy="${y}" r="10" class="on"/>\n${text(x, y + 4.5, String(number), { size: 12, look: 'number', anchor: 'middle' })}`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
