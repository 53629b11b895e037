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
/** A store that has not been opened by then, as on a disk that fails or after a crash, counts as none until it is. */
const OPEN_WITHIN_MS = 4_000;

/** A store on its way to being open: gives it to whoever waits, for as long as anybody should. */
type Opening = () => Promise<DeviceDatabase>;

/** The device's own store of this program. Opened when it is first needed, and again when the browser has closed it. */
export class Device {
  private opening: Opening | undefined;

  /**
   * Does something with the store. A connection that the browser has closed behind our back, as some do to pages in the
   * background, is opened anew once.
   *
   * @throws what the browser says: there is no store, it is full, it fails; or that it does not answer
   */
  async withStore<T>(work: (database: DeviceDatabase) => Promise<T>): Promise<T> {
    const opening = this.open();
    try {
      return await work(await opening());
    } catch (error) {
      if (!isClosed(error)) throw error;
      if (this.opening === opening) this.opening = undefined;
      return work(await this.open()());
    }
  }

  private open(): Opening {
    if (this.opening) return this.opening;
    const forget = (): void => {
      if (this.opening === opening) this.opening = undefined;
    };
    const database = connect(forget);
    const opening = inTime(database);
    this.opening = opening;
    // One that failed is tried again the next time.
    database.catch(forget);
    return opening;
  }
}

/** Whoever asks in good time waits for the store; once it is late nobody does, until it is there. */
function inTime(database: Promise<DeviceDatabase>): Opening {
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException('The store does not answer.', 'TimeoutError'));
    }, OPEN_WITHIN_MS);
    const stop = (): void => {
      clearTimeout(timer);
    };
    database.then(stop, stop);
  });
  late.catch(() => undefined);
  return () => Promise.race([database, late]);
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
