/**
 * A clock for what waits and expires. It begins at the time of day and only goes forward: when the time of day is set
 * back by two hours, nothing that lasts a minute lasts two hours.
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}
