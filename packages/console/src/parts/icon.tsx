/** One set, 24 units, drawn with one stroke; never without a word beside it or on its button. */
const PATHS = {
  ok: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8.2 12.4l2.6 2.6 5-5.4',
  info: 'M12 11v5M12 7.8v.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  warn: 'M12 10v4M12 17v.01M10.7 4.6 3.4 17.3A1.5 1.5 0 0 0 4.7 19.5h14.6a1.5 1.5 0 0 0 1.3-2.2L13.3 4.6a1.5 1.5 0 0 0-2.6 0Z',
  fail: 'M9 9l6 6M15 9l-6 6M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  toDo: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  doing: 'M8 12v.01M12 12v.01M16 12v.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  key: 'M14.5 14.5a5 5 0 1 0-4.6-3L4 17.4V20h2.6v-2h2v-2h2l1.4-1.6a5 5 0 0 0 2.5.1ZM15.8 8.2v.01',
  next: 'M9.5 6.5 15 12l-5.5 5.5',
  leave: 'M14 5h5v5M19 5l-8 8M17 14v4a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 5 18V9a1.5 1.5 0 0 1 1.5-1.5H11',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
