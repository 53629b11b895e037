import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkQuestionnaire } from '../checks/check-questionnaire.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { staleTranslations } from './stale-translations.js';

const catalogue = join(import.meta.dirname, '../../catalogue');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

for (const programme of readdirSync(catalogue))
  for (const version of readdirSync(join(catalogue, programme)))
    describe(`the catalogue: ${programme} ${version}`, () => {
      const folder = join(catalogue, programme, version);
      const translations = readdirSync(folder).filter(
        (file) => /^texts\..+\.json$/.test(file) && file !== 'texts.en.json',
      );
      const check = checkQuestionnaire(
        read(join(folder, 'questionnaire.json')),
        read(join(folder, 'texts.en.json')),
        translations.map((file) => read(join(folder, file))),
      );

      test('has no fault, not even a warning', () => {
        expect(check.ok ? check.warnings : check.faults).toEqual([]);
      });

      test('is translated from the source texts as they stand', () => {
        if (!check.ok) throw new Error('it has faults');
        expect(check.translations.length).toBe(translations.length);
        for (const translation of check.translations)
          expect(staleTranslations(check.source, translation, sha256)).toEqual([]);
      });

      test('compiles, with every indicator scored', () => {
        if (!check.ok) throw new Error('it has faults');
        const compiled = compileQuestionnaire(check.questionnaire);
        for (const indicator of compiled.indicators) expect(indicator.questions.length).toBeGreaterThan(0);
      });
    });
