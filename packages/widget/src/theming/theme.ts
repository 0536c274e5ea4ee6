/** A look that somebody puts together: what of the public custom properties is changed, and what the line says. */

/** The custom properties that hold a colour, without `--guichet-`. Each may differ between light and dark. */
export const COLOURS = ['accent', 'accent-contrast', 'bg', 'fg', 'muted', 'border'] as const;
export type Colour = (typeof COLOURS)[number];

/** The other ones. */
export const MEASURES = ['radius', 'font', 'font-size', 'width', 'height', 'offset-x', 'offset-y', 'z'] as const;
export type Measure = (typeof MEASURES)[number];

/** The two sets of colours that the widget has. */
export const SHADES = ['light', 'dark'] as const;
export type Shade = (typeof SHADES)[number];

/** CSS values by property; one that is missing is the widget's own. */
export type Values<Name extends string> = Partial<Record<Name, string>>;

export interface Theme {
  /** Attribute `accent`, `#rrggbb` or empty: unlike the property, it is corrected until it can be read. */
  accent: string;
  /** Attribute `theme`. */
  theme: 'auto' | Shade;
  /** Attribute `position`. */
  position: 'right' | 'left';
  colours: Record<Shade, Values<Colour>>;
  measures: Values<Measure>;
}

export const PLAIN_THEME: Theme = {
  accent: '',
  theme: 'auto',
  position: 'right',
  colours: { light: {}, dark: {} },
  measures: {},
};

/** What a browser has to take for each property. */
const CSS_PROPERTY: Record<Measure, string> = {
  radius: 'border-radius',
  font: 'font-family',
  'font-size': 'font-size',
  width: 'width',
  height: 'height',
  'offset-x': 'left',
  'offset-y': 'bottom',
  z: 'z-index',
};

/** Whether the browser knows what to do with a property's value. @param supports the browser's `CSS.supports` */
export function isValue(
  name: Colour | Measure,
  value: string,
  supports: (property: string, value: string) => boolean = (property, text) => CSS.supports(property, text),
): boolean {
  // It goes into a style element of somebody's page, where this would be the end of it.
  if (/[<>{}]|\/\*/.test(value)) return false;
  return supports(name in CSS_PROPERTY ? CSS_PROPERTY[name as Measure] : 'color', value);
}
