import type { Endpoint } from '@kilim/contracts';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { ENDPOINT } from './endpoint.decorator.js';
import { pointerOf } from './places.js';

/** Checks what goes out against the contract: what it does not describe is a fault of the server, never sent. */
@Injectable()
export class ResponseCheck implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) return next.handle();
    return next.handle().pipe(map((value: unknown) => checked(endpoint, value)));
  }
}

function checked({ method, path, response, givesBytes }: Endpoint, value: unknown): unknown {
  if (givesBytes !== undefined) {
    const type = value instanceof StreamableFile ? value.getHeaders().type : undefined;
    if (type !== undefined && givesBytes.includes(type)) return value;
    throw new Error(`${method} ${path} answers a file of a type that its contract does not name`);
  }
  if (response === undefined) {
    if (value !== undefined)
      throw new Error(`${method} ${path} answers nothing by contract, but something here`);
    return undefined;
  }
  const result = response.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 10)
    .map((issue) => `${pointerOf(issue.path)}: ${issue.message}`);
  throw new Error(`${method} ${path} answers otherwise than its contract says: ${faults.join('; ')}`);
}
