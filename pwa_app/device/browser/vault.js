/**
 * The lock of a database: whether there is one, whether it is open, and who is told of that.
 *
 * This is all of the vault that a page loads where no passcode is set. Keys, ciphers and the
 * sealed tables come by `import()` (see unlocking.js).
 */
/** @import { Dexie, Subscription } from "dexie" */
/** @import { RecordData, StoreSchema, VaultHeader, VaultState } from "./types" */
/** @import { SealedTable } from "./sealed_table" */
/** @import { Sealer } from "./sealing" */
import * as dexie from "dexie";
import { keeper } from "./key_messages";
import { LockedError, VAULT_TABLE } from "./vault_names";
import { randomUuid } from "./values";
import { gate } from "./vault_gate";

/** @type {VaultState} */
export const UNKNOWN = Object.freeze({
  mode: "unknown",
  working: false,
  problem: null,
  until: 0,
  code: null,
  said: null,
  minutes: 0,
  hiding: false,
  recovery: false,
  passkey: false,
});

export class Vault {
  /** @type {VaultState} */
  #state = UNKNOWN;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {Set<() => void>} */
  #before = new Set();
  /** @type {Subscription | undefined} */
  #following;
  /** The tables as they are read and written while the vault is open. */
  /** @type {Map<string, SealedTable> | null} */
  #tables = null;
  /** Changes whenever a person locks every tab. @type {unknown} */
  #turn;
  /** @type {VaultHeader | null} */
  header = null;
  /** What holds the key while the vault is open. @type {Sealer | null} */
  sealer = null;

