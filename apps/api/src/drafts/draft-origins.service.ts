import type { DraftOrigin } from '@kilim/contracts';
import { blankDraft, contentOf, readDraftContent, type DraftContent } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { shippedVersion } from '../questionnaires/shipped-version.js';
import { DraftKeeper } from './draft-keeper.js';
import { DraftsRepository } from './drafts.repository.js';

/** What a draft begins with. */
export interface FoundOrigin {
  readonly content: DraftContent;
  /** The published version, where it is one. */
  readonly basedOnId: string | null;
}

/** Finds what a draft is to begin with, among what somebody may read. */
@Injectable()
export class DraftOrigins {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly keeper: DraftKeeper,
    private readonly questionnaires: QuestionnairesService,
    private readonly access: Access,
  ) {}

  /** @throws Problem `draft.noOrigin` for a version or draft that is unknown or foreign */
  async find(actor: Actor, programmeId: string, origin: DraftOrigin): Promise<FoundOrigin> {
    switch (origin.kind) {
      case 'blank':
        return { content: blankDraft(origin, uuidv7), basedOnId: null };
      case 'shipped':
        return { content: named(shippedContent(), origin.version), basedOnId: null };
      case 'version':
        return this.#version(actor, origin.versionId, origin.version);
      case 'draft': {
        const row = await this.repository.find(origin.draftId);
        if (!row || row.programmeId !== programmeId) throw noOrigin('There is no such draft here.');
        const content = contentOf(await this.keeper.at(row.id, row.revision));
        return { content: named(content, origin.version), basedOnId: row.basedOnId };
      }
    }
  }

  async #version(actor: Actor, versionId: string, name: string): Promise<FoundOrigin> {
    const visible = await this.access.visibleVersionIds(actor);
    if (!visible.includes(versionId)) throw noOrigin('There is no such version.');
    const { questionnaire, source, translations } = await this.questionnaires.read(versionId);
    const content = { questionnaire, source, translations: [...translations], accepted: [] };
    return { content: named(content, name), basedOnId: versionId };
  }
}

function named(content: DraftContent, version: string): DraftContent {
  return { ...content, questionnaire: { ...content.questionnaire, version } };
}

function shippedContent(): DraftContent {
  const { questionnaire, source, translations } = shippedVersion();
  const read = readDraftContent({ questionnaire, source, translations, accepted: [] });
  if (!read.ok) throw new Error('The version in the catalogue does not open.');
  return read.content;
}

function noOrigin(detail: string): Problem {
  return new Problem('draft.noOrigin', { detail });
}
