/**
 * The machine-readable mark of what an AI wrote: IPTC's word for it, which schema.org has as `digitalSourceType` too. Answers
 * carry it in the interface, in exports, in the page and in what is copied.
 */
export const AI_WRITTEN = 'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
