/** Newline-delimited JSON in tests. */
export async function readLines<Line>(response: Response): Promise<Line[]> {
  return (await response.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
