import { norwegianDate } from '@kvp/calendar';
import type { Month } from './month-model.ts';

/** `juni 2026`. */
export const norwegianMonth = (month: Month): string => norwegianDate(`${month}-01`).replace('1. ', '');
