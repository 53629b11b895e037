/** Somebody who is here, as far as it is remembered. */
export interface Visit {
  readonly accountId: string;
  readonly visitId: string;
  /** Null: not in a section. */
  readonly sectionId: string | null;
  /** ISO text. */
  readonly since: string;
}

interface Entry {
  readonly visit: Visit;
  /** On the caller's clock, in milliseconds. */
  until: number;
}

/** Visits of one account to one assessment at most: more tabs than that nobody looks at. */
const MOST_VISITS = 10;

/** Remembers who is where, until they leave or have not been heard of for too long. Knows no clock. */
export class VisitorBook {
  readonly #byAssessment = new Map<string, Map<string, Entry>>();

  /** Who is in an assessment, in the order in which they came. */
  of(assessmentId: string): readonly Visit[] {
    return [...(this.#byAssessment.get(assessmentId)?.values() ?? [])].map(({ visit }) => visit);
  }

  /**
   * Notes that somebody is here.
   *
   * @returns whether there is anything new to see
   */
  stay(assessmentId: string, visit: Visit, until: number): boolean {
    const entries = this.#byAssessment.get(assessmentId) ?? new Map<string, Entry>();
    this.#byAssessment.set(assessmentId, entries);
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
  shorten(assessmentId: string, visit: Pick<Visit, 'accountId' | 'visitId'>, until: number): void {
    const entry = this.#byAssessment.get(assessmentId)?.get(keyOf(visit));
    if (entry) entry.until = Math.min(entry.until, until);
  }

  /** @returns whether they were here */
  leave(assessmentId: string, visit: Pick<Visit, 'accountId' | 'visitId'>): boolean {
    const entries = this.#byAssessment.get(assessmentId);
    const wasHere = entries?.delete(keyOf(visit)) ?? false;
    if (entries?.size === 0) this.#byAssessment.delete(assessmentId);
    return wasHere;
  }

  /** Forgets who has not been heard of; answers the assessments in which somebody is gone. */
  expire(now: number): readonly string[] {
    return [...this.#byAssessment].flatMap(([assessmentId, entries]) => {
      const gone = [...entries.values()].filter(({ until }) => until <= now);
      for (const { visit } of gone) this.leave(assessmentId, visit);
      return gone.length > 0 ? [assessmentId] : [];
    });
  }
}

function keyOf({ accountId, visitId }: Pick<Visit, 'accountId' | 'visitId'>): string {
  return `${accountId} ${visitId}`;
}
