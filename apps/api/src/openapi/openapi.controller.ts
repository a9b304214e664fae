import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from '../http/problem.ts';
import { tryPage } from './try-page.ts';

/** Set once the whole app is there: the document describes all of it. */
export class OpenApiDocument {
  value: OpenAPIObject | undefined;
}

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const swaggerUi = dirname(createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger')).resolve('swagger-ui-dist/package.json'));

/** The OpenAPI document, and a page to try the doors on. Everything is served from here: no other host is asked. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  readonly #document: OpenApiDocument;

  constructor(@Inject(OpenApiDocument) document: OpenApiDocument) {
    this.#document = document;
  }

  @Get('openapi.json')
  document(): OpenAPIObject {
    if (this.#document.value === undefined) throw new Problem('unavailable');
    return this.#document.value;
  }

  @Get('api')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return tryPage.html;
  }

  @Get('api/:file')
  async file(@Param('file') name: string): Promise<StreamableFile> {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) throw new Problem('not-found');
    const bytes = name === 'start.js' ? Buffer.from(tryPage.script) : await readFile(join(swaggerUi, name));
    return new StreamableFile(bytes, { type });
  }
}
