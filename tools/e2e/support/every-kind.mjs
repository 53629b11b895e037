/**
 * Gives the city that answers in the demo, in the folder that DATA_DIR names, a second assessment: of a questionnaire with
 * every kind of question there is. Its name is the round's.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const DIST = new URL('../../../apps/api/dist/', import.meta.url);
const load = (file) => import(new URL(file, DIST).href);
const [
  { createApp },
  { readSettings },
  { AssessmentsService },
  { RoundDirectory },
  { deadlineAt },
  { UnitOfWork },
  { Access },
  { QuestionnairesService },
] = await Promise.all(
  [
    'app.setup.js',
    'config/settings.js',
    'assessments/assessments.service.js',
    'rounds/round-directory.service.js',
    'rounds/deadline-at.js',
    'database/unit-of-work.js',
    'access/access.service.js',
    'questionnaires/questionnaires.service.js',
  ].map(load),
);

const option = (id, points, more = {}) => ({ id, code: id.replace('opt-', ''), points, ...more });
const scored = { required: true, indicator: 'ind-all' };
const questionnaire = {
  ...{ format: 1, code: 'KINDS', version: '1', sourceLanguage: 'en', illustrative: true },
  sections: [
    {
      ...{ id: 'sec-all', code: 'ALL' },
      questions: [
        {
          ...scored,
          id: 'q-yes',
          code: 'ALL.1',
          kind: 'yesNo',
          points: { yes: 1, no: 0 },
          mayNotApply: true,
        },
        {
          ...{ ...scored, id: 'q-one', code: 'ALL.2', kind: 'single' },
          options: [option('opt-none', 0), option('opt-some', 1), option('opt-many', 2)],
        },
        {
          ...{ ...scored, id: 'q-many', code: 'ALL.3', kind: 'multiple', cap: 2 },
          options: [
            option('opt-north', 1),
            option('opt-east', 1),
            option('opt-south', 1),
            option('opt-nowhere', 0, { exclusive: true }),
          ],
        },
        {
          ...{ id: 'q-number', code: 'ALL.4', kind: 'number', required: true, unit: 'places' },
          ...{ minimum: 0, maximum: 500, decimals: 0, quality: 'asked' },
        },
        {
          ...{ ...scored, id: 'q-share', code: 'ALL.5', kind: 'share', decimals: 1 },
          curve: [
            { at: 0, points: 0 },
            { at: 100, points: 2 },
          ],
        },
        {
          ...{ ...scored, id: 'q-bands', code: 'ALL.6', kind: 'number', unit: 'hours' },
          ...{ minimum: 0, maximum: 100, decimals: 0 },
          bands: [
            { from: 0, points: 0 },
            { from: 20, points: 1 },
          ],
        },
        {
          ...{ ...scored, id: 'q-grid', code: 'ALL.7', kind: 'matrix' },
          rows: [
            { id: 'row-schools', code: 'schools' },
            { id: 'row-courts', code: 'courts' },
          ],
          columns: [option('col-never', 0), option('col-often', 1)],
        },
        {
          ...{ ...scored, id: 'q-order', code: 'ALL.8', kind: 'ranking', ranked: 2, places: [2, 1] },
          options: [
            { id: 'opt-sport', code: 'sport', counts: true },
            { id: 'opt-music', code: 'music' },
            { id: 'opt-theatre', code: 'theatre' },
          ],
        },
        { id: 'q-since', code: 'ALL.9', kind: 'date', required: true },
        { id: 'q-words', code: 'ALL.10', kind: 'text', required: true, maxLength: 60, narrative: true },
        { id: 'q-plan', code: 'ALL.11', kind: 'file', required: true },
        {
          ...{ id: 'q-centres', code: 'ALL.12', kind: 'set', required: true, minimum: 0, maximum: 3 },
          questions: [
            {
              ...{ id: 'q-room', code: 'ALL.13', kind: 'number', required: true, unit: 'places' },
              ...{ minimum: 0, maximum: 500, decimals: 0 },
            },
          ],
        },
        {
          ...{ ...scored, required: false, id: 'q-sum', code: 'ALL.14', kind: 'computed', decimals: 0 },
          formula: { op: 'sum', over: 'q-centres', of: [{ op: 'answer', question: 'q-room' }] },
          bands: [
            { from: 0, points: 0 },
            { from: 50, points: 1 },
          ],
          unit: 'places',
        },
      ],
    },
  ],
  indicators: [{ id: 'ind-all', code: 'ALL' }],
  composites: [],
  indices: [{ id: 'index-all', code: 'KINDS', members: [{ of: 'ind-all', weight: 1 }] }],
  rules: { unanswered: 'countAsZero', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0.5 },
  validations: [
    {
      ...{ id: 'val-room', code: 'V.1', severity: 'error', marks: ['q-centres'] },
      holds: { op: 'atLeast', question: 'q-sum', value: 10 },
    },
  ],
};
const titles = {
  ...{ 'sec-all': 'Every kind', 'ind-all': 'Every kind', 'index-all': 'Index of every kind' },
  ...{ 'q-yes': 'Is there a strategy?', 'q-one': 'How many centres are there?' },
  ...{ 'opt-none': 'None', 'opt-some': 'Some', 'opt-many': 'Many' },
  'q-many': 'In which parts of the city are they?',
  ...{ 'opt-north': 'North', 'opt-east': 'East', 'opt-south': 'South', 'opt-nowhere': 'In none of these' },
  ...{ 'q-number': 'How many places are there?', 'q-share': 'Which share of them is taken?' },
  ...{ 'q-bands': 'For how many hours a week are they open?', 'q-grid': 'How often is it spoken of?' },
  ...{ 'row-schools': 'In schools', 'row-courts': 'In courts', 'col-never': 'Never', 'col-often': 'Often' },
  ...{
    'q-order': 'What matters most?',
    'opt-sport': 'Sport',
    'opt-music': 'Music',
    'opt-theatre': 'Theatre',
  },
  ...{ 'q-since': 'Since when?', 'q-words': 'What would you like to add?', 'q-plan': 'Send the plan.' },
  ...{ 'q-centres': 'Which centres are there?', 'q-room': 'How many places does it have?' },
  'q-sum': 'Places altogether',
};
const source = {
  language: 'en',
  texts: {
    ...Object.fromEntries(Object.entries(titles).map(([id, title]) => [`${id}.title`, title])),
    'questionnaire.title': 'Every kind of question',
    'q-centres.instance': 'Centre',
    'val-room.message': 'All centres together have at least ten places.',
  },
};

const app = await createApp(readSettings({ KILIM_MODE: 'demo', LOG_LEVEL: 'error' }));
const [directory, assessments] = [app.get(RoundDirectory), app.get(AssessmentsService)];
const everything = { memberships: [{ role: 'administrator', scope: 'installation', scopeId: null }] };
const { programme } = [
  ...(await directory.describe(await app.get(Access).visibleRoundIds(everything))).values(),
][0];
const accounts = JSON.parse(readFileSync(path.join(process.env.DATA_DIR, 'demo-accounts.json'), 'utf8'));
const { city: name } = accounts.find(({ role, city }) => role === 'cityLead' && city === process.argv[2]);
const city = (await assessments.list(everything)).map((each) => each.city).find((each) => each.name === name);
const version = { questionnaire, source, translations: [] };
const { id: versionId } = await app.get(QuestionnairesService).publish(programme.id, null, version);
const deadline = deadlineAt('2099-04-14T23:59', 'Europe/Brussels');
await app.get(UnitOfWork).write({ actor: null }, async () => {
  const round = { programmeId: programme.id, name: 'Every kind', kind: 'practice', versionId, deadline };
  const roundId = await directory.open(round);
  await assessments.add({ roundId, cityId: city.id, versionId }, deadline);
});
await app.close();
