import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from './commands.js';
import { run } from './run.js';

const version = join(import.meta.dirname, '../../../packages/indicators/catalogue/intercultural/2026.1');
const questionnaire = join(version, 'questionnaire.json');
const example = join(version, 'examples/08-as-found.json');

const PROGRAM = join(import.meta.dirname, '../dist/main.js');
const EXAMPLES = join(import.meta.dirname, '../examples');

/** The version of 2026 that the examples of the help are about, to be changed. */
function planning() {
  return JSON.parse(readFileSync(join(EXAMPLES, '2026.json'), 'utf8')) as {
    questionnaire: {
      sections: { questions: { options?: { code: string; points: number }[]; [field: string]: unknown }[] }[];
      validations?: unknown[];
    };
    source: { texts: Record<string, string> };
  };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kilim-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    inColour: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('kilim check', () => {
  test('passes the catalogue with its translation', () => {
    const result = call('check', questionnaire, '--translation', join(version, 'texts.pl.json'));
    expect(result).toEqual({ exitCode: 0, out: `${questionnaire}: no fault.`, err: '' });
  });

  test('prints every fault with its place and how to mend it, and ends with 1', () => {
    const document = JSON.parse(readFileSync(questionnaire, 'utf8')) as { sections: { code: string }[] };
    for (const section of document.sections.slice(0, 3)) section.code = 'SAME';
    const broken = file('broken.json', document);
    const result = call('check', broken, '--texts', join(version, 'texts.en.json'));
    expect(result.exitCode).toBe(1);
    expect(result.out).toContain('error  questionnaire:/sections/1/code  duplicateCode');
    expect(result.out).toContain('Give the newer of the two another code.');
    expect(result.out).toContain('2 error(s), 0 warning(s).');
  });
});

describe('kilim score', () => {
  test('prints a table of indices, composites and indicators', () => {
    const result = call('score', questionnaire, example, '--basis', 'found');
    expect(result.exitCode).toBe(0);
    expect(result.out).toMatch(/^CODE +SCORE +POSSIBLE +ANSWERED$/m);
    expect(result.out).toMatch(/^CORE +50 %/m);
    expect(result.out).toMatch(/^COM +unanswered/m);
  });

  test('counts the claims unless told otherwise', () => {
    expect(call('score', questionnaire, example).out).toMatch(/^CORE +82 %/m);
  });

  test('prints the whole scorecard as JSON', () => {
    const { out } = call('score', questionnaire, example, '--json', '--basis', 'found');
    expect(JSON.parse(out)).toMatchObject({ basis: 'found', ignored: [] });
  });

  test('reads answers by id as they travel, and tells which ids it passed over', () => {
    const answers = file('by-id.json', { 'no-such-question': { kind: 'value', value: true } });
    const result = call('score', questionnaire, answers);
    expect(result.exitCode).toBe(0);
    expect(result.err).toBe('Passed over, unknown to this version: no-such-question.');
  });
});

describe('kilim explain', () => {
  test('follows an index down to the answers', () => {
    const { out, exitCode } = call('explain', questionnaire, example, 'CORE', '--basis', 'found');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^CORE {2}50 %/);
    expect(out).toMatch(/LEA\.3 {2}9\.5 % of 38\.1 % \(finding\)/);
    expect(out).toMatch(/LEA\.4 {2}not asked/);
  });

  test('says so when the version has no such thing', () => {
    const result = call('explain', questionnaire, example, 'NOPE');
    expect(result).toEqual({ exitCode: 1, out: '', err: 'This version has nothing called NOPE.' });
  });
});

describe('kilim bounds', () => {
  const riverton = join(EXAMPLES, 'riverton.json');

  test('says in words why bounds may be wider than what can be reached', () => {
    const version = planning();
    version.questionnaire.validations = [
      {
        ...{ id: 'office-done', code: 'V1', severity: 'error', marks: ['plan-office'] },
        holds: {
          op: 'any',
          of: [
            { op: 'equals', question: 'plan-office', value: false },
            { op: 'oneOf', question: 'plan-done', options: ['done-much'] },
          ],
        },
      },
    ];
    version.source.texts['office-done.message'] = 'Where there is an office, much is done.';
    const { out } = call('bounds', file('contradicted.json', version), riverton);
    expect(out).toMatch(/^INDEX .* {2}no: some answers would contradict each other$/m);
  });

  test('names what moves a score most by code, in a repeated set with the instance', () => {
    const version = planning();
    version.questionnaire.sections[0]?.questions.push({
      ...{ kind: 'set', id: 'places', code: 'Q4', required: false, minimum: 0, maximum: 3 },
      questions: [
        {
          ...{ kind: 'yesNo', id: 'place-open', code: 'Q4.1', required: false },
          ...{ indicator: 'planning', points: { yes: 2, no: 0 } },
        },
      ],
    });
    Object.assign(version.source.texts, {
      'places.title': 'Which places are there?',
      'places.instance': 'Place',
      'place-open.title': 'Is it open to all?',
    });
    const known = { Q1: true, Q2: 'much', Q3: true };
    const byCode = file('places.json', { ...known, Q4: ['harbour', 'market'], 'Q4.1@market': true });
    const { out } = call('bounds', file('places-version.json', version), byCode, '--of', 'PLAN');
    expect(out).toContain('\n\nWhat moves PLAN most:\n    Q4.1@harbour  20.0  Is it open to all?');
    const byId = file('places-by-id.json', {
      'plan-there': { kind: 'value', value: true },
      'plan-done': { kind: 'value', value: 'done-much' },
      'plan-office': { kind: 'value', value: true },
      places: { kind: 'value', value: ['harbour', 'market'] },
      'place-open@market': { kind: 'value', value: true },
    });
    expect(call('bounds', file('places-version.json', version), byId, '--of', 'PLAN').out).toBe(out);
  });

  test('gives a program every open answer that moves an index', () => {
    const { out } = call('bounds', join(EXAMPLES, '2026.json'), riverton, '--json');
    const { areas, influences } = JSON.parse(out) as { areas: unknown[]; influences: unknown[] };
    expect(areas[0]).toMatchObject({ code: 'INDEX', interval: { exact: true, reasons: [] } });
    expect(influences).toMatchObject([{ of: 'INDEX', answers: [{ code: 'Q3', address: 'plan-office' }] }]);
  });

  test('says so when nothing open moves a score, or when there is no such score', () => {
    const all = file('all.json', { Q1: true, Q2: 'much', Q3: true });
    expect(call('bounds', join(EXAMPLES, '2026.json'), all).out).toContain('No open answer moves INDEX.');
    expect(call('bounds', questionnaire, example, '--of', 'NOPE')).toEqual({
      ...{ exitCode: 1, out: '' },
      err: 'This version has no index, composite or indicator called NOPE.',
    });
  });
});

