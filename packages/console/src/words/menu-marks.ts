/** The same mark between the steps of a menu path in running text as breadcrumbs have. */
export function menuMarks(text: string): string {
  return text.replaceAll(' > ', ' › ');
}
