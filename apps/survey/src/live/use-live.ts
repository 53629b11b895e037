import { addressOf, LiveEvent, watchAssessment } from '@kilim/contracts';
import { followSight, isSeen, LiveStream } from '@kilim/live';
import { useEffect, useState } from 'react';
import type { LoadedAssessment } from '../assessment/load-assessment.js';
import type { Hearing } from './hearing.js';

/** While only a copy is seen, the server is asked for something newer this often. */
const ASK_EVERY_MS = 10_000;

/** When to listen, and to what. */
interface Listens {
  readonly visitId: string;
  /** Of several windows of one person, the one that sends listens, and passes on what it hears. */
  readonly leads: boolean;
  readonly isSignedOut: boolean;
  /** What is seen is a copy. */
  readonly isCopy: boolean;
}

/**
 * Listens to what happens in the assessment for as long as the page is open and may be seen: a browser has six connections
 * to a host, each stream takes one, and what is missed is told when it is opened again.
 */
export function useLive(
  { assessment, outbox: { talk } }: LoadedAssessment,
  hearing: Hearing,
  { visitId, leads, isSignedOut, isCopy }: Listens,
): void {
  const [mayBeSeen, setMayBeSeen] = useState(isSeen);
  useEffect(() => followSight(setMayBeSeen), []);
  useEffect(
    () => () => {
      hearing.stop();
    },
    [hearing],
  );
  useEffect(
    () =>
      talk.listen((message) => {
        if (message.kind === 'live') hearing.take(message.event);
      }),
    [talk, hearing],
  );
  useEffect(() => {
    if (!leads || !mayBeSeen || isSignedOut) return;
    const params = { assessmentId: assessment.id };
    const stream = new LiveStream({
      tells: LiveEvent,
      address: () => addressOf(watchAssessment.path, params, { after: hearing.sequence, visitId }),
      onEvent: (event) => {
        talk.tell({ kind: 'live', event });
        hearing.take(event);
      },
      onRefused: () => {
        hearing.readAssessmentAnew();
      },
    });
    stream.open();
    return () => {
      stream.close();
    };
  }, [leads, mayBeSeen, isSignedOut, assessment.id, visitId, talk, hearing]);
  useEffect(() => {
    if (!isCopy) return;
    const ask = (): void => {
      hearing.readAll();
    };
    ask();
    window.addEventListener('online', ask);
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      window.removeEventListener('online', ask);
      clearInterval(timer);
    };
  }, [isCopy, hearing]);
}
