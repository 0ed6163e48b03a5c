/** @import { PlanRecords } from "./plan_types" */
/** Reading the plan's records, apart from what shows them: it brings the whole database with it. */
import { watch } from "$/utils/device/live";
import { records } from "$/utils/pages/store";

/**
 * @param {(found: PlanRecords) => void} listener
 * @returns {() => void} ends it
 */
export function followPlan(listener) {
  return watch(read, (found, trouble) => {
    const [plan, contacts] = found ?? [undefined, []];
    listener({ ready: true, trouble, plan: plan ?? null, contacts });
  });
}

/** @returns {Promise<[import("../../device/browser/types").RecordData | undefined, any[]]>} */
function read() {
  return Promise.all([
    records.get("SafetyPlan", "mine"),
    records.database.table("PlanContact").toArray(),
  ]);
}
