import { addressOf, takeTransition, type StepName } from '@kilim/contracts';
import { versionHash } from '../../../../apps/api/src/questionnaires/content-hash.js';
import { asCity, asCoordinator } from '../../../../apps/api/test/support/actors.js';
import type { RunningApp } from '../../../../apps/api/test/support/app.js';
import {
  catalogue,
  givenRound,
  writingOf,
  type GivenVersion,
} from '../../../../apps/api/test/support/given.js';
import { theVersion } from '../../../../apps/api/test/support/scene.js';
import { Network } from './network.js';
import { Person } from './person.js';
import type { Step } from './schedule.arbitrary.js';
import { VirtualClock } from './virtual-clock.js';

/** A server that may be started anew. */
export interface Server {
  running: RunningApp;
  startAnew(): Promise<void>;
}

/** An assessment that nobody else answers. */
export interface Field {
  readonly programmeId: string;
  readonly cityId: string;
  readonly assessmentId: string;
}

const FIELDS_AT_ONCE = 100;

/** Ever more assessments, of a version that requires nothing, so that they can be submitted at any time. */
export async function* fieldsOn(server: Server): AsyncGenerator<Field, never> {
  const version = requiringNothing(catalogue());
  for (;;) {
    const writing = writingOf(server.running.app);
    const { programmeId, cities } = await givenRound(writing, { version, cities: FIELDS_AT_ONCE });
    for (const city of cities) yield { programmeId, ...city };
  }
}

function requiringNothing(version: GivenVersion): GivenVersion {
  const structure = {
    ...version.structure,
    sections: version.structure.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, required: false })),
    })),
  };
  return { ...version, structure, hash: versionHash(structure, version.sourceTexts) };
}

/** Longer than anybody waits before trying again. */
const LONG_MS = 40_000;
/** After so many rounds in which everything arrives, nothing may be left. */
const ROUNDS_AT_MOST = 30;

/** Two people who answer two questions of one assessment, and everything that happens to them. */
export class Playing {
  readonly #clock = new VirtualClock();
  #typed = 0;

  private constructor(
    private readonly server: Server,
    readonly assessmentId: string,
    readonly questions: readonly string[],
    readonly network: Network,
    private readonly coordinator: string,
    private readonly cookies: readonly string[],
    readonly people: readonly Person[] = [],
  ) {
    const textRevision = catalogue().sourceRevision;
    this.people = cookies.map(
      (cookie) => new Person(cookie, assessmentId, textRevision, network, this.#clock),
    );
  }

  static async on(server: Server, { cityId, assessmentId, programmeId }: Field): Promise<Playing> {
    const { running } = server;
    const people = [await asCity(running, cityId), await asCity(running, cityId)];
    const coordinator = await asCoordinator(running, programmeId);
    const texts = theVersion().questions.filter(({ question }) => question.kind === 'text');
    return new Playing(
      server,
      assessmentId,
      texts.slice(0, 2).map(({ question }) => question.id),
      new Network(running.url),
      coordinator.cookie,
      people.map(({ cookie }) => cookie),
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
              this.#move(this.cookies[step.who], 'submit', 'inProgress'),
            ),
          );
        break;
      case 'reopen':
        if (!this.network.isDown) await this.#move(this.coordinator, 'reopen', 'submitted');
    }
    await this.#clock.pass(0);
  }

  /** From now on all goes well: until nothing is left to be saved. */
  async comeToRest(): Promise<void> {
    this.#serverIsBack();
    await this.#move(this.coordinator, 'reopen', 'submitted');
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
    this.network.origin = this.server.running.url;
  }

  /** Unlike anything that was typed before. */
  #words(): string {
    this.#typed += 1;
    return `Words ${String(this.#typed)}`;
  }

  async #move(cookie = '', transition: StepName, from: 'inProgress' | 'submitted'): Promise<void> {
    const response = await fetch(
      `${this.server.running.url}${addressOf(takeTransition.path, { assessmentId: this.assessmentId })}`,
      {
        method: takeTransition.method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({
          transition,
          from,
          ...(transition === 'reopen' && { reason: 'One more look.' }),
        }),
      },
    );
    // Somebody was quicker, or it was not submitted.
    if (!response.ok && response.status !== 409) throw new Error(await response.text());
    await response.arrayBuffer().catch(() => undefined);
  }
}
