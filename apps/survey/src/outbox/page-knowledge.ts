import type { Address } from '@kilim/indicators';
import { byAge } from './outbox.js';
import { readKept, UNREADABLE } from './read-kept.js';
import { newestOf, type Unsent } from './unsent.js';

/** What a page knows of what lies in the outbox on its device, and where it knows more: there that has yet to be written. */
export class PageKnowledge {
  private readonly known = new Map<Address, Unsent>();
  private readonly more = new Set<Address>();
  /** The newest save that was known of each answer, whatever became of it. */
  private readonly newest = new Map<Address, string>();
  private readonly unreadable = new Set<Address>();
  /** Which opening of the store it is from. */
  private opening = 0;

  /** Everything that is known to be unsent, oldest change first. */
  get all(): readonly Unsent[] {
    return byAge([...this.known.values()]);
  }

  /** What the page alone has. */
  get unkept(): readonly Unsent[] {
    return this.all.filter(({ address }) => this.more.has(address));
  }

  /** Of these the page knows more than the device. */
  get ahead(): ReadonlySet<Address> {
    return this.more;
  }

  /** Whether everything that lies on the device can be read. */
  get isWhole(): boolean {
    return this.unreadable.size === 0;
  }

  of(address: Address): Unsent | undefined {
    return this.known.get(address);
  }

  /** Whether something lies there that this version of the program can't read. */
  isUnreadable(address: Address): boolean {
    return this.unreadable.has(address);
  }

  /**
   * What lay in a store that was opened again may be gone: what is known of it is to be written anew. Where another tab
   * has sent it meanwhile it goes once more under the same id, which changes nothing.
   */
  noteOpening(opening: number): void {
    if (this.opening === opening) return;
    this.opening = opening;
    for (const address of this.known.keys()) this.more.add(address);
  }

  /** Takes what the device says of an answer, unless the page knows more. Returns what is kept of it. */
  learn(address: Address, value: unknown): Unsent | undefined {
    const read = readKept(value);
    if (read === UNREADABLE) this.unreadable.add(address);
    else this.unreadable.delete(address);
    const kept = read === UNREADABLE ? undefined : read;
    // Another tab has gone on there.
    if (idOf(kept) > this.newestAt(address)) this.more.delete(address);
    if (!this.more.has(address)) this.hold(address, kept);
    return this.of(address);
  }

  /** Takes all that lies on the device: of what does not lie there nothing is left, unless the page knows more. */
  learnAll(lying: ReadonlyMap<Address, unknown>): void {
    for (const address of new Set([...this.known.keys(), ...this.unreadable, ...lying.keys()]))
      this.learn(address, lying.get(address));
  }

  /** Takes what is kept of an answer now, on the device as well. */
  keep(address: Address, kept: Unsent | undefined): void {
    this.hold(address, kept);
    this.more.delete(address);
  }

  /** The device has what is known of an answer. Returns whether that was the page's to write. */
  noteKept(address: Address): boolean {
    return this.more.delete(address);
  }

  /**
   * Takes what is kept of an answer now, in the page alone.
   *
   * @param isRead whether it is known what earlier pages have left on the device
   */
  keepHere(address: Address, kept: Unsent | undefined, isRead: boolean): void {
    this.hold(address, kept);
    // What lies there unread is not the page's to take away.
    if (kept === undefined && (!isRead || this.isUnreadable(address))) this.more.delete(address);
    else this.more.add(address);
  }

  private hold(address: Address, kept: Unsent | undefined): void {
    if (kept) this.known.set(address, kept);
    else this.known.delete(address);
    if (idOf(kept) > this.newestAt(address)) this.newest.set(address, idOf(kept));
  }

  private newestAt(address: Address): string {
    return this.newest.get(address) ?? '';
  }
}

/** Save ids are made in the order of time. */
function idOf(kept: Unsent | undefined): string {
  return newestOf(kept)?.saveId ?? '';
}
