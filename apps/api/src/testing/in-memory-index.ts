import type { CommandService } from '@kvp/deciding';
import { type CaseIndex, indexOf } from '@kvp/report-desk';

/** An index of cases for specs, straight from the log. `known` lists the cases there are. */
export function inMemoryIndex(commands: Pick<CommandService, 'loadCase'>, known: () => readonly string[]): CaseIndex {
  const index = async (): Promise<CaseIndex> => {
    const cases = await Promise.all(
      known().map(async (caseId) => ({ caseId, municipality: (await commands.loadCase(caseId))?.state.application?.municipality ?? '' })),
    );
    return indexOf(cases);
  };
  return {
    municipalities: async () => (await index()).municipalities(),
    count: async (...asked) => (await index()).count(...asked),
    page: async (...asked) => (await index()).page(...asked),
  };
}
