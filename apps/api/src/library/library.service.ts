import { plain, type LibraryQuestion, type LibraryUse } from '@kilim/contracts';
import { contentOf, type DraftContent } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DraftKeeper } from '../drafts/draft-keeper.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { RoundDirectory } from '../rounds/round-directory.service.js';
import { indexQuestions, type IndexedQuestion } from './question-index.js';

/** Of how many versions and drafts the words are kept at hand: each has about 300 kB. */
const KEPT = 60;

/** What is looked for; what is absent does not matter. */
export interface LibrarySearch {
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly indicator?: string | undefined;
  readonly limit: number;
}

interface Shelf {
  readonly use: LibraryUse;
  readonly questions: readonly IndexedQuestion[];
}

/** Finds questions across versions and drafts. */
@Injectable()
export class Library {
  /** By version and the revisions of its texts, and by draft and its step: what is here is never out of date. */
  readonly #known = new Map<string, readonly IndexedQuestion[]>();

  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly drafts: DraftsService,
    private readonly keeper: DraftKeeper,
    private readonly rounds: RoundDirectory,
  ) {}

  /** Those found, each once, as it stands where it was used last: drafts first, then versions, the newest first. */
  async search(
    actor: Actor,
    programmeId: string,
    { limit, ...search }: LibrarySearch,
  ): Promise<{ readonly questions: readonly LibraryQuestion[]; readonly more: number }> {
    const shelves = [...(await this.#drafts(programmeId)), ...(await this.#versions(actor))];
    const found = new Map<string, { question: IndexedQuestion; uses: LibraryUse[] }>();
    for (const { use, questions } of shelves) {
      for (const question of questions) {
        const known = found.get(question.id);
        if (known) known.uses.push(use);
        else found.set(question.id, { question, uses: [use] });
      }
    }
    const fitting = [...found.values()].filter(({ question }) => fits(question, search));
    const questions = fitting.slice(0, limit).map(({ question: { words: _, ...question }, uses }) => ({
      ...question,
      uses,
    }));
    return { questions, more: fitting.length - questions.length };
  }

  async #drafts(programmeId: string): Promise<readonly Shelf[]> {
    const open = (await this.drafts.list(programmeId)).filter(({ state }) => state === 'open');
    return Promise.all(
      open.map(async ({ id, version, revision }) => ({
        use: { in: 'draft' as const, id, version, rounds: 0 },
        questions: await this.#indexed([id, String(revision)], async () =>
          contentOf(await this.keeper.at(id, revision)),
        ),
      })),
    );
  }

  async #versions(actor: Actor): Promise<readonly Shelf[]> {
    const versions = await this.questionnaires.list(actor);
    const rounds = await this.rounds.using(versions.map(({ id }) => id));
    const shelves: Shelf[] = [];
    for (const { id, version, languages } of versions) {
      const revisions = languages.map(({ textRevision }) => textRevision);
      const questions = await this.#indexed([id, ...revisions], () => this.#content(id));
      const using = rounds.filter(({ versionId }) => versionId === id).length;
      shelves.push({ use: { in: 'version', id, version, rounds: using }, questions });
    }
    return shelves;
  }

  async #indexed(
    what: readonly string[],
    read: () => Promise<DraftContent>,
  ): Promise<readonly IndexedQuestion[]> {
    const key = what.join();
    const questions = this.#known.get(key) ?? indexQuestions(await read());
    // The one used last stands last.
    this.#known.delete(key);
    this.#known.set(key, questions);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return questions;
  }

  async #content(versionId: string): Promise<DraftContent> {
    const { questionnaire, source, translations } = await this.questionnaires.read(versionId);
    return { questionnaire, source, translations: [...translations], accepted: [] };
  }
}

function fits(question: IndexedQuestion, { text, kind, indicator }: Omit<LibrarySearch, 'limit'>): boolean {
  if (kind !== undefined && question.kind !== kind) return false;
  if (
    indicator !== undefined &&
    question.indicator?.id !== indicator &&
    question.indicator?.code.toLowerCase() !== indicator.toLowerCase()
  )
    return false;
  const wanted = plain(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return wanted.every((word) => question.words.includes(word));
}
