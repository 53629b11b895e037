import type { Page } from 'playwright-core';

/** Presses the first button of this name that can be seen. */
export const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).locator('visible=true').first().click();
};

/** Opens a dialog by its button and sends it without having filled it in, so that it says what is missing. */
export const dialog = (name: string | RegExp, send?: string | RegExp) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('dialog').waitFor();
  if (send !== undefined) await page.getByRole('dialog').getByRole('button', { name: send }).click();
};
