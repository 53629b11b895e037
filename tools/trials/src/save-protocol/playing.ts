import { addressOf, takeTransition, type StepName } from '@kilim/contracts';
import { UnitOfWork } from '../../../../apps/api/src/database/unit-of-work.js';
import { asCoordinator, givenActor, type TestActor } from '../../../../apps/api/test/support/actors.js';
import type { RunningApp } from '../../../../apps/api/test/support/app.js';
import { givenRound, writingOf } from '../../../../apps/api/test/support/given.js';
import { Network } from './network.js';
import { Person } from './person.js';
import type { Step } from './schedule.arbitrary.js';
import { TWO_QUESTIONS, WRITTEN_IN } from './two-questions.js';
import { VirtualClock } from './virtual-clock.js';

/** A server that may be started anew. */
export interface Server {
  running: RunningApp;
  startAnew(): Promise<void>;
}

/** An assessment that nobody else answers, and who does. */
export interface Field {
  readonly assessmentId: string;
  /** What the coordinator's browser sends along. */
  readonly coordinator: string;
  /** The city's two. */
  readonly people: readonly TestActor[];
}

const FIELDS_AT_ONCE = 100;

/** Ever more assessments. Many are made in one transaction: to make each by itself took longer than to play it. */
export async function* fieldsOn(server: Server): AsyncGenerator<Field, never> {
  for (;;) {
    const { running } = server;
    yield* await running.app.get(UnitOfWork).write({ actor: null }, () => makeFields(running));
  }
}

async function makeFields(running: RunningApp): Promise<readonly Field[]> {
  const wanted = { version: TWO_QUESTIONS, cities: FIELDS_AT_ONCE };
  const { programmeId, cities } = await givenRound(writingOf(running.app), wanted);
  const coordinator = (await asCoordinator(running, programmeId)).cookie;
  const roles = cities.map(({ cityId }) => ({ role: 'cityLead', scope: 'city', scopeId: cityId }) as const);
  const people = [await givenActor(running, roles), await givenActor(running, roles)];
  return cities.map(({ assessmentId }) => ({ assessmentId, coordinator, people }));
}

/** Longer than anybody waits before trying again. */
const LONG_MS = 40_000;
/** After so many rounds in which everything arrives, nothing may be left. */
const ROUNDS_AT_MOST = 30;

/** Two people who answer two questions of one assessment, and everything that happens to them. */
export class Playing {
  readonly #clock = new VirtualClock();
  #typed = 0;

  readonly questions: readonly string[] = WRITTEN_IN;
  readonly assessmentId: string;
  readonly network: Network;
  readonly people: readonly Person[];

  constructor(
    private readonly server: Server,
    private readonly field: Field,
  ) {
    const { assessmentId, people } = field;
    const network = new Network(() => server.running);
    const textRevision = TWO_QUESTIONS.sourceRevision;
    this.assessmentId = assessmentId;
    this.network = network;
    this.people = people.map(
      (account) => new Person(account, assessmentId, textRevision, network, this.#clock),
    );
  }

  async take(step: Step): Promise<void> {
    const person = 'who' in step ? this.people[step.who] : undefined;
    switch (step.kind) {
      case 'type':
        person?.type(
          step.tab,
          this.questions[step.question] ?? '',
          this.#words(),
          step.atOnce ? 'atOnce' : 'typing',
        );
        break;
      case 'pass':
        await this.#clock.pass(step.milliseconds);
        break;
      case 'decide':
        await this.network.decide(step.which, step.fate);
        break;
      case 'late':
        await this.network.late();
        break;
      case 'open':
        await person?.open();
        break;
      case 'close':
      case 'crash':
        person?.[step.kind](step.tab);
        break;
      case 'hear':
      case 'discard':
      case 'retry':
        person?.[step.kind]();
        break;
      case 'settle':
        person?.settle(step.whose);
        break;
      case 'serverCrash':
        await this.network.breakDown((index) => index % step.every === 0);
        if (step.isNew) await this.server.startAnew();
        break;
      case 'serverBack':
        this.#serverIsBack();
        break;
      case 'submit':
        if (!this.network.isDown)
          await Promise.all(
            Array.from({ length: step.times }, () =>
              this.#move(this.field.people[step.who]?.cookie, 'submit', 'inProgress'),
            ),
          );
        break;
      case 'reopen':
        if (!this.network.isDown) await this.#move(this.field.coordinator, 'reopen', 'submitted');
    }
    await this.#clock.pass(0);
  }

  /** From now on all goes well: until nothing is left to be saved. */
  async comeToRest(): Promise<void> {
    this.#serverIsBack();
    await this.#move(this.field.coordinator, 'reopen', 'submitted');
    await this.network.late();
    for (const person of this.people) await person.open();
    for (let round = 1; round <= ROUNDS_AT_MOST; round += 1) {
      for (const person of this.people) {
        person.retry();
        await this.#clock.pass(LONG_MS);
        while (this.network.waiting > 0) {
          await this.network.decide(0, 'arrives');
          await this.#clock.pass(LONG_MS);
        }
        person.hear();
        person.settle('mine');
        await this.#clock.pass(LONG_MS);
      }
      const isDone = this.people.every(({ savers }) => savers.every(({ hasUnsaved }) => !hasUnsaved));
      if (isDone && this.network.waiting === 0) break;
    }
    for (const person of this.people) person.hear();
  }

  #serverIsBack(): void {
    this.network.isDown = false;
  }

  /** Unlike anything that was typed before. */
  #words(): string {
    this.#typed += 1;
    return `Words ${String(this.#typed)}`;
  }

  async #move(cookie = '', transition: StepName, from: 'inProgress' | 'submitted'): Promise<void> {
    const { status, text } = await this.network.ask({
      address: addressOf(takeTransition.path, { assessmentId: this.assessmentId }),
      ...{ cookie, method: takeTransition.method, headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({
        transition,
        from,
        ...(transition === 'reopen' && { reason: 'One more look.' }),
      }),
    });
    // Somebody was quicker, or it was not submitted.
    if (status >= 400 && status !== 409) throw new Error(text);
  }
}
