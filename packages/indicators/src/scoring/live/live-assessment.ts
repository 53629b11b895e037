import type { Address } from '../../answers/address.js';
import { addressOf, NO_INSTANCE, placeOf } from '../../answers/place.js';
import type { Answer, Answers } from '../../answers/answer.js';
import type { Completeness, Progress } from '../../answers/progress.js';
import { inFormOrder, stateAt, type QuestionState, type QuestionStates } from '../../answers/standing.js';
import type { CompiledQuestion, CompiledQuestionnaire } from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import type { Score } from '../score.js';
import { Dependents } from './dependents.js';
import { RunningProgress } from './running-progress.js';
import { RunningScores, type IndicatorResult } from './running-scores.js';

/** What one changed answer changed. */
export interface LiveChange {
  /** What is asked now and was not, and the other way round. */
  readonly shown: readonly Address[];
  readonly hidden: readonly Address[];
  /** The indicators, composites and indices whose score is another one. */
  readonly rescored: readonly Id[];
}

/**
 * An assessment that is being answered: what is asked, progress and scores are kept up to date answer by answer. Each
 * change costs what depends on it, whatever the size of the questionnaire. Says at all times what `questionStates`,
 * `completeness` and `scoreAssessment` say of the same answers.
 */
export class LiveAssessment {
  private readonly answers = new Map<Address, Answer | undefined>();
  private readonly states = new Map<Address, QuestionState>();
  /** The instances in which each question has a state. */
  private readonly placed = new Map<Id, readonly string[]>();
  private readonly dependents: Dependents;
  private readonly progress = new RunningProgress();
  /** The states as they were last told, and which of them have changed since; undefined: also which there are. */
  private told: QuestionStates = new Map();
  private untold: Set<Address> | undefined;
  private readonly running: RunningScores;

  constructor(
    private readonly compiled: CompiledQuestionnaire,
    answers: Answers = {},
  ) {
    this.dependents = new Dependents(compiled);
    this.running = new RunningScores(compiled);
    for (const [address, answer] of Object.entries(answers)) this.answers.set(address, answer);
    for (const each of compiled.evaluationOrder) this.update(each, undefined, []);
    this.running.settle();
  }

  /** The state of every question, in the order of the form. The same object until an answer changes one of them. */
  allStates(): QuestionStates {
    if (this.untold?.size === 0) return this.told;
    if (this.untold) {
      const states = new Map(this.told);
      for (const address of this.untold) {
        const state = this.states.get(address);
        if (state) states.set(address, state);
      }
      this.told = states;
    } else this.told = inFormOrder(this.compiled, this.states);
    this.untold = new Set();
    return this.told;
  }

  /** How far answering has come: in all, by section and by indicator, in the order of the version. */
  completeness(): Completeness {
    const partOf = ({ id, code }: { readonly id: Id; readonly code: string }) => ({
      id,
      code,
      ...this.progressOf(id),
    });
    return {
      total: this.progressOf(),
      sections: this.compiled.questionnaire.sections.map(partOf),
      indicators: this.compiled.indicators.map(partOf),
    };
  }

  /** Progress in all, or of a section or indicator. */
  progressOf(part?: Id): Progress {
    return this.progress.of(part);
  }

  /** The score of an indicator, composite or index; undefined when the version has none of that id. */
  scoreOf(area: Id): Score | undefined {
    return this.running.scoreOf(area);
  }

  /** What an indicator has come to, as `scoreAssessment` says it; undefined when the version has none of that id. */
  resultOf(indicator: Id): IndicatorResult | undefined {
    return this.running.resultOf(indicator);
  }

  isAsked(address: Address): boolean {
    return this.states.get(address)?.isVisible === true;
  }

  /** Puts an answer in its place, or takes the one there away. */
  answer(address: Address, answer: Answer | undefined): LiveChange {
    this.answers.set(address, answer);
    const { question, instance } = placeOf(address);
    const changes: Turn[] = [];
    for (const { compiled, isBeside } of this.dependents.of(question))
      this.update(compiled, isBeside ? instance : undefined, changes);
    return {
      shown: changes.filter(({ isAsked }) => isAsked).map((each) => each.address),
      hidden: changes.filter(({ isAsked }) => !isAsked).map((each) => each.address),
      rescored: this.running.settle(),
    };
  }

  /** Works one question out again, in one instance of its set or wherever it stands. */
  private update(each: CompiledQuestion, only: string | undefined, changes: Turn[]): void {
    const { set, question } = each;
    const listed = set === undefined ? [NO_INSTANCE] : (this.states.get(set.id)?.instances ?? []);
    const before = this.placed.get(question.id) ?? [];
    for (const instance of only === undefined ? new Set([...before, ...listed]) : [only])
      this.updateAt(each, instance, listed.includes(instance), changes);
    this.placed.set(question.id, listed);
  }

  private updateAt(each: CompiledQuestion, instance: string, isListed: boolean, changes: Turn[]): void {
    const address = addressOf(each.question.id, instance);
    const before = this.states.get(address);
    const now = isListed
      ? stateAt(this.compiled, this.states, each, instance, this.answers.get(address))
      : undefined;
    if (now) this.states.set(address, now);
    else this.states.delete(address);
    // Which instances there are, and in which order, a set alone decides: it is told anew with everything else.
    if (each.question.kind === 'set') this.untold = undefined;
    else this.untold?.add(address);
    this.progress.replace(before, now);
    this.running.replace(each, address, now);
    const isAsked = now?.isVisible === true;
    if (isAsked !== (before?.isVisible === true)) changes.push({ address, isAsked });
  }
}

interface Turn {
  readonly address: Address;
  readonly isAsked: boolean;
}
