import { SessionNews } from '@kilim/live';

/** Tells every window that the session has changed: also this one, which then asks anew who is signed in. */
export function tellSession(): void {
  const news = new SessionNews();
  news.tell();
  news.close();
}
