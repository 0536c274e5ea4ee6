/** The whole agent in "set up for me". English is the source; French has the same keys (`texts.ts`). */
export const en = {
  heading: 'Tools for visitors',
  choice: 'Prepare the whole agent too',
  hint: 'The model may then use its tools as often as it needs. Guichet closes the built-in tools that would let visitors reach the account’s chats, notes and memories.',
  guide: 'More about the whole agent',
  permissions: 'Also remove the permissions for these tools from every account',
  permissionsHint:
    'Rarely needed: with the tools closed in the model, visitors cannot reach them. People in Open WebUI lose notes, calendar and the like, unless a group gives them these permissions.',
  updated: 'The steps are up to date.',
  decide: 'There is a question to answer before Guichet can start.',
  next: 'The whole agent is ready. Switch it on for your visitors on the Assistant page.',
  assistant: 'Open the Assistant page',
  lost: 'Guichet deletes the website’s copy of the model, opens the tools that it closed, and forgets the sign-in for the whole agent.',
};
