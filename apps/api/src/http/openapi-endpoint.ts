import { type Endpoint, endpoints, PROBLEMS, type ProblemCode, ProblemDocument } from '@kilim/contracts';
import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';

/** What every request can meet, whatever it is. */
const ALWAYS = [
  'request.invalid',
  'request.malformed',
  'request.headersTooLarge',
  'server.busy',
  'internal',
] as const satisfies readonly ProblemCode[];
/** What a request that changes something can meet beside. */
const CHANGING = ['request.crossSite', 'server.full'] as const satisfies readonly ProblemCode[];
/** What a request with a body can meet beside. */
const WITH_BODY = [
  'request.timeout',
  'request.tooLarge',
  'request.mediaType',
] as const satisfies readonly ProblemCode[];
/** What a request of somebody signed in can meet beside. */
const SIGNED_IN = [
  'session.required',
  'session.expired',
  'session.other',
] as const satisfies readonly ProblemCode[];
/** What a request within a scope can meet beside. */
const SCOPED = ['access.forbidden', 'resource.missing'] as const satisfies readonly ProblemCode[];

/** A file as it is. */
const BYTES = { type: 'string', format: 'binary' } as const;

/** An endpoint's page in the API's documentation: summary, responses, every problem it can meet, who may call. */
export function describeEndpoint(endpoint: Endpoint): MethodDecorator {
  const tag = endpoint.path.split('/')[1] ?? '';
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({
      operationId: nameOf(endpoint),
      summary: endpoint.summary,
      description: `Who may: ${endpoint.allow}.`,
    }),
    ...(endpoint.takesBytes ? [ApiConsumes('application/octet-stream'), ApiBody({ schema: BYTES })] : []),
    ...(endpoint.givesBytes ? [ApiProduces(...endpoint.givesBytes)] : []),
    ...(endpoint.tells ? [ApiProduces('text/event-stream')] : []),
    ApiResponse({
      status: endpoint.status ?? 200,
      description: endpoint.summary,
      ...schemaOf(endpoint),
      ...(endpoint.givesBytes === undefined ? {} : { schema: BYTES }),
    }),
    ...problemResponses(endpoint),
    ...(endpoint.allow === 'anyone' ? [] : [ApiCookieAuth('session')]),
  );
}

/** Of a stream, what each of its events holds. */
function schemaOf({ response, tells }: Endpoint) {
  const schema = response ?? tells;
  return schema === undefined ? {} : { standardSchema: schema };
}

/** Every code the endpoint can answer, each once. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const isSignedIn = endpoint.allow !== 'anyone';
  const isScoped = isSignedIn && endpoint.allow !== 'signedIn';
  return [
    ...new Set<ProblemCode>([
      ...endpoint.problems,
      ...ALWAYS,
      ...(endpoint.method === 'GET' ? [] : CHANGING),
      ...(endpoint.body === undefined && endpoint.takesBytes === undefined ? [] : WITH_BODY),
      ...(isSignedIn ? SIGNED_IN : []),
      ...(isScoped ? SCOPED : []),
    ]),
  ];
}

/** What the contract calls it. */
function nameOf(endpoint: Endpoint): string {
  const named = Object.entries<Endpoint>(endpoints).find(([, one]) => one === endpoint);
  if (!named)
    throw new Error(`${endpoint.method} ${endpoint.path} is not on the contract's list of endpoints.`);
  return named[0];
}

function problemResponses(endpoint: Endpoint): readonly MethodDecorator[] {
  const codes = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(endpoint)) {
    const { status } = PROBLEMS[code];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  return [...codes].map(([status, same]) =>
    ApiResponse({ status, description: same.join(', '), standardSchema: ProblemDocument }),
  );
}
