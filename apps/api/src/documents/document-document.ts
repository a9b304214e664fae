import { applyDecorators } from '@nestjs/common';
import { MEDIA_TYPES } from '@kvp/lifecycle';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { answer, ProblemResponses } from '../openapi/schemas.ts';

const caseId = ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' });
const binary = { schema: { type: 'string' as const, format: 'binary' } };
const ofTypes = (types: readonly string[]): Record<string, typeof binary> => Object.fromEntries(types.map((type) => [type, binary]));
const etagHeader = { ETag: { description: 'Revisjonen som svaret bygger på', schema: { type: 'string' as const, example: '"4"' } } };

export const documentFiles = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Dokumenter'),
    ApiOperation({
      summary: 'Dokumentene i en sak',
      description: 'Brev som er laget, og det som er lagt ved, i den rekkefølgen det kom i saken. Innholdet hentes med «sha256».',
    }),
    caseId,
    answer(200, 'Dokumentene', 'Documents', etagHeader),
    ProblemResponses(401, 403, 404, 503),
  );

export const documentContent = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Dokumenter'),
    ApiOperation({
      summary: 'Innholdet i et dokument',
      description: 'Nøyaktig de bytene som ble lagret. Innhold som er borte eller endret, meldes, og gis aldri ut.',
    }),
    caseId,
    ApiParam({ name: 'sha256', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, description: 'SHA-256 av innholdet' }),
    ApiResponse({ status: 200, description: 'Innholdet', content: ofTypes(MEDIA_TYPES) }),
    ProblemResponses(401, 403, 404, 410, 500, 503),
  );

export const documentUpload = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Dokumenter'),
    ApiOperation({
      summary: 'Last opp en fil',
      description:
        'Innholdet sendes som det er, med sin egen innholdstype. Filen hører ikke til saken før «attach-document» viser til «sha256» i svaret. ' +
        'Samme innhold to ganger er én fil.',
    }),
    caseId,
    ApiBody({ required: true, schema: binary.schema, description: 'Filen' }),
    answer(201, 'Filen er lagret', 'StoredFile'),
    ProblemResponses(401, 403, 404, 413, 415, 503),
  );

export const documentPreview = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Dokumenter'),
    ApiOperation({
      summary: 'Vis et brev før det lages',
      description:
        'Brevet om noe som er vedtatt («about»), om et forslag som venter på godkjenning («proposal»), eller om det en kommando ville ført til ' +
        '(«command» og «input»). Det er merket som utkast. Ingenting blir lagret.',
    }),
    caseId,
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          about: { type: 'integer', minimum: 0 },
          proposal: { type: 'integer', minimum: 0 },
          command: { type: 'string' },
          input: { type: 'object' },
        },
      },
    }),
    ApiResponse({ status: 200, description: 'Utkastet', content: ofTypes(['application/pdf']) }),
    ProblemResponses(400, 401, 403, 404, 422, 503),
  );