  /**
   * @param {Dexie} database
   * @param {StoreSchema} schema
   */
  constructor(database, schema) {
    this.database = database;
    this.schema = schema;
    if (!(VAULT_TABLE in schema.tables)) return;
    database.use(gate(this));
    database.on("blocked", this.heldUp);
    database.on("ready", () => this.#opening(), true);
  }

  state = () => this.#state;

  /** @param {() => void} listener */
  subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opening the database takes longer than it should: another tab may have it open. */
  heldUp = () => {
    if (this.#state.mode === "unknown") this.tell({ mode: "held" });
  };

  /** @param {() => void} listener called right before the key is gone, to keep what is typed */
  beforeLocking = (listener) => {
    this.#before.add(listener);
    return () => this.#before.delete(listener);
  };

  /** @param {Partial<VaultState>} change */
  tell(change) {
    const parts = /** @type {(keyof VaultState)[]} */ (Object.keys(change));
    if (parts.every((part) => this.#state[part] === change[part])) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Whether something is kept in a way that cannot be read now. */
  get isLocked() {
    return this.#state.mode === "locked";
  }

  /**
   * The sealed form of a table; null where nothing is sealed.
   * @param {string} table
   * @returns {SealedTable | null}
   */
  sealed(table) {
    return this.#tables?.get(table) ?? null;
  }

  /**
   * What is to be written for a record of a small table, in one step.
   * @param {string} table
   * @param {RecordData} record
   * @throws {LockedError}
   */
  rowAtOnce(table, record) {
    if (this.isLocked) throw new LockedError();
    return this.sealed(table)?.rowAtOnce(record) ?? record;
  }

  /**
   * The vault is open from now on.
   * @param {VaultHeader} header
   * @param {Sealer} sealer
   * @param {Map<string, SealedTable>} tables
   */
  opened(header, sealer, tables) {
    this.#forget();
    this.header = header;
    this.sealer = sealer;
    this.#tables = tables;
    this.#noCopies();
    this.tell({ ...aboutHeader(header), mode: "open", working: false, problem: null });
    this.#tellAll();
  }

  /** There is no vault any more. */
  turnedOff() {
    const known = this.#state.mode !== "unknown";
    this.#forget();
    this.header = null;
    this.tell({ mode: "off", working: false, problem: null, code: null });
    if (known) this.#tellAll();
  }

  /** Locks this tab. */
  lock() {
    if (this.#state.mode !== "open") return;
    for (const listener of this.#before) listener();
    this.#forget();
    this.tell({ mode: "locked", working: false, problem: null, code: null, said: null });
    this.#tellAll();
  }

  /** Locks every tab. */
  async lockEverywhere() {
    this.lock();
    await this.database.table(VAULT_TABLE).put({ id: "turn", data: { turn: randomUuid() } });
  }

  /** Looks again whether there is a lock: another tab may have changed it. */
  recheck() {
    return this.#read().then((rows) => this.#saw(rows));
  }

  /** Which time of locking every tab was the last. */
  get turn() {
    return this.#turn;
  }

  #read() {
    return this.database.table(VAULT_TABLE).toArray();
  }

  #opening() {
    if (this.#state.mode === "held") this.tell({ mode: "unknown" });
    return this.#read().then((rows) => this.#arrived(rows));
  }

  /**
   * What a page finds as it opens the database: nothing else is read or written before it is known
   * whether another page has the key.
   * @param {RecordData[]} rows
   */
  async #arrived(rows) {
    const { header, turn } = partsOf(rows);
    const worker = keeper();
    if (header && worker && this.#state.mode === "unknown") {
      this.#turn = turn;
      await apart(async () => {
        const { openAsBefore } = await import("./key_taking");
        await openAsBefore(this, header, worker);
      });
    }
    this.#saw(rows);
  }

  /** @param {RecordData[]} rows */
  #saw(rows) {
    const { header, turn } = partsOf(rows);
    const turned = this.#turn !== turn;
    this.#turn = turn;
    this.#following ??= dexie.liveQuery(() => this.#read()).subscribe(
      (found) => this.#saw(found),
      () => {},
    );
    if (!header) {
      if (this.#state.mode !== "off") this.turnedOff();
      return;
    }
    const before = this.header;
    this.header = header;
    const open = this.#state.mode === "open" && before?.key === header.key;
    if (open && turned) this.lock();
    else if (open) this.tell(aboutHeader(header));
    else if (this.#state.mode === "locked") this.tell(aboutHeader(header));
    else this.#found(header);
  }

  /** A lock that this tab has no key for. @param {VaultHeader} header */
  #found(header) {
    const known = this.#state.mode !== "unknown";
    this.#forget();
    this.#noCopies();
    this.tell({ ...aboutHeader(header), mode: "locked", working: false, problem: null });
    if (known) this.#tellAll();
  }

  #forget() {
    this.sealer?.forget();
    this.sealer = null;
    this.#tables = null;
  }

  /** Dexie keeps answers for later; from a vault none may stay. */
  #noCopies() {
    /** @type {any} */ (this.database)._options.cache = "disabled";
  }

  /** Every live answer, in every tab, is worked out anew. */
  #tellAll() {
    // Its types do not know of this class, nor of what it tells itself when a page comes back.
    const { RangeSet } = /** @type {any} */ (dexie);
    dexie.default.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  }
}

/**
 * @param {RecordData[]} rows
 * @returns {{ header?: VaultHeader, turn: unknown }}
 */
function partsOf(rows) {
  const part = (/** @type {string} */ id) => rows.find((row) => row.id === id)?.data;
  const header = /** @type {VaultHeader | undefined} */ (part("header"));
  return { header, turn: /** @type {any} */ (part("turn"))?.turn };
}

/**
 * Dexie would take what follows for a part of opening the database. Where a key cannot be had from
 * another page, the passcode is asked for.
 * @param {() => Promise<void>} step
 * @returns {Promise<void>}
 */
function apart(step) {
  return new Promise((resolve) => {
    setTimeout(() => step().catch(console.error).then(resolve));
  });
}

/**
 * @param {VaultHeader} header
 * @returns {Partial<VaultState>}
 */
function aboutHeader(header) {
  return {
    minutes: header.minutes,
    hiding: header.hiding,
    recovery: header.ways.some(({ kind }) => kind === "recovery"),
    passkey: header.ways.some(({ kind }) => kind === "passkey"),
  };
}
