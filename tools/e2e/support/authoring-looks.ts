import type { Page } from 'playwright-core';
import type { Look, Who } from './look.js';
import { dialog, press } from './opening.js';

const COORDINATOR: Who = { role: 'coordinator' };

/** A questionnaire of another program, of which not everything can be carried over. */
const FOREIGN = {
  title: 'Library services',
  elements: [
    { type: 'boolean', name: 'has_library', title: 'Does the city run a public library?' },
    { type: 'html', name: 'note', html: '<b>Thanks</b>' },
  ],
};

/** Opens a part of the draft beside the tree, by its code. */
const part =
  (code: string, then?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await dialog('Go to')(page);
    await page.getByRole('combobox', { name: 'Code or words' }).fill(code);
    await page
      .getByRole('option', { name: new RegExp(`^${code}`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${code}`) }).waitFor();
    await then?.(page);
  };

/** The pages on which questionnaires are written, by their route. */
export const AUTHORING_LOOKS: Readonly<Record<string, Look>> = {
  '/admin/questionnaires': {
    as: COORDINATOR,
    address: () => '/admin/questionnaires',
    reads: true,
    empty: { '/questionnaire-versions': { versions: [] }, '/drafts': { drafts: [] } },
    opened: {
      'a new version': dialog('New version', 'Begin writing'),
      'a draft to throw away': dialog(/^Throw away/),
      'a version to retire': dialog(/^Retire/, 'Retire the version'),
    },
  },
  '/admin/questionnaires/import': {
    as: COORDINATOR,
    address: () => '/admin/questionnaires/import',
    reads: false,
    opened: {
      'a file understood in part': async (page) => {
        await page.getByLabel('Format').selectOption('surveyjs');
        await page.getByLabel('File', { exact: true }).setInputFiles({
          ...{ name: 'library.json', mimeType: 'application/json' },
          buffer: Buffer.from(JSON.stringify(FOREIGN)),
        });
        await page.getByRole('button', { name: 'Make a draft of it' }).waitFor();
      },
    },
  },
  '/admin/questionnaires/drafts/:draftId': {
    as: COORDINATOR,
    address: ({ draftId }) => `/admin/questionnaires/drafts/${draftId}`,
    reads: true,
    opened: {
      'a place to go to': dialog('Go to'),
      'a part to add': async (page) => {
        await page.locator('summary', { hasText: 'Add' }).click();
      },
      'the tree by scores': press('By scores'),
      'the checks': press(/^Checks/),
      'a question with points': part('COM.1'),
      'a matrix': part('EDU.3'),
      'a scale': part('LAN.2'),
      'a part to move': part('COM.1', dialog('Move to')),
      'a part that others look at': part('COM.2', dialog('Remove')),
      'a condition': part('COM.3', async (page) => {
        await page.locator('.sentence button').first().click();
        await page.getByRole('dialog').waitFor();
      }),
      'the form as an expert has it, on a desk': async (page) => {
        await press('Expert')(page);
        await press('Desk')(page);
      },
    },
  },
  '/admin/questionnaires/drafts/:draftId/history': {
    as: COORDINATOR,
    address: ({ draftId }) => `/admin/questionnaires/drafts/${draftId}/history`,
    reads: true,
    opened: { 'an earlier state': press(/^Look/) },
  },
  '/admin/questionnaires/drafts/:draftId/library': {
    as: COORDINATOR,
    address: ({ draftId }) => `/admin/questionnaires/drafts/${draftId}/library`,
    reads: true,
    opened: {
      'nothing found': async (page) => {
        await page.getByLabel('Words or code').fill('xyzzy');
        await page.getByText('No question is like that.').waitFor();
      },
    },
  },
  '/admin/questionnaires/drafts/:draftId/publish': {
    as: COORDINATOR,
    address: ({ draftId }) => `/admin/questionnaires/drafts/${draftId}/publish`,
    reads: true,
    opened: {
      'a change report': async (page) => {
        await press('Make the change report')(page);
        await page.locator('article.report').waitFor();
      },
    },
  },
  '/admin/questionnaires/drafts/:draftId/translations': {
    as: COORDINATOR,
    address: ({ draftId }) => `/admin/questionnaires/drafts/${draftId}/translations`,
    reads: true,
    opened: { 'a language to add': dialog('Add a language') },
  },
  '/admin/questionnaires/:versionId': {
    as: COORDINATOR,
    address: ({ versionId }) => `/admin/questionnaires/${versionId}`,
    reads: 'once',
  },
};
