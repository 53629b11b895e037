import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { launchBrowser } from './support/browser.js';
import { inFull } from './support/effort.js';
import { DemoServer } from './support/server.js';
import { PHONE, Visitor } from './support/visitor.js';

/** As people write them with SurveyJS: names with underscores, HTML between questions, pictures from elsewhere. */
const FOREIGN = {
  title: 'Library services',
  pages: [
    {
      name: 'page1',
      title: 'Your library',
      elements: [
        {
          type: 'boolean',
          name: 'has_library',
          title: 'Does the city run a public library?',
          isRequired: true,
        },
        {
          type: 'radiogroup',
          name: 'languages',
          title: 'In how many languages does it lend books?',
          visibleIf: '{has_library} = true',
          choices: [
            { value: 'one', text: 'One' },
            { value: 'some', text: 'Two to five <b>bold</b><script>alert(1)</script>' },
          ],
        },
        { type: 'html', name: 'note', html: '<script>alert(1)</script>' },
        { type: 'imagepicker', name: 'logo', title: 'Which logo is yours?', choices: ['a'] },
      ],
    },
  ],
  completedHtml: '<img src=x onerror=alert(1)>',
};

/** COM.1, in a language that is written from right to left. */
const ARABIC = 'ما هو أقوى التزام أعلنته المدينة؟';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A coordinator at the page of all questionnaires. */
async function coordinator(): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, server.origin);
  await visitor.open('/admin/questionnaires');
  await visitor.signIn(server.account('coordinator'));
  await visitor.page.getByRole('heading', { name: 'Questionnaires', level: 1 }).waitFor();
  return visitor;
}

/** Light and dark, with nothing excluded. */
async function expectAccessibleInBothThemes(visitor: Visitor): Promise<void> {
  await visitor.expectAccessible();
  await visitor.page.emulateMedia({ colorScheme: 'dark' });
  await visitor.expectAccessible();
  await visitor.page.emulateMedia({ colorScheme: 'light' });
}

/** Presses a button as one does without a mouse. */
async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.page().keyboard.press('Enter');
}

async function jumpTo(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Code or words' }).waitFor();
  await page.keyboard.type(code);
  await page
    .getByRole('dialog')
    .getByRole('option', { name: new RegExp(`^${code}`) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: new RegExp(`^${code}`) }).waitFor();
  await page.locator('.author__ed :focus').waitFor();
}

