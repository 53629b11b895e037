import { jsonPointer, type Path } from '../definition/json-pointer.js';

/** The most losses that are listed of one file; a last one says how many more there are. */
export const LOSSES_MAXIMUM = 2000;

/** Something in a file that could not be carried over, or not quite as it was. Sentences in English. */
export interface ImportLoss {
  /** Where in the file: an RFC 6901 JSON pointer, or whatever tells a place in it. */
  readonly place: string;
  /** What it is, as the file calls it. */
  readonly what: string;
  readonly why: string;
  /** What its author can do about it; absent: nothing need be done. */
  readonly mend?: string;
}

/** Gathers what an importer could not carry over. Shared by all importers. */
export class LossList {
  private gathered: ImportLoss[] = [];
  private more = 0;

  add(path: Path, what: string, why: string, mend?: string): void {
    if (this.gathered.length >= LOSSES_MAXIMUM) this.more += 1;
    else
      this.gathered.push({
        place: jsonPointer(path),
        what: shortened(what),
        why,
        ...(mend !== undefined && { mend }),
      });
  }

  /**
   * Takes back what was listed of these, and of all below them: they are carried over after all. What was beyond the
   * most that are listed stays counted.
   */
  withdraw(paths: readonly Path[]): void {
    const pointers = new Set(paths.map((path) => jsonPointer(path)));
    this.gathered = this.gathered.filter(({ place }) => !isWithin(place, pointers));
  }

  /** In the order in which they were found. */
  get losses(): readonly ImportLoss[] {
    if (this.more === 0) return this.gathered;
    const what = `${String(this.more)} more`;
    return [...this.gathered, { place: '', what, why: 'Only so many losses are listed.' }];
  }
}

/** Whether a JSON pointer is one of these, or of something below one of them. */
export function isWithin(place: string, pointers: ReadonlySet<string>): boolean {
  for (let end = place.length; end > 0; end = place.lastIndexOf('/', end - 1))
    if (pointers.has(place.slice(0, end))) return true;
  return false;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
