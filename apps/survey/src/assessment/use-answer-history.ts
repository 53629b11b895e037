import { readAssessmentHistory, type HistoryPage } from '@kilim/contracts';
import { NO_INSTANCE, placeOf, type Address } from '@kilim/indicators';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../api/call.js';
import { useWork } from './work.js';

/** How many entries are read at a time. */
const PAGE = 20;

/** What happened to one answer, as far as it was read. */
export interface AnswerHistoryRead {
  /** Newest first; undefined: nothing was read yet. */
  readonly read: HistoryPage | undefined;
  /** Why what was asked for last could not be read; undefined: it was, or comes. */
  readonly error: unknown;
  /** Reads what is older, on from the `next` of what was read. */
  readOn(before: string): void;
  readAgain(): void;
}

/** The history of an answer: read at once, again when the answer is saved, and after a failure when the network is back. */
export function useAnswerHistory(address: Address): AnswerHistoryRead {
  const { assessment, saved } = useWork();
  const [read, setRead] = useState<HistoryPage>();
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const revision = saved.acknowledged.get(address)?.revision;
  const hasFailed = error !== undefined;

  useEffect(() => {
    let isGone = false;
    readPage(assessment.id, address).then(
      (page) => {
        if (isGone) return;
        setRead(page);
        setError(undefined);
      },
      (reason: unknown) => {
        if (!isGone) setError(reason);
      },
    );
    return () => {
      isGone = true;
    };
  }, [assessment.id, address, revision, attempt]);

  const readAgain = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  useEffect(() => {
    if (!hasFailed) return;
    window.addEventListener('online', readAgain);
    return () => {
      window.removeEventListener('online', readAgain);
    };
  }, [hasFailed, readAgain]);

  const readOn = (before: string): void => {
    readPage(assessment.id, address, before).then((page) => {
      setRead((known) => ({ ...page, entries: [...(known?.entries ?? []), ...page.entries] }));
      setError(undefined);
    }, setError);
  };
  return { read, error, readOn, readAgain };
}

function readPage(assessmentId: string, address: Address, before?: string): Promise<HistoryPage> {
  const { question, instance } = placeOf(address);
  return call(readAssessmentHistory, {
    params: { assessmentId },
    query: {
      ...{ questionId: question, limit: PAGE },
      ...(instance !== NO_INSTANCE && { instanceId: instance }),
      ...(before !== undefined && { before }),
    },
  });
}
