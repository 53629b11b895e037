import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { languageCookie } from '@kilim/contracts';
import { Say } from '../../language/say';
import { SPEAKING } from '../../testing/given';
import { DraftDesk } from '../desk/draft-desk';
import { SignForm } from './sign-form';

async function render() {
  document.cookie = languageCookie('en', location.origin);
  const desk = { draft: signal({ id: '01900000-0000-7000-8000-0000000000dd' }) };
  TestBed.configureTestingModule({
    providers: [
      ...[...SPEAKING, provideHttpClient(), provideHttpClientTesting()],
      { provide: DraftDesk, useValue: desk },
    ],
  });
  await TestBed.inject(Say).begin();
  const fixture = TestBed.createComponent(SignForm);
  fixture.componentRef.setInput('report', { signature: undefined });
  fixture.componentRef.setInput('isCurrent', true);
  const element: HTMLElement = fixture.nativeElement;
  document.body.replaceChildren(element);
  TestBed.tick();
  return { element, server: TestBed.inject(HttpTestingController) };
}

describe('signing a change report', () => {
  it('leads whoever has not said that they read it to where one says so, and sends nothing', async () => {
    const { element, server } = await render();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    TestBed.tick();
    const tick = element.querySelector('input[type=checkbox]');
    expect(document.activeElement).toBe(tick);
    const hint = element.querySelector(`#${tick?.getAttribute('aria-describedby') ?? ''}`);
    expect(hint?.textContent).toContain('Say that you have read it.');
    server.expectNone(() => true);
  });
});
