/** Plain elements for pieces that come on demand: they draw without the library that the widget itself draws with. */

type Attributes = Readonly<Record<string, string | undefined>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(name: string, onPress: () => void, look = 'again'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, name);
  made.addEventListener('click', onPress);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A button that is only an icon, like the widget's own. */
export function iconButton(name: string, path: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'tool', 'aria-label': name, title: name });
  const icon = document.createElementNS(SVG, 'svg');
  for (const [attribute, value] of [
    ['class', 'icon'],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
  ] as const)
    icon.setAttribute(attribute, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  made.append(icon);
  made.addEventListener('click', onPress);
  return made;
}
