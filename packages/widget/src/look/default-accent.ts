/** The product's own colour; a site may have its own. */
export const DEFAULT_ACCENT = '#0b5d5e';
