import type { z } from 'zod';

/**
 * A field that may be missing, and is a value where it is there. As a type it is exactly that; zod's own word for it is
 * not known to what writes the OpenAPI document, which would call the field required.
 */
export function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  return schema.optional() as unknown as z.ZodExactOptional<Schema>;
}
