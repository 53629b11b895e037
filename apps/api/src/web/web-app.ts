import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { themeAttribute, type Theme } from '@kilim/contracts';
import { Asset } from './asset.js';

/** Where in index.html the nonce of each response goes. */
const NONCE_TOKEN = 'KILIM_NONCE';
const INDEX = 'index.html';
/** Where the page begins. */
const BEGINNING = '<html';
/** Programs for the server that the app's build leaves beside it; nobody asks for them over HTTP. */
const FOR_THE_SERVER = 'server/';

/** A built app: its page and its files, listed once at the start. What is not on the list is not served. */
export class WebApp {
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #page: readonly string[] | undefined;

  /** @param folder holds index.html; it need not exist */
  constructor(folder: string) {
    const names = filesIn(folder);
    const assets = names.filter(
      (name) => name !== INDEX && !name.endsWith('.map') && !name.startsWith(FOR_THE_SERVER),
    );
    this.#assets = new Map(assets.map((name) => [name, new Asset(path.join(folder, name))]));
    this.#page = names.includes(INDEX)
      ? readFileSync(path.join(folder, INDEX), 'utf8').split(NONCE_TOKEN)
      : undefined;
  }

  /** A file beside the page itself, by its path with slashes; undefined when there is none. */
  asset(name: string): Asset | undefined {
    return this.#assets.get(name);
  }

  /**
   * The page with a nonce in its place, in the theme that its reader has chosen; undefined when the app has not been
   * built.
   */
  page(nonce: string, theme: Theme): string | undefined {
    return this.#page?.join(nonce).replace(BEGINNING, BEGINNING + themeAttribute(theme));
  }
}

/** Every file below a folder, by its path with slashes; none when there is no folder. */
function filesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'));
}
