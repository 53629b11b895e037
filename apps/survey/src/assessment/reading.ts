import {
  gather,
  LiveAssessment,
  TextBook,
  violationsIn,
  type Address,
  type Answer,
  type Answers,
  type CompiledQuestionnaire,
  type Language,
} from '@kilim/indicators';
import { askedIn, type Asked } from './asked.js';
import type { ReadyVersion, Reading } from './work.js';

/**
 * What follows from answers and is shown with them, all but the scores: at the cost of those that have changed since it
 * was last asked.
 */
export class RunningReading {
  private live: LiveAssessment | undefined;
  private readonly known = new Map<Address, Answer>();
  private told: Pick<Reading, 'asked' | 'ofSection' | 'visible'> | undefined;

  constructor(private readonly compiled: CompiledQuestionnaire) {}

  read(answers: Answers): Omit<Reading, 'scores'> {
    const live = this.follow(answers);
    const states = live.allStates();
    const asked = askedIn(states);
    // As long as the same is asked, what shows it need not look again.
    if (!this.told || !isAlike(asked, this.told.asked)) this.told = this.inSections(asked);
    return {
      answers,
      states,
      ...this.told,
      violations: violationsIn(this.compiled, states),
      completeness: live.completeness(),
      results: new Map(
        this.compiled.indicators.flatMap(({ id }) => {
          const result = live.resultOf(id);
          return result ? [[id, result] as const] : [];
        }),
      ),
    };
  }

  private follow(answers: Answers): LiveAssessment {
    if (!this.live) {
      this.live = new LiveAssessment(this.compiled, answers);
      for (const [address, answer] of Object.entries(answers)) this.known.set(address, answer);
    }
    const gone = [...this.known.keys()].filter((address) => !Object.hasOwn(answers, address));
    for (const address of gone) {
      this.known.delete(address);
      this.live.answer(address, undefined);
    }
    for (const [address, answer] of Object.entries(answers)) {
      if (this.known.get(address) === answer) continue;
      this.known.set(address, answer);
      this.live.answer(address, answer);
    }
    return this.live;
  }

  private inSections(asked: readonly Asked[]): NonNullable<typeof this.told> {
    const sectionOf = ({ question }: Asked): string => this.compiled.byId.get(question.id)?.section.id ?? '';
    const ofSection = gather(asked, sectionOf);
    return { asked, ofSection, visible: new Set(asked.map(({ address }) => address)) };
  }
}

function isAlike(one: readonly Asked[], other: readonly Asked[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ address, position }, at) => {
      const beside = other[at];
      return beside?.address === address && beside.position === position;
    })
  );
}

/** The texts of a version in a language; what is not translated shows in the source language, and says so. */
export function textsIn({ source, translations }: ReadyVersion, language: Language): TextBook {
  if (language === source.language) return new TextBook(source);
  return new TextBook(
    source,
    translations.find((each) => each.language === language) ?? { language, texts: {} },
  );
}
