import { describe, expect, it } from '@jest/globals';
import { givenPage, type GivenPage } from '../../testing/given-page';
import { StructureTree } from './structure-tree';
import type { TreeRow } from './tree-row';

const row = (key: string, position: number): TreeRow => ({
  ...{ key, part: key, kind: 'question', code: key, title: '', detail: '' },
  ...{ level: 1, position, size: 3 },
});
const ROWS = ['one', 'two', 'three'].map((key, at) => row(key, at + 1));

const given = (current: string): Promise<GivenPage<StructureTree>> =>
  givenPage(StructureTree, { rows: ROWS, current });

const tree = ({ element }: GivenPage<StructureTree>): HTMLElement =>
  element.querySelector<HTMLElement>('[role=tree]') ?? element;

const active = (page: GivenPage<StructureTree>): string | undefined =>
  page.element.querySelector('.is-active b')?.textContent;

async function press(page: GivenPage<StructureTree>, key: string): Promise<void> {
  tree(page).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await page.settle();
}

describe('the tree of a draft', () => {
  it('is walked by the arrow keys away from the part that is open', async () => {
    const page = await given('one');
    await press(page, 'ArrowDown');
    expect(active(page)).toBe('two');
    await press(page, 'End');
    expect(active(page)).toBe('three');
  });

  it('goes along with the part that is opened elsewhere', async () => {
    const page = await given('one');
    page.fixture.componentRef.setInput('current', 'three');
    await page.settle();
    expect(active(page)).toBe('three');
  });

  it('stays where its reader walked when lines come and go', async () => {
    const page = await given('one');
    await press(page, 'ArrowDown');
    page.fixture.componentRef.setInput('rows', [...ROWS, row('four', 4)]);
    await page.settle();
    expect(active(page)).toBe('two');
  });

  it('goes to the part that is open once its line is there', async () => {
    const page = await given('four');
    expect(active(page)).toBe('one');
    page.fixture.componentRef.setInput('rows', [...ROWS, row('four', 4)]);
    await page.settle();
    expect(active(page)).toBe('four');
  });
});
