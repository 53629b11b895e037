import type { AnswerSave, CurrentAnswer, Evidence } from '@kilim/contracts';
import { placeOf, type Address, type Language, type QuestionKind } from '@kilim/indicators';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerSaver } from '../assessment/answer-saver.js';
import { OF_THIS_BROWSER } from '../assessment/of-this-browser.js';
import { useSaverView } from '../assessment/use-saver-view.js';
import { textsIn } from '../assessment/reading.js';
import { wholeReading } from '../assessment/whole-reading.js';
import type { ReadyVersion, Work } from '../assessment/work.js';
import { MemoryOutbox } from '../outbox/outbox.js';
import { TRIAL_ID, trialAssessment, TRIAL_SESSION } from './trial-assessment.js';

/** The evidence tried so far, which both readers see, and what takes in a new or changed piece. */
export interface EvidenceShelf {
  readonly evidence: readonly Evidence[];
  readonly take: (piece: Evidence) => void;
}

/**
 * The work on an assessment that there is not: answers stay on this page, and the engine makes of them what it makes of
 * every city's.
 *
 * @param answers what is answered to begin with
 */
export function useTrial(
  version: ReadyVersion,
  language: Language,
  answers: readonly CurrentAnswer[],
  onAnswered: (answers: readonly CurrentAnswer[]) => void,
  shelf: EvidenceShelf,
): Work {
  const { t } = useTranslation();
  const [kinds] = useState(() => new Kinds(version));
  const told = useRef(onAnswered);
  useEffect(() => {
    kinds.read(version);
    told.current = onAnswered;
  });
  const [saver] = useState(() => makeSaver(answers, kinds));
  useEffect(() => {
    saver.start();
    return () => {
      saver.stop();
    };
  }, [saver]);
  const saved = useSaverView(saver);
  useEffect(
    () =>
      saver.subscribe(() => {
        told.current([...saver.look().acknowledged.values()]);
      }),
    [saver],
  );
  const texts = useMemo(() => textsIn(version, language), [version, language]);
  const reading = useMemo(() => wholeReading(version.compiled, saved.answers), [version, saved.answers]);
  return {
    ...{ session: TRIAL_SESSION, assessment: trialAssessment(t('preview.city')) },
    ...{ version, texts, language, saver, saved, reading },
    ...{ isTrial: true, evidence: shelf.evidence, clarifications: [], copied: undefined },
    fileRoom: { mostBytes: 0, roomBytes: 0, usedBytes: 0 },
    together: { visitId: TRIAL_ID, visitors: [], heard: undefined, findingsTold: 0 },
    now: () => new Date().toISOString(),
    takeAssessment: nothing,
    takeEvidence: shelf.take,
    takeClarification: nothing,
  };
}

/** What kind each question is of, in the newest state of the draft. */
class Kinds {
  constructor(private version: ReadyVersion) {}

  read(version: ReadyVersion): void {
    this.version = version;
  }

  of(address: Address): QuestionKind | undefined {
    return this.version.compiled.byId.get(placeOf(address).question)?.question.kind;
  }
}

/** A saver whose server is this page: every change is taken, and gone with the page. */
function makeSaver(answers: readonly CurrentAnswer[], kinds: Kinds): AnswerSaver {
  const around = {
    send: (save: AnswerSave) => Promise.resolve({ kind: 'saved' as const, answer: answerOf(save) }),
    ...OF_THIS_BROWSER,
    seen: () => ({ language: 'en', textRevision: '0'.repeat(64) }),
    kindOf: (address: Address) => kinds.of(address),
    tell: nothing,
    outbox: new MemoryOutbox('kept'),
  };
  return new AnswerSaver(around, answers, []);
}

/** What the server would answer to a save, faults left to the engine. */
function answerOf(save: AnswerSave): CurrentAnswer {
  const { questionId, instanceId, baseRevision, saveId } = save;
  return {
    ...{ questionId, instanceId, revision: baseRevision + 1, eventId: saveId },
    answer:
      save.kind === 'set'
        ? { kind: 'value', value: save.value }
        : save.kind === 'cleared'
          ? null
          : { kind: 'notApplicable' },
    ...(save.kind === 'notApplicable' && { reason: save.reason }),
    ...(save.kind === 'set' && save.quality !== undefined && { quality: save.quality }),
    ...(save.kind === 'set' && save.source !== undefined && { source: save.source }),
    faults: [],
    savedAt: new Date().toISOString(),
    savedBy: { id: TRIAL_ID, name: '' },
  };
}

function nothing(): void {
  return undefined;
}
