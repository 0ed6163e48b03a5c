/**
 * Bundles modules with Rolldown, which comes with Vite, and prints them as JSON.
 *
 * Usage: node bundle.mjs '{"name": {"entry": "early.js", "format": "iife"}}'
 * Prints: {"name": "the minified code"}
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** @typedef {{entry: string, format: "iife" | "es"}} Job */

/**
 * @param {Job} job
 * @returns {Promise<string>}
 */
async function bundle({ entry, format }) {
  const build = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    onLog(level, log) {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format, minify: true, comments: false });
  await build.close();
  if (output.length !== 1) throw new Error(`${entry} gave ${output.length} files, not one`);
  return output[0].code.trim();
}

/** @type {Record<string, Job>} */
const jobs = JSON.parse(process.argv[2] ?? "{}");
/** @type {Record<string, string>} */
const bundles = {};
for (const [name, job] of Object.entries(jobs)) bundles[name] = await bundle(job);
process.stdout.write(JSON.stringify(bundles));
