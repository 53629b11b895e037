import { ProblemDocument } from '@kilim/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

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
  return SwaggerModule.createDocument(app, config);
}
