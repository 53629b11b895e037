import {
  addressOf,
  listAnswers,
  listClarifications,
  listEvidence,
  readAssessment,
  type Endpoint,
} from '@kilim/contracts';
import { useEffect } from 'react';
import { keepCopy } from '../device/copies.js';
import type { Work } from './work.js';

/** What changes in one go is kept in one go. */
const PAUSE_MS = 500;

/**
 * Keeps the copies on the device in step with the page, so that without a network it opens as it was left. What is not
 * saved yet is none of it: that lies in the outbox.
 */
export function useCopies(
  { session, assessment, saved, evidence, fileRoom, clarifications, now }: Work,
  hearing: { readonly sequence: number },
): void {
  const accountId = session.account.id;
  const { acknowledged } = saved;
  const { id } = assessment;
  useEffect(
    () =>
      soon(() =>
        keepCopy(accountId, whatOf(listAnswers, id), {
          answers: [...acknowledged.values()],
          sequence: hearing.sequence,
        }),
      ),
    [accountId, id, acknowledged, hearing],
  );
  useEffect(
    () => soon(() => keepCopy(accountId, whatOf(readAssessment, id), { ...assessment, now: now() })),
    [accountId, id, assessment, now],
  );
  useEffect(
    () => soon(() => keepCopy(accountId, whatOf(listEvidence, id), { evidence, fileRoom })),
    [accountId, id, evidence, fileRoom],
  );
  useEffect(
    () => soon(() => keepCopy(accountId, whatOf(listClarifications, id), { clarifications })),
    [accountId, id, clarifications],
  );
}

function whatOf({ path }: Endpoint, assessmentId: string): string {
  return addressOf(path, { assessmentId });
}

/** Returns how to call it off. */
function soon(run: () => Promise<void>): () => void {
  const timer = setTimeout(() => void run(), PAUSE_MS);
  return () => {
    clearTimeout(timer);
  };
}
