/**
 * Holds a built site to the oldest browsers that it is for, and prints what they would not take.
 *
 * Usage: node oldest_browsers.mjs WEB DIST
 * WEB is the folder that the site was built in, DIST the site, both from the root of the disk. Prints
 * JSON: `target` is what Vite builds for, `problems` is one line each, `read` how much was looked at.
 *
 * What a compiler changes for those browsers, they do not know. What is left as it is, they do.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [, , web = "", dist = ""] = process.argv;
const require = createRequire(join(web, "any.js"));
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);
const { resolveConfig } = await load("vite");
const { transformSync } = await load("rolldown/utils");
const { browserslistToTargets, transform } = require("lightningcss");

const LANGUAGE = "es2022";
/** Came after ECMAScript 2022, or after one of the oldest browsers. */
const LATER = /\.(?:toSorted|toReversed|toSpliced|groupBy|withResolvers|fromAsync|isWellFormed|toWellFormed|canParse|checkVisibility|difference|intersection|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/;
const SCRIPT = /<script>(.*?)<\/script>/gs;
const STYLE = /<style>(.*?)<\/style>/gs;

process.chdir(web);
const { build } = await resolveConfig({ logLevel: "silent" }, "build", "production", "production");
/** @type {string[]} */
const target = build.target;
const versions = target.map((one) => one.replace(/^ios/, "ios_saf").replace(/([\d.]+)$/, " $1"));

/** @type {Map<string, string>} */
const scripts = new Map();
/** @type {Map<string, string>} */
const styles = new Map();
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (!/\.(?:js|css|html)$/.test(file)) continue;
  const text = readFileSync(join(dist, file), "utf8");
  if (file.endsWith(".js")) scripts.set(text, file);
  else if (file.endsWith(".css")) styles.set(text, file);
  else {
    for (const [, script = ""] of text.matchAll(SCRIPT)) scripts.set(script, file);
    for (const [, style = ""] of text.matchAll(STYLE)) styles.set(style, file);
  }
}

/** @type {string[]} */
const problems = [];

/** @param {string} file @param {string} before @param {string} after */
function compare(file, before, after) {
  if (before === after) return;
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const [was, is] = [before, after].map((text) => text.slice(Math.max(0, at - 40), at + 60));
  problems.push(`${file}: ${was} would have to be ${is}`.replaceAll(/\s+/g, " "));
}

/** @param {string} file @param {string} code @param {object} options */
function printed(file, code, options) {
  const { code: text, errors } = transformSync(file, code, { lang: "js", ...options });
  for (const { message } of errors) problems.push(`${file}: ${message}`);
  return text;
}

for (const [script, file] of scripts) {
  const older = printed(file, script, { target: [...target, LANGUAGE] });
  compare(file, printed(file, script, {}), older);
  const later = LATER.exec(script);
  if (later) problems.push(`${file}: ${later[0]} is newer than those browsers`);
}

/** @param {string} style @param {object} options */
function written(style, options) {
  // What is added for light and dark is added each time. The room of a wide screen and the like may
  // ask for :has(), without which nothing is missing.
  const known = style.replaceAll(/:has\(\s*[>+~]?/g, ":where(");
  const code = Buffer.from(known.replaceAll(/(?<=[;{]\s*)color-scheme:[^;}]*;?/g, ""));
  return transform({ filename: "any.css", code, ...options }).code.toString();
}

const targets = browserslistToTargets(versions);
for (const [style, file] of styles) compare(file, written(style, {}), written(style, { targets }));

const read = { scripts: scripts.size, styles: styles.size };
// Vite's plugins would keep the process running.
process.stdout.write(JSON.stringify({ target, problems, read }), () => process.exit());
