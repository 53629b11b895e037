import {
  compileQuestionnaire,
  TextBook,
  type CompiledQuestionnaire,
  type SourceTexts,
} from '@kilim/indicators';
import type { VersionLanguage, VersionSummary } from '@kilim/contracts';
import { textRevisionHash } from './content-hash.js';
import type { QuestionnaireVersionRow } from './questionnaire-version.entity.js';
import type { TextRevisionRow } from './text-revision.entity.js';

/** What of a published version never changes: one serves every request of every assessment that is pinned to it. */
export interface FrozenVersion {
  readonly id: string;
  readonly questionnaireId: string;
  readonly hash: string;
  readonly publishedAt: string;
  /** See the entity. */
  readonly sequence: number | null;
  readonly compiled: CompiledQuestionnaire;
  readonly source: SourceTexts;
  readonly sourceRevision: string;
}

/** Compiles a stored version. */
export function freeze(row: QuestionnaireVersionRow): FrozenVersion {
  return {
    id: row.id,
    questionnaireId: row.questionnaireId,
    hash: row.hash,
    publishedAt: row.publishedAt,
    sequence: row.sequence,
    compiled: compileQuestionnaire(row.structure),
    source: row.sourceTexts,
    sourceRevision: textRevisionHash(row.sourceTexts),
  };
}

/** Orders versions as they were published, the newest first; of those without a place in the record their times tell. */
export function newerFirst(one: FrozenVersion, other: FrozenVersion): number {
  if (one.sequence !== other.sequence) return (other.sequence ?? 0) - (one.sequence ?? 0);
  return one.publishedAt < other.publishedAt ? 1 : -1;
}

/** What the contract says of a version. */
export function summaryOf(
  version: FrozenVersion,
  translations: readonly Pick<TextRevisionRow, 'language' | 'hash'>[],
): VersionSummary {
  const { questionnaire } = version.compiled;
  return {
    id: version.id,
    code: questionnaire.code,
    version: questionnaire.version,
    title: new TextBook(version.source).title('questionnaire'),
    hash: version.hash,
    illustrative: questionnaire.illustrative,
    publishedAt: version.publishedAt,
    languages: languagesOf(version, translations),
  };
}

/** The source language first, the others by their tag. */
function languagesOf(
  version: FrozenVersion,
  translations: readonly Pick<TextRevisionRow, 'language' | 'hash'>[],
): readonly VersionLanguage[] {
  const source = {
    language: version.source.language,
    textRevision: version.sourceRevision,
    isSource: true,
  };
  const others = translations
    .map(({ language, hash }) => ({ language, textRevision: hash, isSource: false }))
    .sort((a, b) => (a.language < b.language ? -1 : 1));
  return [source, ...others];
}

/** Of text revisions in the order in which they were saved, the newest of each language. */
export function newestByLanguage<Revision extends { readonly language: string }>(
  revisions: readonly Revision[],
): readonly Revision[] {
  return [...new Map(revisions.map((revision) => [revision.language, revision])).values()];
}
