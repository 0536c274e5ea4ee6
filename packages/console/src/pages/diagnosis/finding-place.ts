/** Where a finding stands in the page. */
export function findingAnchor(checkId: string): string {
  return `finding-${checkId.replaceAll('/', '-')}`;
}

/** Shows a finding whole, and reading goes on from its heading. @returns whether it is there */
export function goToFinding(checkId: string): boolean {
  const finding = document.getElementById(findingAnchor(checkId));
  if (!finding) return false;
  const fold = finding.querySelector('details');
  if (fold?.classList.contains('what-to-do')) fold.open = true;
  finding.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  finding.scrollIntoView({ block: 'start' });
  return true;
}
