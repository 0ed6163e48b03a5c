/** @import { PlanPart } from "./plan_types" */
/** Handing the plan on: as a message, or as a picture drawn on the phone. */
import { createElement, Fragment, useState } from "react";
import { saveFile, shareFile, useWorking } from "./files";

const PICTURE_NAME = "my-plan.png";

/**
 * A button that offers a text to the other apps on the phone; nothing where there is no such way.
 * @param {{ text: string, label: string } & Record<string, unknown>} props
 */
export function ShareText({ text, label, ...rest }) {
  const working = useWorking();
  if (!working || typeof navigator.share !== "function") return null;
  const share = () =>
    navigator.share({ text }).catch(() => {
      // The person closed the sheet, or the phone said no: the other ways are beside this one.
    });
  return createElement("button", { ...rest, type: "button", onClick: () => void share() }, label);
}

/**
 * A picture of the plan, shown before anything is done with it.
 * @param {{
 *   parts: PlanPart[], title: string,
 *   words: { make: string, alt: string, share: string, save: string, trouble: string },
 * }} props
 */
export function PlanPicture({ parts, title, words }) {
  const [picture, setPicture] = useState(
    /** @type {{ of: string, file: File, address: string } | null} */ (null),
  );
  const [trouble, setTrouble] = useState(false);
  const working = useWorking();
  const wanted = JSON.stringify(parts);
  // A picture of what was chosen before shows something else than the page does.
  const shown = picture?.of === wanted ? picture : null;

  const make = async () => {
    const { drawPlan } = await import("./plan_picture");
    try {
      const blob = await drawPlan(title, parts);
      const file = new File([blob], PICTURE_NAME, { type: "image/png" });
      if (picture) URL.revokeObjectURL(picture.address);
      setPicture({ of: wanted, file, address: URL.createObjectURL(file) });
      setTrouble(false);
    } catch {
      setTrouble(true);
    }
  };

  if (!working) return null;
  if (!shown) {
    return createElement(
      Fragment,
      null,
      button(words.make, () => void make()),
      createElement("p", { role: "status", className: "small" }, trouble ? words.trouble : null),
    );
  }
  const canShare = Boolean(navigator.canShare?.({ files: [shown.file] }));
  return createElement(
    "div",
    { className: "plan-picture" },
    createElement("img", { src: shown.address, alt: words.alt }),
    canShare && button(words.share, () => void shareFile(shown.file)),
    button(words.save, () => saveFile(shown.file)),
  );
}

/** @param {string} label @param {() => void} onClick */
function button(label, onClick) {
  return createElement("button", { type: "button", className: "button quiet", onClick }, label);
}
