import { expect, test } from '@jest/globals';
import { norwegianMonths } from './words.ts';

test('months are written as Norwegians do', () => {
  expect(norwegianMonths('2025-12', '2026-02')).toBe('desember 2025 – februar 2026');
  expect(norwegianMonths('2026-06', '2026-06')).toBe('juni 2026');
});
