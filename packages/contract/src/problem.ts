import { z } from 'zod';
import { maybe } from './maybe.ts';

/** An error as everybody outside sees it: RFC 9457 with our stable code and a reference one can quote. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable word of `error-catalogue.ts`. */
    code: z.string().meta({ description: 'Stable word; see the error catalogue.' }),
    /** One plain sentence in the reader's language. */
    detail: z.string().meta({ description: 'One sentence for people, in the requested language.' }),
    /** Short reference; the log and the doctor find the same event under it. */
    ref: z.string().meta({ description: 'Short reference that a visitor can quote.', example: 'K7QM-2XRB' }),
    /** Seconds until trying again makes sense. */
    retryAfter: maybe(z.int().meta({ description: 'Seconds.' })),
    /** Of a file that is not taken: what would be. */
    accepts: maybe(z.array(z.string()).meta({ description: 'Content types that would be taken.' })),
    maxBytes: maybe(z.int().meta({ description: 'Largest size that would be taken.' })),
    /** On operators' routes: the stable cause behind a refusal, and its sentence. */
    cause: maybe(z.string()),
    causeText: maybe(z.string()),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof ProblemSchema>;
