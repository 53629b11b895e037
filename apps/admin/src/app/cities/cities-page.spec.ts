import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { givenPage } from '../testing/given-page';
import { CitiesPage } from './cities-page';

describe('looking for a city', () => {
  it('stands in the address, so that it is there again on the way back', async () => {
    const { answer, fill } = await givenPage(CitiesPage);
    await answer('/assessments', { assessments: [] });
    await fill('input[type=search]', ' Belmora ');
    await new Promise((done) => setTimeout(done, 200));
    expect(TestBed.inject(Router).url).toBe('/?find=Belmora');
  });

  it('begins with what the address says', async () => {
    const { answer, element } = await givenPage(CitiesPage, { find: 'Belmora' });
    await answer('/assessments', { assessments: [] });
    expect(element.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('Belmora');
    expect(element.textContent).toContain('No city has this');
  });
});
