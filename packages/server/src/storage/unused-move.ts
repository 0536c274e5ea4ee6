/** In a database that was moved into and that no server has used since: it may be replaced by another move. */
export const UNUSED_MOVE_NOTE = 'unused-move';
