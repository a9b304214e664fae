import { expect, test } from '@jest/globals';
import { openHouse } from '../testing/house.ts';
import { type CaseOfPortfolio, portfolioWhatIf } from './portfolio.ts';

test('it tells how far it has come, and stops between two cases', async () => {
  const { service, opened, grant } = openHouse();
  const caseId = await opened(1);
  await grant(2, caseId);
  const found = await service.loadCase(caseId);
  if (found === null) throw new Error('The case is not there.');
  const page = Array.from({ length: 12 }, (): CaseOfPortfolio => ({ caseId, state: found.state }));
  async function* cases() {
    yield page;
    yield page;
  }
  const told: number[] = [];
  const asked = { supposed: [], onProgress: (looked: number) => told.push(looked) };
  expect(await portfolioWhatIf(service.rates, { ...asked, cases: cases() })).toMatchObject({ cases: 24, gain: 0, lose: 0, months: [] });
  expect(told).toEqual([5, 10, 12, 17, 22, 24]);

  const stop = new AbortController();
  const stopping = { supposed: [], cases: cases(), signal: stop.signal, onProgress: (looked: number) => looked === 10 && stop.abort() };
  await expect(portfolioWhatIf(service.rates, stopping)).rejects.toThrow('aborted');
});
