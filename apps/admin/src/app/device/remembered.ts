/** What this device remembers under a key; undefined when nothing, or when storage is refused. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // Storage switched off: nothing is remembered, and nothing here depends on it.
    return undefined;
  }
}

/** Remembers a choice on this device; without storage it lasts until the page is left. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage switched off or full: the choice still holds for this page.
  }
}
