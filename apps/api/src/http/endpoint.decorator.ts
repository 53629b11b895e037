import type { Endpoint as EndpointOfContract } from '@kilim/contracts';
import {
  applyDecorators,
  Body,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  SetMetadata,
} from '@nestjs/common';
import { describeEndpoint } from './openapi-endpoint.js';
import { checkResponse } from './response-check.js';

/** Under which key a handler says which endpoint of the contract it serves. */
export const ENDPOINT = 'kilim:endpoint';
/** Under which key a handler says that it is no part of the contract. */
export const OUTSIDE_CONTRACT = 'kilim:outsideContract';

const METHODS = { GET: Get, POST: Post, PUT: Put, DELETE: Delete } as const;

/**
 * Serves an endpoint of the contract: its route, who may call it, its status, the check of its response, and its
 * page in the API's documentation.
 */
export function Endpoint(endpoint: EndpointOfContract): MethodDecorator {
  const { method, path } = endpoint;
  return applyDecorators(
    checkResponse(endpoint),
    METHODS[method](`api${path}`),
    HttpCode(endpoint.status ?? 200),
    SetMetadata(ENDPOINT, endpoint),
    describeEndpoint(endpoint),
  );
}

/** The body of the request, checked against the endpoint's schema. */
export function EndpointBody(endpoint: EndpointOfContract): ParameterDecorator {
  return Body({ schema: schemaOf(endpoint, 'body') });
}

/** The params of the path, checked against the endpoint's schema. */
export function EndpointParams(endpoint: EndpointOfContract): ParameterDecorator {
  return Param({ schema: schemaOf(endpoint, 'params') });
}

/** The query of the address, checked against the endpoint's schema; defaults are filled in. */
export function EndpointQuery(endpoint: EndpointOfContract): ParameterDecorator {
  return Query({ schema: schemaOf(endpoint, 'query') });
}

/** A route that is no request of the contract and open to anybody: health checks, the documentation. */
export function OutsideContract(): MethodDecorator & ClassDecorator {
  return SetMetadata(OUTSIDE_CONTRACT, true);
}

function schemaOf(endpoint: EndpointOfContract, part: 'body' | 'params' | 'query') {
  const schema = endpoint[part];
  if (schema === undefined) throw new Error(`${endpoint.method} ${endpoint.path} has no ${part}`);
  return schema;
}
