/** Photos from the phone, drawn anew: smaller, the right way up, with nothing the camera wrote. */

const QUALITY = 0.8;

/**
 * @param {Blob} file
 * @returns {Promise<ImageBitmap>} turned as the camera noted it; to be closed after use
 * @throws {DOMException} the file is no picture that this browser can read
 */
export function openPicture(file) {
  return createImageBitmap(file, { imageOrientation: "from-image" });
}

/**
 * @param {ImageBitmap} picture
 * @param {number} side the longest side in pixels; a smaller picture stays as it is
 */
function drawn(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) throw new RangeError("this browser draws no more pictures");
  // A JPEG file knows nothing of what is transparent, and would show it black.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * @param {ImageBitmap} picture
 * @param {number} side the longest side in pixels
 * @returns {string} a data: address of a JPEG
 */
export function pictureAddress(picture, side) {
  return drawn(picture, side).toDataURL("image/jpeg", QUALITY);
}

/**
 * @param {ImageBitmap} picture
 * @param {number} side the longest side in pixels
 * @returns {Promise<Blob>} a JPEG
 */
export function pictureFile(picture, side) {
  const canvas = drawn(picture, side);
  return new Promise((resolve, reject) => {
    const take = (/** @type {Blob | null} */ blob) =>
      blob ? resolve(blob) : reject(new RangeError("the photo could not be drawn"));
    canvas.toBlob(take, "image/jpeg", QUALITY);
  });
}
