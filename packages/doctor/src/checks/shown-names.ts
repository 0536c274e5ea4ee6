/** Names in one line of a finding. More are counted by a number behind them. */
const SHOWN = 5;

export function shownNames(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
}
