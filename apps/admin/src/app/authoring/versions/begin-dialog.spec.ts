import { describe, expect, it } from '@jest/globals';
import type { DraftSummary, VersionOverview } from '@kilim/contracts';
import { VERSION } from '../../testing/given';
import { givenPage } from '../../testing/given-page';
import { BeginDialog } from './begin-dialog';

const BY = { id: '01900000-0000-7000-8000-0000000000a1', name: 'Marek' };
const published = (version: string, id = VERSION.id): VersionOverview => {
  const { questionnaire: _structure, source: _source, translations: _translations, ...summary } = VERSION;
  return { ...summary, id, version, publishedBy: BY, rounds: [] };
};
const DRAFT: DraftSummary = {
  ...{ id: '01900000-0000-7000-8000-0000000000d1', programmeId: '01900000-0000-7000-8000-0000000000f1' },
  ...{ state: 'open', code: 'TEST', version: '2026.3', title: 'A test', revision: 1 },
  ...{ createdAt: VERSION.publishedAt, createdBy: BY, changedAt: VERSION.publishedAt, changedBy: BY },
};

const render = () =>
  givenPage(BeginDialog, {
    programmeId: DRAFT.programmeId,
    origin: { kind: 'version', id: VERSION.id, version: '2026.1' },
    versions: [published('2026.1'), published('2026.2', '01900000-0000-7000-8000-000000000002')],
    drafts: [DRAFT],
  });

describe('beginning a new version', () => {
  it('proposes a name that neither a version nor another draft has', async () => {
    const { element } = await render();
    expect(element.querySelector<HTMLInputElement>('#begin-name')?.value).toBe('2026.4');
  });

  it('says at once that a name is taken, and which is free, and begins nothing', async () => {
    const { element, fill, press, server } = await render();
    await fill('#begin-name', '2026.2');
    expect(element.querySelector('#begin-name')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelector('#begin-name-hint')?.textContent).toContain('2026.4 is free');
    await press('Begin');
    server.expectNone(() => true);
  });
});
