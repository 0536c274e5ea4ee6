/** How things stand. Never told by colour alone: each has its icon and its word. */
export type Tone = 'ok' | 'info' | 'warn' | 'fail';
