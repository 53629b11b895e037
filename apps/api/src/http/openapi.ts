import { ProblemDocument } from '@kilim/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEM_TYPE } from './problem.filter.js';

/** The API's documentation as OpenAPI, made from the same schemas that check requests and responses. */
export function openApiOf(app: NestFastifyApplication, cookieName: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kilim')
    .setDescription(
      'Questionnaires, rounds, answers with evidence, findings and scores of an intercultural cities index. ' +
        `Everything that goes wrong is answered as ${ProblemDocument.meta()?.id ?? ''} (RFC 9457).`,
    )
    .setVersion('0.1.0')
    .addCookieAuth(cookieName, { type: 'apiKey', in: 'cookie', name: cookieName }, 'session')
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

/** What a problem travels as, whatever else an endpoint gives; Nest would say the same of all its responses. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as unknown[]);
  for (const operation of operations) {
    for (const [status, response] of Object.entries(responsesOf(operation))) {
      const [shape] = Object.values(response.content ?? {});
      if (Number(status) >= 400 && shape !== undefined) response.content = { [PROBLEM_TYPE]: shape };
    }
  }
  return document;
}

/** Of what stands under a path, which may be more than its operations. */
function responsesOf(operation: unknown): Readonly<Record<string, { content?: Record<string, unknown> }>> {
  const isOperation = typeof operation === 'object' && operation !== null && 'responses' in operation;
  return isOperation ? (operation.responses as ReturnType<typeof responsesOf>) : {};
}
