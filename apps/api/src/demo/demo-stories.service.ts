import { Injectable } from '@nestjs/common';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import type { DemoRoundMade, PlacedCity } from './demo-programme.service.js';
import { peopleOf, type DemoIds } from './demo-roles.js';
import type { DemoStory } from './demo-story.js';

/** Puts together what the story of a city in a round needs. */
@Injectable()
export class DemoStories {
  constructor(private readonly questionnaires: QuestionnairesService) {}

  async tell(
    { city, assessmentId }: PlacedCity,
    { versionId, now }: DemoRoundMade,
    ids: DemoIds,
  ): Promise<DemoStory> {
    const { compiled } = await this.questionnaires.version(versionId);
    const summary = (await this.questionnaires.summaries([versionId])).get(versionId);
    const texts = summary?.languages.find(({ language }) => language === city.language);
    if (!texts) throw new Error(`The version of the demonstration is not there in ${city.language}.`);
    const [lead, contributor] = peopleOf(city);
    const byCode = new Map(compiled.questions.map(({ question }) => [question.code, question]));
    return {
      ...{ city, assessmentId, compiled, now, today: now.slice(0, 10) },
      ...{ language: texts.language, textRevision: texts.textRevision },
      ...{ leadId: ids.of(lead.email), contributorId: ids.of(contributor.email) },
      ...{ expertId: ids.expert, secondExpertId: ids.secondExpert, coordinatorId: ids.coordinator },
      questionOf: (code) => {
        const question = byCode.get(code);
        if (!question) throw new Error(`The version of the demonstration has no ${code}.`);
        return question;
      },
    };
  }
}
