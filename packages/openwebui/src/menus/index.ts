export { nearestTriedVersion, TRIED_VERSIONS, type TriedVersion, wasTried } from '../tried-versions.ts';
export { isBefore } from '../version-order.ts';
export { CHECKED_VERSIONS, findMenuPath, goalsOf, MENU_VERSIONS } from './find-menu-path.ts';
export { type BuiltInterface, findMissingWords } from './find-missing-words.ts';
export type { MenuActor, MenuGoal, MenuLocale, MenuPath } from './menu-path.ts';
