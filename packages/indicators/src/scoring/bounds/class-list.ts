/** Valid answers to one question that make the same leaves true, with the fewest and the most points among them. */
export interface AnswerClass {
  /** Leaf by leaf, in the order in which they were given. */
  readonly holds: readonly boolean[];
  /** In thousandths of a point. */
  readonly least: number;
  readonly most: number;
}

/** Gathers answers into classes. */
export class ClassList {
  private readonly byTruth = new Map<string, AnswerClass>();

  get all(): readonly AnswerClass[] {
    return [...this.byTruth.values()];
  }

  add(holds: readonly boolean[], least: number, most: number): void {
    const key = holds.map(Number).join('');
    const before = this.byTruth.get(key);
    this.byTruth.set(key, {
      holds,
      least: Math.min(least, before?.least ?? Infinity),
      most: Math.max(most, before?.most ?? -Infinity),
    });
  }
}
