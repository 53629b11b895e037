import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { languageCookie, type Session as SessionOfContract } from '@kilim/contracts';
import { Say } from '../language/say';
import { Session } from '../session/session';
import { SPEAKING } from './given';

/** Dialogs that open and close: jsdom knows them, not how they do. */
export function givenDialogs(): void {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

/** A component in the document, in English, in front of a server that answers what a test says. */
export interface GivenPage<T> {
  readonly fixture: ComponentFixture<T>;
  readonly element: HTMLElement;
  readonly server: HttpTestingController;
  /** Lets everything happen that is under way. */
  settle(): Promise<void>;
  /** Answers the one request whose address ends so. */
  answer(ending: string, body: object | null): Promise<void>;
  /** Presses the last button that begins with these words. */
  press(words: string): Promise<void>;
  /** Types into the field, or chooses in it. */
  fill(selector: string, value: string): Promise<void>;
}

/** Puts a component into the document, with inputs as given; where it matters, somebody is signed in before. */
export async function givenPage<T>(
  component: Type<T>,
  inputs: Readonly<Record<string, unknown>> = {},
  accountId?: string,
): Promise<GivenPage<T>> {
  document.cookie = languageCookie('en', location.origin);
  document.body.replaceChildren();
  givenDialogs();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [...SPEAKING, provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.inject(Say).begin();
  if (accountId !== undefined) await signIn(accountId);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  await settle();
  return { fixture, element, server: TestBed.inject(HttpTestingController), settle, ...hands(element) };
}

async function signIn(id: string): Promise<void> {
  const found = TestBed.inject(Session).find();
  const session: SessionOfContract = {
    account: { id, name: 'Helena', email: 'helena@kilim.example', language: 'en' },
    ...{ memberships: [], home: '/admin/', expiresAt: '2027-04-01T10:00:00.000Z' },
  };
  TestBed.inject(HttpTestingController).expectOne('/api/session').flush(session);
  await found;
}

/** Not `whenStable`: that waits for requests, which a test answers later. */
async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

function hands(element: HTMLElement): Pick<GivenPage<unknown>, 'answer' | 'press' | 'fill'> {
  const server = TestBed.inject(HttpTestingController);
  return {
    async answer(ending, body) {
      server.expectOne(({ url }) => url.endsWith(ending)).flush(body);
      await settle();
    },
    async press(words) {
      const buttons = [...element.querySelectorAll('button')];
      const button = buttons.findLast(({ textContent }) => textContent.trim().startsWith(words));
      if (button === undefined) throw new Error(`No button ${words}`);
      button.focus();
      button.click();
      await settle();
    },
    async fill(selector, value) {
      const field = element.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
      if (field === null) throw new Error(`No ${selector}`);
      field.value = value;
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      );
      await settle();
    },
  };
}