describe('kilim impact', () => {
  test('names an option by its question, too', () => {
    const older = planning();
    const newer = planning();
    for (const question of newer.questionnaire.sections.flatMap(({ questions }) => questions))
      for (const option of question.options ?? []) if (option.code === 'little') option.points = 1;
    const { out } = call(
      ...['impact', file('older.json', older), file('newer.json', newer)],
      file('little.json', { Q1: true, Q2: 'little' }),
    );
    expect(out).toContain('+13 because of Q2 little points (Little)');
  });
});

describe('kilim tells in one sentence', () => {
  test.each([
    [
      'a file that is not there',
      ['check', '/nowhere/q.json'],
      'Cannot read /nowhere/q.json: there is no such file.',
      3,
    ],
    [
      'a basis it does not know',
      ['score', questionnaire, example, '--basis', 'guessed'],
      '--basis is one of claimed, found, agreed.',
      2,
    ],
    [
      'a doubt it does not know',
      ['bounds', questionnaire, example, '--doubt', 'none'],
      '--doubt is one of unverified, disputed.',
      2,
    ],
    ['a command it does not know', ['fly'], 'There is no command fly. See: kilim --help', 2],
    ['a file too few', ['score', 'q'], 'Call it as: kilim score QUESTIONNAIRE ANSWERS [OPTIONS]', 2],
    ['a command that is mistyped', ['scoer'], 'There is no command scoer. Did you mean score?', 2],
    [
      'an option that is mistyped',
      ['score', 'q', 'a', '--jsno'],
      'kilim score has no option --jsno. Did you mean --json?',
      2,
    ],
  ])('%s', (_, args, sentence, exitCode) => {
    const result = call(...args);
    expect(result.exitCode).toBe(exitCode);
    expect(result.err.split('\n')[0]).toBe(sentence);
  });

  test('a file that is no JSON', () => {
    const result = call('check', file('torn.json', '{\n  "format": 1,\n}'));
    expect(result.exitCode).toBe(3);
    expect(result.err).toMatch(
      /torn\.json is not valid JSON: “}” at line 3, column 1 is not expected there\.$/,
    );
  });

  test('an answer to a question the version does not have', () => {
    const result = call('score', questionnaire, file('odd.json', { 'XXX.1': true, 'COM.1': 'nothing' }));
    expect(result.err).toContain('names what the version does not know: XXX.1, COM.1: nothing.');
  });

  test('how it is called', () => {
    expect(call('--help').out).toContain('kilim help COMMAND');
    expect(call().exitCode).toBe(2);
    expect(call('check', 'q', '--nonsense').err).toContain('--nonsense');
  });
});

describe('the help of', () => {
  const taught = COMMANDS.flatMap(({ name, examples: each }) =>
    each.map((example) => [name, example] as const),
  );

  test.each(taught)('kilim %s shows what a real process prints', (name, { line, prints }) => {
    const [typed = '', input] = line.split(' < ');
    const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...typed.split(' ')], {
      cwd: EXAMPLES,
      encoding: 'utf8',
      input: input === undefined ? '' : readFileSync(join(EXAMPLES, input), 'utf8'),
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual(prints);
    expect(call('help', name).out).toContain(`$ kilim ${line}`);
  });
});

describe('kilim import and export', () => {
  test('bring a questionnaire back as it was', () => {
    const survey = call('export', questionnaire, '--translation', join(version, 'texts.pl.json'));
    const { content, losses } = JSON.parse(call('import', file('s.json', survey.out), '--json').out) as {
      content: { questionnaire: unknown };
      losses: unknown[];
    };
    expect(content.questionnaire).toEqual(JSON.parse(readFileSync(questionnaire, 'utf8')));
    expect(losses).toEqual([]);
  });
});
