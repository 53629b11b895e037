import {
  listAnswers,
  listClarifications,
  listEvidence,
  readAssessment,
  type Assessment,
  type Clarification,
  type CurrentAnswer,
  type Evidence,
  type Instant,
  type LiveEvent,
  type Person,
  type Visitor,
} from '@kilim/contracts';
import { addressOf, type Address } from '@kilim/indicators';
import { call } from '../api/call.js';
import type { AnswerSaver } from '../assessment/answer-saver.js';
import { CatchUp, PARTS } from './catch-up.js';

/** An answer that somebody else gave while one looked. */
export interface Heard {
  readonly address: Address;
  readonly by: Person;
  readonly at: Instant;
}

/** Whoever takes what is heard. */
export interface Takers {
  readonly assessment: (assessment: Assessment) => void;
  readonly evidence: (evidence: readonly Evidence[]) => void;
  readonly clarifications: (clarifications: readonly Clarification[]) => void;
  readonly visitors: (visitors: readonly Visitor[]) => void;
  readonly heard: (heard: Heard) => void;
  readonly findingsTold: () => void;
  /** Everything is as the server has it now. */
  readonly upToDate: () => void;
  /** What has changed on the server only a newer page could show. */
  readonly newer: () => void;
  /** The assessment has another version by now, or is no longer this person's. */
  readonly elsewhere: () => void;
}

/** What is listened to, and by whom. */
export interface Ears {
  readonly assessmentId: string;
  readonly versionId: string;
  readonly accountId: string;
  readonly saver: Pick<AnswerSaver, 'hear' | 'hearNews'>;
}

/** Makes of what the server tells by itself what the page shows; reads anew what is only told to have changed. */
export class Hearing {
  private readonly catchUp: CatchUp;

  /** @param sequence up to which entry of the record the page knows everything */
  constructor(
    private readonly ears: Ears,
    private readonly takers: Takers,
    public sequence: number,
  ) {
    const params = { assessmentId: ears.assessmentId };
    this.catchUp = new CatchUp(
      {
        assessment: async () => {
          this.takeAssessment(await call(readAssessment, { params }));
        },
        answers: async () => {
          this.takeAnswers(await call(listAnswers, { params }));
        },
        evidence: async () => {
          takers.evidence((await call(listEvidence, { params })).evidence);
        },
        clarifications: async () => {
          takers.clarifications((await call(listClarifications, { params })).clarifications);
        },
      },
      {
        onEven: takers.upToDate,
        onNewer: takers.newer,
        onShut: (reason) => {
          this.end(reason);
        },
      },
    );
  }

  take(event: LiveEvent): void {
    switch (event.kind) {
      case 'answer':
        this.takeAnswer(event);
        break;
      case 'evidence':
        this.catchUp.want('evidence');
        break;
      case 'finding':
        this.takers.findingsTold();
        break;
      case 'moved':
      case 'other':
        this.catchUp.want('assessment', 'clarifications');
        break;
      case 'reload':
        // By its sequence it is a gap.
        break;
      case 'here':
        break;
      case 'visitors':
        this.takers.visitors(event.visitors.filter(({ person }) => person.id !== this.ears.accountId));
        break;
      case 'ended':
        this.end(event.reason);
    }
    if ('sequence' in event) this.follow(event);
  }

  /** What follows upon all that is known is known with it. After a gap that is so once everything has been read. */
  private follow({ kind, sequence }: Extract<LiveEvent, { readonly sequence: number }>): void {
    if (kind === 'reload' || sequence > this.sequence + 1) this.readAll();
    else this.know(sequence);
  }

  /** Reads the assessment anew: whether it is still this person's, and what the server's clock shows. */
  readAssessmentAnew(): void {
    this.catchUp.want('assessment');
  }

  /** Reads everything anew. */
  readAll(): void {
    this.catchUp.want(...PARTS);
  }

  stop(): void {
    this.catchUp.stop();
  }

  private takeAnswer({ answer, saveId, by, at }: Extract<LiveEvent, { kind: 'answer' }>): void {
    this.ears.saver.hear(answer, saveId);
    const address = addressOf(answer.questionId, answer.instanceId);
    if (by && by.id !== this.ears.accountId) this.takers.heard({ address, by, at });
  }

  private takeAnswers({ answers, sequence }: { answers: readonly CurrentAnswer[]; sequence: number }): void {
    for (const answer of answers) this.ears.saver.hear(answer);
    this.know(sequence);
  }

  private takeAssessment(assessment: Assessment): void {
    if (assessment.version.id === this.ears.versionId) this.takers.assessment(assessment);
    else this.takers.elsewhere();
  }

  private end(reason: 'session' | 'access'): void {
    if (reason === 'access') this.takers.elsewhere();
    else this.ears.saver.hearNews(undefined, { kind: 'standing', isSignedOut: true, hindrance: undefined });
  }

  private know(sequence: number): void {
    this.sequence = Math.max(this.sequence, sequence);
  }
}
