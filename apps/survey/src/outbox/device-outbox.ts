import type { Address } from '@kilim/indicators';
import { beginningWith, isFull, isSilent, unsentIn, type Device } from '../device/device-database.js';
import type { Keeping, Outbox } from './outbox.js';
import { PageKnowledge } from './page-knowledge.js';
import type { TabTalk } from './tab-talk.js';
import type { Step, Unsent } from './unsent.js';

/**
 * Keeps unacknowledged changes on the device, apart for each account and assessment. A step is one transaction, so tabs
 * can't overtake each other, and it counts as kept once the device says that it is on its disk. What a device fails to
 * keep lives on in the page, and is written as soon as something can be written again. What can't be read (another
 * version of the program wrote it) stays where it is and is not sent; what is changed of that answer lives in the page.
 */
export class DeviceOutbox implements Outbox {
  keeping: Keeping = 'kept';
  /** Where the device has failed, that is all there is. */
  private readonly page = new PageKnowledge();
  /** Whether what earlier pages have left there is known. */
  private isRead = false;
  private readonly keepingListeners = new Set<() => void>();
  private readonly elsewhereListeners = new Set<(address: Address, kept: Unsent | undefined) => void>();
  private turn: Promise<unknown> = Promise.resolve();
  /** The device did not answer: what happens once it does. */
  private comingBack: Promise<void> | undefined;

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
      await this.readAll();
      return this.page.all;
    });
  }

  step(address: Address, step: Step): Promise<Unsent | undefined> {
    return this.afterOthers(() => this.take(address, step));
  }

  /** What the page alone has. */
  unkept(): readonly Unsent[] {
    return this.page.unkept;
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

  private async readAll(): Promise<void> {
    try {
      const entries = await this.device.withStore((database) =>
        unsentIn(database, beginningWith(this.accountId, this.assessmentId)),
      );
      this.page.noteOpening(this.device.timesOpened);
      this.page.learnAll(new Map([...entries].map(([[, , address], value]) => [address, value])));
      this.isRead = true;
      await this.catchUp();
    } catch (error) {
      this.fail(error);
    }
  }

  /** The device can be read where it could not before: what lies there is told as what another tab does. */
  private async readAllAnew(): Promise<void> {
    const before = this.known();
    await this.readAll();
    for (const address of new Set([...before, ...this.known()])) this.tellElsewhere(address);
  }

  private known(): readonly Address[] {
    return this.page.all.map(({ address }) => address);
  }

  private async take(address: Address, step: Step): Promise<Unsent | undefined> {
    let after: Unsent | undefined;
    try {
      after = await this.takeOnDevice(address, step);
    } catch (error) {
      this.fail(error);
      return this.takeInPage(address, step);
    }
    this.page.keep(address, after);
    this.tabs.tell({ kind: 'kept', address });
    await (this.isRead ? this.catchUp() : this.readAllAnew());
    return after;
  }

  private takeInPage(address: Address, step: Step): Unsent | undefined {
    const after = step(this.page.of(address));
    this.page.keepHere(address, after, this.isRead);
    return after;
  }

  private takeOnDevice(address: Address, step: Step): Promise<Unsent | undefined> {
    return this.device.withStore(async (database, signal) => {
      const transaction = database.transaction('unsent', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      const key = this.keyOf(address);
      const value = await store.get(key);
      // So late that the page has gone on from what it knows.
      signal.throwIfAborted();
      this.page.noteOpening(this.device.timesOpened);
      const stored = this.page.learn(address, value);
      if (this.page.isUnreadable(address)) throw new Unreadable();
      const after = step(stored);
      const writing = after ? store.put(after, key) : store.delete(key);
      // A refused write (the device is full) is told by the write; the transaction only says that it was given up.
      await Promise.all([writing, transaction.done]);
      return after;
    });
  }

  /** The device can be reached again: what it missed comes after. */
  private async catchUp(): Promise<void> {
    try {
      for (const address of this.page.ahead) {
        if (this.page.isUnreadable(address)) continue;
        await this.takeOnDevice(address, (kept) => kept);
        // Another tab's, and not the page's, is what lies there.
        if (!this.page.noteKept(address)) this.tellElsewhere(address);
        this.tabs.tell({ kind: 'kept', address });
      }
      this.became(this.page.isWhole ? 'kept' : 'partly');
    } catch (error) {
      this.fail(error);
    }
  }

  private async hear(address: Address): Promise<void> {
    await this.afterOthers(async () => {
      try {
        const value = await this.device.withStore((database) => database.get('unsent', this.keyOf(address)));
        this.page.noteOpening(this.device.timesOpened);
        this.page.learn(address, value);
        await this.catchUp();
      } catch (error) {
        this.fail(error);
      }
    });
    this.tellElsewhere(address);
  }

  private tellElsewhere(address: Address): void {
    for (const listener of this.elsewhereListeners) listener(address, this.page.of(address));
  }

  private keyOf(address: Address): [string, string, string] {
    return [this.accountId, this.assessmentId, address];
  }

  private fail(error: unknown): void {
    if (isSilent(error)) this.comingBack ??= this.comeBack();
    if (error instanceof Unreadable) this.became('partly');
    else this.became(isFull(error) ? 'full' : 'unavailable');
  }

  private async comeBack(): Promise<void> {
    await this.device.answered();
    this.comingBack = undefined;
    await this.afterOthers(() => this.readAllAnew());
  }

  private became(keeping: Keeping): void {
    if (this.keeping === keeping) return;
    this.keeping = keeping;
    for (const listener of this.keepingListeners) listener();
  }
}

/** What lies there may be of worth to who can read it. */
class Unreadable extends Error {}
