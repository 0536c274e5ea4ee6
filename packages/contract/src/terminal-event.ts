/** Whether nothing can follow this event in its run. */
export function isTerminal(type: string): boolean {
  return type === 'done' || type === 'error';
}
