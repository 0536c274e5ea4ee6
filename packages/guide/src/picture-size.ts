/** Width and height of a picture, in its own pixels, from its first bytes. */
export interface PictureSize {
  width: number;
  height: number;
}

/** @returns undefined for bytes that are no picture of a kind the guide uses (SVG, WebP, PNG) */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(1, 4).toString('latin1') === 'PNG') {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  if (view.subarray(8, 12).toString('latin1') === 'WEBP') return webpSize(view);
  const [, width, height] = /<svg[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(view.subarray(0, 2_000).toString()) ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : undefined;
}

/** The three forms of https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: Buffer): PictureSize | undefined {
  switch (view.subarray(12, 16).toString('latin1')) {
    case 'VP8 ':
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
