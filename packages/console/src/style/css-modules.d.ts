/** A page's own style, fetched with it. */
declare module '*.css';
