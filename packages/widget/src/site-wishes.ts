/** A chunk: what only some sites switch on. One file of both, because each file’s hash is in the widget. */
export { showContext } from './page-context/page-context.ts';
export { showPictures } from './pictures/pictures.ts';
