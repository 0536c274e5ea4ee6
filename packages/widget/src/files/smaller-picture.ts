/** A longer side brings no model more: they make pictures smaller themselves. In pixels. */
const LONGEST_SIDE = 2_048;
const JPEG_QUALITY = 0.86;

/**
 * A photo of a phone, made as small as it may be: it is sent in seconds, and without the place where it was taken. What
 * cannot be made smaller, or need not, is left as it is.
 */
export async function smallerPicture(file: File, maxBytes: number): Promise<File> {
  if (!/^image\/(?:jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    if (scale === 1 && file.size <= maxBytes && file.type !== 'image/jpeg') return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    // What is transparent would be black in a JPEG.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY);
    });
    if (!blob) return file;
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: blob.type });
  } catch {
    return file;
  }
}
