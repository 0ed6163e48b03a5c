/** A photo from the phone, made small enough to keep, and freed of what the camera wrote into it. */

/** The longest side in pixels, tried from the first to the last until the photo is small enough. */
const SIDES = [1280, 960, 640, 320];
const QUALITY = 0.8;

/**
 * Puts the photo chosen in a file control into its form's field `photo`.
 * @param {string} id of the file control
 * @param {number} limit most characters of the data: address
 * @returns {Promise<boolean>} false when the file is no picture that this browser can read
 */
export async function keepPhoto(id, limit) {
  const chooser = document.getElementById(id);
  if (!(chooser instanceof HTMLInputElement)) return true;
  const field = chooser.form?.elements.namedItem("photo");
  const file = chooser.files?.[0];
  if (!(field instanceof HTMLInputElement) || !file) return true;
  try {
    field.value = await scaledDown(file, limit);
  } catch {
    return false;
  } finally {
    chooser.value = "";
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/**
 * @param {Blob} file
 * @param {number} limit
 * @returns {Promise<string>} a data: address
 */
async function scaledDown(file, limit) {
  const picture = await createImageBitmap(file);
  for (const side of SIDES) {
    const address = drawn(picture, Math.min(1, side / Math.max(picture.width, picture.height)));
    if (address.length <= limit) return address;
  }
  throw new RangeError("the photo stays too large");
}

/**
 * @param {ImageBitmap} picture
 * @param {number} scale
 */
function drawn(picture, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", QUALITY);
}
