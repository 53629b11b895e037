/** Somebody who is here, as far as it is remembered. */
export interface Visit {
  readonly accountId: string;
  readonly visitId: string;
  /** Null: not in a section. In a draft the part they are at. */
  readonly sectionId: string | null;
  /** ISO text. */
  readonly since: string;
}

interface Entry {
  readonly visit: Visit;
  /** On the caller's clock, in milliseconds. */
  until: number;
}

/** Visits of one account to one assessment or draft at most: more tabs than that nobody looks at. */
const MOST_VISITS = 10;

/** Remembers who is where, until they leave or have not been heard of for too long. Knows no clock. */
export class VisitorBook {
  readonly #bySubject = new Map<string, Map<string, Entry>>();

  /** Who is in an assessment or a draft, in the order in which they came. */
  of(subjectId: string): readonly Visit[] {
    return [...(this.#bySubject.get(subjectId)?.values() ?? [])].map(({ visit }) => visit);
  }

  /**
   * Notes that somebody is here.
   *
   * @returns whether there is anything new to see
   */
  stay(subjectId: string, visit: Visit, until: number): boolean {
    const entries = this.#bySubject.get(subjectId) ?? new Map<string, Entry>();
    this.#bySubject.set(subjectId, entries);
    const key = keyOf(visit);
    const known = entries.get(key);
    if (known && known.visit.sectionId === visit.sectionId) {
      known.until = Math.max(known.until, until);
      return false;
    }
    const since = known?.visit.since ?? visit.since;
    entries.set(key, { visit: { ...visit, since }, until });
    const own = [...entries].filter(([, entry]) => entry.visit.accountId === visit.accountId);
    for (const [oldest] of own.slice(0, -MOST_VISITS)) entries.delete(oldest);
    return true;
  }

  /** Somebody will count as gone at that time, if they are not heard of before; their stream has ended. */
  shorten(subjectId: string, visit: Pick<Visit, 'accountId' | 'visitId'>, until: number): void {
    const entry = this.#bySubject.get(subjectId)?.get(keyOf(visit));
    if (entry) entry.until = Math.min(entry.until, until);
  }

  /** @returns whether they were here */
  leave(subjectId: string, visit: Pick<Visit, 'accountId' | 'visitId'>): boolean {
    const entries = this.#bySubject.get(subjectId);
    const wasHere = entries?.delete(keyOf(visit)) ?? false;
    if (entries?.size === 0) this.#bySubject.delete(subjectId);
    return wasHere;
  }

  /** Forgets who has not been heard of; answers those in which somebody is gone. */
  expire(now: number): readonly string[] {
    return [...this.#bySubject].flatMap(([subjectId, entries]) => {
      const gone = [...entries.values()].filter(({ until }) => until <= now);
      for (const { visit } of gone) this.leave(subjectId, visit);
      return gone.length > 0 ? [subjectId] : [];
    });
  }
}

function keyOf({ accountId, visitId }: Pick<Visit, 'accountId' | 'visitId'>): string {
  return `${accountId} ${visitId}`;
}
