import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ADMIN = path.join(ROOT, 'apps/admin/src/app/app.routes.ts');
const SURVEY = path.join(ROOT, 'apps/survey/src/app.tsx');

/** A part of a parsed source: whatever the parser gives. */
interface Part {
  readonly type?: string;
  readonly [field: string]: unknown;
}

/**
 * Every page of both apps, read from their routers: `/admin/rounds/:roundId`. A matcher of addresses stands as
 * `<its name>`, what catches everything else as `**`.
 */
export function pagesOfRouters(): readonly string[] {
  return [
    ...adminPages(ADMIN, 'routes', '/admin'),
    ...surveyPages(all(parsed(SURVEY), 'JSXElement').find(isRouter), '/survey'),
  ].sort();
}

function adminPages(file: string, exported: string, above: string): readonly string[] {
  const declared = all(parsed(file), 'VariableDeclarator').find(
    ({ id }) => (id as { value?: string }).value === exported,
  );
  if (!declared) throw new Error(`${file} has no ${exported}`);
  return routesIn(declared['init'] as Part, file, above);
}

/** The routes of an array, and those below them. */
function routesIn(array: Part, file: string, above: string): readonly string[] {
  const routes = (array['elements'] as readonly { expression: Part }[]).map(({ expression }) => expression);
  return routes.flatMap((route) => {
    const has = propertiesOf(route);
    const place = below(above, addressOf(has));
    if (has.has('redirectTo')) return [];
    if (has.has('children')) return routesIn(has.get('children') as Part, file, place);
    const lazy = has.get('loadChildren');
    if (lazy === undefined) return [place];
    const [source] = all(lazy, 'StringLiteral').map(({ value }) => String(value));
    const name = all(lazy, 'MemberExpression').at(-1)?.['property'] as { value?: string } | undefined;
    return adminPages(resolved(file, source ?? ''), name?.value ?? '', place);
  });
}

function addressOf(has: ReadonlyMap<string, Part>): string {
  const matcher = has.get('matcher');
  return String(matcher === undefined ? (has.get('path')?.['value'] ?? '') : `<${String(matcher['value'])}>`);
}

function propertiesOf(object: Part): ReadonlyMap<string, Part> {
  const properties = object['properties'] as readonly { key: { value: string }; value: Part }[];
  return new Map(properties.map(({ key, value }) => [key.value, value]));
}

function isRouter(element: Part): boolean {
  return (element['opening'] as { name: { value?: string } }).name.value === 'Routes';
}

/** Pages are `Route` elements with an element to show and none below them. */
function surveyPages(element: Part | undefined, above: string): readonly string[] {
  if (!element) throw new Error(`${SURVEY} shows nothing`);
  const opening = element['opening'] as { name: { value?: string }; attributes: readonly Part[] };
  const inner = (element['children'] as readonly Part[]).filter(({ type }) => type === 'JSXElement');
  if (opening.name.value !== 'Route') return inner.flatMap((child) => surveyPages(child, above));
  const attributes = new Map(
    opening.attributes.map(({ name, value }) => [(name as { value: string }).value, value as Part | null]),
  );
  const address = String(attributes.get('path')?.['value'] ?? '');
  const place = below(above, address === '*' ? '**' : address);
  return inner.length > 0 ? inner.flatMap((child) => surveyPages(child, place)) : [place];
}

function below(above: string, address: string): string {
  return address === '' ? above : `${above}/${address}`;
}

function resolved(file: string, source: string): string {
  const found = ['.ts', '/index.ts']
    .map((end) => path.resolve(path.dirname(file), source + end))
    .find(existsSync);
  if (found === undefined) throw new Error(`${file} imports ${source}, which is not there`);
  return found;
}

function parsed(file: string): Part {
  const source = readFileSync(file, 'utf8');
  return parseSync(source, {
    syntax: 'typescript',
    tsx: file.endsWith('x'),
    decorators: true,
  }) as unknown as Part;
}

/** Every part of a kind, the outermost first. */
function all(part: unknown, type: string): readonly Part[] {
  if (Array.isArray(part)) return part.flatMap((each) => all(each, type));
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap((each) => all(each, type));
  return (part as Part).type === type ? [part as Part, ...inner] : inner;
}
