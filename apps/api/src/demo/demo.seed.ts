import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CannotStart } from '../config/cannot-start.js';
import { Clock } from '../config/clock.js';
import { Settings } from '../config/settings.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { DemoAnswering } from './demo-answering.service.js';
import { asEarlier, DEMO_CITIES } from './demo-cities.js';
import { DemoClosing } from './demo-closing.service.js';
import { DemoPeople } from './demo-people.service.js';
import { DemoProgramme, openedAt } from './demo-programme.service.js';
import { DemoRepository } from './demo.repository.js';
import { idsOf, peopleOf, rolesBefore, rolesNow, SECRETARIAT } from './demo-roles.js';
import { earlierRound, presentRound } from './demo-rounds.js';
import { DemoStories } from './demo-stories.service.js';
import type { DemoStory } from './demo-story.js';
import { DemoVerifying } from './demo-verifying.service.js';

/**
 * Fills an empty database with a demonstration: a programme, a round and the one before, seven invented cities and
 * people to sign in as. Only in the mode `demo`. Everything goes the way that real work goes, so its chains hold; only
 * the times are given.
 */
@Injectable()
export class DemoSeed implements OnApplicationBootstrap {
  readonly #log = new Logger(DemoSeed.name);

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly repository: DemoRepository,
    private readonly people: DemoPeople,
    private readonly programme: DemoProgramme,
    private readonly stories: DemoStories,
    private readonly answering: DemoAnswering,
    private readonly verifying: DemoVerifying,
    private readonly closing: DemoClosing,
  ) {}

  /** @throws CannotStart when an earlier one was interrupted: half a demonstration would only confuse */
  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.mode !== 'demo') return;
    const file = new DemoAccountsFile(this.settings.dataDir);
    if (await this.repository.isEmpty()) {
      const began = Date.now();
      await this.#make(file);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      this.#log.log(`Made a demonstration in ${seconds} s; its accounts are in ${file.path}.`);
    } else if (file.isUnfinished) {
      throw new CannotStart(
        `The demonstration was interrupted while it was made. Remove the folder ${this.settings.dataDir} (and empty the database that DATABASE_URL names, if any), then start again.`,
      );
    }
  }

  async #make(file: DemoAccountsFile): Promise<void> {
    const now = this.clock.now();
    const [before, present] = [earlierRound(now), presentRound(now)];
    const prepared = await this.people.prepare([
      ...SECRETARIAT,
      ...DEMO_CITIES.flatMap((city) => peopleOf(city)),
    ]);
    file.begin(prepared.map(({ account }) => account));
    const ids = idsOf(await this.people.add(prepared, openedAt(before)));
    const thisYear = Number(now.slice(0, 4));
    const earlierCities = DEMO_CITIES.flatMap((city) => asEarlier(city) ?? []);
    const { coordinator } = ids;
    const earlier = await this.programme.open(coordinator, before, earlierCities, { thisYear });
    await this.people.grant(null, rolesBefore(earlier, ids), openedAt(before));
    const made = await this.programme.open(coordinator, present, DEMO_CITIES, { within: earlier, thisYear });
    await this.people.grant(coordinator, rolesNow(made, earlier, ids), openedAt(present));
    for (const round of [earlier, made])
      for (const placed of round.cities) await this.#play(await this.stories.tell(placed, round, ids));
    file.complete();
  }

  /** What a city and everybody around it do in a round, as far as they have come. */
  async #play(story: DemoStory): Promise<void> {
    const { state } = story.city;
    if (state === 'invited') return;
    if (state === 'declined') return this.closing.play(story, state);
    const pieces = await this.answering.play(story, state);
    if (state === 'inProgress' || state === 'submitted') return;
    if (state !== 'withdrawn') await this.verifying.play(story, state, pieces);
    if (state !== 'underVerification') await this.closing.play(story, state);
  }
}
