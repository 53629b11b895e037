import type * as z from 'zod';
import type { Permission } from './access.js';
import type { ProblemCode } from './problems.js';

/** Who may call: anybody, anybody signed in, or who holds a permission within the scope that the params name. */
export type Allow = 'anyone' | 'signedIn' | Permission;

/** One request of the contract. The one source for routing, validation both ways, OpenAPI and both clients. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`, with `:name` for each param. */
  readonly path: string;
  /** One sentence for the API's documentation. */
  readonly summary: string;
  readonly allow: Allow;
  /** A role anywhere is enough to ask: the service looks at the place that the body names, or answers with less. */
  readonly isAnywhere?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body is a file as it is, sent as `application/octet-stream`; `body` is absent then. */
  readonly takesBytes?: true;
  /** Absent: 204 and no body, bytes, or a stream. */
  readonly response?: Response;
  /** The media types of a file that is answered as it is; `response` is absent then. */
  readonly givesBytes?: readonly string[];
  /** Answers with a stream of server-sent events, each with this as its data, named by its `kind`; `response` is absent then. */
  readonly tells?: z.ZodType;
  /** 200 unless given. */
  readonly status?: 200 | 201 | 204;
  /** The largest request that is read, in bytes, where that is more than usual; only once it is known who asks. */
  readonly largest?: number;
  /** What can go wrong beyond what every request can meet (shape, session, access, size). */
  readonly problems: readonly ProblemCode[];
}

/** Declares an endpoint, keeping the exact types of its schemas. */
export function endpoint<
  const Params extends z.ZodType = z.ZodUndefined,
  const Query extends z.ZodType = z.ZodUndefined,
  const Body extends z.ZodType = z.ZodUndefined,
  const Response extends z.ZodType = z.ZodUndefined,
>(definition: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return definition;
}

/** What a caller passes: params, query and body as far as the endpoint has them. */
export type CallOf<E> =
  E extends Endpoint<infer Params, infer Query, infer Body, z.ZodType>
    ? Part<'params', Params> & Part<'query', Query> & Part<'body', Body>
    : never;

/** What the endpoint answers; undefined for one without a body. */
export type ResponseOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer Response> ? z.output<Response> : never;

type Part<Name extends string, Schema extends z.ZodType> = Schema extends z.ZodUndefined
  ? { readonly [K in Name]?: undefined }
  : Name extends 'query'
    ? { readonly [K in Name]?: z.input<Schema> }
    : { readonly [K in Name]: z.input<Schema> };

/** The address of a call: path with its params filled in and the query appended, below `/api`. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_match, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`No value for :${name} in ${path}`);
    return encodeURIComponent(value);
  });
  const search = Object.entries(query)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return `/api${filled}${search === '' ? '' : `?${search}`}`;
}
