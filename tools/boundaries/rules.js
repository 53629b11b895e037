/**
 * Who may import whom. Arrows point one way:
 *
 *   apps/admin  ─┐
 *   apps/survey ─┴─► packages/live ─┐
 *   apps/api    ────────────────────┴─► packages/contracts ─► packages/indicators ─► zod
 *
 * Whoever may import something may also import what that stands on.
 *
 * Each rule says why it is there; `rules.spec.js` plants a violation of each and expects it to be caught.
 */

const SPEC = '\\.(spec|arbitrary)\\.tsx?$';
const ZOD = '(^|/)zod(/|$)';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  {
    name: 'no-cycles',
    comment: 'A circle of files can only be understood all at once. Imports of types count too.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'indicators-stand-on-zod-alone',
    comment: 'The engine runs in the browser, on the server and in the dashboard: data in, data out.',
    severity: 'error',
    from: { path: '^packages/indicators/src/', pathNot: SPEC },
    to: { pathNot: ['^packages/indicators/src/', ZOD] },
  },
  {
    name: 'contracts-stand-on-indicators-and-zod',
    comment: 'The browser imports a shape without importing the server.',
    severity: 'error',
    from: { path: '^packages/contracts/src/', pathNot: SPEC },
    to: { pathNot: ['^packages/contracts/src/', '^packages/indicators/src/', ZOD] },
  },
  {
    name: 'live-stands-on-contracts',
    comment:
      'What keeps an open page up to date knows a browser, and no framework: React and Angular bind it.',
    severity: 'error',
    from: { path: '^packages/live/src/', pathNot: SPEC },
    to: { pathNot: ['^packages/live/src/', '^packages/contracts/src/', ZOD] },
  },
  {
    name: 'pages-alone-are-live',
    comment: 'The server and the command line have no window.',
    severity: 'error',
    from: { path: ['^apps/(?!admin/|survey/)', '^packages/(?!live/)', '^tools/'] },
    to: { path: '^packages/live/' },
  },
  {
    name: 'look-knows-nothing',
    comment: 'Shapes and styles; both apps wear it.',
    severity: 'error',
    from: { path: '^packages/look/src/', pathNot: SPEC },
    to: { pathNot: '^packages/look/src/' },
  },
  {
    name: 'apps-do-not-know-each-other',
    comment: 'What two apps share has a name and lives in packages.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'nothing-shipped-imports-tools',
    comment: 'Presets, checks and journeys are for those who build it.',
    severity: 'error',
    from: { path: '^(apps|packages)/[^/]+/src/' },
    to: { path: '^tools/' },
  },
  {
    name: 'cli-uses-the-engine-alone',
    comment: "The engine's commands need no server and no database.",
    severity: 'error',
    from: { path: '^tools/cli/src/', pathNot: SPEC },
    to: { path: ['^apps/', '^packages/(?!indicators/)'] },
  },
  {
    name: 'floor-definition',
    comment:
      'Floors of the engine, each standing only on those below: formats, versions → scoring → answers → definition; formats, versions → editing → checks → answers.',
    severity: 'error',
    from: { path: '^packages/indicators/src/definition/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(answers|checks|scoring|compare|versions|formats|editing)/' },
  },
  {
    name: 'floor-answers',
    comment: 'Floors of the engine: answers stand on the definition.',
    severity: 'error',
    from: { path: '^packages/indicators/src/answers/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(checks|scoring|compare|versions|formats|editing)/' },
  },
  {
    name: 'floor-checks',
    comment: 'Floors of the engine: checks ask what can be answered, not what it scores.',
    severity: 'error',
    from: { path: '^packages/indicators/src/checks/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(scoring|compare|versions|formats|editing)/' },
  },
  {
    name: 'floor-scoring',
    comment: 'Floors of the engine: scoring stands on answers and the definition.',
    severity: 'error',
    from: { path: '^packages/indicators/src/scoring/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(checks|compare|versions|formats|editing)/' },
  },
  {
    name: 'floor-editing',
    comment:
      'Floors of the engine: a draft is edited by its definition and what the checks say of it; what it scores is seen elsewhere.',
    severity: 'error',
    from: { path: '^packages/indicators/src/editing/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(?!definition/|checks/|editing/)' },
  },
  {
    name: 'floor-versions',
    comment: 'Floors of the engine: two versions are compared by what they say and score, in no file format.',
    severity: 'error',
    from: { path: '^packages/indicators/src/versions/', pathNot: SPEC },
    to: { path: '^packages/indicators/src/(compare|formats)/' },
  },
  {
    name: 'questions-are-drawn-by-the-form',
    comment: 'Of SurveyJS the form takes the model; its renderer is what the bench sets beside it.',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: 'survey-react-ui' },
  },
  {
    name: 'units-of-work-alone-follow-the-thread',
    comment:
      'Switched on, it makes every promise of the server slower; a unit switches it off again (decision 019).',
    severity: 'error',
    from: { path: '^apps/api/src/', pathNot: '^apps/api/src/database/unit-of-work\\.ts$' },
    to: { path: '^(node:)?async_hooks$' },
  },
  {
    name: 'charts-alone-know-the-chart-library',
    comment:
      'One theme for every chart, and one lazily fetched chunk: both hold because one folder knows it.',
    severity: 'error',
    from: { path: '^apps/', pathNot: '^apps/admin/src/app/charts/' },
    to: { path: '(^|/)echarts(/|$)' },
  },
  {
    name: 'form-does-no-http',
    comment: 'The form shows and reports; who saves is the assessment.',
    severity: 'error',
    from: { path: '^apps/survey/src/form/' },
    to: { path: '^apps/survey/src/api/' },
  },
  {
    name: 'typeorm-only-where-the-database-is-asked',
    comment:
      'Queries stand in repositories; entities describe rows; database/ holds connections and migrations.',
    severity: 'error',
    from: {
      path: '^apps/api/src/',
      pathNot: ['\\.(repository|entity)\\.ts$', '^apps/api/src/database/', SPEC],
    },
    to: { path: '(^|/)(typeorm|@nestjs/typeorm)(/|$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'controllers-only-translate',
    comment: 'controller → service → repository → entity; never skipping.',
    severity: 'error',
    from: { path: '^apps/api/src/.*\\.controller\\.ts$' },
    to: { path: '^apps/api/src/.*\\.(repository|entity)\\.ts$' },
  },
  {
    name: 'repositories-know-no-service',
    comment: 'controller → service → repository → entity; never backwards.',
    severity: 'error',
    from: { path: '^apps/api/src/.*\\.(repository|entity)\\.ts$' },
    to: { path: '^apps/api/src/.*\\.(service|controller)\\.ts$' },
  },
  {
    name: 'features-meet-through-services',
    comment: "Another feature's rows are its own business: ask its service.",
    severity: 'error',
    from: { path: '^apps/api/src/([^/]+)/', pathNot: ['^apps/api/src/(database|commands)/', SPEC] },
    to: { path: '^apps/api/src/(?!database/)[^/]+/.*\\.repository\\.ts$', pathNot: '^apps/api/src/$1/' },
  },
  {
    name: 'ui-knows-no-feature',
    comment: "The dashboard's building blocks know no feature and no HTTP.",
    severity: 'error',
    from: { path: '^apps/admin/src/app/ui/' },
    to: { path: ['^apps/admin/src/app/(?!ui/)', '@angular/common/http'] },
  },
  {
    name: 'dashboard-features-meet-through-routes',
    comment: 'A feature of the dashboard links to another by its address.',
    severity: 'error',
    from: {
      path: '^apps/admin/src/app/(accounts|rounds|cities|verification|history|authoring)/',
      pathNot: SPEC,
    },
    to: {
      path: '^apps/admin/src/app/(accounts|rounds|cities|verification|history|authoring)/',
      pathNot: '^apps/admin/src/app/$1/',
    },
  },
];

/** How sources are read: TypeScript before compilation (types count), workspace packages by their sources. */
export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)(dist|\\.angular)/' },
  tsPreCompilationDeps: true,
  moduleSystems: ['es6', 'cjs'],
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['source', 'import', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    mainFields: ['module', 'main', 'types'],
  },
  extraExtensionsToScan: [],
};
