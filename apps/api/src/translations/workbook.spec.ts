import { expect, it } from '@jest/globals';
import { readWorkbook, writeWorkbook } from './workbook.js';

it('is written in however many languages, though the name of a sheet is short', async () => {
  const languages = 'bg cs da de el es et fi fr hr hu it lt lv mt nl pl pt';
  const rows = [
    ['key', 'text'],
    ['one', 'words'],
  ];
  const file = await writeWorkbook(languages, rows);
  expect(await readWorkbook(Buffer.from(file))).toEqual({ ok: true, rows });
});
