/** @import { Heading, Person, Plan, PlanRecords } from "./plan_types" */
/** The plan and its people, followed while somebody looks; their records come in a part of their own. */
import { useMemo, useSyncExternalStore } from "react";
import { people_of, plan_parts } from "$/utils/logic/plan.js";
import { STORAGE_NAME } from "$/utils/pages/storage_name";
import { Shared } from "./shared";

/** @type {PlanRecords} */
const WAITING = Object.freeze({ ready: false, trouble: null, plan: null, contacts: [] });

/** @extends {Shared<PlanRecords>} */
class ShownPlan extends Shared {
  #end = () => {};
  #looks = 0;

  begin() {
    const look = ++this.#looks;
    let following = false;
    const read = async () => {
      const kept = following || (await isAnythingKept());
      if (following || look !== this.#looks) return;
      if (!kept) {
        this.tell({ ...WAITING, ready: true });
        return;
      }
      following = true;
      const stop = await this.#follow(look);
      if (look !== this.#looks) {
        stop();
        return;
      }
      this.#end = () => {
        document.removeEventListener("visibilitychange", read);
        stop();
      };
    };
    // Another tab may be the first to keep something while this one is open.
    document.addEventListener("visibilitychange", read);
    this.#end = () => document.removeEventListener("visibilitychange", read);
    void read();
  }

  end() {
    this.#looks += 1;
    this.#end();
    this.current = WAITING;
  }

  /** @param {number} look */
  async #follow(look) {
    try {
      const { followPlan } = await import("./plan_records");
      return followPlan((records) => {
        if (look === this.#looks) this.tell(records);
      });
    } catch {
      this.tell({ ...WAITING, ready: true, trouble: "broken" });
      return () => {};
    }
  }
}

/**
 * Where this browser has no database of ours there is nothing to read, and no need to load what
 * reads it. One that cannot say counts as having one.
 */
async function isAnythingKept() {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === STORAGE_NAME);
  } catch {
    return true;
  }
}

const shown = new ShownPlan(WAITING);
const nothing = () => () => {};

/** @param {boolean} wanted */
function useRecords(wanted) {
  const subscribe = wanted ? shown.subscribe : nothing;
  return useSyncExternalStore(subscribe, shown.answer, () => WAITING);
}

/**
 * The parts of the plan that have something in them.
 * @param {Heading[]} headings
 * @returns {Plan}
 */
export function usePlan(headings) {
  const { ready, trouble, plan, contacts } = useRecords(true);
  const asked = JSON.stringify(headings);
  const parts = useMemo(
    () => plan_parts(plan, contacts, JSON.parse(asked)),
    [plan, contacts, asked],
  );
  return { ready, trouble, parts, any: parts.length > 0 };
}

/**
 * The people in the plan who have a number, in the person's own order: those to ask come first.
 * @param {boolean} always also where the person has not asked to see them first
 * @returns {{ ready: boolean, people: Person[] }}
 */
export function useMyPeople(always) {
  const wanted = useSyncExternalStore(nothing, () => always || wantsThemFirst(), () => false);
  const { ready, contacts } = useRecords(wanted);
  const people = useMemo(
    () => [...people_of(contacts, "people"), ...people_of(contacts, "professionals")],
    [contacts],
  );
  return { ready, people: people.filter(({ tel }) => tel !== "") };
}

/** The switch in the plan is a remembered choice, which stands on the html element. */
function wantsThemFirst() {
  return document.documentElement.dataset.people === "first";
}
