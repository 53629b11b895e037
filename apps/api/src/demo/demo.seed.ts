import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CannotStart } from '../config/cannot-start.js';
import { Clock, later } from '../config/clock.js';
import { Settings } from '../config/settings.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import type { NewMembership } from '../session/accounts.service.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { DemoAnswering } from './demo-answering.service.js';
import { DEMO_CITIES } from './demo-cities.js';
import { DemoPeople, peopleOf, SECRETARIAT } from './demo-people.service.js';
import { DemoProgramme, type DemoProgrammeMade, type PlacedCity } from './demo-programme.service.js';
import { DemoRepository } from './demo.repository.js';
import type { DemoStory } from './demo-story.js';
import { DemoVerifying } from './demo-verifying.service.js';

/** How long ago the round was opened. */
const OPENED_MS = 45 * 86_400_000;

/**
 * Fills an empty database with a demonstration: a programme, a round, three invented cities and people to sign in as.
 * Only in the mode `demo`. Everything goes the way that real work goes, so its chains hold; only the times are given.
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
    private readonly questionnaires: QuestionnairesService,
    private readonly answering: DemoAnswering,
    private readonly verifying: DemoVerifying,
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
    const at = later(now, -OPENED_MS);
    const roles = [...SECRETARIAT, ...DEMO_CITIES.flatMap((city) => peopleOf(city))];
    const prepared = await this.people.prepare(roles);
    file.begin(prepared.map(({ account }) => account));
    const ids = await this.people.add(prepared, at);
    const idOf = (email: string): string => {
      const id = ids.get(email);
      if (id === undefined) throw new Error(`The demonstration has no ${email}.`);
      return id;
    };
    const [administrator, coordinator, expert] = SECRETARIAT.map(({ email }) => idOf(email)) as [
      string,
      string,
      string,
    ];
    const made = await this.programme.make(coordinator, DEMO_CITIES, { at, now });
    await this.people.grant(null, secretariatRoles(made, { administrator, coordinator, expert }), at);
    for (const placed of made.cities) {
      const story = await this.#story(placed, made.versionId, { expertId: expert, idOf, now });
      await this.people.grant(coordinator, cityRoles(placed, story), at);
      const pieces = await this.answering.play(story);
      if (placed.city.state === 'verified') await this.verifying.play(story, pieces);
    }
    file.complete();
  }

  async #story(
    { city, assessmentId }: PlacedCity,
    versionId: string,
    { expertId, idOf, now }: { expertId: string; idOf: (email: string) => string; now: string },
  ): Promise<DemoStory> {
    const { compiled } = await this.questionnaires.version(versionId);
    const summary = (await this.questionnaires.summaries([versionId])).get(versionId);
    const texts = summary?.languages.find(({ language }) => language === city.language);
    if (!texts) throw new Error(`The version of the demonstration is not there in ${city.language}.`);
    const [lead, contributor] = peopleOf(city);
    const byCode = new Map(compiled.questions.map(({ question }) => [question.code, question]));
    return {
      ...{ city, assessmentId, expertId, compiled, now, today: now.slice(0, 10) },
      ...{ language: texts.language, textRevision: texts.textRevision },
      ...{ leadId: idOf(lead.email), contributorId: idOf(contributor.email) },
      questionOf: (code) => {
        const question = byCode.get(code);
        if (!question) throw new Error(`The version of the demonstration has no ${code}.`);
        return question;
      },
    };
  }
}

/** The expert sees only what was submitted. */
function secretariatRoles(
  { programmeId, cities }: DemoProgrammeMade,
  ids: Readonly<Record<'administrator' | 'coordinator' | 'expert', string>>,
): readonly NewMembership[] {
  return [
    { accountId: ids.administrator, role: 'administrator', scope: 'installation' },
    { accountId: ids.coordinator, role: 'coordinator', scope: 'programme', scopeId: programmeId },
    ...cities
      .filter(({ city }) => city.state !== 'inProgress')
      .map(({ assessmentId }): NewMembership => {
        return { accountId: ids.expert, role: 'expert', scope: 'assessment', scopeId: assessmentId };
      }),
  ];
}

function cityRoles({ city, cityId }: PlacedCity, story: DemoStory): readonly NewMembership[] {
  const sections = story.compiled.questionnaire.sections
    .filter(({ code }) => city.contributorSections.includes(code))
    .map(({ id }) => id);
  return [
    { accountId: story.leadId, role: 'cityLead', scope: 'city', scopeId: cityId },
    { accountId: story.contributorId, role: 'cityContributor', scope: 'city', scopeId: cityId, sections },
  ];
}
