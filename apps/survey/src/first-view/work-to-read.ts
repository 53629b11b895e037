import type { Assessment, Clarification, CurrentAnswer, Evidence, FileRoom, Session } from '@kilim/contracts';
import type { Address, Language } from '@kilim/indicators';
import { AnswerSaver } from '../assessment/answer-saver.js';
import { OF_THIS_BROWSER } from '../assessment/of-this-browser.js';
import { textsIn } from '../assessment/reading.js';
import { wholeReading } from '../assessment/whole-reading.js';
import type { ReadyVersion, Work } from '../assessment/work.js';
import type { SaverView } from '../assessment/saver-view.js';
import { MemoryOutbox } from '../outbox/outbox.js';

/** An assessment as the server has it. */
interface ToRead {
  readonly session: Session;
  readonly assessment: Assessment;
  readonly version: ReadyVersion;
  readonly answers: readonly CurrentAnswer[];
  readonly evidence: readonly Evidence[];
  readonly fileRoom: FileRoom;
  readonly clarifications: readonly Clarification[];
}

/** The work on an assessment where it can only be read: before the program runs. */
export function workToRead(
  { session, assessment, version, answers, evidence, fileRoom, clarifications }: ToRead,
  language: Language,
): Work {
  const saver = new AnswerSaver(
    {
      ...OF_THIS_BROWSER,
      // Never started, it sends nothing.
      send: () => Promise.resolve({ kind: 'failed' }),
      seen: () => ({ language, textRevision: '' }),
      kindOf: (address: Address) => version.compiled.byId.get(address)?.question.kind,
      tell: nothing,
      outbox: new MemoryOutbox('kept'),
    },
    answers,
    [],
  );
  // Whether anything is unsent only the device can say.
  const saved: SaverView = { ...saver.look(), state: { kind: 'opening' } };
  return {
    ...{ session, assessment, version, texts: textsIn(version, language), language, saver, saved },
    ...{ evidence, fileRoom, clarifications, isTrial: false, copied: undefined },
    reading: wholeReading(version.compiled, saved.answers),
    together: { visitId: '', visitors: [], heard: undefined, findingsTold: 0 },
    now: () => assessment.now,
    takeAssessment: nothing,
    takeEvidence: nothing,
    takeClarification: nothing,
  };
}

function nothing(): void {
  return undefined;
}
