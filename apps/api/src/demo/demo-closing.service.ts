import type { AssessmentState, Instant, StepName } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { TransitionsService } from '../assessments/transitions.service.js';
import { ClarificationsService } from '../clarifications/clarifications.service.js';
import type { DemoClarification } from './demo-city.js';
import type { DemoStory } from './demo-story.js';
import { daysBefore } from './make-answers.js';
import { DAYS_AGO, officeMoments } from './timeline.js';

/** How long a city has for a reply. */
const REPLY_WITHIN_DAYS = 10;

/** Something that is done at a moment that is still to be given. */
type Deed = (at: Instant) => Promise<unknown>;

/** Lets city, expert and coordinator end what they have begun: questions and replies, agreeing, publishing, leaving. */
@Injectable()
export class DemoClosing {
  constructor(
    private readonly clarifications: ClarificationsService,
    private readonly transitions: TransitionsService,
  ) {}

  async play(story: DemoStory, days: keyof typeof DAYS_AGO.closing): Promise<void> {
    const deeds = [...this.#clarifying(story), ...this.#steps(story, days)];
    const span = { now: story.now, ...DAYS_AGO.closing[days], seed: `${story.city.name}, closing` };
    const moments = officeMoments(deeds.length, span);
    for (const [index, deed] of deeds.entries()) await deed(moments[index] ?? story.now);
  }

  /** A question and its reply, one after the other; those without a reply last, since they hold everything up. */
  #clarifying(story: DemoStory): readonly Deed[] {
    const asked = story.city.clarifications ?? [];
    const [settled, open] = [asked.filter(({ reply }) => reply), asked.filter(({ reply }) => !reply)];
    return [
      ...settled.flatMap((each) => this.#settling(story, each)),
      ...open.map(
        (each): Deed =>
          (at) =>
            this.#ask(story, each, at),
      ),
    ];
  }

  #settling(story: DemoStory, asked: DemoClarification): readonly Deed[] {
    let id = '';
    return [
      async (at) => {
        id = await this.#ask(story, asked, at);
      },
      (at) => {
        const reply = { kind: 'answered' as const, words: asked.reply ?? '' };
        return this.clarifications.end(story.leadId, story.assessmentId, id, reply, at);
      },
    ];
  }

  async #ask(story: DemoStory, asked: DemoClarification, at: Instant): Promise<string> {
    const { code, question, settledBy } = asked;
    const dueOn = daysBefore(at.slice(0, 10), -REPLY_WITHIN_DAYS);
    const about = { questionId: story.questionOf(code).id, instanceId: '', question, settledBy, dueOn };
    return (await this.clarifications.open(story.expertId, story.assessmentId, about, at)).id;
  }

  #steps(story: DemoStory, days: keyof typeof DAYS_AGO.closing): readonly Deed[] {
    const { expertId, leadId, coordinatorId, city } = story;
    const step =
      (who: string, transition: StepName, from: AssessmentState, reason?: string): Deed =>
      (at) =>
        this.transitions.move(who, story.assessmentId, { transition, from, reason }, at);
    const complete = step(expertId, 'completeVerification', 'underVerification');
    const agree = step(leadId, 'agree', 'verified', city.lastWord);
    switch (days) {
      case 'clarification':
        return [];
      case 'verified':
        return [complete];
      case 'agreed':
        return [complete, agree];
      case 'published':
        return [complete, agree, step(coordinatorId, 'publish', 'agreed')];
      case 'declined':
        return [step(leadId, 'decline', 'invited', city.lastWord)];
      case 'withdrawn':
        return [step(leadId, 'withdraw', 'inProgress', city.lastWord)];
    }
  }
}
