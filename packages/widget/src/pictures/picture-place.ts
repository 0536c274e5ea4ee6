/** Where a picture is named, and may be shown later. What stands in the page holds no address but those of links. */
export interface PicturePlace extends HTMLElement {
  picture?: { address: string; alt: string };
}