/** Adds something from the menu and types its title, without a mouse. */
async function add(page: Page, what: string, title: string): Promise<void> {
  const before = page.url();
  await press(page.locator('summary', { hasText: 'Add' }));
  await press(page.locator('.menu-panel--add').getByRole('button', { name: what, exact: true }));
  await page.waitForURL((url) => url.href !== before);
  await page.locator('.author__ed :is(input, textarea):focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(title);
}

/** Chooses what begins with a code from a list, without a mouse. */
async function choose(page: Page, from: string, code: string): Promise<void> {
  await page.getByLabel(from).focus();
  await page.keyboard.type(code);
  await page.keyboard.press('Tab');
}

async function replaceNumber(field: Locator, value: string): Promise<void> {
  await field.focus();
  await field.page().keyboard.press('Control+a');
  await field.page().keyboard.type(value);
}

const saved = (page: Page): Promise<void> => page.getByText(/^Saved on the server/).waitFor();

describe('writing a questionnaire', () => {
  it('brings in a foreign file, mends and widens it without a mouse, translates it in a spreadsheet, publishes it', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    await expectAccessibleInBothThemes(visitor);

    await page.getByRole('link', { name: 'Bring in from a file' }).click();
    await page.getByLabel('Format').selectOption('surveyjs');
    await page.getByLabel('File', { exact: true }).setInputFiles({
      ...{ name: 'library.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(FOREIGN)),
    });
    await visitor.expectToRead('/completedHtml');
    await visitor.expectToRead(/HTML and pictures are not carried over/);
    await expectAccessibleInBothThemes(visitor);
    await page.getByRole('button', { name: 'Make a draft of it' }).click();
    await page.getByRole('tree').waitFor();

    // From here without a mouse. The picture question is of no use; what is scored is missing.
    await visitor.expectToRead('3 problems stop publishing');
    await jumpTo(page, 'logo');
    await page.getByRole('tree').focus();
    await page.keyboard.press('Delete');
    await add(page, 'Index', 'Reading index');
    await add(page, 'Indicator', 'Reading for all');
    // The indicator counts by way of a composite, not of itself.
    await add(page, 'Composite', 'Reading and more');
    await choose(page, 'Add a member', 'I1');
    await jumpTo(page, 'INDEX-1');
    await choose(page, 'Add a member', 'C1');
    await press(page.getByRole('button', { name: /^Take out I1/ }));
    await page.getByRole('row', { name: /^C1.*100/ }).waitFor();
    await jumpTo(page, 'I1');
    await add(page, 'yes or no', 'Are there books for children?');
    await page.getByLabel('Counts in').focus();
    await page.keyboard.type('I1');
    await press(page.getByRole('button', { name: 'Give points' }));
    await page.getByLabel('Points for yes').waitFor();

    // A check beside the field, and the button that mends it.
    await replaceNumber(page.getByLabel('Weight in the indicator'), '0');
    await press(page.getByRole('button', { name: /^Mend/ }).first());
    await page.getByText('Nothing to mend.').first().waitFor();
    expect(await page.getByLabel('Weight in the indicator').inputValue()).toBe('1');

    await page.getByRole('tree').focus();
    for (const many of [2, 3, 4, 5]) {
      await page.keyboard.press('Control+d');
      await page
        .getByRole('treeitem', { name: /Are there books/ })
        .nth(many - 1)
        .waitFor();
    }
    await press(page.getByRole('button', { name: 'condition', exact: true }));
    await page.getByRole('dialog').getByRole('listbox').focus();
    await page.keyboard.press('ArrowDown');
    await visitor.expectToRead('has-library is “Yes”');
    await expectAccessibleInBothThemes(visitor);
    await press(page.getByRole('dialog').getByRole('button', { name: 'Use this condition' }));
    await saved(page);

    // Markup that came with the file is text, here and in the real form beside it.
    const form = page.frameLocator('iframe');
    await form.getByRole('heading', { name: 'Your library', level: 1 }).waitFor();
    await jumpTo(page, 'languages');
    await page.keyboard.press('Control+z');
    await saved(page);
    await page.keyboard.press('Control+Shift+z');
    await saved(page);
    await form.getByText('Yes', { exact: true }).first().click();
    await form.getByText('<script>alert(1)</script>').waitFor();
    const score = page.locator('k-score-trial');
    await score.getByText('still possible').first().waitFor();

    // What the city says and what an expert finds, down the whole nest, and what each comes to.
    await page
      .getByRole('treeitem', { name: /Are there books/ })
      .first()
      .click();
    const answer = (word: string): Locator =>
      form.locator('.q', { hasText: 'Are there books' }).first().getByText(word, { exact: true });
    await answer('Yes').click();
    await score.getByText('Reading and more').first().waitFor();
    await page.getByRole('button', { name: 'Expert', exact: true }).click();
    await answer('No').click();
    await score.getByText(/by the city: /).waitFor();
    for (const each of ['Reading index', 'Reading and more', 'Reading for all', 'Are there books']) {
      const step = score.getByRole('listitem').filter({ has: page.locator('.what', { hasText: each }) });
      await step.getByText(/^City: 1/).waitFor();
      await step.getByText(/^Expert: 0/).waitFor();
    }
    await expectAccessibleInBothThemes(visitor);

    await page.getByRole('link', { name: 'Translations' }).click();
    await press(page.getByRole('button', { name: 'Add a language' }));
    await page.getByRole('dialog').getByRole('combobox').focus();
    await page.keyboard.type('Polish');
    await press(page.getByRole('dialog').getByRole('button', { name: 'Add a language' }));
    await visitor.expectToRead('missing');
    await saved(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take out (XLSX)' }).click(),
    ]);
    const rows = (await readSheet(readFileSync(await download.path()))) as (string | null)[][];
    const [header = []] = rows;
    const [source, polish] = [header.indexOf('en (source)'), header.indexOf('pl')];
    expect([source, polish].every((column) => column >= 0)).toBe(true);
    const translated = rows.map((row, at) =>
      row.map((cell, column) => (at > 0 && column === polish ? `PL ${row[source] ?? ''}` : (cell ?? ''))),
    );
    await page.getByLabel('Bring in (XLSX)').setInputFiles({
      ...{
        name: 'polish.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      buffer: await sheet(translated),
    });
    await visitor.expectToRead(`${String(rows.length - 1)} texts would change.`);
    await page.getByRole('button', { name: 'Take these translations' }).click();
    await visitor.expectToRead(`${String(rows.length - 1)} texts were changed.`);
    // A sheet that lost its columns on the way changes nothing and says which.
    await page.getByLabel('Bring in (XLSX)').setInputFiles({
      ...{
        name: 'wrong.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      buffer: await sheet([
        ['a', 'b'],
        ['1', '2'],
      ]),
    });
    await visitor.expectToRead(/Missing columns/);
    await expectAccessibleInBothThemes(visitor);

    for (const name of ['Question library', 'History']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, level: 2 }).waitFor();
      await expectAccessibleInBothThemes(visitor);
    }
    await page.getByRole('link', { name: 'Changes and publishing' }).click();
    // The question and its copies are called alike, in both languages: each warning stands for a reason.
    const letStand = page.getByRole('button', { name: /^Let it stand/ });
    await letStand.nth(7).waitFor();
    for (let left = await letStand.count(); left > 0; left -= 1) {
      await letStand.first().click();
      await page.getByRole('dialog').getByRole('textbox').fill('They ask the same of five places.');
      await page.getByRole('dialog').getByRole('button', { name: 'Accept and go on' }).click();
      await letStand.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.locator('#publish-why li').waitFor({ state: 'detached' });
    await page.locator('main').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: /^Library services/, level: 1 }).waitFor();
    await visitor.leave();
  });

  it('shows what a new version does to the cities that have answered, and is published once that is signed', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    await page.getByRole('button', { name: /^Begin the next one.*2026/ }).click();
    await expectAccessibleInBothThemes(visitor);
    await page.getByRole('dialog').getByRole('button', { name: 'Begin writing' }).click();
    await page.getByRole('tree').waitFor();
    await jumpTo(page, 'EDU.2');
    await replaceNumber(page.getByLabel(/^Points for Catchment/), '0.5');
    await jumpTo(page, 'CORE');
    await replaceNumber(page.getByLabel(/^Weight: /).first(), '4');
    await saved(page);

    await page.getByRole('link', { name: 'Changes and publishing' }).click();
    await visitor.expectToRead(/is not signed for this state/);
    await page.getByRole('button', { name: 'Make the change report' }).click();
    await page.locator('#report-heading:focus').waitFor();
    await visitor.expectToRead(/^\d+ cities move$/);
    await visitor.expectToRead(/COM: Weight \+/);
    await visitor.expectToRead(/Answers to 136 questions are carried over/);
    await expectAccessibleInBothThemes(visitor);
    await page.getByText('I have read the report').click();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await visitor.expectToRead(/^Signed by/);
    await page.locator('#publish-now:focus').waitFor();
    await page.locator('#publish-why li').waitFor({ state: 'detached' });
    await page.locator('main').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: /2026\.2/, level: 1 }).waitFor();
    await visitor.open('/admin/questionnaires');
    await visitor.expectToRead(/Change report signed by/);
    await visitor.leave();
  });

  inFull('moves chosen questions together by dragging them, and takes that back in one step', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    await page.getByRole('button', { name: /^Begin the next one.*2023/ }).click();
    await page.getByRole('textbox', { name: 'Name of the version' }).fill('2096.1');
    await page.getByRole('dialog').getByRole('button', { name: 'Begin writing' }).click();
    await page.getByRole('tree').waitFor();
    await jumpTo(page, 'EDU.1');
    const line = (code: string): Locator =>
      page.getByRole('treeitem').filter({ has: page.locator('b', { hasText: new RegExp(`^${code}$`) }) });
    const order = (): Promise<string> =>
      page
        .getByRole('treeitem')
        .locator('b')
        .filter({ hasText: /^EDU\.\d/ })
        .allInnerTexts()
        .then(String);
    const before = await order();
    expect(before).toBe('EDU.1,EDU.2,EDU.3');

    // The one that is open and another: both are shown as chosen, and both go.
    await line('EDU.2').click({ modifiers: ['Control'] });
    for (const code of ['EDU.1', 'EDU.2'])
      expect(await line(code).getAttribute('aria-selected')).toBe('true');
    const box = await line('EDU.3').boundingBox();
    await line('EDU.2').dragTo(line('EDU.3'), {
      targetPosition: { x: 80, y: (box?.height ?? 0) - 3 },
    });
    await page.waitForFunction(
      (first) =>
        [...document.querySelectorAll('[role=treeitem] b')]
          .map(({ textContent }) => textContent)
          .join()
          .includes(first),
      'EDU.3,EDU.1,EDU.2',
    );
    await saved(page);
    await visitor.expectAccessible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(
      (all) =>
        [...document.querySelectorAll('[role=treeitem] b')]
          .map(({ textContent }) => textContent)
          .join()
          .includes(all),
      before,
    );
    await visitor.leave();
  });

  inFull(
    'lets two people at one option settle it with both values, and keeps what is typed without a network over a reload',
    async () => {
      const [mine, theirs] = [await coordinator(), await coordinator()];
      await mine.page.getByRole('button', { name: /^Begin the next one.*2023/ }).click();
      await mine.page.getByRole('textbox', { name: 'Name of the version' }).fill('2024.1');
      await mine.page.getByRole('dialog').getByRole('button', { name: 'Begin writing' }).click();
      await mine.page.getByRole('tree').waitFor();
      await jumpTo(mine.page, 'EDU.2');
      await theirs.page.goto(mine.page.url());
      const option = (page: Page): Locator => page.getByRole('textbox', { name: 'Answer 1' });
      await option(theirs.page).waitFor();

      await mine.page.context().setOffline(true);
      await option(mine.page).fill('Said without a network');
      await mine.expectToRead('Saved on this device, no network');
      await option(theirs.page).fill('Said first');
      await saved(theirs.page);
      await mine.page.context().setOffline(false);
      await mine.expectToRead(/changed this first/);
      await mine.expectToRead('Said first');
      await mine.expectAccessible();
      await mine.page.getByRole('button', { name: 'Put mine there' }).click();
      await saved(mine.page);
      await theirs.page.waitForFunction(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'Said without a network'),
      );

      await mine.page.setViewportSize(PHONE);
      await mine.expectToFit();
      await mine.expectAccessible();
      await mine.page.reload();
      await mine.page.getByRole('button', { name: 'Undo' }).click();
      await mine.page.waitForFunction(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'Said first'),
      );
      await mine.leave();
      await theirs.leave();
    },
  );

  inFull(
    'shows a language written from right to left as its readers expect, and what is not translated as such',
    async () => {
      const visitor = await coordinator();
      const { page } = visitor;
      await page
        .getByRole('button', { name: /^Begin the next one.*2026/ })
        .first()
        .click();
      await page.getByRole('textbox', { name: 'Name of the version' }).fill('2095.1');
      await page.getByRole('dialog').getByRole('button', { name: 'Begin writing' }).click();
      await page.getByRole('tree').waitFor();
      await page.getByRole('link', { name: 'Translations' }).click();
      await press(page.getByRole('button', { name: 'Add a language' }));
      await page.getByRole('dialog').getByRole('combobox').focus();
      await page.keyboard.type('Arabic');
      await press(page.getByRole('dialog').getByRole('button', { name: 'Add a language' }));
      const first = page.locator('textarea[lang=ar]').first();
      await first.fill(ARABIC);
      expect(await first.evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
      await visitor.expectAccessible();
      await saved(page);

      await page.getByRole('link', { name: 'Edit', exact: true }).click();
      await jumpTo(page, 'COM.1');
      await page.getByLabel('Language of the preview').selectOption('ar');
      const form = page.frameLocator('iframe');
      // The preview draws its question anew while it begins: an element that was found may be gone.
      await form.getByText(ARABIC).locator('visible=true').first().waitFor();
      await page
        .frame({ url: /\/survey\/preview/ })
        ?.waitForFunction(
          (words) =>
            [...document.querySelectorAll('*')].some(
              (element) =>
                element.textContent.includes(words) &&
                ![...element.children].some(({ textContent }) => textContent.includes(words)) &&
                element.checkVisibility() &&
                getComputedStyle(element).direction === 'rtl',
            ),
          ARABIC,
        );
      // What stands first stands at the right; what is not translated keeps its own language and direction.
      const [choice, mark] = [
        form.locator('label:has(input[type=radio])').first(),
        form.locator('input[type=radio]').first(),
      ];
      const [box, dot] = [await choice.boundingBox(), await mark.boundingBox()];
      expect((dot?.x ?? 0) > (box?.x ?? 0) + (box?.width ?? 0) / 2).toBe(true);
      expect(await form.locator('[lang=en]').locator('visible=true').count()).toBeGreaterThan(0);

      // The answers are drawn after the questions and push them down: the one asked for stays in sight all the same.
      await jumpTo(page, 'COM.6');
      await page.reload();
      await form.locator('[id="COM.6"] input').first().waitFor();
      await page.frame({ url: /\/survey\/preview/ })?.waitForFunction(() => {
        const { top = Number.NaN } = document.getElementById('COM.6')?.getBoundingClientRect() ?? {};
        return top >= 0 && top < window.innerHeight / 2;
      });
      await visitor.leave();
    },
  );

  it('says of a part that was removed that it is gone, goes on there, and brings it back', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    await page.getByRole('button', { name: /^Begin the next one.*2026\.1/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin writing' }).click();
    await page.getByRole('tree').waitFor();
    await jumpTo(page, 'COM.2');
    await page
      .locator('#text-' + (new URL(page.url()).searchParams.get('part') ?? '') + '-title:focus')
      .waitFor();
    const remove = page.locator('.part-tools').getByRole('button', { name: 'Remove' });
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.locator('#editor-heading:focus').getByText('No longer here').waitFor();
    await remove.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('#editor-heading').getByText('COM.2').waitFor();
    await visitor.leave();
  });

  it('refuses a file that is too large before it is sent, and one that is no questionnaire with the place', async () => {
    const visitor = await coordinator();
    const { page } = visitor;
    await page.getByRole('link', { name: 'Bring in from a file' }).click();
    const file = page.getByLabel('File', { exact: true });
    const json = (buffer: Buffer) => ({ name: 'file.json', mimeType: 'application/json', buffer });
    const folder = mkdtempSync(path.join(tmpdir(), 'kilim-large-'));
    const large = path.join(folder, 'large.json');
    writeFileSync(large, Buffer.alloc(50_000_000, 0x20));
    await file.setInputFiles(large);
    await visitor.expectToRead(/too large and was not sent/);
    rmSync(folder, { recursive: true });
    await file.setInputFiles(json(Buffer.from('{"questionnaire": {}')));
    await page.locator('.msg').first().waitFor();
    await visitor.expectAccessible();
    await visitor.leave();
  });
});

async function sheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
  return (await writeXlsxFile(cells as never).toBuffer()) as Buffer;
}
