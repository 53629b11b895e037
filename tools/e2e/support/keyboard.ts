import type { Locator, Page } from 'playwright-core';
import type { DemoAccount } from './server.js';

/** More stops than any page has: whoever passes as many goes round in circles. */
const MOST_STOPS = 400;

/** A visitor's hands that use no mouse: Tab leads on, Enter and Space press, letters are typed where the focus is. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Goes with Tab, or within a table with an arrow, until the focus is there, on through the page and round once.
   *
   * @throws Error when that does not lead there, or when the place does not show that it has the focus
   */
  async goTo(target: Locator, by: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const focus = await target.evaluate(focusOf);
      if (focus === 'unseen') throw new Error(`${String(target)} does not show its focus`);
      if (focus === 'seen') return;
      await this.page.keyboard.press(by);
    }
    throw new Error(`${by} does not lead to ${String(target)}`);
  }

  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.type(text);
  }

  /** Passes over the head of the page, to what it is about. */
  async skipToContent(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Skip to content' }));
  }

  async signIn(account: DemoAccount): Promise<void> {
    await this.type(this.page.getByLabel('E-mail'), account.email);
    await this.type(this.page.getByLabel('Password'), account.password);
    await this.press(this.page.getByRole('button', { name: 'Sign in' }));
    await this.page.getByRole('button', { name: 'Sign in' }).waitFor({ state: 'detached' });
  }
}

/** Whether the focus is there, and whether it, or what frames it, shows that with an outline or a ring. */
function focusOf(element: Element): 'elsewhere' | 'seen' | 'unseen' {
  if (element !== document.activeElement) return 'elsewhere';
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const { outlineStyle, boxShadow } = getComputedStyle(each);
    if (outlineStyle !== 'none' || boxShadow !== 'none') return 'seen';
    if (each.matches('main, body')) return 'unseen';
  }
  return 'unseen';
}
