import { AUTHORING_LOOKS } from './authoring-looks.js';
import type { Look, Who } from './look.js';
import { dialog, press } from './opening.js';

const SUBMITTED = 'Port Selda';
const ANSWERING = 'Linnesund';
const VERIFIED = 'Nowobrzeg';

const COORDINATOR: Who = { role: 'coordinator' };
const ADMINISTRATOR: Who = { role: 'administrator' };
const EXPERT: Who = { role: 'expert' };
const LEAD: Who = { role: 'cityLead', city: ANSWERING };

/** Every page of both apps, by its route. A route without a look fails the sweep, and so does a look without a route. */
export const LOOKS: Readonly<Record<string, Look>> = {
  '/admin': { as: COORDINATOR, address: () => '/admin/', reads: true },
  '/admin/**': { as: COORDINATOR, address: () => '/admin/no/such/page', reads: false },
  '/admin/sign-in': {
    address: () => '/admin/sign-in',
    reads: false,
    opened: {
      'nothing filled in': press('Sign in'),
      refused: async (page) => {
        await page.getByLabel('E-mail').fill('nobody@kilim.example');
        await page.getByLabel('Password').fill('not the password');
        await press('Sign in')(page);
        await page.getByText('do not fit', { exact: false }).first().waitFor();
      },
    },
  },
  '/admin/welcome': { address: () => '/admin/welcome', reads: false },
  '/admin/not-for-you': { as: EXPERT, address: () => '/admin/accounts', reads: false },
  '/admin/rounds': {
    as: COORDINATOR,
    address: () => '/admin/rounds',
    reads: true,
    empty: { '/api/rounds': { rounds: [] } },
    opened: {
      'the account menu': async (page) => {
        await page.locator('.menu--account > summary').click();
      },
      // Only where the bar has no room for the pages themselves.
      'the menu of pages': async (page) => {
        const menu = page.getByText('Menu', { exact: true });
        if (await menu.isVisible()) await menu.click();
      },
    },
  },
  '/admin/rounds/:roundId': {
    as: COORDINATOR,
    address: ({ roundId }) => `/admin/rounds/${roundId}`,
    reads: true,
    opened: {
      'nothing found': async (page) => {
        await page.getByLabel('Find').fill('no such city');
      },
      'kept views': async (page) => {
        await page.getByText('Views', { exact: true }).click();
      },
    },
  },
  '/admin/cities': {
    as: COORDINATOR,
    address: () => '/admin/cities',
    reads: true,
    empty: { '/api/assessments': { assessments: [] } },
  },
  '/admin/cities/:assessmentId': {
    as: EXPERT,
    address: ({ assessmentOf }) => `/admin/cities/${assessmentOf(VERIFIED)}`,
    reads: true,
    opened: {
      'why this score': async (page) => {
        await page
          .getByRole('link', { name: /^Why\?/ })
          .first()
          .click();
        await page.getByRole('heading', { name: /^Why/ }).waitFor();
      },
      'the table of the scores': async (page) => {
        await page.getByRole('link', { name: 'Table', exact: true }).first().click();
      },
    },
  },
  '/admin/cities/:assessmentId/history': {
    as: COORDINATOR,
    address: ({ assessmentOf }) => `/admin/cities/${assessmentOf(VERIFIED)}/history`,
    reads: true,
    empty: { '/history': { entries: [] } },
  },
  '/admin/verification': {
    as: EXPERT,
    address: () => '/admin/verification',
    reads: true,
    empty: { '/api/assessments': { assessments: [] } },
  },
  '/admin/verification/<anAssessmentAndMaybeAQuestion>': {
    as: EXPERT,
    address: ({ assessmentOf, questionId }) => `/admin/verification/${assessmentOf(SUBMITTED)}/${questionId}`,
    reads: true,
    opened: { 'a question to the city': dialog('Ask the city', 'Send the question') },
  },
  ...AUTHORING_LOOKS,
  '/admin/published-figures': {
    as: COORDINATOR,
    address: () => '/admin/published-figures',
    reads: true,
  },
  '/admin/accounts': {
    as: ADMINISTRATOR,
    address: () => '/admin/accounts',
    reads: true,
    empty: { '/api/accounts': { accounts: [] } },
    opened: { 'adding a person': dialog('Add a person', 'Add and make the link') },
  },
  '/admin/accounts/:accountId': {
    as: ADMINISTRATOR,
    address: ({ accountId }) => `/admin/accounts/${accountId}`,
    reads: true,
  },
  '/admin/history': {
    as: ADMINISTRATOR,
    address: () => '/admin/history',
    reads: true,
    empty: { '/api/history': { entries: [] } },
  },
  '/survey': {
    as: LEAD,
    address: () => '/survey/',
    reads: true,
    empty: { '/api/assessments': { assessments: [] } },
  },
  '/survey/**': { as: LEAD, address: () => '/survey/no/such/page', reads: false },
  '/survey/assessments/:assessmentId': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}`,
    reads: true,
  },
  '/survey/assessments/:assessmentId/sections': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}/sections`,
    reads: true,
  },
  '/survey/assessments/:assessmentId/sections/:sectionCode': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}/sections/EDU`,
    reads: true,
    opened: {
      'evidence to add': press('Add a link or document'),
      'an answer that does not apply': press('Does not apply to us'),
      'the history of an answer': press('History'),
    },
  },
  '/survey/assessments/:assessmentId/print': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}/print`,
    reads: true,
  },
  '/survey/assessments/:assessmentId/score': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}/score`,
    reads: true,
  },
  '/survey/assessments/:assessmentId/review': {
    as: LEAD,
    address: ({ assessmentOf }) => `/survey/assessments/${assessmentOf(ANSWERING)}/review`,
    reads: true,
  },
};
