/**
 * Whether 32 hexadecimal digits can be a version 4 UUID without its dashes. Open WebUI's keys always are; of random
 * digits 1 in 64 is.
 */
export function isUuidV4Digits(digits: string): boolean {
  return digits.length === 32 && digits[12] === '4' && '89ab'.includes(digits[16] ?? '-');
}
