/** Whether an attribute that is a switch is on: it is there, and does not say otherwise. */
export const isOn = (value: string | null | undefined): boolean => !/^(false|off)$/.test(value ?? 'off');
