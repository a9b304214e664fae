import { describe, expect, test } from '@jest/globals';
import { AppendTooLarge, InvalidEvent, MAX_APPEND_BYTES, StreamNotFound } from '../errors.ts';
import type { JsonObject, NewEvent } from '../port.ts';
import { anEvent, freshStream, given, read } from './examples.ts';
import type { Bench } from './contract.ts';

/** An event of so many bytes: the limit counts id, type, data, sealed part and metadata. */
function eventOf(bytes: number): NewEvent {
  const empty = anEvent({ type: 'Large', data: { text: '' }, metadata: {} });
  // 36 for the id, 5 for "Large", 11 for {"text":""}, 2 for {}.
  return { ...empty, data: { text: 'x'.repeat(bytes - 36 - 5 - 11 - 2) } };
}

export function values(bench: Bench): void {
  describe('what is stored', () => {
    test('comes back as it was given', async () => {
      const data: JsonObject = {
        text: 'Ærlig talt: «på» \u00e5 a\u030a 日本語 עברית 👩‍👩‍👧 \u2028 \\u0000 \\ " \t',
        numbers: [0, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, 123456.789],
        nothing: null,
        empty: ['', [], {}],
        nested: { deep: [{ deeper: [[[true, false]]] }] },
        'nøkkel med mellomrom': 1,
        z: 1,
        a: 2,
      };
      const event = anEvent({ type: 'VedtakFattet-æøå', version: 7, data, sealed: { box: 'c2VhbGVk' }, metadata: { ...data, more: 1 } });
      const stream = `${freshStream()}-æ日👩`;
      await bench.store.append(stream, 'no-stream', [event]);
      const [stored] = await read(bench.store, stream);
      expect(given(stored!)).toEqual(event);
      expect(JSON.stringify(stored!.data)).toBe(JSON.stringify(data)); // the order of keys too
      expect(stored!.stream).toBe(stream);
    });

    test('may be 1 000 000 bytes an append, and not one more', async () => {
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', [eventOf(MAX_APPEND_BYTES)]);
      expect((await read(bench.store, stream))[0]!.data['text']).toHaveLength(MAX_APPEND_BYTES - 54);

      const other = freshStream();
      for (const batch of [[eventOf(MAX_APPEND_BYTES + 1)], [eventOf(MAX_APPEND_BYTES / 2), eventOf(MAX_APPEND_BYTES / 2 + 1)]]) {
        const refused = bench.store.append(other, 'no-stream', batch);
        await expect(refused).rejects.toThrow(AppendTooLarge);
        await expect(refused).rejects.toMatchObject({ stream: other, bytes: MAX_APPEND_BYTES + 1 });
      }
      await expect(read(bench.store, other)).rejects.toThrow(StreamNotFound);
    });

    test('is refused when it could not come back, and nothing is stored', async () => {
      const stream = freshStream();
      const wrong = (data: Record<string, unknown>): NewEvent => anEvent({ data: data as JsonObject });
      const circle: Record<string, unknown> = {};
      circle['self'] = circle;
      const refused: NewEvent[] = [
        ...[undefined, NaN, Infinity, 1n, Symbol('s'), () => 1, new Date(), new Map(), 'a\u0000b', '\ud800'].map((value) =>
          wrong({ value }),
        ),
        ...['key\u0000', '\udfff'].map((key) => wrong({ [key]: 1 })),
        wrong({ holes: new Array(2) }),
        wrong(circle),
        anEvent({ data: [] as unknown as JsonObject }),
        anEvent({ sealed: undefined as unknown as null }),
        anEvent({ sealed: { value: undefined } as unknown as JsonObject }),
        anEvent({ metadata: { value: 'a\u0000b' } }),
        ...['', 'no-uuid', '5F9C1B2E-0000-4000-8000-000000000000'].map((id) => anEvent({ id })),
        ...['', '$system', 'a\u0000b', 'x'.repeat(256)].map((type) => anEvent({ type })),
        ...[0, -1, 1.5, NaN].map((version) => anEvent({ version })),
      ];
      for (const event of refused) await expect(bench.store.append(stream, 'no-stream', [event])).rejects.toThrow(InvalidEvent);
      const twice = anEvent();
      await expect(bench.store.append(stream, 'no-stream', [twice, twice])).rejects.toThrow(InvalidEvent);
      await expect(bench.store.append(stream, 'no-stream', [])).rejects.toThrow(InvalidEvent);
      for (const name of ['', '$all', 'a\u0000b', 'x'.repeat(256)]) {
        await expect(bench.store.append(name, 'no-stream', [anEvent()])).rejects.toThrow(InvalidEvent);
      }
      for (const expected of [-1, 0.5, NaN]) await expect(bench.store.append(stream, expected, [anEvent()])).rejects.toThrow(InvalidEvent);
      await expect(read(bench.store, stream)).rejects.toThrow(StreamNotFound);
    });
  });
}
