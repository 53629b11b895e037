import type { Page } from 'playwright-core';
import type { Places } from './places.js';

/** Who looks at a page: a role of the demo, of this city where a role has several. */
export interface Who {
  readonly role: string;
  readonly city?: string;
}

/** A page, and in which states it is to be looked at. */
export interface Look {
  /** Absent: nobody is signed in. */
  readonly as?: Who;
  /** Where it is. */
  readonly address: (places: Places) => string;
  /** Whether it reads something from the server, so that it may have to wait or fail; `once`: the app keeps what it read. */
  readonly reads: boolean | 'once';
  /** What the server answers, by the end of its address, where there is nothing yet; absent: it is never empty. */
  readonly empty?: Readonly<Record<string, object>>;
  /** What can be opened or made to appear on it, by name. Each begins with the page as it was loaded. */
  readonly opened?: Readonly<Record<string, (page: Page) => Promise<void>>>;
}
