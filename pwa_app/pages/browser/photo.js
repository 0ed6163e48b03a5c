/** A photo from the phone, made small enough to keep, and freed of what the camera wrote into it. */
import { openPicture, pictureAddress } from "./picture";

/** The longest side in pixels, tried from the first to the last until the photo is small enough. */
const SIDES = [1280, 960, 640, 320];

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
  const picture = await openPicture(file);
  try {
    for (const side of SIDES) {
      const address = pictureAddress(picture, side);
      if (address.length <= limit) return address;
    }
  } finally {
    picture.close();
  }
  throw new RangeError("the photo stays too large");
}
