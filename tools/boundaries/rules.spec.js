import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { forbidden, options } from './rules.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['apps', 'packages', 'tools/cli'];
const scratch = [];
afterAll(() => scratch.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** What the sources below a folder import, held against the rules. */
async function cruised(folder, sources) {
  const { output } = await cruise(sources, {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  });
  return output;
}

/** The rules that the sources below a folder break, with the files. */
async function violations(folder, sources) {
  return violationsIn(await cruised(folder, sources));
}

function violationsIn({ summary }) {
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

/** A folder holding exactly these files. */
function planted(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kilim-planted-'));
  scratch.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** One violation per rule: the file that breaks it and what it imports. */
const PLANTS = {
  'no-cycles': {
    'apps/api/src/a.ts': "import type { B } from './b.js';\nexport type A = B;",
    'apps/api/src/b.ts': "import type { A } from './a.js';\nexport type B = A;",
  },
  'indicators-stand-on-zod-alone': { 'packages/indicators/src/a.ts': "import 'luxon';" },
  'contracts-stand-on-indicators-and-zod': { 'packages/contracts/src/a.ts': "import '@nestjs/common';" },
  'live-stands-on-contracts': { 'packages/live/src/a.ts': "import 'react';" },
  'pages-alone-are-live': {
    'apps/api/src/a.ts': "import '../../../packages/live/src/b.js';",
    'packages/live/src/b.ts': 'export {};',
  },
  'look-knows-nothing': { 'packages/look/src/a.ts': "import 'react';" },
  'apps-do-not-know-each-other': {
    'apps/admin/src/a.ts': "import '../../api/src/b.js';",
    'apps/api/src/b.ts': 'export {};',
  },
  'nothing-shipped-imports-tools': {
    'apps/api/src/a.ts': "import '../../../tools/e2e/b.js';",
    'tools/e2e/b.ts': 'export {};',
  },
  'cli-uses-the-engine-alone': {
    'tools/cli/src/a.ts': "import '../../../apps/api/src/b.js';",
    'apps/api/src/b.ts': 'export {};',
  },
  'floor-definition': {
    'packages/indicators/src/definition/a.ts': "import '../answers/b.js';",
    'packages/indicators/src/answers/b.ts': 'export {};',
  },
  'floor-answers': {
    'packages/indicators/src/answers/a.ts': "import '../scoring/b.js';",
    'packages/indicators/src/scoring/b.ts': 'export {};',
  },
  'floor-checks': {
    'packages/indicators/src/checks/a.ts': "import '../scoring/b.js';",
    'packages/indicators/src/scoring/b.ts': 'export {};',
  },
  'floor-scoring': {
    'packages/indicators/src/scoring/a.ts': "import '../formats/b.js';",
    'packages/indicators/src/formats/b.ts': 'export {};',
  },
  'floor-editing': {
    'packages/indicators/src/editing/a.ts': "import '../scoring/b.js';",
    'packages/indicators/src/scoring/b.ts': 'export {};',
  },
  'floor-versions': {
    'packages/indicators/src/versions/a.ts': "import '../formats/b.js';",
    'packages/indicators/src/formats/b.ts': 'export {};',
  },
  'questions-are-drawn-by-the-form': { 'apps/survey/src/home/a.tsx': "import 'survey-react-ui';" },
  'units-of-work-alone-follow-the-thread': { 'apps/api/src/log/a.ts': "import 'node:async_hooks';" },
  'charts-alone-know-the-chart-library': { 'apps/admin/src/app/cities/a.ts': "import 'echarts/core';" },
  'form-does-no-http': {
    'apps/survey/src/form/a.ts': "import '../api/call.js';",
    'apps/survey/src/api/call.ts': 'export {};',
  },
  'typeorm-only-where-the-database-is-asked': { 'apps/api/src/cities/a.service.ts': "import 'typeorm';" },
  'controllers-only-translate': {
    'apps/api/src/cities/a.controller.ts': "import './a.repository.js';",
    'apps/api/src/cities/a.repository.ts': 'export {};',
  },
  'repositories-know-no-service': {
    'apps/api/src/cities/a.repository.ts': "import './a.service.js';",
    'apps/api/src/cities/a.service.ts': 'export {};',
  },
  'features-meet-through-services': {
    'apps/api/src/rounds/a.service.ts': "import '../cities/b.repository.js';",
    'apps/api/src/cities/b.repository.ts': 'export {};',
  },
  'ui-knows-no-feature': {
    'apps/admin/src/app/ui/a.ts': "import '../rounds/b';",
    'apps/admin/src/app/rounds/b.ts': 'export {};',
  },
  'dashboard-features-meet-through-routes': {
    'apps/admin/src/app/rounds/a.ts': "import '../cities/b';",
    'apps/admin/src/app/cities/b.ts': 'export {};',
  },
};

describe('each rule catches the violation planted for it', () => {
  it.each(forbidden.map(({ name }) => [name]))('%s', async (name) => {
    const files = PLANTS[name];
    expect(files).toBeDefined();
    const folder = planted(files);
    const found = await violations(folder, Object.keys(files));
    expect(found.map(({ rule }) => rule)).toContain(name);
  });

  it('finds nothing in a file that keeps to the arrows', async () => {
    const files = {
      'packages/indicators/src/scoring/a.ts': "import '../answers/b.js';",
      'packages/indicators/src/answers/b.ts': 'export {};',
    };
    expect(await violations(planted(files), Object.keys(files))).toEqual([]);
  });
});

describe('the workspace', () => {
  let workspace;
  beforeAll(async () => {
    workspace = await cruised(ROOT, SOURCES);
  });

  it('keeps every rule', () => {
    expect(violationsIn(workspace)).toEqual([]);
  });

  it.each([
    'apps/api/src',
    'apps/admin/src',
    'apps/survey/src',
    'packages/contracts/src',
    'packages/indicators/src',
  ])('was really looked at: %s', (folder) => {
    expect(workspace.modules.filter(({ source }) => source.startsWith(folder)).length).toBeGreaterThan(10);
  });

  it('reads workspace packages by their sources, so that arrows between them are seen', () => {
    const contracts = workspace.modules.filter(({ source }) => source.startsWith('packages/contracts/src'));
    const targets = contracts.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved));
    expect(targets).toContain('packages/indicators/src/index.ts');
  });
});
