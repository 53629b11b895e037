import type { Address } from '@kilim/indicators';
import { beginningWith, isFull, type Device } from '../device/device-database.js';
import { byAge, MemoryOutbox, type Keeping, type Outbox } from './outbox.js';
import type { TabTalk } from './tab-talk.js';
import { Unsent, type Step } from './unsent.js';

/**
 * Keeps unacknowledged changes on the device, apart for each account and assessment. A step is one transaction, so tabs
 * can't overtake each other, and it counts as kept once the device says that it is on its disk. What a device fails to
 * keep lives on in the page, and is written as soon as something can be written again. What can't be read (another
 * version of the program wrote it) stays where it is and is not sent.
 */
export class DeviceOutbox implements Outbox {
  keeping: Keeping = 'kept';
  /** What the page knows to be kept; where the device has failed, that is all there is. */
  private readonly page = new MemoryOutbox();
  /** Of these the page knows more than the device. */
  private readonly ahead = new Set<Address>();
  private readonly keepingListeners = new Set<() => void>();
  private readonly elsewhereListeners = new Set<(address: Address, kept: Unsent | undefined) => void>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly device: Device,
    private readonly accountId: string,
    private readonly assessmentId: string,
    private readonly tabs: TabTalk,
  ) {
    tabs.listen((message) => {
      if (message.kind === 'kept') void this.hear(message.address);
    });
  }

  load(): Promise<readonly Unsent[]> {
    return this.afterOthers(async () => {
      const range = beginningWith(this.accountId, this.assessmentId);
      try {
        const values = await this.device.withStore((database) => database.getAll('unsent', range));
        this.became('kept');
        for (const unsent of values.flatMap((value) => readUnsent(value) ?? []))
          if (!this.ahead.has(unsent.address)) this.page.hold(unsent.address, unsent);
      } catch (error) {
        this.fail(error);
      }
      return byAge(this.page.held());
    });
  }

  step(address: Address, step: Step): Promise<Unsent | undefined> {
    return this.afterOthers(() => this.take(address, step));
  }

  onKeeping(listener: () => void): () => void {
    this.keepingListeners.add(listener);
    return () => this.keepingListeners.delete(listener);
  }

  onElsewhere(listener: (address: Address, kept: Unsent | undefined) => void): () => void {
    this.elsewhereListeners.add(listener);
    return () => this.elsewhereListeners.delete(listener);
  }

  /** One step after the other, whatever becomes of them. */
  private afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async take(address: Address, step: Step): Promise<Unsent | undefined> {
    let after: Unsent | undefined;
    try {
      after = await this.takeOnDevice(address, step);
    } catch (error) {
      this.ahead.add(address);
      this.fail(error);
      return this.page.step(address, step);
    }
    this.page.hold(address, after);
    this.ahead.delete(address);
    this.tabs.tell({ kind: 'kept', address });
    await this.catchUp();
    return after;
  }

  private takeOnDevice(address: Address, step: Step): Promise<Unsent | undefined> {
    return this.device.withStore(async (database) => {
      const transaction = database.transaction('unsent', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      const key = this.keyOf(address);
      const stored = this.ahead.has(address) ? this.page.of(address) : readUnsent(await store.get(key));
      const after = step(stored);
      const writing = after ? store.put(after, key) : store.delete(key);
      // A refused write (the device is full) is told by the write; the transaction only says that it was given up.
      await Promise.all([writing, transaction.done]);
      return after;
    });
  }

  /** Something can be written again: what the device missed comes after. */
  private async catchUp(): Promise<void> {
    try {
      for (const address of this.ahead) {
        await this.takeOnDevice(address, (kept) => kept);
        this.ahead.delete(address);
      }
      this.became('kept');
    } catch (error) {
      this.fail(error);
    }
  }

  private async hear(address: Address): Promise<void> {
    const kept = await this.afterOthers(async () => {
      try {
        const value = await this.device.withStore((database) => database.get('unsent', this.keyOf(address)));
        if (!this.ahead.has(address)) this.page.hold(address, readUnsent(value));
      } catch (error) {
        this.fail(error);
      }
      return this.page.of(address);
    });
    for (const listener of this.elsewhereListeners) listener(address, kept);
  }

  private keyOf(address: Address): [string, string, string] {
    return [this.accountId, this.assessmentId, address];
  }

  private fail(error: unknown): void {
    this.became(isFull(error) ? 'full' : 'unavailable');
  }

  private became(keeping: Keeping): void {
    if (this.keeping === keeping) return;
    this.keeping = keeping;
    for (const listener of this.keepingListeners) listener();
  }
}

function readUnsent(value: unknown): Unsent | undefined {
  return Unsent.safeParse(value).data;
}
