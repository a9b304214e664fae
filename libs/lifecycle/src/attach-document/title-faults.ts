import { isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { titleIsPath, titleUnreadable } from './attach-document.refusals.ts';

/** Control characters, line breaks, and marks that turn the direction of text or take up no room. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;
/** A folder that leads upwards, a place from the root or of a drive, a backslash: `../../etc`, `/tmp`, `C:\`, `~/`. A date such as 12/2025 is none. */
const PATH = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)|^[/~]|\\|^[a-z]:/iu;

/** A title is one readable line, and leads nowhere when somebody makes a file name of it. */
export const titleFaults = (title: string): readonly Refusal[] =>
  refusalsOf((isBlank(title) || UNSEEN.test(title)) && refuse(titleUnreadable, []), PATH.test(title.trim()) && refuse(titleIsPath, []));
