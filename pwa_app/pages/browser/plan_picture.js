/** @import { PlanPart } from "./plan_types" */
/** A picture of the plan, drawn with the phone's own letters; nothing is fetched for it. */

const WIDTH = 1080;
const EDGE = 72;
const INDENT = 44;
/** Phones refuse pictures that are taller; such a plan is drawn smaller. */
const MOST_HEIGHT = 14_000;
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const GROUND = "#fffdf8";
const INK = "#1d2b30";
const SEA = "#17565b";

/** @typedef {{ size: number, weight: number, colour: string, indent: number, above: number }} Look */
/** @type {Record<"title" | "heading" | "line" | "more", Look>} */
const LOOKS = {
  title: { size: 64, weight: 700, colour: SEA, indent: 0, above: 0 },
  heading: { size: 42, weight: 700, colour: SEA, indent: 0, above: 56 },
  line: { size: 42, weight: 400, colour: INK, indent: INDENT, above: 16 },
  more: { size: 38, weight: 400, colour: INK, indent: INDENT, above: 4 },
};

/** @typedef {{ text: string, look: Look, top: number, begins: boolean }} Row */

/**
 * @param {string} title
 * @param {PlanPart[]} parts
 * @returns {Promise<Blob>} a PNG
 */
export async function drawPlan(title, parts) {
  const canvas = document.createElement("canvas");
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("This browser draws no pictures.");
  const { rows, height } = laidOut(paper, title, parts);
  const scale = Math.min(1, MOST_HEIGHT / height);
  canvas.width = Math.ceil(WIDTH * scale);
  canvas.height = Math.ceil(height * scale);
  paper.scale(scale, scale);
  paper.fillStyle = GROUND;
  paper.fillRect(0, 0, WIDTH, height);
  const turned = document.documentElement.dir === "rtl";
  paper.direction = turned ? "rtl" : "ltr";
  paper.textBaseline = "top";
  paper.textAlign = "start";
  for (const { text, look, top, begins } of rows) {
    const from = EDGE + look.indent;
    paper.font = fontOf(look);
    paper.fillStyle = look.colour;
    paper.fillText(text, turned ? WIDTH - from : from, top);
    if (begins) dot(paper, turned ? WIDTH - EDGE - 10 : EDGE + 10, top + look.size / 2);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/**
 * @param {CanvasRenderingContext2D} paper
 * @param {string} title
 * @param {PlanPart[]} parts
 */
function laidOut(paper, title, parts) {
  /** @type {Row[]} */
  const rows = [];
  let top = EDGE;
  /** @param {string} text @param {Look} look @param {boolean} [begins] */
  const add = (text, look, begins = false) => {
    paper.font = fontOf(look);
    top += look.above;
    wrapped(paper, text, WIDTH - 2 * EDGE - look.indent).forEach((line, at) => {
      rows.push({ text: line, look, top, begins: begins && at === 0 });
      top += look.size * 1.35;
    });
  };
  add(title, LOOKS.title);
  for (const { heading, people, lines } of parts) {
    add(heading, LOOKS.heading);
    for (const { name, number, note } of people) {
      add(name, LOOKS.line, true);
      if (number) add(number, LOOKS.more);
      for (const line of note.split("\n").filter(Boolean)) add(line, LOOKS.more);
    }
    for (const { text } of lines) add(text, LOOKS.line, true);
  }
  return { rows, height: top + EDGE };
}

/** @param {Look} look */
function fontOf({ size, weight }) {
  return `${weight} ${size}px ${FAMILY}`;
}

/** @param {CanvasRenderingContext2D} paper @param {number} x @param {number} y */
function dot(paper, x, y) {
  paper.beginPath();
  paper.arc(x, y, 7, 0, 2 * Math.PI);
  paper.fill();
}

/**
 * A text in lines that fit; a word that is longer than a line is broken.
 * @param {CanvasRenderingContext2D} paper
 * @param {string} text
 * @param {number} width
 */
function wrapped(paper, text, width) {
  /** @param {string} line */
  const fits = (line) => paper.measureText(line).width <= width;
  const lines = [""];
  for (const word of text.split(" ")) {
    const before = lines[lines.length - 1];
    const joined = before ? `${before} ${word}` : word;
    if (fits(joined)) {
      lines[lines.length - 1] = joined;
      continue;
    }
    if (before) lines.push("");
    for (const letter of word) {
      const longer = lines[lines.length - 1] + letter;
      if (fits(longer)) lines[lines.length - 1] = longer;
      else lines.push(letter);
    }
  }
  return lines;
}
