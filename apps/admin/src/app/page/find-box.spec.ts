import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { givenSpeech } from '../testing/given';
import { FindBox } from './find-box';

const REST_MS = 20;

@Component({
  selector: 'k-narrowed-page',
  imports: [FindBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-find-box #box among="Cities" [words]="words()" [rest]="rest" (found)="find($event)" />
    <button type="button" (click)="box.empty(); find(undefined)">All</button>
  `,
})
class NarrowedPage {
  protected readonly rest = REST_MS;
  readonly words = signal<string | undefined>('Port');
  readonly found: (string | undefined)[] = [];

  protected find(words: string | undefined): void {
    this.words.set(words);
    this.found.push(words);
  }
}

describe('a field for words to look for', () => {
  let page: ComponentFixture<NarrowedPage>;
  beforeEach(async () => {
    await givenSpeech();
    page = TestBed.createComponent(NarrowedPage);
    await page.whenStable();
  });

  const field = () => (page.nativeElement as HTMLElement).querySelector('input') as HTMLInputElement;
  const type = (words: string) => {
    field().value = words;
    field().dispatchEvent(new Event('input'));
  };
  const rest = async () => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS * 3));
    await page.whenStable();
  };

  it('has what is looked for already, and what is looked for from elsewhere', async () => {
    expect(field().value).toBe('Port');
    page.componentInstance.words.set('Linnesund');
    await page.whenStable();
    expect(field().value).toBe('Linnesund');
  });

  it('looks once one rests, without the spaces around, and leaves these where one types', async () => {
    type('S');
    type('Santa ');
    await rest();
    expect(page.componentInstance.found).toEqual(['Santa']);
    expect(field().value).toBe('Santa ');
  });

  it('looks for nothing once it is emptied, whatever was typed just before', async () => {
    type('Santa');
    (page.nativeElement as HTMLElement).querySelector('button')?.click();
    await rest();
    expect(page.componentInstance.found).toEqual([undefined]);
    expect(field().value).toBe('');
  });

  it('looks for nothing once its page is left', async () => {
    type('Santa');
    page.destroy();
    await new Promise((resolve) => setTimeout(resolve, REST_MS * 3));
    expect(page.componentInstance.found).toEqual([]);
  });
});
