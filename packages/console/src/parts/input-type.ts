/** An input's type as its own attributes object: the types of JSX tell inputs apart by it. */
export const INPUT_TYPE = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
} as const;
