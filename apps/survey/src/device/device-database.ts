import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * What the form keeps on a device. Every key begins with the account, so that nothing of one person can be taken for
 * another's, and all of a person's can be removed in one go. Values are read with a schema: another version of the
 * program may have written them.
 */
export interface DeviceSchema extends DBSchema {
  /** Changes of answers that the server has not acknowledged: account, assessment, address. */
  unsent: { key: [string, string, string]; value: unknown };
  /** Evidence that has not been sent, with its files: account, assessment, id. */
  parcels: { key: [string, string, string]; value: unknown };
  /** What the server answered last, for when it can't be reached: account, what. */
  copies: { key: [string, string]; value: unknown };
}

/** Every part of a person's that lies on the device. */
export const PARTS = ['unsent', 'parcels', 'copies'] as const;

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

const NAME = 'kilim';
const VERSION = 1;
/** A store that has not answered by then, as on a disk that fails or after a crash, counts as none until it does. */
const ANSWERS_WITHIN_MS = 4_000;

/**
 * What is to be done with the store.
 *
 * @param signal aborted once nobody waits for it any more: whoever asked goes on without
 */
export type DeviceWork<T> = (database: DeviceDatabase, signal: AbortSignal) => Promise<T>;

/** The device's own store of this program. Opened when it is first needed, and again when the browser has closed it. */
export class Device {
  /**
   * How often the store has been opened. When it is opened again, what lay in it may be gone: browsers close a store that
   * they, or a person, clear.
   */
  timesOpened = 0;
  private opening: Promise<DeviceDatabase> | undefined;
  /** What should have come to an end long ago, as long as it has not. */
  private overdue: Promise<void> | undefined;

  /**
   * Does something with the store. A connection that the browser has closed behind our back, as some do to pages in the
   * background, is opened anew once.
   *
   * @throws what the browser says: there is no store, it is full, it fails; or that it does not answer
   */
  async withStore<T>(work: DeviceWork<T>): Promise<T> {
    const opening = this.open();
    try {
      return await this.attempt(opening, work);
    } catch (error) {
      if (!isClosed(error)) throw error;
      if (this.opening === opening) this.opening = undefined;
      return this.attempt(this.open(), work);
    }
  }

  /** Resolves once a store that did not answer has, be it that it fails; at once where it does. */
  answered(): Promise<void> {
    return this.overdue ?? Promise.resolve();
  }

  private async attempt<T>(opening: Promise<DeviceDatabase>, work: DeviceWork<T>): Promise<T> {
    const waiting = new AbortController();
    const database = await this.inTime(opening);
    return this.inTime(work(database, waiting.signal), waiting);
  }

  /** Whoever asks in good time waits; once something is late nobody does, until it has come to an end. */
  private async inTime<T>(doing: Promise<T>, waiting?: AbortController): Promise<T> {
    if (this.overdue) throw silent();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const reason = silent();
        waiting?.abort(reason);
        this.overdue ??= this.ended(doing);
        reject(reason);
      }, ANSWERS_WITHIN_MS);
    });
    try {
      return await Promise.race([doing, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async ended(doing: Promise<unknown>): Promise<void> {
    await doing.catch(() => undefined);
    this.overdue = undefined;
  }

  private open(): Promise<DeviceDatabase> {
    if (this.opening) return this.opening;
    const forget = (): void => {
      if (this.opening === opening) this.opening = undefined;
    };
    const opening = connect(forget).then((database) => {
      this.timesOpened += 1;
      return database;
    });
    this.opening = opening;
    // One that failed is tried again the next time.
    opening.catch(forget);
    return opening;
  }
}

function silent(): DOMException {
  return new DOMException('The store does not answer.', 'TimeoutError');
}

async function connect(onGone: () => void): Promise<DeviceDatabase> {
  if ((globalThis as { readonly indexedDB?: IDBFactory }).indexedDB === undefined)
    throw new DOMException('This browser has no store.', 'NotSupportedError');
  const database = await openDB<DeviceSchema>(NAME, VERSION, {
    upgrade: (fresh) => {
      for (const part of PARTS) fresh.createObjectStore(part);
    },
    // A newer version of the program waits for this one to let go; what is kept next opens the store again.
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
  return database;
}

/** The connection is gone, though the store is not. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'AbortError'].includes(error.name);
}

/** The store does not answer: it may later. */
export function isSilent(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Nothing more fits on the device. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** What has not reached the server, by its keys. */
export async function unsentIn(
  database: DeviceDatabase,
  range: IDBKeyRange,
): Promise<ReadonlyMap<DeviceSchema['unsent']['key'], unknown>> {
  const { store } = database.transaction('unsent');
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return new Map(keys.map((key, place) => [key, values[place]]));
}

/** Everything whose key begins with those words. */
export function beginningWith(...words: readonly string[]): IDBKeyRange {
  // An array comes after every text.
  return IDBKeyRange.bound([...words], [...words, []]);
}
