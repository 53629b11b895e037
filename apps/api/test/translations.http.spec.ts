import { readDraft, type SheetColumnsDetails } from '@kilim/contracts';
import { SHEET_COLUMNS, type DraftChange, type SheetReport } from '@kilim/indicators';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { unpack } from '../src/translations/unpack.js';
import { readWorkbook, writeWorkbook } from '../src/translations/workbook.js';
import type { TestActor } from './support/actors.js';
import { call, startApp, type RunningApp } from './support/app.js';
import { archiveOf } from './support/archive.js';
import { describeOnBothDatabases } from './support/databases.js';
import { givenDraft, sendChanges } from './support/given-draft.js';
import { givenScene } from './support/scene.js';

type Answer = { report: SheetReport; revision: number; applied: boolean; code: string; details: unknown };

describeOnBothDatabases('translations as a workbook', (make) => {
  let running: RunningApp;
  let ola: TestActor;
  let draftId: string;
  beforeAll(async () => {
    running = await startApp(make);
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    const { coordinator, programmeId } = await givenScene(running);
    ola = coordinator;
    draftId = (await givenDraft(running, ola, programmeId)).id;
  });

  const read = async () => (await call(running, readDraft, { params: { draftId } }, ola.cookie)).body;
  const fetchSheet = (query = '') =>
    running.fetch(`/api/drafts/${draftId}/translations${query}`, { headers: { cookie: ola.cookie } });
  const rowsOf = async (response: Response): Promise<unknown[][]> => {
    const workbook = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    if (!workbook.ok) throw new Error(workbook.reason);
    return workbook.rows.map((row) => [...row]);
  };
  const send = async (file: Buffer, apply = false, changeId?: string) => {
    const query = `?apply=${String(apply)}${changeId === undefined ? '' : `&changeId=${changeId}`}`;
    const response = await running.fetch(`/api/drafts/${draftId}/translations${query}`, {
      ...{ method: 'POST', body: new Uint8Array(file) },
      headers: { cookie: ola.cookie, 'content-type': 'application/octet-stream' },
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const workbookOf = (rows: unknown[][]) =>
    writeWorkbook(
      'pl',
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : ''))),
    );

  it('goes out and comes back unchanged, whatever stands in the texts', async () => {
    const strange = ' =1+1 <b>&amp; "quoted"\nsecond line\t😀 ';
    const { content } = await read();
    const key = 'questionnaire.title';
    const was = content.translations[0]?.texts[key];
    const value = { text: strange, of: was?.of ?? '' };
    const change: DraftChange = {
      op: 'translate',
      language: 'pl',
      part: 'questionnaire',
      field: 'title',
      value,
      was,
    };
    await sendChanges(running, ola, { draftId, baseRevision: 1 }, change);
    const response = await fetchSheet();
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml/);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="ICI 2027.1 pl.xlsx"/);
    const rows = await rowsOf(response);
    expect(rows[0]).toEqual([...SHEET_COLUMNS, 'en (source)', 'pl', 'pl checked', 'pl mark']);
    expect(rows.find((row) => row[0] === key)?.[5]).toBe(strange);
    const { status, body } = await send(await workbookOf(rows));
    expect(status).toBe(200);
    expect(body.report).toMatchObject({ changed: [], refused: [], absent: 0 });
    expect(body.report.unchanged).toBe(rows.length - 1);
  });

  it('is looked at first, then applied as one step that can be taken back, once', async () => {
    const rows = await rowsOf(await fetchSheet('?languages=pl'));
    const [, first, second] = rows as [unknown[], unknown[], unknown[]];
    first[5] = 'Nowy tekst';
    second[5] = 'x'.repeat(3000);
    const file = await workbookOf(rows);
    const looked = await send(file);
    expect(looked.body).toMatchObject({ applied: false, revision: 1 });
    expect(looked.body.report.changed).toMatchObject([
      { row: 2, key: first[0], language: 'pl', to: 'Nowy tekst' },
    ]);
    expect(looked.body.report.refused).toMatchObject([{ row: 3, column: 'pl', reason: 'tooLong' }]);
    expect((await read()).revision).toBe(1);
    const changeId = uuidv7();
    const applied = await send(file, true, changeId);
    expect(applied.body).toMatchObject({ applied: true, revision: 2 });
    const draft = await read();
    expect(draft.content.translations[0]?.texts[String(first[0])]?.text).toBe('Nowy tekst');
    expect(draft.stacks).toEqual({ undo: 2 });
    const again = await send(file, true, changeId);
    expect(again.body).toMatchObject({ applied: false, revision: 2 });
  });

  it('with wrong columns is refused as a whole, and says which', async () => {
    const { status, body } = await send(
      await writeWorkbook('x', [
        ['Name', 'en (source)', 'fr'],
        ['a', 'b', 'c'],
      ]),
      true,
    );
    expect([status, body.code]).toEqual([422, 'sheet.columns']);
    expect((body.details as SheetColumnsDetails).columns).toEqual({
      ...{ missing: ['key', 'pl'], unknown: ['Name', 'fr'], duplicate: [] },
    });
    expect((await fetchSheet('?languages=fr')).status).toBe(422);
  });

  it('that is no workbook, or a hostile one, is refused, and nothing happens', async () => {
    const zeros = Buffer.alloc(80_000_000);
    const cells = '<worksheet><sheetData><row r="1"><c r="XFD1048576"/></row></sheetData></worksheet>';
    const hostile: [string, Buffer][] = [
      ['unreadable', Buffer.from('Name;Age\nx;1')],
      ['unreadable', Buffer.alloc(0)],
      ['unreadable', archiveOf({ 'readme.txt': 'nothing' })],
      ['unreadable', (await workbookOf([['key']])).subarray(0, 400)],
      ['bomb', archiveOf({ 'xl/worksheets/sheet1.xml': zeros })],
      ['bomb', archiveOf({ 'xl/worksheets/sheet1.xml': zeros }, 100)],
      ['huge', archiveOf({ 'xl/worksheets/sheet1.xml': cells })],
    ];
    for (const [reason, file] of hostile) {
      const { status, body } = await send(file, true);
      expect([status, body.code, body.details]).toEqual([422, 'sheet.unsafe', { reason }]);
    }
    expect((await read()).revision).toBe(1);
  });

  it('of 50 MB is refused before it is read', async () => {
    const { status, body } = await send(Buffer.alloc(50_000_000), true);
    expect([status, body.code, body.details]).toEqual([413, 'request.tooLarge', { mostBytes: 10_000_000 }]);
  });
});

describe('unpacking', () => {
  test('gives every part, and stops at what room there is', async () => {
    const archive = archiveOf({ a: 'one', b: 'x'.repeat(1000) });
    const all = await unpack(archive, 2000);
    expect(all.ok && [...all.parts].map(([name, part]) => [name, part.length])).toEqual([
      ['a', 3],
      ['b', 1000],
    ]);
    expect(await unpack(archive, 1002)).toEqual({ ok: false, reason: 'bomb' });
  });
});
