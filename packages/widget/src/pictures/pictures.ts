/** Pictures of an answer that is final, from the hosts that the site allows. Until one is there, its address is. */
import { mayShowPicture } from './may-show-picture.ts';
import type { PicturePlace } from './picture-place.ts';

/** The frame, which has its size before the picture does; never larger than the picture is. */
const FILLS = { position: 'absolute', inset: '0', width: '100%', height: '100%', objectFit: 'scale-down' };

export function showPictures(place: HTMLElement, hosts: readonly string[]): void {
  for (const away of place.querySelectorAll<PicturePlace>('.picture-away:not(:has(img))')) {
    const { picture } = away;
    if (picture && mayShowPicture(picture.address, hosts)) show(away, picture);
  }
}

function show(away: HTMLElement, { address, alt }: NonNullable<PicturePlace['picture']>): void {
  const picture = new Image();
  picture.referrerPolicy = 'no-referrer';
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.onload = () => {
    picture.alt = alt;
    away.classList.remove('picture-away');
    away.replaceChildren(picture);
  };
  // What stands there says what the picture shows, and where it is.
  picture.onerror = () => picture.remove();
  Object.assign(picture.style, FILLS);
  picture.src = address;
  away.classList.add('picture-frame');
  away.append(picture);
}
