import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { answerSchemas } from './schemas.ts';

/** The OpenAPI 3.1 document of the whole app, made from the routes as they are. */
export function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kvalifiseringsprogrammet')
    .setDescription('Kommandoer inn, visninger ut. Hver kommando har sin rute; et avslag er en problemdetalj (RFC 9457) med hjemmel.')
    .setVersion(version)
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, base);
  const { schemas, ...components } = document.components ?? {};
  return { ...document, components: { ...components, schemas: { ...schemas, ...answerSchemas } } };
}
