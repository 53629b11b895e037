/**
 * What somebody chooses for a device (not for their account) is kept in cookies: so the server can make a page as it is
 * wanted, in both apps, and no page has to ask first and be drawn a second time.
 */
const A_YEAR_IN_SECONDS = 31_536_000;

/**
 * What was chosen, as cookies hold it (`document.cookie`, or the header of a request).
 *
 * @param name  of the cookie
 * @param among what can be chosen: anything else is no choice
 * @returns undefined where nothing was chosen, or there are no cookies
 */
export function choiceIn<Choice extends string>(
  cookies: string,
  name: string,
  among: readonly Choice[],
): Choice | undefined {
  const kept = cookies.split(';').map((each) => each.trim());
  return among.find((choice) => kept.includes(`${name}=${choice}`));
}

/**
 * The cookie that keeps a choice, as `document.cookie` takes it.
 *
 * @param choice undefined: what was kept is taken away
 * @param origin of the page, such as `https://index.example.org`
 */
export function choiceCookie(name: string, choice: string | undefined, origin: string): string {
  const seconds = choice === undefined ? 0 : A_YEAR_IN_SECONDS;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${choice ?? ''}; Path=/; Max-Age=${String(seconds)}; SameSite=Lax${secure}`;
}
