import { addressOf, CurrentAnswer, listAnswers } from '@kilim/contracts';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import type { TestActor } from '../../../../apps/api/test/support/actors.js';
import { AnswerSaver } from '../../../../apps/survey/src/assessment/answer-saver.js';
import type { News, Pace } from '../../../../apps/survey/src/assessment/saver-surroundings.js';
import type { Trouble } from '../../../../apps/survey/src/assessment/saver-view.js';
import { sendAnswer } from '../../../../apps/survey/src/assessment/send-answer.js';
import { Device, type Life } from './device.js';
import type { Network } from './network.js';
import type { VirtualClock } from './virtual-clock.js';

const Answers = z.object({ answers: z.array(CurrentAnswer) });

interface Tab {
  readonly saver: AnswerSaver;
  readonly life: Life;
  /** So much of what the server told it has heard. */
  heard: number;
}

/** What a person must find in the record in the end, also where they took another's: the newest words of theirs. */
export interface Wanted {
  readonly words: string;
  readonly tab: unknown;
}

/** Somebody who answers one assessment on one device, in as many tabs as they like. The tab opened last sends. */
export class Person {
  readonly #tabs: Tab[] = [];
  readonly #device: Device;
  /** By question, how often somebody else's answer was taken: it was saved once more then, over the words set aside. */
  readonly taken = new Map<string, number>();
  /** By question, oldest first, what may still be the newest: without what died with its tab, or was given up. */
  readonly #typed = new Map<string, readonly Wanted[]>();

  constructor(
    private readonly account: TestActor,
    private readonly assessmentId: string,
    private readonly textRevision: string,
    private readonly network: Network,
    private readonly clock: VirtualClock,
  ) {
    this.#device = new Device(clock);
  }

  /** By question. */
  get wanted(): ReadonlyMap<string, Wanted> {
    return new Map(
      [...this.#typed].flatMap(([id, typed]) => {
        const newest = typed.at(-1);
        return newest ? [[id, newest]] : [];
      }),
    );
  }

  get savers(): readonly AnswerSaver[] {
    return this.#tabs.map(({ saver }) => saver);
  }

  async open(): Promise<void> {
    if (this.network.isDown) return;
    const heard = this.network.told.length;
    const address = addressOf(listAnswers.path, { assessmentId: this.assessmentId });
    const { accountId, cookie } = this.account;
    const { text } = await this.network.ask({ address, cookie });
    const { answers } = Answers.parse(JSON.parse(text));
    const life = { isOver: false };
    const outbox = this.#device.outbox(life);
    const saver: AnswerSaver = new AnswerSaver(
      {
        send: (save, aside) => {
          if (life.isOver) return new Promise(() => undefined);
          const sender = { accountId, assessmentId: this.assessmentId };
          return this.network.from(cookie, () => sendAnswer(sender, save, aside));
        },
        newId: uuidv7,
        now: () => new Date().toISOString(),
        later: (run, afterMs) =>
          this.clock.later(() => {
            if (!life.isOver) run();
          }, afterMs),
        random: () => 0.5,
        seen: () => ({ language: 'en', textRevision: this.textRevision }),
        kindOf: () => 'text',
        tell: (about, news) => {
          if (!life.isOver) this.#tell(saver, about, news);
        },
        outbox,
      },
      answers,
      await outbox.load(),
    );
    for (const tab of this.#tabs) tab.saver.lead(false);
    this.#tabs.push({ saver, life, heard });
    saver.start(true);
    await this.clock.pass(0);
  }

  type(index: number, questionId: string, words: string, pace: Pace): void {
    const tab = this.#tabs[index % Math.max(1, this.#tabs.length)];
    if (!tab) return;
    tab.saver.change(questionId, { kind: 'set', value: words }, pace);
    this.#typed.set(questionId, [...(this.#typed.get(questionId) ?? []), { words, tab }]);
  }

  /** Leaves the form in one tab as one should. */
  close(index: number): void {
    const [tab] = this.#tabs.splice(index % Math.max(1, this.#tabs.length), 1);
    tab?.saver.stop();
    this.#tabs.at(-1)?.saver.lead(true);
  }

  /** One tab dies. What it had not kept yet is lost with it; what another tab is about to keep is not. */
  crash(index: number): void {
    const [tab] = this.#tabs.splice(index % Math.max(1, this.#tabs.length), 1);
    if (!tab) return;
    tab.life.isOver = true;
    for (const [id, typed] of this.#typed)
      this.#typed.set(
        id,
        typed.filter((each) => each.tab !== tab || this.#device.hasKept(id, each.words)),
      );
    this.#tabs.at(-1)?.saver.lead(true);
  }

  /** Hears what the server has told since. */
  hear(): void {
    const { told } = this.network;
    for (const tab of this.#tabs) {
      for (const { answer, saveId } of told.slice(tab.heard)) tab.saver.hear(answer, saveId);
      tab.heard = told.length;
    }
  }

  /** Decides wherever somebody else was first. */
  settle(whose: 'mine' | 'theirs'): void {
    this.#decide('stale', (saver, questionId, trouble) => {
      saver.settle(questionId, whose, trouble.current);
      if (whose === 'theirs') this.taken.set(questionId, (this.taken.get(questionId) ?? 0) + 1);
    });
  }

  /** Gives up what the server refuses. */
  discard(): void {
    this.#decide('refused', (saver, questionId) => {
      saver.discard(questionId);
      this.#typed.delete(questionId);
    });
  }

  retry(): void {
    for (const { saver } of this.#tabs) saver.retry();
  }

  #decide<Kind extends Trouble['kind']>(
    kind: Kind,
    decide: (saver: AnswerSaver, questionId: string, trouble: Extract<Trouble, { kind: Kind }>) => void,
  ): void {
    const saver = this.#tabs.at(-1)?.saver;
    if (!saver) return;
    const isWanted = (trouble: Trouble): trouble is Extract<Trouble, { kind: Kind }> => trouble.kind === kind;
    for (const [questionId, trouble] of saver.look().troubles)
      if (isWanted(trouble)) decide(saver, questionId, trouble);
  }

  #tell(teller: AnswerSaver, address: string | undefined, news: News): void {
    for (const { saver } of this.#tabs) if (saver !== teller) saver.hearNews(address, news);
  }
}
