import type { VersionSummary } from '@kilim/contracts';
import {
  checkQuestionnaire,
  isOpenTranslation,
  openDraft,
  translationEntries,
  type TranslatedTexts,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { sha256, textRevisionHash } from '../questionnaires/content-hash.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';

/** How some texts of a published version are to read from now on. */
export interface TextsRevision {
  readonly language: string;
  /** The revision that the person has seen; absent for a language that is new. */
  readonly base?: string | undefined;
  /** By key; null takes a text away. */
  readonly texts: Readonly<Record<string, TranslatedTexts['texts'][string] | null>>;
}

/** The texts of published versions in other languages than the source: added and mended, never touching points (decision 6). */
@Injectable()
export class PublishedTexts {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /** @throws Problem `texts.stale`, `texts.open`, `questionnaire.faulty` */
  async revise(versionId: string, actorId: string, revision: TextsRevision): Promise<VersionSummary> {
    await this.unit.write({ actor: actorId }, async () => {
      const id = uuidv7();
      const { compiled } = await this.questionnaires.version(versionId);
      const { code, version } = compiled.questionnaire;
      // First of all, since it makes two people wait for each other: the second then sees what the first did.
      const { language } = revision;
      await this.chain.append({
        ...{ id, stream: { kind: 'administration' }, action: 'texts.revised', subjectId: versionId },
        body: { subject: `${code} ${version} ${language}`, texts: revision.texts },
      });
      const texts = await this.#revised(versionId, revision);
      await this.questionnaires.addTexts(id, versionId, texts);
    });
    const summaries = await this.questionnaires.summaries([versionId]);
    const summary = summaries.get(versionId);
    if (!summary) throw new Problem('resource.missing');
    return summary;
  }

  async #revised(versionId: string, { language, base, texts }: TextsRevision): Promise<TranslatedTexts> {
    const { questionnaire, source, translations } = await this.questionnaires.read(versionId);
    const now = translations.find((each) => each.language === language);
    const hash = now && textRevisionHash(now);
    if (hash !== base)
      throw new Problem('texts.stale', { details: { ...(hash !== undefined && { revision: hash }) } });
    const merged: Record<string, TranslatedTexts['texts'][string]> = { ...now?.texts };
    for (const [key, text] of Object.entries(texts)) {
      if (text === null) Reflect.deleteProperty(merged, key);
      else merged[key] = text;
    }
    const revised = { language, texts: merged };
    const check = checkQuestionnaire(questionnaire, source, [revised]);
    if (!check.ok) throw new Problem('questionnaire.faulty', { details: { faults: check.faults } });
    const draft = openDraft({ questionnaire, source, translations: [revised], accepted: [] });
    const open = translationEntries(draft, language, sha256).filter(
      ({ isScored, state }) => isScored && isOpenTranslation(state),
    );
    if (open.length > 0)
      throw new Problem('texts.open', {
        detail: `${open.length === 1 ? '1 scored text is' : `${String(open.length)} scored texts are`} missing or stale in “${language}”.`,
        details: { texts: open.slice(0, 100).map(({ part, field, state }) => ({ part, field, state })) },
      });
    return revised;
  }
}
