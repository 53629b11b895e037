import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundOverview, RoundRow } from '@kilim/contracts';
import type { Say } from '../language/say';
import { givenRow, givenSpeech, SERVER_NOW, VERSION } from '../testing/given';
import { cellFigure } from './cell-figure';
import { columnGroups } from './column-groups';
import { forgetView, keepView, keptViews } from './kept-views';
import { roundTable } from './round-csv';
import { choicesIn } from './round-choices';
import { rowsOf } from './round-lines';
import { isNarrowed, lookOf, type LookAddress } from './round-look';

let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

const names = (rows: readonly { readonly city: { readonly name: string } }[]) =>
  rows.map(({ city }) => city.name);

const shown = (rows: readonly RoundRow[], address: LookAddress) =>
  names(rowsOf(rows, lookOf(address), say, SERVER_NOW));

describe('how a round is looked at', () => {
  it('comes from the address, and what is unknown there changes nothing', () => {
    expect(
      lookOf({ view: 'score', sort: 'deadline', order: 'reversed', state: 'submitted', waits: 'quiet' }),
    ).toEqual({
      ...{ view: 'score', sort: 'deadline', isReversed: true, state: 'submitted', waits: 'quiet' },
      find: '',
    });
    const unknown = { view: '<script>', sort: '<size>', order: 'x', state: 'gone', waits: 'me', find: '  ' };
    expect(lookOf(unknown)).toEqual(lookOf({}));
    expect(isNarrowed(lookOf(unknown))).toBe(false);
  });

  it('sorts by name as the language does', async () => {
    const rows = ['Żary', 'Zamość', 'Łódź', 'Lublin'].map((name) => givenRow({ name }));
    await say.choose('pl');
    expect(shown(rows, {})).toEqual(['Lublin', 'Łódź', 'Zamość', 'Żary']);
    expect(shown(rows, { order: 'reversed' })).toEqual(['Żary', 'Zamość', 'Łódź', 'Lublin']);
  });

  it('sorts by progress, deadline, state, activity and urgency, equal ones by name', () => {
    const done = { asked: 4, answered: 4, notApplicable: 0, open: 0, faulty: 0, requiredOpen: 0 };
    const rows = [
      givenRow({ name: 'B', total: done, state: 'submitted', lastActivityAt: '2026-01-01T00:00:00.000Z' }),
      givenRow({ name: 'C' }),
      givenRow({ name: 'A' }),
    ];
    expect(shown(rows, { sort: 'progress' })).toEqual(['A', 'C', 'B']);
    expect(shown(rows, { sort: 'progress', order: 'reversed' })).toEqual(['B', 'A', 'C']);
    expect(shown(rows, { sort: 'state' })).toEqual(['A', 'C', 'B']);
    expect(shown(rows, { sort: 'activity' })).toEqual(['B', 'A', 'C']);
    expect(shown(rows, { sort: 'deadline' })).toEqual(['A', 'B', 'C']);
    expect(shown(rows, { sort: 'waiting' })).toEqual(['B', 'A', 'C']);
  });

  it('sorts by an indicator in the view that is shown; who has nothing to show comes last both ways', () => {
    const [a, b] = givenRow().cells;
    if (a === undefined || b === undefined) throw new Error('The row has two cells.');
    const scored = (name: string, value: number) =>
      givenRow({ name, cells: [{ ...a, score: { kind: 'scored', value } }, b] });
    const rows = [
      scored('Low', 0.2),
      givenRow({ name: 'Silent', cells: [{ ...a, standing: 'notApplicable' }, b] }),
      scored('High', 0.9),
    ];
    expect(shown(rows, { sort: 'A', view: 'score' })).toEqual(['High', 'Low', 'Silent']);
    expect(shown(rows, { sort: 'A', view: 'score', order: 'reversed' })).toEqual(['Low', 'High', 'Silent']);
    expect(shown(rows, { sort: 'NONE', view: 'score' })).toEqual(['High', 'Low', 'Silent']);
  });

  it('narrows to a state, a country, whom one waits for and why, and to words', () => {
    const rows = [
      givenRow({ name: 'Łomża', experts: ['Helena V.'] }),
      givenRow({ name: 'Bree', state: 'submitted', experts: [] }),
    ];
    expect(shown(rows, { state: 'submitted' })).toEqual(['Bree']);
    expect(shown(rows, { country: 'Elsewhere' })).toEqual([]);
    expect(shown(rows, { waits: 'city' })).toEqual(['Łomża']);
    expect(shown(rows, { waits: 'unassigned' })).toEqual(['Bree']);
    expect(shown(rows, { find: 'lomz' })).toEqual(['Łomża']);
    expect(shown(rows, { find: 'HELENA' })).toEqual(['Łomża']);
    expect(shown(rows, { find: 'nowhere', state: 'inProgress' })).toEqual(['Łomża']);
  });

  it('finds a country by what the reader calls it', async () => {
    await say.choose('pl');
    const { city, ...row } = givenRow({ name: 'Bree' });
    const rows = [{ ...row, city: { ...city, country: 'Germany' } }, givenRow()];
    expect([shown(rows, { find: 'niem' }), shown(rows, { find: 'german' })]).toEqual([['Bree'], ['Bree']]);
    expect(choicesIn(rows, say, SERVER_NOW).countries.map(({ value }) => say.country(value))).toEqual([
      'Niemcy',
      'Nowhere',
    ]);
  });

  it('offers what there is, with how many cities have it', () => {
    const rows = [givenRow({ name: 'A' }), givenRow({ name: 'B', state: 'submitted' })];
    expect(choicesIn(rows, say, SERVER_NOW)).toEqual({
      states: [
        { value: 'inProgress', count: 1 },
        { value: 'submitted', count: 1 },
      ],
      countries: [{ value: 'Nowhere', count: 2 }],
      waits: [
        { value: 'city', count: 1 },
        { value: 'expert', count: 1 },
        { value: 'long', count: 1 },
      ],
    });
  });

  it('offers what the address asks for also where no city has it, so that one sees why nothing is shown', () => {
    const rows = [givenRow({ name: 'A' })];
    const look = lookOf({ state: 'declined', country: 'FR', waits: 'coordinator' });
    const { states, countries, waits } = choicesIn(rows, say, SERVER_NOW, look);
    expect(states).toContainEqual({ value: 'declined', count: 0 });
    expect(countries).toContainEqual({ value: 'FR', count: 0 });
    expect(waits).toContainEqual({ value: 'coordinator', count: 0 });
  });
});

describe('views kept under a name', () => {
  it('stay in this browser, by name, and one of the same name is replaced', () => {
    keepView({ name: 'Late', look: { waits: 'overdue' } });
    keepView({ name: 'All', look: {} });
    keepView({ name: 'Late', look: { waits: 'near', view: 'score' } });
    expect(keptViews()).toEqual([
      { name: 'All', look: {} },
      { name: 'Late', look: { waits: 'near', view: 'score' } },
    ]);
    expect(forgetView('All').map(({ name }) => name)).toEqual(['Late']);
  });

  it('are none where storage holds somebody else’s words', () => {
    localStorage.setItem('kilim.roundViews', '{"not":');
    expect(keptViews()).toEqual([]);
    localStorage.setItem('kilim.roundViews', '[{"name":"x","look":{"other":"y"}}]');
    expect(keptViews()).toEqual([]);
    localStorage.removeItem('kilim.roundViews');
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
    const settled = half && { ...half, interval: { low: 0.5, high: 0.5, exact: true, reasons: [] } };
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
