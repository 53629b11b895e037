import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundOverview } from '@kilim/contracts';
import type { Say } from '../language/say';
import { givenRow, givenSpeech, SERVER_NOW, VERSION } from '../testing/given';
import { cellFigure } from './cell-figure';
import { columnGroups } from './column-groups';
import { roundTable } from './round-csv';
import { lookOf, rowsOf, statesIn } from './round-view';

let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

const names = (rows: readonly { readonly city: { readonly name: string } }[]) =>
  rows.map(({ city }) => city.name);

describe('how a round is looked at', () => {
  it('comes from the address, and what is unknown there changes nothing', () => {
    expect(lookOf('score', 'deadline', 'submitted')).toEqual({
      view: 'score',
      sort: 'deadline',
      state: 'submitted',
    });
    expect(lookOf('<script>', 'size', 'gone')).toEqual({ view: 'answered', sort: 'city' });
  });

  it('sorts by name as the language does', () => {
    const rows = ['Żary', 'Zamość', 'Łódź', 'Lublin'].map((name) => givenRow({ name }));
    expect(names(rowsOf(rows, lookOf(undefined, undefined, undefined), 'pl'))).toEqual([
      'Lublin',
      'Łódź',
      'Zamość',
      'Żary',
    ]);
  });

  it('sorts by progress, deadline, state and activity, equal ones by name', () => {
    const done = { asked: 4, answered: 4, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
    const rows = [
      givenRow({ name: 'B', total: done, state: 'submitted', lastActivityAt: '2026-01-01T00:00:00.000Z' }),
      givenRow({ name: 'C' }),
      givenRow({ name: 'A' }),
    ];
    expect(names(rowsOf(rows, lookOf(undefined, 'progress', undefined), 'en'))).toEqual(['A', 'C', 'B']);
    expect(names(rowsOf(rows, lookOf(undefined, 'state', undefined), 'en'))).toEqual(['A', 'C', 'B']);
    expect(names(rowsOf(rows, lookOf(undefined, 'activity', undefined), 'en'))).toEqual(['B', 'A', 'C']);
    expect(names(rowsOf(rows, lookOf(undefined, 'deadline', undefined), 'en'))).toEqual(['A', 'B', 'C']);
  });

  it('shows one state alone, and counts those there are', () => {
    const rows = [givenRow({ name: 'A' }), givenRow({ name: 'B', state: 'submitted' })];
    expect(names(rowsOf(rows, lookOf(undefined, undefined, 'submitted'), 'en'))).toEqual(['B']);
    expect(statesIn(rows)).toEqual([
      { state: 'inProgress', count: 1 },
      { state: 'submitted', count: 1 },
    ]);
  });
});

describe('a cell', () => {
  const [half, empty] = givenRow().cells;
  it('shows the share that is done, and says it in words', () => {
    expect(half && cellFigure(half, 'answered', say)).toEqual({
      figure: '50',
      thread: 50,
      words: '50\u202f%, 2 of 4 questions answered, claimed',
    });
  });

  it('never shows a bare score while answers are open', () => {
    expect(half && cellFigure(half, 'score', say)).toMatchObject({ figure: '25–75', thread: 50 });
    const settled = half && { ...half, interval: { low: 0.5, high: 0.5 } };
    expect(settled && cellFigure(settled, 'score', say)).toMatchObject({ figure: '50' });
  });

  it('counts the answers that have evidence', () => {
    expect(half && cellFigure(half, 'evidence', say)).toMatchObject({ figure: '1/2', thread: 50 });
  });

  it('has no figure where there is nothing, and names each silence', () => {
    expect(empty && cellFigure(empty, 'answered', say)).not.toHaveProperty('figure');
    const na = empty && { ...empty, standing: 'notApplicable' as const };
    expect(na && cellFigure(na, 'score', say)).toEqual({ thread: 0, words: 'not applicable' });
  });
});

describe('the table of what is seen', () => {
  const round = { rows: [], now: SERVER_NOW, version: VERSION } as unknown as RoundOverview;
  it('has a line per city and a column per indicator, with the bounds beside each score', () => {
    const [head, line] = roundTable(round, [givenRow()], 'score', say);
    expect(head?.slice(4, 7)).toEqual(['A', 'A at least', 'A at most']);
    expect(line?.slice(0, 10)).toEqual([
      'Belmora',
      'Nowhere',
      'Answering',
      50,
      50,
      25,
      75,
      'unanswered',
      '',
      '',
    ]);
  });

  it('gives the deadline in the city’s own zone', () => {
    const [, line] = roundTable(round, [givenRow()], 'answered', say);
    expect(line).toContain('2026-04-30 23:59');
    expect(line).toContain('Europe/Warsaw');
  });
});

describe('heads over several columns', () => {
  it('gather neighbours of one composite', () => {
    const lens = [{ id: 'c', members: [{ of: 'b' }, { of: 'c1' }] }];
    expect(columnGroups(['a', 'b', 'c1', 'd'], lens)).toEqual([
      { span: 1 },
      { of: 'c', span: 2 },
      { span: 1 },
    ]);
  });
});
