import type { CompiledQuestion, CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';

/** A question that a change reaches. */
export interface Dependent {
  readonly compiled: CompiledQuestion;
  /** It stands in the set of the changed question and depends on it within the same instance only. */
  readonly isBeside: boolean;
}

/** What depends on each question, directly or by way of others; worked out when it is first asked for. */
export class Dependents {
  private readonly known = new Map<Id, readonly Dependent[]>();
  private readonly places: ReadonlyMap<CompiledQuestion, number>;

  constructor(private readonly compiled: CompiledQuestionnaire) {
    this.places = new Map(compiled.evaluationOrder.map((each, at) => [each, at]));
  }

  /** The question itself and all that depends on it, each after what it depends on; none for an unknown id. */
  of(question: Id): readonly Dependent[] {
    const found = this.known.get(question) ?? this.find(question);
    this.known.set(question, found);
    return found;
  }

  private find(question: Id): readonly Dependent[] {
    const { byId, bySet } = this.compiled;
    const changed = byId.get(question);
    if (changed === undefined) return [];
    const reached = new Map<CompiledQuestion, boolean>([[changed, changed.set !== undefined]]);
    const waiting = [changed];
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      const within = each.question.kind === 'set' ? (bySet.get(each.question.id) ?? []) : [];
      const next = [...each.lookedAtBy.flatMap((id) => byId.get(id) ?? []), ...within];
      for (const one of next) {
        const isBeside = reached.get(each) === true && one.set !== undefined && one.set === changed.set;
        const before = reached.get(one);
        // Reached both ways, it depends on the change in every instance.
        if (before === isBeside || before === false) continue;
        reached.set(one, isBeside);
        waiting.push(one);
      }
    }
    return [...reached]
      .map(([compiled, isBeside]) => ({ compiled, isBeside }))
      .sort((a, b) => (this.places.get(a.compiled) ?? 0) - (this.places.get(b.compiled) ?? 0));
  }
}
