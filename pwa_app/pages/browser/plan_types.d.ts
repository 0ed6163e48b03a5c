import type { RecordData, Trouble } from "../../device/browser/types";

/** A person or a line of the plan, as the phone keeps it (pwa_app/device/tables.py). */
export interface Contact {
  id: string;
  at: string;
  part?: string;
  name?: string;
  number?: string;
  note?: string;
  place?: number;
}

export interface PlanRecords {
  ready: boolean;
  trouble: Trouble | null;
  plan: RecordData | null;
  contacts: Contact[];
}

export interface Heading {
  key: string;
  heading: string;
  numbers: boolean;
}

/** As pwa_app/logic/plan.py gives them. */
export interface Person {
  id: string;
  name: string;
  number: string;
  note: string;
  tel: string;
  sms: string;
}
export interface PlanPart {
  key: string;
  heading: string;
  people: Person[];
  lines: { text: string; number: string; tel: string }[];
}

export interface Plan {
  ready: boolean;
  trouble: Trouble | null;
  parts: PlanPart[];
  any: boolean;
}
