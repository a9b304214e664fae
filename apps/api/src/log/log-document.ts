import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ref } from '../openapi/schema-parts.ts';
import { answer, ProblemResponses } from '../openapi/schemas.ts';
import { CHECKPOINT_FORMATS } from './log-params.ts';

const number = (name: string, minimum: number, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, schema: { type: 'integer', minimum }, description });
const size = number('size', 1, 'Loggen da den hadde så mange hendelser; som sist signert når den utelates');

export const documentCheckpoint = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Logg og bevis'),
    ApiOperation({
      summary: 'Loggens signerte tilstand',
      description:
        'Den nyeste, eller den første som omfatter «size» hendelser. Den som har tatt vare på en, kan siden vise at loggen er endret eller kortet inn, ' +
        'om den er det. Sier ingenting om noen sak.',
    }),
    number('size', 1, 'Den første som omfatter så mange hendelser'),
    ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: [...CHECKPOINT_FORMATS], default: 'json' } }),
    ApiResponse({
      status: 200,
      description: 'Den signerte tilstanden',
      content: { 'application/json': { schema: ref('Checkpoint') }, 'text/plain': { schema: { type: 'string' } } },
    }),
    ProblemResponses(400, 401, 403, 404, 503),
  );

export const documentProof = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Logg og bevis'),
    ApiOperation({
      summary: 'Bevis fra loggen',
      description:
        'Med «leaf»: at hendelsen på denne plassen står i loggen. Med «from»: at loggen da den hadde så mange hendelser, er begynnelsen på loggen nå. ' +
        'Beviset er hasher, og sier ingenting om noen sak.',
    }),
    number('leaf', 0, 'Plassen til en hendelse, fra 0'),
    number('from', 1, 'Antall hendelser den gangen'),
    size,
    ApiResponse({
      status: 200,
      description: 'Beviset',
      content: { 'application/json': { schema: { oneOf: [ref('InclusionProof'), ref('ContinuationProof')] } } },
    }),
    ProblemResponses(400, 401, 403, 404, 503),
  );

export const documentEventProof = (): MethodDecorator =>
  applyDecorators(
    ApiTags('Logg og bevis'),
    ApiOperation({
      summary: 'Bevis for at en hendelse i saken står i loggen',
      description: 'Plassen i loggen og hashene som fører derfra til roten som er signert.',
    }),
    ApiParam({ name: 'caseId', schema: { type: 'string', format: 'uuid' }, description: 'Saken' }),
    number('revision', 0, 'Hendelsen; den siste i saken når den utelates'),
    size,
    answer(200, 'Beviset', 'EventProof'),
    ProblemResponses(400, 401, 403, 404, 503),
  );
