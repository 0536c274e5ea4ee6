/** The doctor with careful hands: a console may keep an address, and no name leads it to what clouds hand out. */
import { createDoctorTools, runDoctor } from '@guichet/doctor';
import { checkedLookup } from '../set-up/forbidden-address.ts';

export const runCheckedDoctor: typeof runDoctor = (input, options = {}) =>
  runDoctor(input, { ...options, tools: options.tools ?? createDoctorTools([], { lookup: checkedLookup }) });
