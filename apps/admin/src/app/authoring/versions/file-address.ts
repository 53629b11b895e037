import { addressOf, exportDraft, exportVersion, type ExportFormat } from '@kilim/contracts';

/** Where a draft or version is to be had as a file; a link to it saves it. */
export function fileAddress(of: 'draft' | 'version', id: string, format: ExportFormat): string {
  return of === 'draft'
    ? addressOf(exportDraft.path, { draftId: id }, { format })
    : addressOf(exportVersion.path, { versionId: id }, { format });
}
