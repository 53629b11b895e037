import type {
  Assessment,
  AssessmentState,
  Clarification,
  Evidence,
  Session,
  Visitor,
} from '@kilim/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from 'uuidv7';
import { Hearing, type Heard } from '../live/hearing.js';
import { useLive } from '../live/use-live.js';
import { loadAssessment, type LoadedAssessment } from './load-assessment.js';
import { withPiece } from './pieces.js';
import { textsIn } from './reading.js';
import { ServerClock, useWatchedClock } from './server-clock.js';
import { useCopies } from './use-copies.js';
import { useReading } from './use-reading.js';
import { useSaver } from './use-saver.js';
import { useSaverView } from './use-saver-view.js';
import type { Copied, Work } from './work.js';

/** An assessment while and after it is read. */
export type AssessmentReading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly kind: 'ready'; readonly loaded: LoadedAssessment; readonly again: () => void };

/** Reads an assessment; again when the id changes or one asks for it. */
export function useLoadedAssessment(assessmentId: string, accountId: string): AssessmentReading {
  const [reading, setReading] = useState<AssessmentReading>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const again = (): void => {
      setReading({ kind: 'loading' });
      setAttempt((before) => before + 1);
    };
    loadAssessment(assessmentId, accountId, leaving.signal).then(
      (loaded) => {
        if (!leaving.signal.aborted) setReading({ kind: 'ready', loaded, again });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) setReading({ kind: 'failed', error, again });
      },
    );
    return () => {
      leaving.abort();
    };
  }, [assessmentId, accountId, attempt]);
  return reading;
}

/**
 * The work on an assessment that has been read: its saver lives as long as one stays with it.
 *
 * @param openAgain reads it anew, where it has become another one
 */
export function useAssessment(loaded: LoadedAssessment, session: Session, openAgain: () => void): Work {
  const { i18n } = useTranslation();
  const [assessment, setAssessment] = useState<Assessment>(loaded.assessment);
  const [clock, setClock] = useState(() => new ServerClock(loaded.clockAheadMs));
  const takeAssessment = useCallback((assessment: Assessment) => {
    setAssessment(assessment);
    setClock((before) => before.readAs(assessment.now));
  }, []);
  const [evidence, setEvidence] = useState<readonly Evidence[]>(loaded.evidence);
  const [clarifications, setClarifications] = useState(loaded.clarifications);
  const [copied, setCopied] = useState<Copied | undefined>(
    loaded.copiedAt === undefined ? undefined : { at: loaded.copiedAt, because: 'network' },
  );
  const [visitId] = useState(uuidv7);
  const [visitors, setVisitors] = useState<readonly Visitor[]>([]);
  const [heard, setHeard] = useState<Heard>();
  const [findingsTold, setFindingsTold] = useState(0);
  const { saver, leads } = useSaver(loaded, session);
  const saved = useSaverView(saver);
  const { version } = loaded;
  const [hearing] = useState(
    () =>
      new Hearing(
        {
          assessmentId: loaded.assessment.id,
          versionId: loaded.assessment.version.id,
          accountId: session.account.id,
          saver,
        },
        {
          assessment: takeAssessment,
          evidence: setEvidence,
          clarifications: setClarifications,
          visitors: setVisitors,
          heard: setHeard,
          findingsTold: () => {
            setFindingsTold((before) => before + 1);
          },
          upToDate: () => {
            setCopied(undefined);
          },
          newer: () => {
            setCopied((before) =>
              before?.because === 'newer' ? before : { at: before?.at ?? Date.now(), because: 'newer' },
            );
          },
          elsewhere: openAgain,
        },
        loaded.sequence,
      ),
  );
  const isSignedOut = saved.state.kind === 'signedOut';
  const readAnew = useCallback(() => {
    hearing.readAssessmentAnew();
  }, [hearing]);
  useWatchedClock(clock, readAnew);
  useLive(loaded, hearing, { visitId, leads, isSignedOut, isCopy: copied !== undefined });

  const texts = useMemo(() => textsIn(version, i18n.language), [version, i18n.language]);
  const reading = useReading(version, saved.answers, loaded.firstScores);
  const takeEvidence = useCallback((piece: Evidence) => {
    setEvidence((before) => withPiece(before, piece));
  }, []);
  const takeClarification = useCallback((clarification: Clarification, state: AssessmentState) => {
    setClarifications((before) =>
      before.map((each) => (each.id === clarification.id ? clarification : each)),
    );
    setAssessment((before) => ({ ...before, state }));
  }, []);
  const now = useCallback(() => clock.now(), [clock]);
  const work: Work = {
    session,
    assessment,
    version,
    texts,
    language: i18n.language,
    isTrial: false,
    saver,
    saved,
    reading,
    evidence,
    fileRoom: loaded.fileRoom,
    clarifications,
    copied,
    together: { visitId, visitors, heard, findingsTold },
    now,
    takeAssessment,
    takeEvidence,
    takeClarification,
  };
  useCopies(work, hearing);
  return work;
}
