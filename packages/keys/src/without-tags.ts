/** Mail programs give every piece of a line a style of its own; what is longer is no tag. */
const MAX_TAG_LENGTH = 600;

/** A text without the tags of HTML and of Word. What is in angle brackets over several lines stays. */
export function withoutTags(text: string): string {
  let plain = '';
  let taken = 0;
  let start = -1;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '<') start = index;
    else if (sign === '\n') start = -1;
    else if (sign === '>' && start >= 0) {
      if (index - start > 1 && index - start <= MAX_TAG_LENGTH) {
        plain += text.slice(taken, start) + hyphenOf(text.slice(start, index));
        taken = index + 1;
      }
      start = -1;
    }
  }
  return plain + text.slice(taken);
}

/** Word has an element for the hyphen at which no line breaks. */
function hyphenOf(tag: string): string {
  return tag.includes('noBreakHyphen') ? '-' : '';
}
