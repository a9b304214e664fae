import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { page } from './page.ts';
import { Problem } from './problem.ts';
import { type ProblemType, problemTypes } from './problem-types.ts';

/** The pages that the `type` of a problem leads to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  all(): string {
    return page(
      'Feiltyper',
      Object.entries(problemTypes)
        .map(([code, type]) => section(code, type))
        .join(''),
    );
  }

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    const type = Object.hasOwn(problemTypes, code) ? problemTypes[code as keyof typeof problemTypes] : undefined;
    if (type === undefined) throw new Problem('not-found');
    return page(type.title, section(code, type));
  }
}

const section = (code: string, { status, title, explanation }: ProblemType): string =>
  `<h2 id="${code}"><code>${code}</code> · ${status}</h2><p><strong>${title}.</strong> ${explanation}</p>`;
