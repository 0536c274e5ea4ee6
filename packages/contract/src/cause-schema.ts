import { z } from 'zod';
import { CAUSES } from './cause.ts';

/** Why something failed, as far as that is known. */
export const CauseOrUnknownSchema = z.enum([...CAUSES, 'unknown']);
