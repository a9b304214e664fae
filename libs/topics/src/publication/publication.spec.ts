import { describe, expect, test } from '@jest/globals';
import { STREAM_KINDS, events } from '@kvp/catalogue';
import { type Schema, openAt } from './pick.ts';
import { RECORD_KINDS } from './contract.ts';
import { CASE_EVENTS, STREAMS } from './publication.ts';
import { isPublished, publicationOf } from './shapes.ts';

describe('what becomes of every event', () => {
  test.each(Object.keys(events))('%s is mapped, or says why it stays inside', (type) => {
    const publication = publicationOf(type);
    expect(publication).toBeDefined();
    const reasons = [publication, isPublished(publication) ? publication.statistics : undefined].flatMap((each) =>
      each !== undefined && 'notPublished' in each ? [each.notPublished] : [],
    );
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
  });

  test('its definition says the same', () => {
    const unlike = Object.values(events).filter(({ type, published }) => (published === 'published') !== isPublished(publicationOf(type)));
    expect(unlike.map(({ type }) => type)).toEqual([]);
  });

  test('nothing is said of events or streams that there are not', () => {
    expect(Object.keys(CASE_EVENTS).filter((type) => events[type] === undefined)).toEqual([]);
    const prefixes = [...STREAM_KINDS.map(({ prefix }) => prefix), 'log-checkpoints'];
    expect(Object.keys(STREAMS).filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
  });
});

describe('what statistics may hold', () => {
  const ofStatistics = RECORD_KINDS.filter(({ topic }) => topic.name.startsWith('statistics'));

  test.each(ofStatistics.map((kind) => [`${kind.topic.name} ${kind.name}`, kind] as const))(
    '%s has no text that could say anything',
    (_name, { schema }) => {
      expect(openAt({ ...schema }, 'value')).toBeUndefined();
    },
  );

  test('a text without codes, format or pattern is found wherever it stands', () => {
    const open = (field: object): string | undefined =>
      openAt({ type: 'object', additionalProperties: false, properties: { list: { type: 'array', items: field as Schema } } }, 'value');
    expect(open({ type: 'string' })).toBe('value.list[]');
    expect(open({ type: 'object' })).toBe('value.list[]');
    expect(open({})).toBe('value.list[]');
    expect(open({ type: 'string', enum: ['a'] })).toBeUndefined();
  });

  test('places have a topic of their own, and stand nowhere else', () => {
    const geographical = /municipal|office|district|^place|address|school/i;
    const names = (schema: object): string[] =>
      Object.entries((schema as { properties?: Record<string, object> }).properties ?? {}).flatMap(([name, field]) => [
        name,
        ...names(field),
        ...names((field as { items?: object }).items ?? {}),
      ]);
    const found = ofStatistics.flatMap(({ topic, name, schema }) =>
      names(schema)
        .filter((field) => geographical.test(field))
        .map((field) => `${topic.name} ${name} ${field}`),
    );
    expect(found).toEqual([
      // Whether there was one before, elsewhere: yes or no, without where.
      'statistics-v1 IntakeRecorded fromOtherMunicipality',
      'statistics-places-v1 CasePlaced municipality',
      'statistics-places-v1 CasePlaced districts',
      'statistics-places-v1 CasePlaced district',
    ]);
  });
});
