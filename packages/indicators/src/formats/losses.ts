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
  private readonly gathered: ImportLoss[] = [];
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

  /** In the order in which they were found. */
  get losses(): readonly ImportLoss[] {
    if (this.more === 0) return this.gathered;
    const what = `${String(this.more)} more`;
    return [...this.gathered, { place: '', what, why: 'Only so many losses are listed.' }];
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
